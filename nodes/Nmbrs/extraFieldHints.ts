import type { IExecuteFunctions } from 'n8n-workflow';

import { hint } from '../shared/outcome';
import { tellWithheld } from '../shared/privateValues';
import { withholdPrivateFields, type ExtraFieldChoice } from './api/extraFieldChoice';
import type { RawEmployee } from './api/person';

const told = (names: ReadonlySet<string>) => ({
	count: names.size,
	fields: [...names].sort().join(', '),
});

/**
 * The last look at extra fields before they leave: withholds those with private values, and says above
 * the output which fields stayed behind, by name.
 */
export function closeExtraFields(
	context: IExecuteFunctions,
	people: readonly RawEmployee[],
	choice: ExtraFieldChoice,
): void {
	tellWithheld(context, 'Nmbrs', withholdPrivateFields(people));
	const { notChosen, withheld } = choice;
	if (notChosen.size > 0) hint(context, 'NMBRS_EXTRA_FIELDS_NOT_CHOSEN', told(notChosen), 'info');
	if (withheld.size > 0) hint(context, 'NMBRS_EXTRA_FIELDS_WITHHELD', told(withheld), 'info');
}

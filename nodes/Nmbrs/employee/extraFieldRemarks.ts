import type { Remark } from '../../shared/source/source';
import { almostRemarks } from '../../shared/source/alleoFields';
import { withheldRemarks } from '../../shared/source/tell';
import { withholdPrivateFields, type ExtraFieldChoice } from './extraFieldChoice';
import type { RawEmployee } from './rawEmployee';

const told = (code: Remark['code'], names: ReadonlySet<string>): Remark[] => {
	const fields = [...names].sort().join(', ');
	return names.size === 0 ? [] : [{ code, params: { count: names.size, fields }, type: 'info' }];
};

/**
 * The last look at extra fields before they leave: withholds those with private values, and says which
 * fields stayed behind, by name.
 */
export const closeExtraFields = (
	people: readonly RawEmployee[],
	{ notChosen, withheld }: ExtraFieldChoice,
): Remark[] => [
	...withheldRemarks('Nmbrs', withholdPrivateFields(people)),
	...told('NMBRS_EXTRA_FIELDS_NOT_CHOSEN', notChosen),
	...told('NMBRS_EXTRA_FIELDS_WITHHELD', withheld),
	...almostRemarks(notChosen),
];

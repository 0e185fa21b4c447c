import type { IExecuteFunctions } from 'n8n-workflow';
import type { Withheld } from '../../../core/normalize/privacy';
import { hint } from '../../shared/outcome';
import { tellWithheld } from '../../shared/privateValues';
import { nameList } from '../api/nameList';

/** Columns of one connector that stayed in the node, and why; names only, never a value. */
export interface NotPassedOn {
	connector: string;
	/** The sync does not use them and nobody chose them. */
	notChosen: readonly string[];
	/** Private or pay by their names. */
	withheld: readonly string[];
	/** Private by what their values look like. */
	values: readonly Withheld[];
}

/** All names: whoever misses a column has to find it. */
const MOST_NAMES = 200;

/** Says above the output, and in the log, which columns stayed behind and what to do. */
export function tellNotPassedOn(
	context: IExecuteFunctions,
	{ connector, notChosen, withheld, values }: NotPassedOn,
): void {
	const told = (columns: readonly string[]) => ({
		connector,
		count: columns.length,
		columns: nameList(columns, MOST_NAMES),
	});
	if (notChosen.length > 0) hint(context, 'AFAS_COLUMNS_NOT_CHOSEN', told(notChosen), 'info');
	if (withheld.length > 0) hint(context, 'AFAS_COLUMNS_WITHHELD', told(withheld), 'info');
	tellWithheld(context, connector, values);
}

import type { Withheld } from '../../../core/normalize/privacy';
import type { PartitionRead, Remark, Source } from '../../shared/source/source';
import { almostRemarks } from '../../shared/source/alleoFields';
import { withheldRemarks } from '../../shared/source/tell';
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

export interface ConnectorRead<T> extends PartitionRead<T> {
	/** What was not passed on, by connector. */
	kept: NotPassedOn[];
}

/** All names: whoever misses a column has to find it. */
const MOST_NAMES = 200;

/** Which columns stayed behind and what to do. */
function remarksOn({ connector, notChosen, withheld, values }: NotPassedOn): Remark[] {
	const told = (code: Remark['code'], columns: readonly string[]): Remark[] => {
		const params = { connector, count: columns.length, columns: nameList(columns, MOST_NAMES) };
		return columns.length === 0 ? [] : [{ code, params, type: 'info' }];
	};
	return [
		...told('AFAS_COLUMNS_NOT_CHOSEN', notChosen),
		...told('AFAS_COLUMNS_WITHHELD', withheld),
		...almostRemarks(notChosen),
		...withheldRemarks(connector, values),
	];
}

/** A GetConnector as a source: one partition that is whole or gives nothing. Its problems name it. */
export function connectorSource<T>(
	connector: string,
	read: () => Promise<ConnectorRead<T>>,
): Source<T> {
	const kept: NotPassedOn[] = [];
	return {
		partitions: [
			{
				id: connector,
				name: null,
				read: async () => {
					const result = await read();
					kept.push(...result.kept);
					return result;
				},
			},
		],
		missing: [],
		atOnce: 1,
		isFatal: () => false,
		ofRun: (_partition, problem) => problem,
		close: () => kept.flatMap(remarksOn),
	};
}

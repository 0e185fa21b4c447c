import type { FileEncoding } from './content/decode';
import type { DateSettings } from './employee/dates';
import type { FileRole } from './employee/roles';
import type { CsvSeparator } from './table/csv';

/** What a person set in the node, read. */
export interface FileSettings {
	/** What the external ids begin with; also the partition that coverage tells about. */
	name: string;
	kind: 'csv' | 'rows';
	encoding: FileEncoding;
	separator: CsvSeparator;
	/** How the file shows that nobody is missing. */
	proof: 'share' | 'count' | 'footer';
	/** `count`: how many rows were announced. */
	declared: number;
	/** `footer`: the word of the last line. */
	footerWord: string;
	/** `share`: percent of the people of the last good run. */
	share: number;
	/** Names of columns that must be there; empty: those of the last good run. */
	header: readonly string[];
	/** Columns that a person chose; the others are found by their usual names. */
	columns: Readonly<Partial<Record<FileRole, string>>>;
	/** Further columns that may leave, to map them. */
	additional: readonly string[];
	/** When the file was changed, as it came; empty: nobody says. */
	changedAt: string;
	/** Hours; 0: the age is not looked at. */
	newestWithin: number;
	/** With `*` for anything; empty: any name. */
	fileName: string;
	/** Column with the name or number of the customer; empty: none. */
	customerColumn: string;
	customerValue: string;
	dates: DateSettings;
	/** Signs that every id has at least; 0: not looked at. */
	idLength: number;
	sameId: 'stop' | 'hold';
	endsWithLineBreak: boolean;
	largestMb: number;
}

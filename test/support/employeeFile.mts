import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { FileMark } from '../../core/model/fileMark';
import type { EarlierFile } from '../../core/runLog/files';
import { readFile } from '../../nodes/EmployeeFile/read';
import type { FileContent, FileRead } from '../../nodes/EmployeeFile/read';
import type { FileSettings } from '../../nodes/EmployeeFile/settings';

/** A file of a customer with a Dutch HR system, and the settings with which a person reads it. */

export const HEADER =
	'Personeelsnummer;E-mailadres;Roepnaam;Tussenvoegsel;Achternaam;Geboortedatum;Datum in dienst;Datum uit dienst;Afdeling';

export const ROWS = [
	'00101;anna@voorbeeld.nl;Anna;de;Vries;17-03-1985;01-02-2019;;Verkoop',
	'00102;bram@voorbeeld.nl;Bram;;Bakker;02-11-1990;15-05-2021;31-10-2026;Inkoop',
	'00103;jose@voorbeeld.nl;José;;Ñandú;30-06-1978;01-09-2010;;"Onderzoek; Innovatie"',
	'00104;zoe@voorbeeld.nl;Zoë;van den;Berg;21-12-1999;20-01-2024;;Verkoop',
];

export const csv = (rows: readonly string[] = ROWS, end = '\n', header = HEADER): string =>
	[header, ...rows].join('\n') + end;

export const withFooter = (rows: readonly string[] = ROWS, count = rows.length): string =>
	`${csv(rows)}TOTAL;${count}\n`;

export const SETTINGS: FileSettings = {
	name: 'hibob',
	kind: 'csv',
	encoding: 'utf8',
	separator: 'semicolon',
	proof: 'share',
	declared: 1,
	footerWord: 'TOTAL',
	share: 90,
	header: [],
	columns: {},
	additional: [],
	changedAt: '',
	newestWithin: 48,
	fileName: '',
	customerColumn: '',
	customerValue: '',
	dates: { order: 'dmy', excelDays: 'refuse' },
	idLength: 0,
	sameId: 'stop',
	endsWithLineBreak: true,
	largestMb: 50,
};

export const NOW = '2026-11-29T04:00:00.000Z';

interface Given {
	settings?: Partial<FileSettings>;
	earlier?: readonly EarlierFile[] | null;
	name?: string | null;
	now?: string;
}

export const read = (content: FileContent, given: Given = {}): FileRead =>
	readFile(content, {
		settings: { ...SETTINGS, ...given.settings },
		earlier: given.earlier === undefined ? [] : given.earlier,
		now: given.now ?? NOW,
	});

export const readText = (text: string | Uint8Array, given: Given = {}): FileRead =>
	read(
		{
			kind: 'csv',
			bytes: typeof text === 'string' ? Buffer.from(text, 'utf8') : text,
			name: given.name ?? null,
		},
		given,
	);

export const readRows = (items: ReadonlyArray<Record<string, unknown>>, given: Given = {}) =>
	read({ kind: 'rows', items }, { ...given, settings: { kind: 'rows', ...given.settings } });

/** The code that a reading ended with; null where it gave people. */
export const codeOf = ({ problem, items }: FileRead): string | null => {
	if (problem !== null && items.length > 0) throw new Error('people in spite of a problem');
	return problem?.code ?? null;
};

export const MARK: FileMark = {
	hash: '0123456789abcdef',
	changed_at: null,
	people: ROWS.length,
	columns: HEADER.split(';'),
};

export const earlier = (given: Partial<EarlierFile> = {}): EarlierFile => ({
	...MARK,
	read_at: '2026-11-28T04:00:00.000Z',
	...given,
});

/** A row of the run log about a run that read a file. */
export const logRow = (mark: Partial<FileMark> & { partition?: string }, more: object = {}) => ({
	run: '7',
	workflow: 'workflow-1',
	state: 'applied',
	started_at: '2026-11-28T04:00:00.000Z',
	counts: JSON.stringify({
		source: 4,
		held: 0,
		unchanged: 4,
		create: 0,
		update: 0,
		reactivate: 0,
		deactivate: 0,
		hold: 0,
		upcoming: 0,
		ended_unknown: 0,
		ineligible_unknown: 0,
		merged: 0,
		absent: 0,
		absent_deactivate: 0,
		files: [{ partition: 'hibob', ...MARK, ...mark }],
	}),
	...more,
});

/** The parameters of the node as a person fills them in, and a file as n8n hands it over. */
export const PARAMETERS = {
	sourceName: 'hibob',
	fileKind: 'csv',
	binaryPropertyName: 'data',
	proof: 'footer',
};

export const fileItem = (text: string | Buffer, fileName = 'people.csv'): INodeExecutionData => ({
	json: {},
	binary: {
		data: { data: Buffer.from(text).toString('base64'), mimeType: 'text/csv', fileName },
	},
});

/** What the template maps in Normalize employees. */
export const FILE_FIELDS: IDataObject = {
	external_id: '={{ $json.employeeId }}',
	email: '={{ $json.businessEmail }}',
	first_name: '={{ $json.firstName }}',
	prefix: '={{ $json.prefix }}',
	last_name: '={{ $json.lastName }}',
	start_date: '={{ $json.startDate }}',
	end_date: '={{ $json.endDate }}',
	birthday: '={{ $json.birthDate }}',
	group: '={{ $json.department }}',
};

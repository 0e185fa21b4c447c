import { parse } from 'csv-parse/sync';
import type { Notice, PartitionRead, Source } from '../../nodes/shared/source/source';
import { emptyRead } from '../../nodes/shared/source/source';
import { itemIssue } from '../../core/issues';
import { failed } from '../../core/model/result';

/**
 * The third source of docs/adding-a-source.md: a text with a line per person and a last line that says
 * how many there are. One file is one partition. A real one has codes of its own in core/issues.
 */

export interface CsvPerson {
	source: 'custom';
	partition: string;
	id: string;
	email: string;
	firstName: string;
	lastName: string;
	start: string;
	end: string;
	notices: Notice[];
}

export interface CsvFile {
	id: string;
	name: string;
	text: () => Promise<string>;
}

const toPerson = (
	partition: string,
	[id = '', email = '', firstName = '', lastName = '', start = '', end = '']: readonly string[],
): CsvPerson => ({
	source: 'custom',
	partition,
	id,
	email,
	firstName,
	lastName,
	start,
	end,
	notices: email === '' ? [itemIssue('NMBRS_NO_PERSONAL_INFO', 'email')] : [],
});

/** Whole only when its last line counts the people above it, and nobody stands there twice. */
export function readCsv(partition: string, text: string): PartitionRead<CsvPerson> {
	const lines: string[][] = parse(text, { delimiter: ';', relax_column_count: true });
	const last = lines.at(-1);
	const rows = lines.slice(1, last?.[0] === 'TOTAL' ? -1 : undefined);
	const people = rows.map((row) => toPerson(partition, row));
	const unique = new Set(people.map(({ id }) => id)).size;
	const total = last?.[0] === 'TOTAL' ? Number(last[1]) : null;
	const checks = [
		{
			code: 'TOTALS_MATCH' as const,
			ok: total === people.length,
			detail: `${people.length} read, ${total ?? 'no total'} announced`,
		},
		{ code: 'NO_DUPLICATE_KEYS' as const, ok: unique === people.length, detail: null },
	];
	if (checks.every(({ ok }) => ok)) {
		return { items: people, employees: people.length, pages: 1, checks, problem: null };
	}
	const params = { list: partition, read: unique, total: total ?? 'no total' };
	return emptyRead(failed('NMBRS_LISTING_INCOMPLETE', params).problem, 1, checks);
}

export const csvSource = (files: readonly CsvFile[]): Source<CsvPerson> => ({
	partitions: files.map(({ id, name, text }) => ({
		id,
		name,
		read: async () => readCsv(id, await text()),
	})),
	missing: [],
	atOnce: 1,
	isFatal: ({ code }) => code === 'UNAUTHORIZED',
	ofRun: (_partition, problem) => problem,
});

/** What a person drags in Employee Normalize for this source. */
export const CSV_FIELDS = {
	external_id: '={{ $json.id }}',
	email: '={{ $json.email }}',
	first_name: '={{ $json.firstName }}',
	last_name: '={{ $json.lastName }}',
	start_date: '={{ $json.start }}',
	end_date: '={{ $json.end }}',
};

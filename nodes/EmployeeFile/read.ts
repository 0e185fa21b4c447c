import { FILE_NOT_COUNTED, FILE_READ, fileMarkDetail } from '../../core/model/fileMark';
import { sha256 } from '../../core/model/hash';
import { done, failed } from '../../core/model/result';
import type { Problem, Result } from '../../core/model/result';
import type { EarlierFile } from '../../core/runLog/files';
import { almostRemarks, fieldChecks } from '../shared/source/alleoFields';
import type { CoverageCheck } from '../shared/source/coverage';
import { emptyRead } from '../shared/source/source';
import type { PartitionRead, Remark } from '../shared/source/source';
import { withheldRemarks } from '../shared/source/tell';
import { decode, hasLostLetters } from './content/decode';
import { toPeople } from './employee/records';
import type { FileRecord, FilePeople } from './employee/records';
import { checkAge } from './proof/age';
import { declaredProblem, footerProblem } from './proof/count';
import { columnProblem, nameProblem } from './proof/customer';
import { seenBefore, shareProblem, unchangedRemark } from './proof/earlier';
import type { FileSettings } from './settings';
import { readCsv } from './table/csv';
import { headerChanges } from './table/header';
import { readItems } from './table/items';
import type { FileTable } from './table/table';

/**
 * One file, read to its end: everybody in it, or nobody and the one reason why. Pure: what came in, what a
 * person set, what earlier runs read and the time are its arguments.
 */

/** The content of a file, as n8n handed it over. */
export type FileContent =
	| { kind: 'csv'; bytes: Uint8Array; name: string | null }
	| { kind: 'rows'; items: ReadonlyArray<Readonly<Record<string, unknown>>> };

export interface FileReading {
	settings: FileSettings;
	/** The newest first; null where the run log cannot be read. */
	earlier: readonly EarlierFile[] | null;
	/** ISO 8601 UTC. */
	now: string;
}

export interface FileRead extends PartitionRead<FileRecord> {
	remarks: Remark[];
}

/** The table, and what tells one content from another. */
function tableOf(
	content: FileContent,
	settings: FileSettings,
): Result<{ table: FileTable; hash: string }> {
	const footerWord = settings.proof === 'footer' ? settings.footerWord : null;
	if (content.kind === 'rows') {
		const table = readItems(content.items, footerWord);
		if (!table.ok) return table;
		return done({ table: table.value, hash: sha256(JSON.stringify(table.value)).slice(0, 16) });
	}
	const text = decode(content.bytes, settings.encoding);
	if (!text.ok) return text;
	const table = readCsv(text.value, { ...settings, footerWord });
	if (!table.ok) return table;
	return done({ table: table.value, hash: sha256(text.value).slice(0, 16) });
}

/** Accents that became other signs; in the header they would hide a column. */
function lostLetters({ header, rows }: FileTable): Problem | null {
	const odd = rows.filter(({ cells }) =>
		cells.some((cell) => typeof cell === 'string' && hasLostLetters(cell)),
	);
	if (odd.length === 0 && !header.some(hasLostLetters)) return null;
	return failed('FILE_LETTERS_LOST', { count: Math.max(1, odd.length), line: odd[0]?.line ?? 1 })
		.problem;
}

function headerProblem({ header }: FileTable, { settings, earlier }: FileReading): Problem | null {
	const expected = settings.header.length > 0 ? settings.header : (earlier?.[0]?.columns ?? []);
	const { missing, added } = headerChanges(expected, header);
	if (missing.length === 0) return null;
	const params = { missing: missing.join(', '), added: added.join(', ') || '-' };
	return failed('FILE_HEADER_CHANGED', params).problem;
}

/** Whether anybody may be missing; `counted` where somebody else said how many there are. */
function proofProblem(table: FileTable, { settings, earlier }: FileReading): Problem | null {
	switch (settings.proof) {
		case 'count':
			return declaredProblem(table, settings.declared);
		case 'footer':
			return footerProblem(table, settings.footerWord);
		case 'share':
			return earlier === null
				? failed('FILE_HISTORY_UNREAD').problem
				: shareProblem(table.rows.length, earlier, settings.share);
	}
}

const remarksOn = (
	people: FilePeople,
	hash: string,
	{ settings, earlier }: FileReading,
): Remark[] => {
	const { found, left, withheld } = people;
	const first: Remark = {
		code: 'FILE_FIRST',
		params: { people: people.records.length },
		type: 'warning',
	};
	const columns = left.slice(0, 40).join(', ');
	return [
		{ code: 'FILE_COLUMNS_FOUND', params: { columns: found.join('; ') }, type: 'info' },
		...(columns === ''
			? []
			: [{ code: 'FILE_COLUMNS_LEFT' as const, params: { columns }, type: 'info' as const }]),
		...(settings.proof === 'share' && earlier?.length === 0 ? [first] : []),
		...unchangedRemark(hash, earlier ?? []),
		...almostRemarks(left),
		...withheldRemarks(settings.name, withheld),
	];
};

function checksOf(
	table: FileTable,
	people: FilePeople,
	mark: { hash: string; changedAt: string | null },
	{ proof }: FileSettings,
): CoverageCheck[] {
	const count = `${table.rows.length} rows`;
	const detail = fileMarkDetail({
		hash: mark.hash,
		changed_at: mark.changedAt,
		people: table.rows.length,
		columns: [...table.header],
	});
	return [
		{ code: 'FILE_ROWS_WHOLE', ok: true, detail: `${table.header.length} columns` },
		{ code: proof === 'share' ? FILE_NOT_COUNTED : 'FILE_COUNTED', ok: true, detail: count },
		{ code: FILE_READ, ok: true, detail },
		...fieldChecks([...people.passed, ...people.withheld.map(({ column }) => column)], people.left),
	];
}

function read(content: FileContent, reading: FileReading): Result<FileRead> {
	const { settings, now } = reading;
	const name = content.kind === 'csv' ? content.name : null;
	const other = content.kind === 'csv' ? nameProblem(name, settings.fileName) : null;
	if (other !== null) return { ok: false, problem: other };
	const age = checkAge(settings.changedAt, settings.newestWithin, now);
	if (!age.ok) return age;
	const made = tableOf(content, settings);
	if (!made.ok) return made;
	const { table, hash } = made.value;
	const wrong =
		lostLetters(table) ??
		headerProblem(table, reading) ??
		(table.rows.length === 0 && table.footer === null ? failed('FILE_EMPTY').problem : null) ??
		proofProblem(table, reading) ??
		(table.rows.length === 0 ? failed('FILE_EMPTY').problem : null) ??
		columnProblem(table, settings.customerColumn, settings.customerValue) ??
		seenBefore(hash, age.value, reading.earlier ?? []);
	if (wrong !== null) return { ok: false, problem: wrong };
	const people = toPeople(table, settings);
	if (!people.ok) return people;
	return done({
		items: people.value.records,
		employees: people.value.records.length,
		pages: 1,
		checks: checksOf(table, people.value, { hash, changedAt: age.value }, settings),
		problem: null,
		remarks: remarksOn(people.value, hash, reading),
	});
}

/** @returns everybody with the proof, or nobody with the reason */
export function readFile(content: FileContent, reading: FileReading): FileRead {
	const result = read(content, reading);
	return result.ok ? result.value : { ...emptyRead(result.problem, 1), remarks: [] };
}

import { label } from './basics';
import { toIssue } from './findings';
import { isIssueCode } from '../issues';
import type { Findings, Finding } from './findings';
import type { EmployeeStatus, Issue } from '../model/employee';
import type { SourceRecord } from './mapping';

/** The source node's own remarks, rebuilt from the catalogue, so that no value can travel in a text. */
export function sourceNotices(record: SourceRecord): Issue[] {
	const list = record['notices'];
	if (!Array.isArray(list) || list.length === 0) return [];
	const notices: Issue[] = [];
	for (const entry of list as readonly unknown[]) {
		if (typeof entry !== 'object' || entry === null) continue;
		const { code, field } = entry as { code?: unknown; field?: unknown };
		if (typeof code !== 'string' || !isIssueCode(code)) continue;
		notices.push(toIssue({ code, field: label(field), params: numbersOf(entry) }));
	}
	return notices;
}

/** Of a remark's parameters only counts and plain names, such as a column's. */
function numbersOf(entry: object): Record<string, string | number> {
	const { params } = entry as { params?: unknown };
	const kept: Record<string, string | number> = {};
	if (typeof params !== 'object' || params === null) return kept;
	for (const [key, value] of Object.entries(params)) {
		if (typeof value === 'number') kept[key] = value;
		else if (typeof value === 'string' && /^[A-Za-z_][\w.]{0,60}$/.test(value)) kept[key] = value;
	}
	return kept;
}

/**
 * What a person carries along: the source's remarks, our own, and the problems that did not hold them.
 */
export function noticesOf(
	record: SourceRecord,
	found: readonly Findings[],
	problems: readonly Finding[] | null,
	status: EmployeeStatus,
): Issue[] {
	const own = found.flatMap(({ notices }) => notices ?? []);
	const left = leftover(problems, status);
	const source = sourceNotices(record);
	if (own.length === 0 && left.length === 0) return source;
	return [...source, ...own.map(toIssue), ...left.map(toIssue)];
}

/** What is wrong with a person who is not held by it: shown as it is before the start, else in short. */
const leftover = (problems: readonly Finding[] | null, status: EmployeeStatus): Finding[] => {
	if (problems === null) return [];
	if (status === 'upcoming') return [...problems];
	return problems
		.filter(({ code }) => code !== 'EMAIL_MISSING' && code !== 'NAME_MISSING')
		.map(({ field }) => ({ code: 'FIELD_IGNORED' as const, field, params: {} }));
};

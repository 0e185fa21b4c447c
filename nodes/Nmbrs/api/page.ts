import type { ApiResponse } from '../../shared/http';
import { isRecord } from '../../shared/parameters';

/**
 * One page of a list. The vendor's clients agree on `pageNumber`, `totalPages` and `totalRecords`;
 * `nextPage` is null, '' or absent on the last page, so it is not read at all.
 */
export interface Page {
	rows: unknown[];
	/** null: the answer does not say. */
	totalPages: number | null;
	totalRecords: number | null;
	/** What the server made of the size that we asked for. */
	pageSize: number | null;
}

export type PageResult = { ok: true; page: Page } | { ok: false; problem: string };

/** A number of pages or records; null for anything that can be none. */
const countOf = (value: unknown): number | null =>
	typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : null;

const looksLikeHtml = (text: string): boolean => /^\s*<(!doctype|html)/i.test(text);

/** Reads an answer with status 200. Never an empty list for something that is no list. */
export function parsePage(response: ApiResponse): PageResult {
	if (response.damaged) return { ok: false, problem: 'text in another encoding than declared' };
	if (looksLikeHtml(response.text)) return { ok: false, problem: 'an HTML page' };
	let parsed: unknown;
	try {
		parsed = JSON.parse(response.text);
	} catch {
		const problem =
			response.text.trim() === '' ? 'an empty answer' : 'JSON that is cut off or broken';
		return { ok: false, problem };
	}
	const rows = isRecord(parsed) ? parsed['data'] : null;
	if (!isRecord(parsed) || !Array.isArray(rows)) return { ok: false, problem: 'no list of data' };
	const pagination = isRecord(parsed['pagination']) ? parsed['pagination'] : {};
	return {
		ok: true,
		page: {
			rows,
			totalPages: countOf(pagination['totalPages']),
			totalRecords: countOf(pagination['totalRecords']),
			pageSize: countOf(pagination['pageSize']),
		},
	};
}

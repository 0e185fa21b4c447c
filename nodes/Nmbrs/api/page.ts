import { z } from 'zod';

import type { ApiResponse } from '../../shared/http';

/**
 * One page of a list. The vendor's clients agree on `pageNumber`, `totalPages` and `totalRecords`;
 * `nextPage` is null, '' or absent on the last page, so it is not read at all.
 */
const count = z.number().int().nonnegative().nullish().catch(null);

const Envelope = z.object({
	pagination: z
		.object({ pageNumber: count, pageSize: count, totalPages: count, totalRecords: count })
		.nullish()
		.catch(null),
	data: z.array(z.unknown()),
});

export interface Page {
	rows: unknown[];
	/** null: the answer does not say. */
	totalPages: number | null;
	totalRecords: number | null;
	/** What the server made of the size that we asked for. */
	pageSize: number | null;
}

export type PageResult = { ok: true; page: Page } | { ok: false; problem: string };

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
	const envelope = Envelope.safeParse(parsed);
	if (!envelope.success) return { ok: false, problem: 'no list of data' };
	const { data, pagination } = envelope.data;
	return {
		ok: true,
		page: {
			rows: data,
			totalPages: pagination?.totalPages ?? null,
			totalRecords: pagination?.totalRecords ?? null,
			pageSize: pagination?.pageSize ?? null,
		},
	};
}

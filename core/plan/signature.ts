import { hash } from 'node:crypto';
import { canonicalJson } from '../model/hash';
import type { Json } from '../model/hash';
import type { FieldValue, PlanRow } from '../model/plan';
import { changesOf } from './changes';

/**
 * Recognises the same proposal in another plan: the same person, the same action for the same reason
 * with the same changes. Ids, hashes and place of a plan are left out, because each run has its own.
 */

/** 96 bits: no two of 10 million different rows are expected to share one. */
const LENGTH = 16;

export type SignedRow = Pick<
	PlanRow,
	'action' | 'external_id' | 'alleo_company_id' | 'changes' | 'after' | 'reason' | 'choice'
>;

const signed = (
	row: Pick<PlanRow, 'action' | 'changes' | 'after'>,
): Array<[string, FieldValue, FieldValue]> =>
	changesOf(row)
		.map(({ field, from, to }): [string, FieldValue, FieldValue] => [field, from, to])
		.sort(([a], [b]) => (a < b ? -1 : 1));

/** What "the same person" would do; a row without a choice keeps the signature that it always had. */
function choiceOf({ choice }: SignedRow): Json[] {
	if (choice === null || choice === undefined) return [];
	const { action, alleo_company_id: company, alleo_id: account, reason } = choice;
	return [[action, company, account, reason.code, signed(choice)]];
}

/** @returns 16 characters of `[A-Za-z0-9_-]`; null for a row without external id, which is nobody's */
export function rowSignature(row: SignedRow): string | null {
	if (row.external_id === null) return null;
	const text = canonicalJson([
		row.action,
		row.external_id,
		row.alleo_company_id,
		row.reason.code,
		signed(row),
		...choiceOf(row),
	]);
	// In one call: the page of a big plan signs every row before it shows one.
	return hash('sha256', text, 'base64url').slice(0, LENGTH);
}

/** The signatures of a plan as one text, in the order of the rows. */
export const joinSignatures = (rows: readonly SignedRow[]): string =>
	rows.flatMap((row) => rowSignature(row) ?? []).join(' ');

export const splitSignatures = (text: string): string[] =>
	text.split(' ').filter((part) => part.length === LENGTH);

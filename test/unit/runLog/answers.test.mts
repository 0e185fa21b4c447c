import { writeExclusions } from '../../../core/approval/exclusions';
import { rowSignature } from '../../../core/plan/signature';
import { compareWithHistory } from '../../../core/runLog/compare';
import type { Approval } from '../../../core/model/plan';
import { choice, QUESTIONS } from '../../support/identityPlan.mts';
import { approvalOf, DAY, end } from '../../support/runLog.mts';

/** "Somebody else" is remembered until the same question is answered otherwise. */

const { rows } = QUESTIONS;
const run = (overrides: Partial<Approval>) => end(QUESTIONS, {}, approvalOf(rows, overrides));
const others = (...history: unknown[]) =>
	[...compareWithHistory(rows, history, 'w1', DAY).others.keys()].sort();

test('the next plan knows who answered, and when', () => {
	const { others: known } = compareWithHistory(rows, [run({ others: ['h52'] })], 'w1', DAY);
	expect([...known]).toEqual([
		['h52', { approver: 'Anke Voorbeeld', decided_at: '2026-11-24T09:30:00.000Z' }],
	]);
});

test('a pair is remembered on both sides', () => {
	expect(others(run({ others: ['h71', 'h70'] }))).toEqual(['h70', 'h71']);
});

test('another answer later ends it; a rejection does not', () => {
	const answered = run({ others: ['h52'] });
	const later = { decided_at: '2026-11-25T09:00:00.000Z' };
	expect(others(answered, run({ ...later }))).toEqual([]);
	expect(others(answered, run({ ...later, chosen: ['h52'] }))).toEqual([]);
	expect(others(answered, run({ ...later, decision: 'rejected' }))).toEqual(['h52']);
});

test('what the choice would write is part of the question', () => {
	const [row] = rows.filter(({ row_id: id }) => id === 'h52');
	if (row === undefined) throw new Error('no row');
	const asked = { ...row, choice: choice(7777, 'nmbrs-52') };
	expect(rowSignature(asked)).not.toBe(rowSignature(row));
	const history = [run({ others: ['h52'] })];
	expect(compareWithHistory([asked], history, 'w1', DAY).others.size).toBe(0);
});

test('a row without a choice keeps the signature that it had', () => {
	const [row] = rows.filter(({ row_id: id }) => id === 'u1');
	if (row === undefined) throw new Error('no row');
	const { choice: _choice, ...old } = row;
	expect(rowSignature({ ...old, choice: null })).toBe(rowSignature(old));
});

test('an earlier version reads the entry as one that decides nothing', () => {
	const text = writeExclusions(rows, approvalOf(rows, { others: ['h52'] }));
	expect(JSON.parse(text ?? '[]')).toEqual([
		{ reason: null, until: null, rows: [['nmbrs-52', expect.any(String)]], answer: 'other' },
	]);
	expect(writeExclusions(rows, approvalOf(rows))).toBeNull();
});

import { questionsOf } from '../../../core/approval/choices';
import { EMPTY_FORM, readForm, writeAnswers } from '../../../core/approval/form';
import type { DecisionForm } from '../../../core/approval/form';
import { rowHash } from '../../../core/plan/planHash';
import { codes, decideOn, excluded } from '../../support/approvalPage.mts';
import { makePlan } from '../../support/approvalPlan.mts';
import { choice, QUESTIONS } from '../../support/identityPlan.mts';

const answer = (form: Partial<DecisionForm>, plan = QUESTIONS) => {
	const verdict = decideOn(plan, { form });
	if (verdict.kind !== 'decided') throw new Error(codes(verdict).join());
	return verdict.approval;
};

describe('what a person settles about who is who', () => {
	test('two rows with one choice are one question, the record that gets the account first', () => {
		expect(questionsOf(QUESTIONS.rows).map(({ rows }) => rows.map((row) => row.row_id))).toEqual([
			['h51'],
			['h52'],
			['h71', 'h70'],
		]);
	});

	test('an answer counts for both sides of its question', () => {
		const approval = answer({
			answers: new Map([
				['h71', 'same'],
				['h52', 'other'],
			]),
		});
		expect(approval.chosen).toEqual(['h71', 'h70']);
		expect(approval.others).toEqual(['h52']);
	});

	test('without an answer the approval says nothing of holds', () => {
		expect(answer({})).not.toHaveProperty('chosen');
		expect(answer({})).not.toHaveProperty('others');
	});

	test('a rejection answers nothing', () => {
		const approval = answer({ decision: 'reject', answers: new Map([['h51', 'same']]) });
		expect(approval).not.toHaveProperty('chosen');
	});

	test.each(['h90', 'u1', 't31', 'nobody'])('an answer to %s was never asked', (row) => {
		for (const said of ['same', 'other'] as const) {
			const verdict = decideOn(QUESTIONS, { form: { answers: new Map([[row, said]]) } });
			expect(codes(verdict)).toEqual(['APPROVAL_CHOICE_NOT_OFFERED']);
			expect(verdict.kind).toBe('refused');
		}
	});

	test('two answers to one question are refused', () => {
		const answers = new Map([
			['h70', 'same'],
			['h71', 'other'],
		] as const);
		expect(codes(decideOn(QUESTIONS, { form: { answers } }))).toEqual(['APPROVAL_CHOICE_BOTH']);
	});

	test('one account is not given to two people', () => {
		const plan = makePlan([
			{ action: 'hold', row_id: 'a', external_id: 'nmbrs-1', choice: choice(9, 'nmbrs-1') },
			{ action: 'hold', row_id: 'b', external_id: 'nmbrs-2', choice: choice(9, 'nmbrs-2') },
		]);
		const both = new Map([
			['a', 'same'],
			['b', 'same'],
		] as const);
		expect(codes(decideOn(plan, { form: { answers: both } }))).toEqual(['APPROVAL_ANSWERS_CLASH']);
		expect(answer({ answers: new Map([['a', 'same']]) }, plan).chosen).toEqual(['a']);
	});

	test('an answer that off-boards is not taken where everybody keeps access, or not all was read', () => {
		const off = {
			...choice(9, 'nmbrs-1'),
			action: 'deactivate' as const,
			after: { is_active: false },
		};
		const row = { action: 'hold' as const, row_id: 'a', external_id: 'nmbrs-1', choice: off };
		const answers = new Map([['a', 'same']] as const);
		const decision = 'approveWithoutOffboardings';
		expect(answer({ answers, decision }, makePlan([row]))).not.toHaveProperty('chosen');
		expect(answer({ answers }, makePlan([row])).chosen).toEqual(['a']);
		const part = { partition: 'company-1', name: 'B', complete: false, employees: 1, error: null };
		const partial = makePlan([row], { partitions: [part] });
		expect(codes(decideOn(partial, { form: { answers } }))).toEqual([
			'APPROVAL_CHOICE_NOT_OFFERED',
		]);
		expect(answer({ answers: new Map([['a', 'other']]) }, partial).others).toEqual(['a']);
	});

	test('the hash of a row covers what its choice would write', () => {
		const [row] = QUESTIONS.rows.filter(({ row_id: id }) => id === 'h51');
		const other = { ...row, choice: { ...row?.choice, after: { last_name: 'X' } } };
		expect(rowHash(other)).not.toBe(row?.row_hash);
	});
});

describe('takeovers', () => {
	test('with the address alone is left out until it is ticked; with more it goes along', () => {
		expect(excluded(decideOn(QUESTIONS))).toEqual(['t32']);
		expect(excluded(decideOn(QUESTIONS, { form: { taken: new Set(['t32']) } }))).toEqual([]);
	});

	test('approve and enable needs no day for a takeover that nobody ticked', () => {
		const verdict = decideOn(QUESTIONS, { form: { decision: 'approve' } });
		expect(verdict).toMatchObject({ approval: { excluded: ['t32'], exclusions: [] } });
	});

	test('a tick for a row that is not there is no form of this plan', () => {
		const verdict = decideOn(QUESTIONS, { form: { taken: new Set(['t99']) } });
		expect(codes(verdict)).toEqual(['APPROVAL_FORM_TAMPERED']);
	});
});

describe('answers in the form', () => {
	const fields = (given: Record<string, string[]>) => new Map(Object.entries(given));

	test('travel along from page to page; this page goes before, and "not now" takes back', () => {
		const earlier: DecisionForm = {
			...EMPTY_FORM,
			answers: new Map([
				['a', 'same'],
				['b', 'other'],
				['c', 'same'],
			]),
			taken: new Set(['t1', 't2']),
		};
		const form = readForm(
			fields({
				answers: [writeAnswers(earlier)],
				'answer:a': ['later'],
				'answer:b': ['same'],
				'answer:d': ['other'],
				taken: ['t3'],
			}),
			['a', 'b', 'd', 't2', 't3'],
		);
		expect([...form.answers]).toEqual([
			['b', 'same'],
			['c', 'same'],
			['d', 'other'],
		]);
		expect([...form.taken]).toEqual(['t1', 't3']);
		expect(form.damaged).toBe(false);
	});

	test.each([
		{ answers: ['[['] },
		{ answers: ['{"answers":[["a","yes"]],"taken":[]}'] },
		{ 'answer:a': ['same', 'other'] },
		{ 'answer:a': ['yes'] },
		{ 'answer:a': [''] },
	])('%j is noticed', (given) => {
		expect(readForm(fields(given as Record<string, string[]>)).damaged).toBe(true);
	});
});

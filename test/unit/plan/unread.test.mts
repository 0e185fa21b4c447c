import { diff } from '../../../core/plan/people';
import { renderMarkdown } from '../../../core/report/markdown';
import { inputOf, onlyPlan } from '../../support/people.mts';

/** Companies that are not read on purpose: a notice of the plan, once each, and nothing more. */

const partition = (id: string, ...details: string[]) => ({
	partition: id,
	name: `Bedrijf ${id}`,
	complete: true,
	employees: 0,
	checks: details.map((detail) => ({ code: 'COMPANIES_NOT_CHOSEN', ok: true, detail })),
});

const planOf = (...coverage: unknown[]) => {
	return onlyPlan(diff(inputOf([], [], {}, coverage)));
};

test('each company is named once, however many partitions are beside it', () => {
	const { summary } = planOf(
		partition('1', '9|Zuid', '8|Noord'),
		partition('2', '9|Zuid', '8|Noord'),
	);
	expect(summary.notices).toMatchObject([
		{ code: 'COMPANIES_NOT_CHOSEN', name: 'Noord', params: { company: 'Noord' } },
		{ code: 'COMPANIES_NOT_CHOSEN', name: 'Zuid', params: { company: 'Zuid' } },
	]);
	const without = planOf(partition('1'), partition('2')).summary;
	expect(summary.needs_approval_because).toEqual(without.needs_approval_because);
	expect(summary.partitions.every(({ complete }) => complete)).toBe(true);
});

test('a debtor that could not be listed is named with the reason', () => {
	const given = { ...partition('1'), checks: [] };
	const checks = [{ code: 'COMPANIES_NOT_LISTED', ok: true, detail: 'Oost|NMBRS_SCOPE_MISSING' }];
	const { notices } = planOf({ ...given, checks }).summary;
	expect(notices).toMatchObject([
		{ code: 'COMPANIES_NOT_LISTED', params: { debtor: 'Oost', cause: 'NMBRS_SCOPE_MISSING' } },
	]);
});

test('the report names them, in Dutch too', () => {
	const { summary, rows } = planOf(partition('1', '9|Zuid'));
	expect(renderMarkdown(summary, rows, 'nl')).toContain('Bedrijf "Zuid" bestaat bij Nmbrs');
});

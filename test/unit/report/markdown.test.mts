import { renderMarkdown } from '../../../core/report/markdown';
import {
	bigPlan,
	HOSTILE_NAMES,
	makePlan,
	reason,
	trippedGuard,
} from '../../support/approvalPlan.mts';
import type { Plan } from '../../support/approvalPlan.mts';

const markdown = (plan: Plan, options = {}, language: 'en' | 'nl' = 'en'): string =>
	renderMarkdown(plan.summary, plan.rows, language, options);

const notice = (code: 'UPCOMING_START' | 'UPCOMING_END', date: string) => ({
	external_id: 'nmbrs-7',
	name: 'Ilse Bakker',
	code,
	message: '',
	action: '',
	params: { date },
	date,
});

describe('the plan as markdown', () => {
	test('says what the page says: guards, coverage, people, changes, budgets, notices', () => {
		const plan = makePlan(
			[
				{ action: 'create', name: 'Guusje Visser', budgets: { alleo_monthly_all_budget: 25 } },
				{ action: 'hold', row_id: 'h', reason: reason('EMAIL_TAKEN') },
				{
					action: 'update',
					row_id: 'u',
					changes: [{ field: 'birthday', from: '1990-05-04', to: '1990-04-05' }],
				},
			],
			{
				guards: [trippedGuard('DEACTIVATION_LIMIT', 30, 12)],
				notices: [notice('UPCOMING_START', '2026-12-01'), notice('UPCOMING_END', '2026-12-31')],
			},
		);
		const text = markdown(plan, { title: 'Bakkerij' });
		expect(text).toContain('# Dry run – Bakkerij');
		expect(text).toMatch(
			/\*\*DEACTIVATION_LIMIT\*\* \(30, limit 12\): 30 people would be .* one by one/,
		);
		expect(text).toContain('- Bakkerij BV: 250 people. Complete');
		expect(text).toContain('- Alleo company 12: 1 person, €25.00 per month, €0.00 one-off');
		expect(text).toContain('  - Budget: €25.00 per month, all categories');
		expect(text).toContain('  - Next step: Answer on the approval page where it asks');
		expect(text).toContain('  - Changes: Birthday: 4 May 1990 → 5 Apr 1990');
		expect(text).toContain('Starts on 1 Dec 2026');
		expect(text).toContain('31 Dec 2026');
		expect(text.indexOf('## On hold')).toBeLessThan(text.indexOf('## Onboardings'));
	});

	test.each(['salary', 'bruto_loon', 'iban', 'bsn'])(
		'%s is said to change, never its value',
		(field) => {
			const plan = makePlan([
				{ action: 'update', changes: [{ field, from: 'OLD4321', to: 'NEW9876' }] },
				{ action: 'create', row_id: 'c', changes: [{ field, from: null, to: 'NEW9876' }] },
			]);
			for (const language of ['en', 'nl'] as const) {
				const text = markdown(plan, {}, language);
				expect(text).not.toMatch(/OLD4321|NEW9876/);
				expect(text).toContain(language === 'en' ? 'changed' : 'gewijzigd');
			}
		},
	);

	test('no name becomes markup, a link or a heading', () => {
		const names = [
			...HOSTILE_NAMES,
			'# head',
			'[x](http://evil.example)',
			'**b**',
			'a\n# b',
			'www.evil.example',
		];
		const plan = makePlan(
			names.map((name, index) => ({ action: 'create', name, row_id: `c${index}` })),
		);
		const text = markdown(plan);
		expect(text).not.toMatch(/(?<!\\)(?:[<[]|:\/\/)|www\.|\u202e|\n# b/);
		expect(text.match(/^- \*\*/gm)).toHaveLength(names.length);
	});

	test('the summary counts what it leaves away; the file leaves nothing away', () => {
		const plan = bigPlan(500);
		const people = (text: string): number => text.match(/^- \*\*/gm)?.length ?? 0;
		const short = markdown(plan);
		expect(people(short)).toBeLessThan(200);
		expect(short).toContain('- … and 250 more');
		expect(people(markdown(plan, { limit: Number.POSITIVE_INFINITY }))).toBe(500);
	});

	test('an empty plan, and one of which nobody knows what was read', () => {
		const plan = makePlan([], { status: 'empty', needs_approval: false, partitions: [] });
		const text = markdown(plan, {}, 'nl');
		expect(text).toContain('In dit plan verandert er voor niemand iets.');
		expect(text).toContain('Wat is gelezen is niet bekend');
	});
});

import { decide } from '../../../../core/approval/decide';
import { EMPTY_FORM } from '../../../../core/approval/form';
import { aboutOne } from '../../../../core/plan/only';
import { renderPage, renderReport } from '../../../../core/report/page';
import { renderDecided } from '../../../../core/report/page/result';
import { FILE_WORDS } from '../../../../core/report/page/fileText';
import { TEXT } from '../../../../core/report/page/text';
import type { Pair } from '../../../../core/ui/texts';
import { formFor, pageInput, visibleText } from '../../../support/approvalPage.mts';
import {
	bigPlan,
	DURING,
	makePlan,
	PASSING_GUARDS,
	reason,
	trippedGuard,
} from '../../../support/approvalPlan.mts';
import type { Plan } from '../../../support/approvalPlan.mts';

const shown = (plan: Plan, overrides: Parameters<typeof pageInput>[1] = {}): string =>
	visibleText(renderPage(pageInput(plan, overrides)));

describe('what the page shows', () => {
	test('customer, source, date, and that everything was read', () => {
		const text = shown(makePlan([{ action: 'create' }]));
		expect(text).toContain('Bakkerij Van Dijk');
		expect(text).toContain('Source Nmbrs');
		expect(text).toContain('Reference date 24 Nov 2026');
		expect(text).toContain('Everything was read');
	});

	test('a part that was not read completely comes first, with its error', () => {
		const plan = makePlan([{ action: 'create' }], {
			partitions: [
				{ partition: '1', name: 'Bakkerij', complete: true, employees: 180, error: null },
				{
					partition: '2',
					name: 'Winkels',
					complete: false,
					employees: 20,
					error: {
						code: 'RATE_LIMITED',
						message: 'Nmbrs kept asking to slow down.',
						action: 'Run again later.',
					},
				},
			],
		});
		const text = shown(plan);
		expect(text).toContain('Not everything was read (1 of 2 parts, 200 people)');
		expect(text).toContain('Nmbrs kept asking to slow down. Run again later. RATE_LIMITED');
		expect(text.indexOf('Winkels')).toBeLessThan(text.indexOf('180'));
	});

	test('numbers per action, and where everybody in the source went', () => {
		const text = shown(bigPlan(100));
		expect(text).toContain('Off-board 3 lose access');
		expect(text).toContain('Onboard 60 get an account');
		expect(text).toContain('300 people in the HR system : 100 in this plan, 200 unchanged.');
	});

	test('tripped guards before the people, each once, with numbers, likely causes and advice', () => {
		const plan = makePlan([{ action: 'deactivate' }], {
			guards: [
				...PASSING_GUARDS,
				trippedGuard('DEACTIVATION_LIMIT', 30, 12),
				trippedGuard('DEACTIVATION_LIMIT', 40, 24, { days: 7 }),
			],
		});
		const text = shown(plan);
		expect(text).toContain('Look twice: 1 safety check gives a warning');
		expect(text).toContain('30 people would be off-boarded; the limit is 12.');
		expect(text).toContain('end dates filled in bulk');
		expect(text).toContain('Check the off-boardings one by one');
		expect(text.indexOf('30 people would be')).toBeLessThan(text.indexOf('People in this plan'));
		expect(text).toContain('4 safety checks in order');
	});

	test('groups in the order of danger: off-boardings, holds, re-activations, creates, updates', () => {
		const text = shown(
			makePlan([
				{ action: 'update', row_id: 'u' },
				{ action: 'create', row_id: 'c' },
				{ action: 'reactivate', row_id: 'r' },
				{ action: 'hold', row_id: 'h' },
				{ action: 'deactivate', row_id: 'd' },
			]),
		);
		const places = ['Off-boardings', 'On hold', 'Re-activations', 'Onboardings', 'Updates'].map(
			(title) => text.lastIndexOf(title),
		);
		expect(places).toEqual([...places].sort((a, b) => a - b));
		expect(places.every((place) => place > 0)).toBe(true);
	});

	test('per person: reason and evidence in words, each change old and new', () => {
		const text = shown(
			makePlan([
				{
					action: 'update',
					name: 'Esmée Jansen-Smit',
					changes: [
						{ field: 'last_name', from: 'Jansen', to: 'Jansen-Smit' },
						{ field: 'birthday', from: '1990-05-04', to: '1990-04-05' },
						{ field: 'group', from: 'Winkel', to: null },
					],
					evidence: { status: 'active', reason: 'NEW_IN_SERVICE', end_date: '2027-01-31' },
					reason: reason('FIELDS_CHANGED', { count: 3 }),
				},
			]),
		);
		expect(text).toContain('Fields that differ from the HR system: 3.');
		expect(text).toContain('Status in the HR system in service');
		expect(text).toContain('Last day in service 31 Jan 2027');
		expect(text).toContain('Last name Jansen Jansen-Smit');
		expect(text).toContain('Birthday 4 May 1990 5 Apr 1990');
		expect(text).toContain('Group Winkel empty');
	});

	test('a hold names the step that resolves it', () => {
		expect(shown(makePlan([{ action: 'hold', reason: reason('EMAIL_TAKEN') }]))).toContain(
			'Next step: Answer on the approval page where it asks',
		);
	});

	test.each(['salary', 'bruto_loon', 'iban', 'bsn', 'hourly_wage'])(
		'%s is shown as changed, never its value',
		(field) => {
			const plan = makePlan([
				{ action: 'update', changes: [{ field, from: 'OLD-4321', to: 'NEW-9876' }] },
			]);
			const pages = [renderPage(pageInput(plan)), renderReport(pageInput(plan))];
			for (const page of pages) {
				expect(page).not.toMatch(/OLD-4321|NEW-9876/);
				expect(visibleText(page)).toContain('changed');
			}
		},
	);

	test('budgets of new accounts, and their totals in EUR per Alleo company', () => {
		const plan = makePlan(
			[
				{
					action: 'create',
					budgets: { alleo_monthly_all_budget: 25, alleo_oneoff_health_budget: 1250.5 },
				},
			],
			{
				budgets: [
					{ alleo_company_id: 12, people: 40, monthly_eur: 1000, oneoff_eur: 0.1 },
					{ alleo_company_id: 13, people: 2, monthly_eur: 50.25, oneoff_eur: 0.2 },
				],
			},
		);
		const text = shown(plan);
		expect(text).toContain('€25.00 per month, all categories; €1,250.50 one-off, health');
		expect(text).toContain('Total 42 €1,050.25 €0.30');
		expect(shown(plan, { language: 'nl' })).toContain('Totaal 42 € 1.050,25 € 0,30');
	});

	test('to which Alleo company, where there are several', () => {
		const two = makePlan([
			{ action: 'create', row_id: 'a', alleo_company_id: 12 },
			{ action: 'create', row_id: 'b', alleo_company_id: 13 },
		]);
		expect(shown(two)).toContain('Alleo company 13');
		expect(shown(makePlan([{ action: 'update', alleo_company_id: 13 }]))).not.toContain(
			'Alleo company 13',
		);
	});

	test('the row that belongs to another says whose', () => {
		const plan = makePlan([
			{ action: 'deactivate', row_id: 'leave', name: 'Daan Berg' },
			{ action: 'create', row_id: 'arrive', linked_row_id: 'leave' },
		]);
		expect(shown(plan)).toContain('Belongs to the row of Daan Berg');
	});

	test('a move is one line with one box, and says both companies by name', () => {
		const companies = [
			{ id: 12, name: 'Bakkerij' },
			{ id: 13, name: 'Horeca' },
		];
		const MOVE = reason('MOVE');
		const plan = makePlan(
			[
				{ action: 'create', row_id: 'arrive', alleo_company_id: 13, reason: MOVE },
				{ action: 'deactivate', row_id: 'leave', linked_row_id: 'arrive', reason: MOVE },
			],
			{ companies },
		);
		const page = renderPage(pageInput(plan));
		expect(page.match(/<li class="row/g)).toHaveLength(1);
		expect(page.match(/name="excluded"/g)).toHaveLength(1);
		expect(visibleText(page)).toContain('Bakkerij → Horeca');
		expect(visibleText(page)).toContain('Approve: 1 move');
	});

	test('a plan without anybody is a page too', () => {
		expect(shown(makePlan([]))).toContain('This plan changes nobody.');
	});
});

describe('languages', () => {
	const places = (text: string): string[] =>
		[...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1]!).sort();

	test.each(Object.entries(TEXT))(
		'%s has both languages with the same places',
		(_key, [en, nl]) => {
			expect(en.trim()).not.toBe('');
			expect(nl.trim()).not.toBe('');
			expect(places(nl)).toEqual(places(en));
		},
	);

	test.each(Object.entries(FILE_WORDS))('%s of a file has the places of the page', (key, pair) => {
		expect(Object.keys(TEXT)).toContain(key);
		const [en, nl] = TEXT[key as keyof typeof FILE_WORDS];
		expect(pair.map(places)).toEqual([en, nl].map(places));
	});

	test('a Dutch page holds no English sentence of the page', () => {
		const plan = makePlan(
			[
				{ action: 'deactivate', row_id: 'd' },
				{ action: 'hold', row_id: 'h' },
				{ action: 'reactivate', row_id: 'r' },
				{ action: 'create', row_id: 'c' },
				{ action: 'update', row_id: 'u' },
			],
			{
				guards: [
					...PASSING_GUARDS,
					trippedGuard('FIELD_DRIFT', 41, 12, { field: 'birthday', kind: 'empty in the source' }),
				],
			},
		);
		const text = shown(plan, { language: 'nl' });
		for (const [en, nl] of Object.values<Pair>(TEXT)) {
			if (en === nl || en.length < 12 || en.includes('{')) continue;
			expect(text).not.toContain(` ${en} `);
		}
		expect(text).toContain('"Geboortedatum" kan niet kloppen bij 41 mensen (leeg in de bron)');
		expect(text).not.toMatch(/\{\w+\}/);
	});

	test('the receipt says what was decided, by whom, and who was left out', () => {
		const plan = makePlan([
			{ action: 'deactivate', row_id: 'd', name: 'Chaima El Amrani' },
			{ action: 'create', row_id: 'c' },
		]);
		const input = pageInput(plan, { language: 'nl' });
		const verdict = decide({
			plan: plan.summary.plan,
			rows: plan.rows,
			rules: input.rules,
			form: formFor(plan, { decision: 'approveWithoutOffboardings' }),
			requireComment: false,
			now: DURING,
		});
		if (verdict.kind !== 'decided') throw new Error('expected a decision');
		const text = visibleText(renderDecided(input, plan.rows, verdict.approval, verdict.leftOut));
		expect(text).toContain('Goedgekeurd 1 wijziging wordt nu doorgevoerd');
		expect(text).toContain('Besloten door Sanne Support');
		expect(text).toContain('Overgeslagen 1');
		expect(text).toContain('Chaima El Amrani');
	});
});

describe('ten thousand rows', () => {
	const plan = bigPlan(10_000);

	test('one page holds one hundred of them and stays small', () => {
		const page = renderPage(pageInput(plan));
		expect(page.match(/<li class="row">/g)).toHaveLength(100);
		expect(page.length).toBeLessThan(300_000);
		expect(visibleText(page)).toContain('1 to 100 of 10,000');
	});

	test('the report holds all of them', () => {
		const report = renderReport(pageInput(plan, { form: EMPTY_FORM }));
		expect(report.match(/<li class="row">/g)).toHaveLength(10_000);
	});
});

test('a plan of one person says so in its head, and counts its own rows beside those of everybody', () => {
	const given = makePlan([{ action: 'create', external_id: 'nmbrs-1', name: 'Jet Gefingeerd' }], {
		notices: [aboutOne()],
	});
	const counts = { ...given.summary.counts, create: 3, update: 4, hold: 2 };
	const page = renderPage(pageInput({ ...given, summary: { ...given.summary, counts } }));
	const text = visibleText(page);
	expect(text).toContain('1 in this plan, 8 with a change or on hold, outside this plan');
	const about = aboutOne().message;
	expect(text.indexOf(about)).toBeGreaterThan(0);
	expect(text.indexOf(about)).toBe(text.lastIndexOf(about));
	expect(text.indexOf(about)).toBeLessThan(text.indexOf('In this plan'));
});

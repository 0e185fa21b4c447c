import { CronTime } from 'cron';
import { DateTime } from 'luxon';
import { buildDailySync } from '../../../../core/connect/templates/build';
import { sayRunTimes } from '../../../../core/connect/templates/messages';
import {
	cronOf,
	readSchedule,
	runsMonthly,
	startTime,
	withSchedule,
} from '../../../../core/connect/templates/schedule';
import type { Workflow } from '../../../../core/connect/templates/workflow';
import { addresses, BINDINGS, nmbrs, nodeOf, template } from './support.mts';

const TRIGGER = 'n8n-nodes-base.scheduleTrigger';

/** The template of today, its trigger called as in version 3. */
const thin = (): Workflow => {
	const from = template('nmbrs');
	const nodes = from.nodes.map((node) =>
		node.type === TRIGGER ? { ...node, name: 'Every day' } : node,
	);
	return { ...from, nodes };
};

const withRules = (...interval: object[]): Workflow => ({
	...thin(),
	nodes: thin().nodes.map((node) =>
		node.type === TRIGGER ? { ...node, parameters: { rule: { interval } } } : node,
	),
});

const customers = (count: number) =>
	Array.from({ length: count }, (_none, at) => ({
		customer: `Klant ${at}`,
		integration_id: `integration-${at * 7919}`,
	}));

describe('the time of a customer', () => {
	test('is the same each time, between 03:30 and 05:30, and no matter how the customer is called', () => {
		for (const one of customers(1000)) {
			const { hour, minute, second } = startTime(one);
			expect(startTime({ ...one, customer: 'Anders BV' })).toEqual({ hour, minute, second });
			expect(hour * 60 + minute).toBeGreaterThanOrEqual(210);
			expect(hour * 60 + minute).toBeLessThan(330);
		}
	});

	test('follows from the name where there is no integration, and never from both alike', () => {
		const named = { customer: ' Bakkerij Van Dijk', integration_id: '' };
		expect(startTime(named)).toEqual(startTime({ ...named, customer: 'bakkerij van dijk ' }));
		expect(startTime(named)).not.toEqual(
			startTime({ ...named, integration_id: 'bakkerij van dijk' }),
		);
	});

	// Of n customers in 120 minutes an even chance puts n/120 in each; 200: 1.7, 1,000: 8.3.
	test.each([
		[200, 7, 95],
		[1000, 20, 119],
	])('%s customers: at most %s start in one minute, over %s minutes', (count, most, minutes) => {
		const perMinute = new Map<number, number>();
		for (const one of customers(count)) {
			const { hour, minute } = startTime(one);
			const at = hour * 60 + minute;
			perMinute.set(at, (perMinute.get(at) ?? 0) + 1);
		}
		expect(Math.max(...perMinute.values())).toBeLessThanOrEqual(most);
		expect(perMinute.size).toBeGreaterThanOrEqual(minutes);
	});
});

describe('summer and winter time', () => {
	const ZONE = 'Europe/Amsterdam';

	/** When n8n's scheduler starts an expression, from the eve of a change of clocks. */
	function starts(expression: string, from: string, count: number): string[] {
		const cron = new CronTime(expression, ZONE);
		let at: DateTime<boolean> = DateTime.fromISO(from, { zone: ZONE });
		return Array.from({ length: count }, () => {
			at = cron.getNextDateFrom(at.toJSDate(), ZONE);
			return at.setZone(ZONE).toFormat('MM-dd HH:mm');
		});
	}

	test('no time lies in the hour that is skipped: each day of the change has its runs, by both schedules', () => {
		for (const one of customers(120)) {
			const at = startTime(one);
			const time = `${String(at.hour).padStart(2, '0')}:${String(at.minute).padStart(2, '0')}`;
			const evening = `${at.hour + 16}:${String(at.minute).padStart(2, '0')}`;
			expect(starts(cronOf(at, 'onceADay'), '2027-03-27', 3)).toEqual([
				`03-27 ${time}`,
				`03-28 ${time}`,
				`03-29 ${time}`,
			]);
			expect(starts(cronOf(at, 'twiceADay'), '2027-03-27', 4)).toEqual([
				`03-27 ${time}`,
				`03-27 ${evening}`,
				`03-28 ${time}`,
				`03-28 ${evening}`,
			]);
			// The other night has all of them too; before 04:00 n8n starts one an hour early as well.
			const autumn = starts(cronOf(at, 'twiceADay'), '2027-10-30', 5);
			expect(autumn).toEqual(expect.arrayContaining([`10-31 ${time}`, `10-31 ${evening}`]));
		}
	});
});

describe('a new workflow', () => {
	const made = (times?: 'onceADay' | 'twiceADay' | 'template') => {
		const customer = nmbrs({ integration_id: 'integration-1' });
		const bindings = { ...BINDINGS, ...(times === undefined ? {} : { times }) };
		const built = buildDailySync(thin(), customer, bindings, addresses());
		if (!built.ok) throw new Error(built.problem.code);
		return built.value.workflow;
	};
	const at = startTime({ customer: 'Bakkerij Van Dijk', integration_id: 'integration-1' });

	test('runs at the time of its customer', () => {
		expect(nodeOf(made(), 'Every day').parameters['rule']).toEqual({
			interval: [{ field: 'cronExpression', expression: cronOf(at, 'onceADay') }],
		});
		expect(readSchedule(made('twiceADay')).runs_at).toHaveLength(2);
	});

	test('keeps the time of the template where that is asked, and in a trigger that somebody named', () => {
		expect(readSchedule(made('template')).cron).toEqual(readSchedule(thin()).cron);
		const own = { ...template('nmbrs') };
		const named = own.nodes.map((node) =>
			node.type === TRIGGER ? { ...node, name: 'Elke dag om 6 uur' } : node,
		);
		const workflow = { ...own, nodes: named };
		const customer = { customer: 'X', integration_id: '' };
		expect(withSchedule(workflow, customer, 'onceADay')).toEqual(workflow);
	});
});

describe('when a workflow runs', () => {
	test.each<[string, object[], string[] | null]>([
		[
			'a cron expression',
			[{ field: 'cronExpression', expression: '17 42 4,20 * * *' }],
			['04:42', '20:42'],
		],
		['without seconds', [{ field: 'cronExpression', expression: '5 4 * * *' }], ['04:05']],
		['days of the panel', [{ field: 'days', triggerAtHour: 6, triggerAtMinute: 15 }], ['06:15']],
		['two rules', [{ triggerAtHour: 19 }, { triggerAtHour: 6 }], ['06:00', '19:00']],
		['working days only', [{ field: 'cronExpression', expression: '0 6 * * 1-5' }], null],
		['every second day', [{ field: 'days', daysInterval: 2, triggerAtHour: 6 }], null],
		['every hour', [{ field: 'hours', hoursInterval: 1 }], null],
		['one that is clear and one that is not', [{ triggerAtHour: 6 }, { field: 'hours' }], null],
		['nothing', [], null],
	])('%s', (_what, rules, times) => {
		expect(readSchedule(withRules(...rules)).runs_at).toEqual(times);
	});

	const cron = (expression: string) => ({ field: 'cronExpression', expression });
	test.each<[string, object[], boolean]>([
		['a day of the month', [cron('0 6 26 * *')], true],
		['with seconds', [cron('17 42 6 26 * *')], true],
		['two days of the month', [cron('0 6 1,15 * *')], true],
		['the last day', [cron('0 6 L * *')], true],
		['months of the panel', [{ field: 'months', triggerAtDayOfMonth: 26 }], true],
		['every day', [cron('0 6 * * *')], false],
		['every other day', [cron('0 6 */2 * *')], false],
		['days of the panel', [{ triggerAtHour: 6 }], false],
		['one of each', [cron('0 6 26 * *'), cron('0 6 * * *')], false],
		['a cron that is none', [cron('26')], false],
		['nothing', [], false],
	])('%s: monthly', (_what, rules, expected) => {
		expect(runsMonthly(withRules(...rules))).toBe(expected);
	});

	test('is said in words', () => {
		const runs_at = ['04:42', '20:42'];
		const schedule = { runs_at, cron: [], time_zone: 'Europe/Amsterdam' };
		expect(sayRunTimes(schedule, 'nl')).toBe('elke dag om 04:42 en 20:42 (Europe/Amsterdam)');
		expect(sayRunTimes({ ...schedule, time_zone: null }, 'en')).toBe(
			'every day at 04:42 and 20:42',
		);
		expect(sayRunTimes({ ...schedule, runs_at: null }, 'en')).toBe('at the times of its schedule');
	});
});

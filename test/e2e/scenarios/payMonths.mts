import assert from 'node:assert/strict';
import { decide } from '../../../sandbox/demo/approvalPage.mts';
import { outputOf } from '../../../sandbox/demo/n8nClient.mts';
import { approvalLink } from '../../../sandbox/demo/run.mts';
import { NODE } from '../../../sandbox/demo/template.mts';
import { firstMonth, nextMonth, PAY_WORLD } from '../../../sandbox/nextMonth.mts';
import { FIRST_MONTH, SECOND_MONTH } from '../../../sandbox/world/payMonths.mts';
import type { PayRoles } from '../../../sandbox/world/payMonths.mts';
import type { System } from '../../../sandbox/world/types.mts';
import { expectedBudgets, NOTHING_SENT } from '../../support/expectedBudgets.mts';
import type { SentBudgets } from '../../support/expectedBudgets.mts';
import { expectedFile, FULL_TIME_HOURS } from '../../support/expectedFile.mts';
import type { Context } from '../context.mts';
import { expectNoWrites, expectOnlyReads } from '../expect.mts';
import { approve, CUSTOMERS, expectNothingKept, join, set, setUpOps } from '../payMonths.mts';
import type { Ops, PayCustomer, Planned } from '../payMonths.mts';
import type { Scenario } from '../run.mts';
import { tableRows } from '../runLog.mts';
import { expectNoFigures, figuresOf, FILE, sentOf, STEP } from '../salaryLeave.mts';

/**
 * Pay and budgets of two customers over two months: they connect with pay, Customer Setup makes their
 * workflows, support approves the first files, and the next month brings raises, stops, corrections, a leaver
 * and a budget that became a one-off. What arrives is held against the ledger of the made-up world.
 */

export const freshN8n = true;
/** n8n takes finished runs out of its database in seconds, not in a quarter of an hour, and an hour later by hand. */
export const n8nEnv = {
	EXECUTIONS_DATA_HARD_DELETE_BUFFER: '0',
	EXECUTIONS_DATA_PRUNE_HARD_DELETE_INTERVAL: '0.1',
};

const BUDGETS = '/alleo/alleo_budgets.csv';

interface Month {
	name: string;
	day: string;
	/** Support starts the first runs, n8n's clock the others. */
	triggers: { salary: string; budgets: string };
	/** External ids whose wage has to be looked at. */
	held: ReadonlySet<string>;
	before: SentBudgets;
}

const BY_HAND: Month['triggers'] = { salary: NODE.dryRun, budgets: NODE.dryRun };
const BY_CLOCK: Month['triggers'] = { salary: STEP.schedule, budgets: NODE.schedule };

interface Sent {
	salary: string;
	budgets: string;
	ledger: SentBudgets;
}

const lines = (csv: string): string[] => csv.split('\n');

/** Both files of one month: planned, approved, arrived. */
async function month(
	context: Context,
	customer: PayCustomer,
	{ name, day, triggers, held, before }: Month,
): Promise<Sent & { planned: Planned[]; payPlanned: Planned[] }> {
	const { system, sftp, companyId, salary, budgets } = customer;
	const { world } = context.sandbox;
	const own = system === 'nmbrs' ? { full_time_hours_per_month: FULL_TIME_HOURS } : {};
	await set(context, salary, { reference_date: day, ...own });
	await set(context, budgets, { reference_date: day });
	sftp.log.length = 0;

	const pay = await approve(
		context,
		{ workflowId: salary, trigger: triggers.salary },
		`${system} ${name} salary`,
	);
	const file = sftp.folder.text(FILE);
	assert.deepEqual(lines(file), lines(expectedFile(world, system, { held, companyId })));
	const figures = figuresOf(file);
	for (const [where, text] of pay.texts) expectNoFigures(where, text, figures);

	const budget = await approve(
		context,
		{ workflowId: budgets, trigger: triggers.budgets },
		`${system} ${name} budgets`,
	);
	const ledger = expectedBudgets(world, system, before, companyId);
	assert.deepEqual(lines(sftp.folder.text(BUDGETS)), lines(ledger.csv));
	// Amounts of budgets are on their page; a wage that happens to be one of them says nothing.
	const amounts = new Set([...figuresOf(ledger.csv), ...figuresOf(before.csv)]);
	const wages = figures.filter((figure) => !amounts.has(figure));
	for (const [where, text] of budget.texts.slice(0, 1)) {
		const [oddest] = figuresOf(ledger.csv).filter((amount) => !/\.[05]0$/.test(amount));
		assert.ok(text.includes(String(oddest).replace('.', ',')), `${where} shows no amount`);
		expectNoFigures(where, withoutTotals(text), wages);
	}
	assert.deepEqual([...sftp.folder.files.keys()].sort(), [BUDGETS, FILE].sort());
	assert.equal(sentOf(sftp).filter((line) => line.startsWith('rename')).length, 2);
	return {
		salary: file,
		budgets: sftp.folder.text(BUDGETS),
		ledger,
		planned: outputOf(budget.waiting, STEP.compare) as Planned[],
		payPlanned: outputOf(pay.waiting, STEP.compare) as Planned[],
	};
}

/** Sums of budgets can be equal to somebody's wage; they are no figure of a person. */
const withoutTotals = (html: string): string => html.replace(/<(tfoot|caption)[\s\S]*?<\/\1>/g, '');

function expectRows(planned: readonly Planned[], parts: PayRoles): void {
	const codeOf = (role: keyof PayRoles): string | undefined =>
		planned.find(({ external_id: id }) => id === parts[role].externalId)?.reason.code;
	assert.deepEqual(
		{
			changed: codeOf('changed'),
			emptied: codeOf('emptied'),
			zeroed: codeOf('zeroed'),
			leaver: codeOf('leaver'),
			onceNew: codeOf('onceNew'),
			unknownCategory: codeOf('unknownCategory'),
		},
		{
			changed: 'BUDGET_CHANGED',
			emptied: 'BUDGET_STOPPED',
			zeroed: 'BUDGET_CHANGED',
			leaver: 'BUDGET_STOPPED',
			onceNew: 'BUDGET_NEW',
			unknownCategory: 'BUDGET_NEW',
		},
	);
}

/** The daily sync of both customers waits for its own first decision; it is not what this is about. */
async function rejectDaily(context: Context, { daily }: PayCustomer): Promise<void> {
	for (const { id, status } of await context.client.executionsOf(daily)) {
		if (status !== 'waiting') continue;
		const link = approvalLink(await context.client.execution(id));
		await decide(link, { decision: 'reject', approver: 'Sanne Support', comment: 'Later' });
		await context.client.ended(id).catch(() => undefined);
	}
}

async function expectLogged(context: Context, customer: PayCustomer, sent: Sent[]): Promise<void> {
	const counts = (pick: (one: Sent) => string): number[] =>
		sent.map((one) => pick(one).trimEnd().split('\n').length - 1);
	for (const [id, expected] of [
		[customer.salary, counts(({ salary }) => salary)],
		[customer.budgets, counts(({ budgets }) => budgets)],
	] as const) {
		const rows = await tableRows(context, id);
		assert.deepEqual(
			rows.map(({ state, applied, customer: name }) => ({ state, applied, name })),
			expected.map((applied) => ({ state: 'applied', applied, name: CUSTOMERS[customer.system] })),
		);
	}
}

async function expectTold({ desk }: Ops, { delivery, system }: PayCustomer): Promise<void> {
	const subjects = desk.told(delivery, 'fileSent').map(({ subject }) => subject);
	const salary = `${CUSTOMERS[system]}: bestand met salaris en verlof verstuurd`;
	const budgets = `${CUSTOMERS[system]}: bestand met budgetten verstuurd`;
	assert.deepEqual(subjects, [salary, budgets, salary, budgets]);
}

const SYSTEMS: readonly System[] = ['nmbrs', 'afas'];

export const scenarios: Record<string, Scenario> = {
	'two customers connect with pay; their files of two months are right to the cent, and nothing is kept':
		async (context) => {
			await context.useWorld({
				...PAY_WORLD,
				nmbrs: { settings: { clients: context.sandbox.nmbrs.state.settings.clients } },
			});
			const parts = firstMonth(context.sandbox);
			const ops = await setUpOps(context);
			const customers: PayCustomer[] = [];
			const sent = new Map<System, Sent[]>();
			for (const system of SYSTEMS) {
				const customer = await join(context, ops, system);
				customers.push(customer);
				const first = await month(context, customer, {
					name: 'first',
					day: FIRST_MONTH,
					triggers: BY_HAND,
					held: new Set(),
					before: NOTHING_SENT,
				});
				sent.set(system, [first]);
			}
			nextMonth(context.sandbox, parts);
			for (const customer of customers) {
				const { system } = customer;
				const [first] = sent.get(system) ?? [];
				assert.ok(first);
				const { raisedTooMuch } = parts[system];
				const second = await month(context, customer, {
					name: 'second',
					day: SECOND_MONTH,
					triggers: BY_CLOCK,
					held: new Set([raisedTooMuch.externalId]),
					before: first.ledger,
				});
				sent.set(system, [first, second]);
				expectRows(second.planned, parts[system]);
				const moved = second.payPlanned.find(
					({ external_id: id }) => id === raisedTooMuch.externalId,
				);
				assert.equal(moved?.reason.code, 'FLEX_WAGE_MOVED_BACK');
				await expectLogged(context, customer, [first, second]);
				await expectTold(ops, customer);
				await rejectDaily(context, customer);
			}
			expectNoWrites(context);
			expectOnlyReads(context);
			const all = [...sent.values()].flat();
			const figures = [
				...new Set(
					all.flatMap(({ salary, budgets }) => [...figuresOf(salary), ...figuresOf(budgets)]),
				),
			];
			for (const { seen, system } of customers) {
				expectNoFigures(`pages of connecting ${system}`, seen.join('\n'), figures);
			}
			await expectNothingKept(context, ops, figures);
		},
};

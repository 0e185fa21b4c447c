import type { IDataObject } from 'n8n-workflow';
import { StoredWorkflow } from '../../../../core/connect/templates/workflow';
import { choice, isRecord, number, text, wholeNumber } from '../../../shared/parameters';
import { TicketStore } from '../../../shared/callBudget/store';
import { takeTurn } from '../../../shared/callBudget/turn';
import type { Waited } from '../../../shared/callBudget/turn';
import { systemClock } from '../../../shared/http/clock';
import { budgetsOf, isAlleo } from '../../callBudget/budgets';
import { customerOf } from '../../dailySync/describe';
import { valueAt } from '../invitation/shared';
import type { ItemContext, ItemOperation } from '../operation';

export const workflowId = text({
	displayName: 'Workflow ID',
	name: 'workflowId',
	default: "={{ $json.start?.workflow ?? '' }}",
	description:
		'Of the workflow whose run wants to call Alleo and NMBRS. Empty waits for nothing: the item goes on as it came.',
});

export const run = text({
	displayName: 'Execution ID',
	name: 'run',
	default: "={{ $json.start?.run ?? '' }}",
	description: 'Of that run',
});

export const part = choice({
	displayName: 'Limits',
	name: 'budgets',
	options: [
		{ name: 'All That It Shares', value: 'all', description: 'Of Alleo, and of NMBRS' },
		{
			name: 'Only That of Alleo',
			value: 'alleo',
			description: 'Where nothing more is read of NMBRS',
		},
	],
	default: 'all',
	empty: 'all',
	description: 'Which limits it is about',
});

const places = (displayName: string, name: string, what: string) =>
	wholeNumber({
		displayName,
		name,
		typeOptions: { minValue: 1, maxValue: 100, numberPrecision: 0 },
		nearest: true,
		default: 4,
		description: `How many runs may use ${what} at the same time; the others wait in line`,
	});

const alleoPlaces = places('Runs for One Alleo Key', 'alleoPlaces', 'one Alleo credential');
const nmbrsPlaces = places('Runs for NMBRS', 'nmbrsPlaces', 'the NMBRS app');

const longestWait = number({
	displayName: 'Longest Wait (Minutes)',
	name: 'longestWait',
	typeOptions: { minValue: 0, maxValue: 240 },
	nearest: true,
	default: 30,
	description:
		'After it the run goes on all the same, and says so. For all limits together; shorter than the timeout of the desk.',
});

const leaseMinutes = number({
	displayName: 'Place Kept for (Minutes)',
	name: 'leaseMinutes',
	typeOptions: { minValue: 1, maxValue: 720 },
	nearest: true,
	default: 60,
	description: 'A run that gave nothing back by then has died, or is slow: the next one goes',
});

const MINUTE = 60_000;

/** The key of a run in the line. */
export const holderOf = (given: ItemContext): string =>
	`${valueAt(given, workflowId)}/${valueAt(given, run)}`;

const itemOf = ({ context, item }: Pick<ItemContext, 'context' | 'item'>): IDataObject =>
	context.getInputData()[item]?.json ?? {};

/** The item that came, with who waited for what: also in the record of the run, which the log keeps. */
function answer(given: Pick<ItemContext, 'context' | 'item'>, waited: Waited[]) {
	const json = itemOf(given);
	const shown = waited.map((one): IDataObject => ({ ...one }));
	const { start } = json;
	const counted = isRecord(start) ? { start: { ...start, waited: shown } } : {};
	return [{ ...json, ...counted, waited: shown } as IDataObject];
}

const noLine = (code: string | null): Waited[] => [
	{ budget: '', seconds: 0, behind: [], ended: 'noLine', code },
];

async function waits(given: ItemContext): Promise<Waited[]> {
	const { context, client } = given;
	const read = await client.workflow(valueAt(given, workflowId));
	if (!read.ok) return noLine(read.problem.code);
	const stored = StoredWorkflow.safeParse(read.value);
	if (!stored.success) return noLine('N8N_ANSWER_UNREADABLE');
	const store = await TicketStore.make(client);
	if (!store.ok) return noLine(store.problem.code);
	const shared = budgetsOf(stored.data, {
		alleo: valueAt(given, alleoPlaces),
		nmbrs: valueAt(given, nmbrsPlaces),
	});
	const wanted = valueAt(given, part) === 'all' ? shared : shared.filter(isAlleo);
	const waited: Waited[] = [];
	// One wait for all limits together: n8n ends a desk that is out for too long, and its answer is lost.
	const end = systemClock.now() + valueAt(given, longestWait) * MINUTE;
	for (const budget of wanted) {
		waited.push(
			await takeTurn({
				store: store.value,
				budget,
				holder: holderOf(given),
				customer: customerOf(stored.data),
				longestWait: Math.max(0, end - systemClock.now()),
				lease: valueAt(given, leaseMinutes) * MINUTE,
				clock: systemClock,
				signal: context.getExecutionCancelSignal(),
			}),
		);
	}
	return waited;
}

/** Waits until the run may call, at most so long. What goes wrong here stops nothing. */
export const take: ItemOperation = {
	name: 'Wait for a Turn',
	action: 'Wait for a turn',
	description: 'Wait until the run may use the limits of calls that it shares with others',
	writes: true,
	fields: [
		workflowId.field,
		run.field,
		part.field,
		alleoPlaces.field,
		nmbrsPlaces.field,
		longestWait.field,
		leaseMinutes.field,
	],
	async run(given) {
		// What came is no start of a run: there is nothing to wait for.
		if (valueAt(given, workflowId) === '') return [itemOf(given)];
		const waited = await waits(given);
		for (const { budget, seconds, ended, code } of waited) {
			if (ended === 'place') continue;
			const reason = ended === 'noLine' ? (code ?? ended) : `${seconds} s`;
			given.context.logger.warn(`Call budget: goes on without a turn at ${budget}: ${reason}`);
		}
		return answer(given, waited);
	},
	otherwise(context, item, code) {
		const came = itemOf({ context, item });
		return isRecord(came['start']) ? answer({ context, item }, noLine(code)) : [came];
	},
};

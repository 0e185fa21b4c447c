import type { IDataObject } from 'n8n-workflow';
import { executionOf } from '../../../../core/runLog/runPlans';
import { TicketStore } from '../../../shared/callBudget/store';
import { text } from '../../../shared/parameters';
import { NMBRS_BUDGET } from '../../callBudget/budgets';
import { valueAt } from '../invitation/shared';
import type { ItemContext, ItemOperation } from '../operation';

const workflowId = text({
	displayName: 'Workflow ID',
	name: 'workflowId',
	default: '={{ $json.workflow }}',
	required: true,
	description: 'Of the workflow whose run calls nobody for now',
});

const run = text({
	displayName: 'Execution ID',
	name: 'run',
	default: '={{ $json.run }}',
	required: true,
	description: 'Of that run, as n8n or the run log has it',
});

const runState = text({
	displayName: 'State of the Run',
	name: 'state',
	default: '={{ $json.state }}',
	description:
		'As the run log has it. A run that has just started keeps its turn, and one that applies keeps that of Alleo; empty gives back everything.',
});

/** Of every item that is about the same run: of a split plan one part may apply while the other waits. */
function statesOf(given: ItemContext, holder: string): Set<string> {
	const items = given.context.getInputData();
	return new Set(
		items.flatMap((_item, item) => {
			const other = { ...given, item };
			return holderAt(other) === holder ? [valueAt(other, runState)] : [];
		}),
	);
}

const holderAt = (given: ItemContext): string =>
	`${valueAt(given, workflowId)}/${executionOf(valueAt(given, run))}`;

/** What the run needs no more; nothing while it reads. */
function leftBy(states: ReadonlySet<string>): 'nothing' | 'reading' | 'all' {
	if (states.has('started')) return 'nothing';
	return states.has('applying') ? 'reading' : 'all';
}

async function leave(given: ItemContext): Promise<number> {
	const { context, client } = given;
	const holder = holderAt(given);
	const left = leftBy(statesOf(given, holder));
	if (left === 'nothing') return 0;
	const store = await TicketStore.open(client);
	const returned =
		store.ok && store.value !== null
			? await store.value.leave(holder, left === 'all' ? undefined : NMBRS_BUDGET)
			: null;
	if (returned?.ok === true) return returned.value;
	const problem = !store.ok ? store.problem : returned?.problem;
	if (problem !== undefined) {
		context.logger.warn(`Call budget: a turn was not given back: ${problem.code}`);
	}
	return 0;
}

/** The run calls nobody any more, or not until somebody decides: the next in line goes. Twice is once. */
export const giveBack: ItemOperation = {
	name: 'Give Back the Turn',
	action: 'Give back the turn',
	description: 'Let the next run in line go',
	writes: true,
	fields: [workflowId.field, run.field, runState.field],
	async run(given) {
		const json: IDataObject = given.context.getInputData()[given.item]?.json ?? {};
		return [{ ...json, given_back: await leave(given) }];
	},
	otherwise: (context, item) => [{ ...context.getInputData()[item]?.json, given_back: 0 }],
};

import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import type { PlanRow } from '../../core/model/plan';
import { outcomeOf, toError } from '../shared/outcome';
import { json, plan } from './plan';
import { properties } from './properties';

export class AlleoDiff implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Alleo Diff',
		name: 'alleoDiff',
		icon: { light: 'file:alleoDiff.svg', dark: 'file:alleoDiff.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ ({ salaryLeave: "salary and leave, ", budgets: "budgets, " })[$parameter["dataset"]] ?? "" }}{{ $parameter["approval"] === "always" ? "approval always" : "approval when a guard trips" }}',
		description:
			'Compares the HR system with Alleo and plans who is onboarded, updated or off-boarded',
		defaults: { name: 'Alleo Diff' },
		usableAsTool: true,
		// The figures of a plan for a file, for an n8n that hides such fields in its views.
		sensitiveOutputFields: ['flex'],
		inputs: [
			{ type: NodeConnectionTypes.Main, displayName: 'Employees', required: true },
			{ type: NodeConnectionTypes.Main, displayName: 'Alleo', required: true },
			{ type: NodeConnectionTypes.Main, displayName: 'Coverage', required: false },
		],
		// Output 0 is the safe branch: a disabled node passes its input there.
		outputs: [
			{ type: NodeConnectionTypes.Main, displayName: 'Needs approval' },
			{ type: NodeConnectionTypes.Main, displayName: 'Ready' },
			{ type: NodeConnectionTypes.Main, displayName: 'Summary' },
		],
		properties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		// The safe branches stay empty: what goes on must never look like a plan.
		return await outcomeOf(
			this,
			async () => await compare(this),
			(failed) => [[], [], [failed]],
		);
	}
}

async function compare(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const planned = await plan(context);
	if (!planned.ok) throw toError(context, planned.problem);
	const link = linkToSource(json(context.getInputData(0)));
	const waiting: INodeExecutionData[] = [];
	const ready: INodeExecutionData[] = [];
	const summaries: INodeExecutionData[] = [];
	for (const { rows, summary } of planned.value) {
		// A plan goes one way as a whole; rows that need nobody's approval leave on "Ready".
		const branch = summary.needs_approval ? waiting : ready;
		for (const row of rows) branch.push(link(row));
		summaries.push({ json: summary as unknown as IDataObject, pairedItem: { item: 0 } });
	}
	return [waiting, ready, summaries];
}

/** Each row points at the person it came from, so that n8n can show where an item comes from. */
function linkToSource(source: readonly IDataObject[]): (row: PlanRow) => INodeExecutionData {
	const positions = new Map<string, number>();
	source.forEach((item, index) => {
		const externalId = item['external_id'];
		if (typeof externalId === 'string') positions.set(externalId, index);
	});
	return (row) => ({
		json: row as unknown as IDataObject,
		pairedItem: { item: positions.get(row.external_id ?? '') ?? 0, input: 0 },
	});
}

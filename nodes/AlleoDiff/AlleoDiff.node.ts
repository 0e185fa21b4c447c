import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { diff } from '../../core/diff';
import type { PlanRow } from '../../core/plan';
import { civilToday, instantNow } from '../shared/clock';
import { errorItem, whyAndCode } from '../shared/errorItem';
import { toNodeError } from '../shared/errors';
import { jsonOn } from '../shared/inputs';
import { rememberedPartitions, rememberPartitions } from './memory';
import { properties } from './properties';
import { readSettings } from './readOptions';

const json = (items: INodeExecutionData[]): IDataObject[] => items.map((item) => item.json);

/** Hours in milliseconds; the expiry is an instant, unlike every other date here. */
const HOUR = 3_600_000;

export class AlleoDiff implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Alleo Diff',
		name: 'alleoDiff',
		icon: { light: 'file:alleoDiff.svg', dark: 'file:alleoDiff.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ $parameter["approval"] === "always" ? "approval always" : "approval when a guard trips" }}',
		description:
			'Compares the HR system with Alleo and plans who is onboarded, updated or off-boarded',
		defaults: { name: 'Alleo Diff' },
		usableAsTool: true,
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
		const today = civilToday(this.getTimezone());
		const memory: IDataObject = this.getWorkflowStaticData('node') ?? {};
		const settings = readSettings(this, rememberedPartitions(memory, today));
		const createdAt = instantNow();
		const source = json(this.getInputData(0));
		const coverage = jsonOn(this, 2);
		const result = diff({
			source,
			alleo: json(this.getInputData(1)),
			coverage,
			options: settings.options,
			referenceDate: settings.referenceDate === '' ? today : settings.referenceDate,
			createdAt,
			expiresAt: new Date(Date.parse(createdAt) + settings.expiresAfterHours * HOUR).toISOString(),
		});
		if (!result.ok) {
			const failed = toNodeError(this.getNode(), result.code, result.params);
			if (!this.continueOnFail()) throw failed;
			// The safe branches stay empty: what goes on must never look like a plan.
			return [
				[],
				[],
				[errorItem(this, failed.message, whyAndCode(failed, result.code), { item: 0 })],
			];
		}
		rememberPartitions(
			memory,
			coverage.map((entry) => String(entry['partition'])),
			today,
		);
		const items = linkToSource(result.rows, source);
		const summary = [{ json: result.summary as unknown as IDataObject, pairedItem: { item: 0 } }];
		// A plan goes one way as a whole; rows that need nobody's approval leave on "Ready".
		return result.summary.needs_approval ? [items, [], summary] : [[], items, summary];
	}
}

/** Each row points at the person it came from, so that n8n can show where an item comes from. */
function linkToSource(
	rows: readonly PlanRow[],
	source: readonly IDataObject[],
): INodeExecutionData[] {
	const positions = new Map<string, number>();
	source.forEach((item, index) => {
		const externalId = item['external_id'];
		if (typeof externalId === 'string') positions.set(externalId, index);
	});
	return rows.map((row) => ({
		json: row as unknown as IDataObject,
		pairedItem: { item: positions.get(row.external_id ?? '') ?? 0, input: 0 },
	}));
}

import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	IPairedItemData,
} from 'n8n-workflow';
import { explain } from '../../core/explain';
import type { Answer } from '../../core/explain';
import { readDiffSettings } from '../AlleoDiff/readOptions';
import { civilToday, instantNow } from '../shared/clock';
import { toNodeError } from '../shared/errors';
import { properties } from './properties';

const json = (items: INodeExecutionData[]): IDataObject[] => items.map((item) => item.json);

export class AlleoExplain implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Alleo Explain',
		name: 'alleoExplain',
		icon: { light: 'file:alleoExplain.svg', dark: 'file:alleoExplain.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["language"] === "nl" ? "in Dutch" : "in English" }}',
		description: 'Says why one person did or did not get access to Alleo',
		defaults: { name: 'Alleo Explain' },
		usableAsTool: true,
		inputs: [
			{ type: NodeConnectionTypes.Main, displayName: 'Employees', required: true },
			{ type: NodeConnectionTypes.Main, displayName: 'Alleo', required: true },
			{ type: NodeConnectionTypes.Main, displayName: 'Coverage', required: false },
			{ type: NodeConnectionTypes.Main, displayName: 'Plan and Outcomes', required: false },
		],
		outputs: [
			{ type: NodeConnectionTypes.Main, displayName: 'Answers' },
			{ type: NodeConnectionTypes.Main, displayName: 'Page' },
		],
		properties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const { options, referenceDate } = readDiffSettings(this, [], 'EXPLAIN_SETTING_INVALID');
		const now = instantNow();
		const [source, alleo, coverage, history] = [0, 1, 2, 3].map((input) =>
			json(this.getInputData(input)),
		) as [IDataObject[], IDataObject[], IDataObject[], IDataObject[]];
		const result = explain({
			source,
			alleo,
			coverage,
			history,
			options,
			question: String(this.getNodeParameter('person', 0, '') ?? ''),
			title: String(this.getNodeParameter('title', 0, '') ?? '').trim(),
			language: options.language,
			referenceDate: referenceDate === '' ? civilToday(this.getTimezone()) : referenceDate,
			createdAt: now,
			expiresAt: now, // nothing of this plan is ever applied
		});
		if (!result.ok) {
			const failed = toNodeError(this.getNode(), result.code, result.params);
			if (!this.continueOnFail()) throw failed;
			const error = { error: failed.message, code: result.code };
			return [[], [{ json: error, pairedItem: { item: 0 } }]];
		}
		const linkOf = linkToInputs(source, alleo);
		const answers = result.answers.map((answer) => ({
			json: answer as unknown as IDataObject,
			pairedItem: linkOf(answer),
		}));
		const page = result.page as unknown as IDataObject;
		return [answers, [{ json: page, pairedItem: { item: 0 } }]];
	}
}

/** An answer points at the record it is about, else at the account, so that n8n can show where it comes from. */
function linkToInputs(
	source: readonly IDataObject[],
	alleo: readonly IDataObject[],
): (answer: Answer) => IPairedItemData {
	return ({ found, external_id, employee_number, alleo_id }) => {
		if (!found) {
			const account = alleo.findIndex((item) => item['id'] === alleo_id);
			return account < 0 ? { item: 0 } : { item: account, input: 1 };
		}
		const record = source.findIndex(
			(item) =>
				item['external_id'] === external_id &&
				(external_id !== null ||
					(item['source'] as IDataObject)['employee_number'] === employee_number),
		);
		return { item: Math.max(0, record), input: 0 };
	};
}

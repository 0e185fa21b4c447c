import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	IPairedItemData,
} from 'n8n-workflow';
import { explain, renderProblem } from '../../core/explain';
import type { Answer } from '../../core/explain';
import type { Problem } from '../../core/model/result';
import { instantNow } from '../shared/clock';
import { failedItem, kindOf, toError } from '../shared/outcome';
import { jsonOn } from '../shared/inputs';
import { properties } from './properties';
import { readHeading, readSettings } from './settings';
import type { ExplainSettings } from './settings';

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
		try {
			return answersOf(this);
		} catch (error) {
			const html = renderProblem('UNEXPECTED', { kind: kindOf(error) }, '', 'en');
			return [[], [failedItem(this, error, 0, { html })]];
		}
	}
}

function answersOf(context: IExecuteFunctions): INodeExecutionData[][] {
	const read = readSettings(context);
	if (!read.ok) return refuse(context, read.problem, readHeading(context));
	const settings = read.value;
	const source = json(context.getInputData(0));
	const alleo = json(context.getInputData(1));
	const now = instantNow();
	const result = explain({
		...settings,
		source,
		alleo,
		coverage: jsonOn(context, 2),
		history: jsonOn(context, 3),
		timeZone: context.getTimezone(),
		createdAt: now,
		expiresAt: now, // nothing of this plan is ever applied
	});
	if (!result.ok) return refuse(context, result.problem, settings);
	const linkOf = linkToInputs(source, alleo);
	const { value } = result;
	const answers = value.answers.map((answer) => ({
		json: answer as unknown as IDataObject,
		pairedItem: linkOf(answer),
	}));
	const page = value.page as unknown as IDataObject;
	return [answers, [{ json: page, pairedItem: { item: 0 } }]];
}

/**
 * The error; with "continue" on the output Page alone, with a page that a form can show to whoever
 * asked. "Answers" stays empty: what goes on must never look like an answer.
 */
function refuse(
	context: IExecuteFunctions,
	{ code, params }: Problem,
	{ title, language }: Pick<ExplainSettings, 'title' | 'language'> = { title: '', language: 'en' },
): INodeExecutionData[][] {
	const error = toError(context, { code, params });
	const html = renderProblem(code, params, title, language);
	return [[], [failedItem(context, error, 0, { html })]];
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

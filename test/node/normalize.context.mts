import '../support/quiet.mts';
import 'reflect-metadata';
import { ExecuteContext } from 'n8n-core/dist/execution-engine/node-execution-context/execute-context';
import { Workflow, createRunExecutionData } from 'n8n-workflow';
import type {
	IDataObject,
	IExecuteFunctions,
	INode,
	INodeExecutionData,
	INodeType,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { EmployeeNormalize } from '../../nodes/EmployeeNormalize/EmployeeNormalize.node';

/** Runs the node in n8n-core's own execute context: its parameters and its expression evaluator. */

export interface Run {
	employees: IDataObject[];
	held: IDataObject[];
	preview: IDataObject[];
	/** Each output with their links to the input. */
	outputs: INodeExecutionData[][];
	/** How often n8n was asked for a parameter, and to evaluate an expression. */
	asked: { parameters: number; expressions: number };
}

export interface Setup {
	parameters?: IDataObject;
	timezone?: string;
	continueOnFail?: boolean;
}

const find = (type: INodeType) => ({
	getByName: () => type,
	getByNameAndVersion: () => type,
	getKnownTypes: () => ({}),
});

export async function runNode(records: readonly object[], setup: Setup = {}): Promise<Run> {
	const type = new EmployeeNormalize();
	const node: INode = {
		id: '1',
		name: 'Normalize employees',
		type: 'n8n-nodes-alleo.employeeNormalize',
		typeVersion: 1,
		position: [0, 0],
		parameters: { referenceDate: '2026-11-24', ...setup.parameters } as INode['parameters'],
		...(setup.continueOnFail === true ? { onError: 'continueRegularOutput' as const } : {}),
	};
	const workflow = new Workflow({
		id: 'w',
		name: 'w',
		active: false,
		nodeTypes: find(type),
		nodes: [node],
		connections: {},
		settings: { timezone: setup.timezone ?? 'Europe/Amsterdam' },
	});
	const own = workflow.getNode(node.name) as INode;
	const items = records.map((json, item) => ({ json: json as IDataObject, pairedItem: { item } }));
	const input = { main: [items] };
	const context = new ExecuteContext(
		workflow,
		own,
		{
			webhookWaitingBaseUrl: 'http://127.0.0.1/waiting',
			formWaitingBaseUrl: 'http://127.0.0.1/form',
			variables: {},
		} as IWorkflowExecuteAdditionalData,
		'manual',
		createRunExecutionData({}),
		0,
		items,
		input,
		{ data: input, node: own, source: null },
		[],
	);
	const asked = { parameters: 0, expressions: 0 };
	const parameter = context.getNodeParameter.bind(context) as (...given: unknown[]) => unknown;
	const evaluate = context.evaluateExpression.bind(context);
	Object.assign(context, {
		getNodeParameter: (...given: unknown[]) => {
			asked.parameters++;
			return parameter(...given);
		},
		evaluateExpression: (expression: string, index: number) => {
			asked.expressions++;
			return evaluate(expression, index);
		},
	});
	const outputs = await type.execute.call(context as unknown as IExecuteFunctions);
	const [employees = [], held = [], preview = []] = outputs.map((output) =>
		output.map(({ json }) => json),
	);
	return { employees, held, preview, outputs, asked };
}

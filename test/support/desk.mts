import type { IDataObject, INodeExecutionData, INodeType, IRun } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { outputOf } from './engine.mts';
import type { EngineRun } from './engine.mts';

/**
 * The desk of a test: the real template, run by the engine where a workflow calls it. The node that calls is
 * a double of n8n's Execute Sub-workflow (n8n-nodes-base 2.41.1): it hands over its inputs on top of the
 * item, the trigger gives null for what is missing, and what comes back is what ran last.
 */

export interface Told {
	subject: string;
	text: string;
	link: string;
	customer: string;
	language: string;
	kind: string;
	recipients: string[];
}

export const DESK_ID = 'desk';

export class Desk {
	readonly #engine: EngineRun;
	readonly #inputs: readonly string[];
	readonly runs: IRun[] = [];
	/** As where n8n does not know or may not call it. */
	unusable = false;
	/** As where ops took the node out that answers. */
	silent = false;

	constructor(engine: EngineRun, inputs: readonly string[]) {
		this.#engine = engine;
		this.#inputs = inputs;
	}

	async #run(trigger: string, json: IDataObject): Promise<IRun> {
		const run = await this.#engine.start(trigger, json);
		this.runs.push(run);
		return run;
	}

	async call(json: IDataObject): Promise<INodeExecutionData[]> {
		if (this.unusable) throw new Error('The workflow to call does not exist');
		const given = Object.fromEntries(this.#inputs.map((name) => [name, json[name] ?? null]));
		const run = await this.#run('When a workflow calls', structuredClone(given));
		const { error, lastNodeExecuted = '' } = run.data.resultData;
		if (error !== undefined) throw error;
		if (this.silent) return [];
		return outputOf<IDataObject>(run, lastNodeExecuted).map((item) => ({ json: item }));
	}

	/** A run of a customer's workflow stopped, as n8n tells its error workflow. */
	async stopped(json: IDataObject): Promise<IRun> {
		return await this.#run('When a run stops', json);
	}

	/** What people were told since the last time that this was asked. */
	#seen = 0;
	told(): Told[] {
		const fresh = this.runs.slice(this.#seen);
		this.#seen = this.runs.length;
		return fresh.flatMap((run) => outputOf<Told>(run, 'Send message'));
	}

	/** The double of Execute Sub-workflow for the workflows that call. */
	caller(): INodeType {
		const call = async (json: IDataObject) => await this.call(json);
		return {
			description: {
				displayName: 'Execute Sub-workflow',
				name: 'executeWorkflow',
				group: ['transform'],
				version: 1.4,
				description: 'double',
				defaults: { name: 'Execute Sub-workflow' },
				inputs: ['main'],
				outputs: ['main'],
				properties: [
					{ displayName: 'Workflow', name: 'workflowId', type: 'json', default: {} },
					{ displayName: 'Inputs', name: 'workflowInputs', type: 'json', default: {} },
				],
			},
			async execute() {
				const { value: id } = this.getNodeParameter('workflowId', 0) as { value: string };
				const { value } = this.getNodeParameter('workflowInputs', 0) as { value: IDataObject };
				try {
					if (id !== DESK_ID) throw new Error(`no workflow "${id}"`);
					const [item] = this.getInputData();
					const answer = await call({ ...item?.json, ...value });
					return [answer.map((one) => ({ ...one, pairedItem: { item: 0 } }))];
				} catch (error) {
					if (!this.continueOnFail()) throw new NodeOperationError(this.getNode(), error as Error);
					return [[{ json: { error: (error as Error).message }, pairedItem: { item: 0 } }]];
				}
			},
		};
	}
}

import './quiet.mts';
import 'reflect-metadata';
import { ExecutionLifecycleHooks, WorkflowExecute } from 'n8n-core';
import { WebhookContext } from 'n8n-core/dist/execution-engine/node-execution-context/webhook-context';
import type {
	IConnections,
	ICredentialType,
	IDataObject,
	INode,
	INodeExecutionData,
	INodeType,
	IRun,
	IRunExecutionData,
	IWorkflowExecuteAdditionalData,
	IWorkflowSettings,
} from 'n8n-workflow';
import { createRunExecutionData, Workflow } from 'n8n-workflow';
import { CORE_NODES } from './coreNodes.mts';
import { MemoryCredentials } from './credentials.mts';
import type { StoredCredential } from './credentials.mts';

/**
 * Runs a workflow through n8n-core's own engine in this process (n8n-core 2.41.1). The one file that
 * knows the engine's insides: they change between n8n's minor versions.
 */

export interface TemplateJson {
	name: string;
	nodes: INode[];
	connections: IConnections;
	settings: IWorkflowSettings;
}

export interface EngineOptions {
	nodes: Record<string, INodeType>;
	credentialTypes: ICredentialType[];
	/** By id; a node refers to `{id, name}`. */
	credentials: Record<string, StoredCredential>;
	/** n8n's id of the workflow. */
	id?: string;
}

const RESUME_URL = 'http://127.0.0.1/webhook-waiting';

export class EngineRun {
	readonly credentials: MemoryCredentials;
	readonly #template: TemplateJson;
	readonly #id: string;
	readonly #find: (type: string) => INodeType;
	#workflow: Workflow;
	readonly #additionalData: IWorkflowExecuteAdditionalData;
	#run: IRun | null = null;
	#started = 0;
	#mode: 'manual' | 'trigger' = 'manual';

	constructor(template: TemplateJson, options: EngineOptions) {
		const types: Record<string, INodeType> = { ...CORE_NODES, ...options.nodes };
		this.#template = template;
		this.#id = options.id ?? 'workflow';
		this.#find = (name) => {
			const type = types[name];
			if (type === undefined) throw new Error(`No node type ${name}`);
			return type;
		};
		this.#workflow = this.#fresh();
		const supported = new Map<string, string[]>();
		for (const [type, node] of Object.entries(options.nodes)) {
			for (const { name } of node.description.credentials ?? []) {
				supported.set(name, [...(supported.get(name) ?? []), type]);
			}
		}
		this.credentials = new MemoryCredentials(
			options.credentialTypes,
			options.credentials,
			supported,
		);
		const workflowData = { id: this.#id, name: template.name, nodes: [], connections: {} };
		this.#additionalData = {
			hooks: new ExecutionLifecycleHooks('manual', '1', workflowData as never),
			executionId: '1',
			webhookWaitingBaseUrl: RESUME_URL,
			formWaitingBaseUrl: RESUME_URL,
			variables: {},
			setExecutionStatus: () => undefined,
			credentialsHelper: this.credentials.helper(),
		} as unknown as IWorkflowExecuteAdditionalData;
	}

	/** A resumed run leaves marks on its nodes, which n8n's server drops with the copy that it read. */
	#fresh(staticData: IDataObject = {}): Workflow {
		const { name, settings, nodes, connections } = this.#template;
		const find = this.#find;
		return new Workflow({
			id: this.#id,
			name,
			active: false,
			nodeTypes: { getByName: find, getByNameAndVersion: find, getKnownTypes: () => ({}) },
			settings,
			staticData,
			nodes: structuredClone(nodes),
			connections: structuredClone(connections),
		});
	}

	async #process(data: IRunExecutionData): Promise<IRun> {
		const engine = new WorkflowExecute(this.#additionalData, this.#mode, data);
		this.#run = await engine.processRunExecutionData(this.#workflow);
		return this.#run;
	}

	/** Starts at a node, as its trigger would with this item: a schedule by itself, anything else by hand. */
	async start(trigger: string, json: IDataObject = {}, byItself = true): Promise<IRun> {
		this.#workflow = this.#fresh(this.#workflow.staticData);
		const node = this.#workflow.getNode(trigger);
		if (node === null) throw new Error(`The workflow has no node "${trigger}"`);
		this.#started++;
		this.#mode = node.type.endsWith('.scheduleTrigger') && byItself ? 'trigger' : 'manual';
		this.#additionalData.executionId = String(this.#started);
		return await this.#process(
			createRunExecutionData({
				executionData: {
					nodeExecutionStack: [{ node, data: { main: [[{ json }]] }, source: null }],
				},
				resumeToken: 'resume-token',
			} as never),
		);
	}

	get #waiting(): { data: IRunExecutionData; node: INode } {
		const data = this.#run?.data;
		const node = data?.executionData?.nodeExecutionStack[0]?.node;
		if (data?.waitTill === undefined || node === undefined) throw new Error('Nothing is waiting');
		return { data, node };
	}

	/** A request to the waiting node's page; a POST that decides resumes the execution. */
	async request(
		method: 'GET' | 'POST',
		body: Record<string, unknown> = {},
	): Promise<{ page: string; run: IRun }> {
		const { data, node } = this.#waiting;
		const type = this.#workflow.nodeTypes.getByNameAndVersion(node.type, node.typeVersion);
		let sent = '';
		const response = {
			status: () => response,
			setHeader: () => response,
			removeHeader: () => response,
			set: () => response,
			header: () => response,
			type: () => response,
			end: (text = '') => {
				sent += text;
				return response;
			},
			send: (text: string) => {
				sent += text;
				return response;
			},
		};
		const request = { method, body, query: {}, headers: {}, params: {} };
		const webhookDescription = type.description.webhooks?.find(
			(webhook) => webhook.httpMethod === method,
		);
		const context = new WebhookContext(
			this.#workflow,
			node,
			{
				...this.#additionalData,
				httpRequest: request as never,
				httpResponse: response as never,
			},
			this.#mode,
			{ webhookDescription } as never,
			[],
			data,
		);
		const result = await type.webhook?.call(context as never);
		const workflowData = result?.workflowData;
		const page = sent === '' ? String(result?.webhookResponse ?? '') : sent;
		if (workflowData === undefined) return { page, run: this.#run as IRun };
		return { page, run: await this.#resume(workflowData) };
	}

	/** As n8n's wait tracker does when the limit has passed: the input leaves on output 0. */
	async expire(): Promise<IRun> {
		return await this.#process(this.#waiting.data);
	}

	async #resume(output: Array<INodeExecutionData[] | null>): Promise<IRun> {
		const { data } = this.#waiting;
		const entry = data.executionData?.nodeExecutionStack[0];
		if (entry === undefined) throw new Error('Nothing is waiting');
		entry.data = { main: output };
		entry.metadata = { ...entry.metadata, forwardAllOutputs: true } as never;
		return await this.#process(data);
	}
}

/** Items that left a node on one output, over all its runs. */
export function outputOf<T = Record<string, unknown>>(run: IRun, node: string, output = 0): T[] {
	const runs = run.data.resultData.runData[node] ?? [];
	return runs.flatMap((one) => (one.data?.['main']?.[output] ?? []).map((item) => item.json as T));
}

export const executed = (run: IRun, node: string): boolean =>
	run.data.resultData.runData[node] !== undefined;

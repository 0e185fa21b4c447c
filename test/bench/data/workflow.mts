import type {
	IConnections,
	ICredentialType,
	INode,
	INodeExecutionData,
	INodeType,
	IRun,
} from 'n8n-workflow';
import type { StoredCredential } from '../../support/credentials.mts';
import { EngineRun } from '../../support/engine.mts';

/** Small workflows for n8n's own engine: lists that are there already, and the nodes under measurement. */

/** A node that gives a prepared list, so that reading costs nothing. */
export const given = (json: readonly object[]): INodeType => {
	const items = json.map((entry) => ({ json: entry, pairedItem: { item: 0 } }));
	return {
		description: {
			displayName: 'Given',
			name: 'given',
			group: ['transform'],
			version: 1,
			description: 'Given',
			defaults: { name: 'Given' },
			inputs: ['main'],
			outputs: ['main'],
			properties: [],
		},
		execute: async () => [items as INodeExecutionData[]],
	};
};

export interface Step {
	name: string;
	node: INodeType;
	typeVersion?: number;
	parameters?: INode['parameters'];
	/** Names of the steps whose first output goes into input 0, 1, … */
	inputs?: readonly string[];
	/** The type of the credential that the node uses. */
	credential?: string;
}

/** Credentials by their type. */
export interface Keys {
	types: ICredentialType[];
	stored: Record<string, StoredCredential>;
}

const NO_KEYS: Keys = { types: [], stored: {} };

export interface EngineTimes {
	/** The whole run as the engine did it, in milliseconds. */
	wall: number;
	/** What the engine notes for each node, in milliseconds. */
	nodes: Record<string, number>;
	run: IRun;
}

const START = 'Start';

/** Runs the steps in the real engine, in their order. */
export async function runSteps(steps: readonly Step[], keys: Keys = NO_KEYS): Promise<EngineTimes> {
	const types: Record<string, INodeType> = {};
	const connections: IConnections = {};
	const link = (from: string, to: string, index: number): void => {
		const main = (connections[from] ??= { main: [[]] })['main'] ?? [];
		main[0]?.push({ node: to, type: 'main', index });
	};
	const nodes = steps.map((step, index): INode => {
		const { name, node, typeVersion, parameters, inputs, credential } = step;
		const type = `bench.${name}`;
		types[type] = node;
		(inputs ?? [START]).forEach((from, input) => link(from, name, input));
		return {
			id: String(index),
			name,
			type,
			typeVersion: typeVersion ?? 1,
			position: [index * 200, 0],
			parameters: parameters ?? {},
			...(credential === undefined
				? {}
				: { credentials: { [credential]: { id: credential, name: credential } } }),
		};
	});
	const start = { id: 'start', name: START, type: 'bench.start', typeVersion: 1, parameters: {} };
	nodes.unshift({ ...start, position: [0, 0] });
	types['bench.start'] = given([{}]);
	const settings = { executionOrder: 'v1' as const, timezone: 'Europe/Amsterdam' };
	const template = { name: 'bench', nodes, connections, settings };
	const engine = new EngineRun(template, {
		nodes: types,
		credentialTypes: keys.types,
		credentials: keys.stored,
	});
	globalThis.gc?.();
	const from = performance.now();
	const run = await engine.start(START);
	const wall = performance.now() - from;
	const { error, runData } = run.data.resultData;
	if (error !== undefined) throw new Error(`${error.name}: ${error.message} ${error.stack ?? ''}`);
	const times = Object.entries(runData).map(([name, [first]]) => [name, first?.executionTime ?? 0]);
	return { wall, nodes: Object.fromEntries(times) as Record<string, number>, run };
}

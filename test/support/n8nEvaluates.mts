import { readFileSync } from 'node:fs';
import path from 'node:path';
import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	INodeParameters,
	INodeTypes,
} from 'n8n-workflow';
import { createEmptyRunExecutionData, Workflow } from 'n8n-workflow';
import { ROOT } from './paths.mts';

/**
 * How n8n's own evaluator reads what is stored, in a workflow that has something to steal. n8n 2.41 reads
 * a credential in two ways: once while a node runs, and twice (what the first time gave once more) where
 * it answers a webhook, fills a list or tests the credential.
 */

const node = (name: string, parameters: INodeParameters = {}) => ({
	id: name,
	name,
	type: 'test',
	typeVersion: 1,
	position: [0, 0] as [number, number],
	parameters,
});

const description = { properties: [] };
const types = {
	getByName: () => ({ description }),
	getByNameAndVersion: () => ({ description }),
	getKnownTypes: () => ({}),
} as unknown as INodeTypes;

export const LOOT = 'the-name-of-another-customer';

const workflow = new Workflow({
	id: 'w1',
	name: LOOT,
	nodes: [node('Reader'), node('Settings')],
	connections: {},
	active: false,
	nodeTypes: types,
});

/** As a parameter of a node, for one item, or a credential that a running node uses. */
export const evaluatedOnce = <T extends INodeParameters | ICredentialDataDecryptedObject>(
	stored: T,
	json: IDataObject = { loot: LOOT },
): Record<string, unknown> =>
	workflow.expression.getParameterValue(
		stored as INodeParameters,
		createEmptyRunExecutionData(),
		0,
		0,
		'Reader',
		[{ json }],
		'manual',
		{},
	) as Record<string, unknown>;

/** As a credential that is tested, or that a webhook or a list uses. */
export const evaluatedTwice = (stored: object): Record<string, unknown> =>
	workflow.expression.getComplexParameterValue(
		node('Reader'),
		stored as INodeParameters,
		'internal',
		{},
	) as Record<string, unknown>;

/** Expressions that stand in the templates: each of them would run where n8n finds it as a text. */
export const templateExpressions = (): string[] => {
	const text = readFileSync(path.join(ROOT, 'workflows/nmbrs-daily-sync.json'), 'utf8');
	return [...text.matchAll(/"(=\{\{(?:[^"\\]|\\.)*)"/g)].map(([, inside = '']) =>
		String(JSON.parse(`"${inside}"`)),
	);
};

import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ICredentialDataDecryptedObject, INodeParameters, INodeTypes } from 'n8n-workflow';
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

/** As a parameter of a node, or a credential that a running node uses. */
export const evaluatedOnce = <T extends INodeParameters | ICredentialDataDecryptedObject>(
	stored: T,
): Record<string, unknown> =>
	workflow.expression.getParameterValue(
		stored as INodeParameters,
		createEmptyRunExecutionData(),
		0,
		0,
		'Reader',
		[{ json: { loot: LOOT } }],
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

const ISSUE_TOKEN = '<token><version>1</version><data>DATA</data></token>';

/** The attack that got through once: the `<data>` of the expression was found in front of the real token. */
export const attackOf = (data: string): string =>
	`={{"<da"+"ta>"+$workflow.name+JSON.stringify($('Settings').first().json)+"</da"+"ta>"}}${ISSUE_TOKEN.replace('DATA', data)}`;

/** Texts that somebody could type: what n8n runs, what ends a string, what cannot be seen. */
export const HOSTILE: readonly string[] = [
	'=',
	'==',
	'=1+1',
	'={{ 1+1 }}',
	'={{ $workflow.name }}',
	'={{ $json.loot }}',
	"={{ $('Settings').first().json }}",
	'={{ (() => { let n = 0; while (n < 3e8) n += 1; return n; })() }}',
	'={{ "}}" }} {{ $workflow.name }}',
	'={{ "={{ $workflow.name }}" }}',
	'==={{ $workflow.name }}',
	'={{ $workflow.name',
	'=}}{{',
	'=\\{{ $workflow.name }}',
	'={{ [].constructor.constructor("return process")() }}',
	'=${process.env.HOME}',
	'=`${$workflow.name}`',
	'="quoted" \\ back \\u0041 \\"',
	"='single'",
	'=é\u00a0ü',
	'=𝒳 pair',
	'{{ $workflow.name }}',
	'${$workflow.name}',
	'`',
	'"',
	"'",
	'<data>x</data>',
	' ={{ $workflow.name }} ',
	'\t={{ $workflow.name }}',
	'\u00a0={{ $workflow.name }}',
	'\ufeff={{ $workflow.name }}',
	'line\nbreak',
	'={{ 1 }}\r\n={{ 2 }}',
	'=\u2028{{ x }}',
	'nul\0={{ 1 }}',
	'\0={{ 1 }}',
	'\u202e={{ 1 }}',
	'a\u200fb',
	'\ud800',
	'=\udc00',
	'\ufffd',
	'constructor',
	'__proto__',
	'',
	' ',
];

/** Expressions that stand in the templates: each of them would run where n8n finds it as a text. */
export const templateExpressions = (): string[] => {
	const text = readFileSync(path.join(ROOT, 'workflows/nmbrs-daily-sync.json'), 'utf8');
	return [...text.matchAll(/"(=\{\{(?:[^"\\]|\\.)*)"/g)].map(([, inside = '']) =>
		String(JSON.parse(`"${inside}"`)),
	);
};

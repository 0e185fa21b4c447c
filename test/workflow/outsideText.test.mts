import { readdirSync } from 'node:fs';
import path from 'node:path';
import { HOSTILE } from '../support/hostileTexts.mts';
import { evaluatedOnce, LOOT } from '../support/n8nEvaluates.mts';
import { ROOT } from '../support/paths.mts';
import { readWorkflow } from '../support/templates.mts';

/**
 * No template has a place where n8n evaluates what a value says: n8n resolves a parameter once, and only
 * these nodes of its own look for `{{ }}` in the result, or put it into a page unescaped.
 */

const FILES = readdirSync(path.join(ROOT, 'workflows'))
	.filter((file) => file.endsWith('.json'))
	.map((file) => file.replace('.json', ''));
const nodes = FILES.flatMap((file) =>
	readWorkflow(file).nodes.map((node) => ({ ...node, at: `${file}: ${node.name}` })),
);

/** Nodes of n8n whose values stay values, or whose exceptions are looked at below. */
const KNOWN = new Set(
	[
		'dataTable',
		'errorTrigger',
		'executeWorkflow',
		'executeWorkflowTrigger',
		'form',
		'formTrigger',
		'ftp',
		'httpRequest',
		'if',
		'manualTrigger',
		'merge',
		'noOp',
		'respondToWebhook',
		'scheduleTrigger',
		'set',
		'stickyNote',
		'stopAndError',
		'webhook',
	].map((name) => `n8n-nodes-base.${name}`),
);

test('every node is one that is known to keep values as they are', () => {
	const others = nodes.filter(
		({ type }) => !type.startsWith('n8n-nodes-alleo.') && !KNOWN.has(type),
	);
	expect(others.map(({ at }) => at)).toEqual([]);
});

test('Edit Fields writes fields; its JSON and objects would be searched for expressions', () => {
	const set = nodes.filter(({ type }) => type === 'n8n-nodes-base.set');
	// Sync Settings took the place of three.
	expect(set.length).toBeGreaterThan(6);
	for (const { at, parameters } of set) {
		expect([at, parameters['mode']]).toEqual([at, 'manual']);
		expect([at, JSON.stringify(parameters)]).toEqual([
			at,
			expect.not.stringMatching(/"type":"(?:object|array)"/) as string,
		]);
	}
});

/** n8n evaluates what it finds in the HTML of a form's field once more: no brace may be left for it. */
const LIST = 'upgrade-customers: Show and ask';
const WITHOUT_BRACES = ").replaceAll('{', '&#123;') }}";

const htmlOf = ({ parameters }: (typeof nodes)[number]): string[] =>
	[JSON.stringify(parameters['formFields'] ?? {})].flatMap((text) =>
		[...text.matchAll(/"html":("(?:[^"\\]|\\.)*")/g)].map(
			([, value = '""']) => JSON.parse(value) as string,
		),
	);

test('the one form with a list that a node made takes every brace out of it', () => {
	const list = nodes.filter(({ at }) => at === LIST);
	expect(list).toHaveLength(1);
	for (const html of list.flatMap(htmlOf)) {
		expect(html.endsWith(WITHOUT_BRACES)).toBe(true);
		for (const text of HOSTILE) {
			for (const json of [{ list: text }, { error: text, details: text }]) {
				const shown = String(evaluatedOnce({ page: html }, json)['page']);
				expect(shown).not.toContain('{{');
				expect(shown).not.toContain(LOOT);
			}
		}
	}
});

test('Merge does not use SQL, and no form is made of JSON or of HTML with expressions', () => {
	for (const { at, type, parameters } of nodes) {
		if (type === 'n8n-nodes-base.merge') {
			expect([at, parameters['mode']]).not.toEqual([at, 'combineBySql']);
		}
		if (!/\.form(?:Trigger)?$/.test(type)) continue;
		expect([at, parameters['defineForm'] ?? 'fields']).toEqual([at, 'fields']);
		const fields = at === LIST ? undefined : parameters['formFields'];
		for (const text of [fields, parameters['formTitle']]) {
			expect([at, JSON.stringify(text ?? '')]).toEqual([
				at,
				expect.not.stringMatching(/\{\{|"=/) as string,
			]);
		}
	}
});

/** Form pages that n8n sends as they are. */
const raw = nodes.filter(({ parameters }) => typeof parameters['responseText'] === 'string');

test.each(raw.map((node) => [node.at, String(node.parameters['responseText'])] as const))(
	'%s: nothing in the page is markup of somebody else',
	(at, responseText) => {
		// The one page that is made by this package as a whole; its own tests hold it.
		if (responseText === '={{ $json.html }}') return;
		for (const text of ['<img src=x onerror=alert(1)>', '</h1><script>x</script>', ...HOSTILE]) {
			const page = (json: Record<string, string>): string =>
				String(
					evaluatedOnce({ page: responseText }, { expires_at: '2026-12-12', ...json })['page'],
				);
			for (const html of [
				page({ invitation_url: 'https://n8n.example/x', customer: text }),
				page({ error: text, details: text }),
			]) {
				expect([at, html]).toEqual([at, expect.not.stringMatching(/<img|<script/) as string]);
				expect(html).not.toContain(LOOT);
			}
		}
	},
);

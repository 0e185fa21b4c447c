import { readdirSync } from 'node:fs';
import path from 'node:path';
import { Tournament } from '@n8n/tournament';
import { ROOT } from '../support/paths.mts';
import { readWorkflow } from '../support/templates.mts';

/**
 * Every expression of every template can be read by n8n's own engine. It stumbles over some that are good
 * JavaScript, such as `${a?.b}` alone in a template text, and then only when the node runs.
 */

interface Expression {
	at: string;
	text: string;
}

function expressionsIn(value: unknown, at: string): Expression[] {
	if (typeof value === 'string') return value.startsWith('=') ? [{ at, text: value.slice(1) }] : [];
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, one]) => expressionsIn(one, `${at}.${key}`));
}

const tournament = new Tournament(() => undefined);

const problemOf = (text: string): string | null => {
	try {
		tournament.getExpressionCode(text);
		return null;
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	}
};

const FILES = readdirSync(path.join(ROOT, 'workflows'))
	.filter((file) => file.endsWith('.json'))
	.map((file) => file.replace('.json', ''));

test.each(FILES)('workflows/%s.json', (name) => {
	const all = readWorkflow(name).nodes.flatMap((node) => expressionsIn(node.parameters, node.name));
	const problems = all
		.map(({ at, text }) => ({ at, problem: problemOf(text) }))
		.filter(({ problem }) => problem !== null);
	expect(all.length).toBeGreaterThan(0);
	expect(problems).toEqual([]);
});

/** Of an HTML element in a form n8n runs what its expression gave once more (Form Trigger 2.6, Form 2.5). */
const ELEMENTS = FILES.flatMap((name) =>
	readWorkflow(name).nodes.flatMap((node) =>
		expressionsIn(node.parameters, `${name}: ${node.name}`).filter(({ at }) =>
			at.endsWith('.html'),
		),
	),
);

test.each(ELEMENTS)('what comes from outside is not run as an expression: $at', ({ text }) => {
	const said = '{{ $env.N8N_ENCRYPTION_KEY }} <b>{{1}}';
	const shown = [{ list: `<p>${said}</p>` }, { error: said, details: said }].map(($json) =>
		String(tournament.execute(text, { $json })),
	);
	for (const html of shown) {
		expect(html).toContain('$env.N8N_ENCRYPTION_KEY');
		expect(html).not.toMatch(/\{\{/);
	}
});

test('the element that shows what an upgrade changes is among them', () => {
	expect(ELEMENTS.map(({ at }) => at)).toEqual([expect.stringContaining('Show and ask')]);
});

test('notices an expression that n8n cannot read', () => {
	expect(problemOf('{{ `${$json.a?.b} ${$json.c?.d}` }}')).not.toBeNull();
	expect(problemOf('{{ $json. }}')).not.toBeNull();
	expect(problemOf('{{ $json.a?.b ?? "" }}')).toBeNull();
});

import type { INode, INodeTypeDescription } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';
import { comparesEmployees } from '../../core/connect/templates/explainGraph';
import { shippedVersion } from '../../core/connect/templates/upgrade/behind';
import { templateOf } from '../../core/connect/templates/version';
import { StoredWorkflow, Workflow } from '../../core/connect/templates/workflow';
import { mappingFields } from '../../nodes/EmployeeNormalize/mappingFields';
import { readBuilt } from '../support/built.mts';
import { evaluate as run } from '../support/evaluate.mts';
import {
	CORE_TYPES,
	portsOf,
	readTemplate,
	readWorkflow,
	SYSTEMS,
	unknownParameters,
} from '../support/templates.mts';

/** workflows/*-budgets.json: what n8n would complain about, and what must not be wired otherwise. */

const own = new Map<string, INodeTypeDescription>();

beforeAll(() => {
	for (const { description } of readBuilt().nodes) {
		own.set(`n8n-nodes-alleo.${description.name}`, description);
	}
});

const READ = { nmbrs: 'Read NMBRS employees', afas: 'Read AFAS employees' } as const;

interface Called {
	workflowInputs: {
		value: Record<string, unknown>;
		schema: Array<{ id: string; removed: boolean }>;
	};
}

describe.each(SYSTEMS)('workflows/%s-budgets.json', (system) => {
	const template = readWorkflow(`${system}-budgets`);
	const node = (name: string): INode => {
		const found = template.nodes.find((candidate) => candidate.name === name);
		if (found === undefined) throw new Error(`no node ${name}`);
		return found;
	};
	const links = Object.entries(template.connections).flatMap(([from, { main = [] }]) =>
		main.flatMap((targets, output) =>
			(targets ?? []).map(({ node: to, index }) => ({ from, output, to, index })),
		),
	);
	const into = (name: string): string[] =>
		links.filter(({ to }) => to === name).map(({ from, output }) => `${from} ${output}`);
	const called = (name: string): Called => node(name).parameters as unknown as Called;

	test('every node type, version, parameter and port exists, and nothing has an issue', () => {
		for (const one of template.nodes) {
			const { name, type, typeVersion, parameters } = one;
			const description = own.get(type);
			const versions = [description?.version ?? CORE_TYPES[type]?.version].flat();
			expect({ name, versions }).toMatchObject({ versions: expect.arrayContaining([typeVersion]) });
			const problems =
				description === undefined
					? Object.keys(parameters).filter((key) => !CORE_TYPES[type]?.parameters.includes(key))
					: unknownParameters(parameters, description.properties);
			expect({ name, problems }).toEqual({ name, problems: [] });
			if (description === undefined) continue;
			const { properties } = description;
			const filled = NodeHelpers.getNodeParameters(
				properties,
				parameters,
				true,
				false,
				one,
				description,
			);
			const issues = NodeHelpers.getNodeParametersIssues(
				properties,
				{ ...one, parameters: filled ?? {} },
				description,
			);
			expect({ name, issues }).toEqual({ name, issues: null });
		}
		for (const { from, output, to, index } of links) {
			const [source, target] = [node(from), node(to)];
			expect(output).toBeLessThan(portsOf(source, own.get(source.type)).outputs);
			expect(index).toBeLessThan(portsOf(target, own.get(target.type)).inputs);
		}
	});

	test('is thin, says what it is, and is no daily sync', () => {
		const parsed = Workflow.parse(template);
		const name = `${system}-budgets`;
		expect(templateOf(parsed)).toEqual({ name, version: shippedVersion(name) });
		expect(comparesEmployees(parsed)).toBe(false);
		expect(
			template.nodes.filter(({ type }) => type !== 'n8n-nodes-base.stickyNote').length,
		).toBeLessThanOrEqual(14);
		expect(StoredWorkflow.safeParse({ ...template, id: 'w' }).success).toBe(true);
	});

	test('every node is reached, every expression names a node, every id is its own', () => {
		for (const candidate of template.nodes) {
			const { inputs } = portsOf(candidate, own.get(candidate.type));
			if (inputs > 0) expect(into(candidate.name)).not.toEqual([]);
			const text = JSON.stringify(candidate.parameters);
			for (const [, name = ''] of text.matchAll(/\$\('([^']+)'\)/g)) node(name);
		}
		for (const key of ['name', 'id'] as const) {
			expect(new Set(template.nodes.map((one) => one[key])).size).toBe(template.nodes.length);
		}
	});

	test('keeps no data of a run, good or bad, and carries nothing of an instance', () => {
		expect(template.settings).toEqual(readWorkflow(`${system}-salary-leave`).settings);
		expect(template.nodes.filter(({ credentials }) => credentials !== undefined)).toEqual([]);
		for (const word of ['pinData', 'instanceId', 'staticData', '@example', 'errorWorkflow']) {
			expect(JSON.stringify(template)).not.toContain(word);
		}
		expect(template['active']).toBe(false);
	});

	test('no file is made but of an approved or a ready plan, and it goes out one way', () => {
		expect(into('Build file').sort()).toEqual(['Compare with Alleo 1', 'Review and approve 1']);
		expect(node('Build file').parameters).toMatchObject({
			file: 'budgets',
			accept: 'approvedOrReady',
		});
		expect(into('Send file')).toEqual(['Build file 0']);
		expect(node('Send file').onError).toBeUndefined();
		const at = ['Desk: plan', 'Build file', 'Review and approve'].map(
			(name) => node(name).position[1],
		);
		expect(at).toEqual([...at].sort((one, other) => one - other));
		expect(node('Send file').position[1]).toBeLessThan(node('Desk: done').position[1]);
	});

	test('compares with the file that lies where it will go, and asks how Alleo wants budgets', () => {
		const look = node('Look at the folder');
		expect(look).toMatchObject({ executeOnce: true, onError: 'continueRegularOutput' });
		expect(look.position[1]).toBeLessThan(node(READ[system]).position[1]);
		expect(called('Look at the folder').workflowInputs.value).toMatchObject({
			event: 'look',
			file: 'budgets',
		});
		expect(called('Send file').workflowInputs.value).toMatchObject({
			event: 'send',
			file: 'budgets',
			folder: "={{ $('Look at the folder').first().json.delivery.folder }}",
			file_name: "={{ $('Look at the folder').first().json.delivery.file_name }}",
		});
		const { parameters } = node('Compare with Alleo');
		expect(parameters['previousFile']).toBe("={{ $('Look at the folder').first() }}");
		const read = (key: string, json: object) =>
			run(parameters[key], { 'Look at the folder': [json] });
		const delivery = { one_off_budgets: 'everyFile', stopped_budgets: 'empty' };
		expect(read('oneOffBudgets', { delivery })).toBe('everyFile');
		expect(read('stoppedBudgets', { delivery })).toBe('empty');
		// Nobody looked: the plan waits for that reason, and a choice has to stand there.
		expect(read('oneOffBudgets', { error: 'no workflow' })).toBe('once');
		expect(read('stoppedBudgets', { error: 'no workflow' })).toBe('zero');
	});

	test.each<[string, object, boolean, string, string]>([
		['by schedule', { start: { remembered: 0 }, history: [] }, true, 'production', 'guard'],
		[
			'somebody was left out',
			{ start: { remembered: 1 }, history: [] },
			true,
			'production',
			'always',
		],
		['the log is not read', { start: { remembered: 0 } }, true, 'production', 'always'],
		['no desk', { error: 'gone' }, true, 'production', 'always'],
		['tried in the editor', { start: { remembered: 0 }, history: [] }, true, 'test', 'always'],
		['dry run', { start: { remembered: 0 }, history: [] }, false, 'production', 'always'],
	])('%s: who is asked', (_what, start, scheduled, mode, expected) => {
		const nodes = {
			'Every day': scheduled ? [{}] : null,
			'Desk: start': [start],
			'Sync Settings': [{ approval: 'guard' }],
		};
		const { approval } = node('Compare with Alleo').parameters;
		expect(run(approval, nodes, { $execution: { mode } })).toBe(expected);
	});

	test.each<[string, string | undefined, string]>([
		['daily', 'daily', 'daily'],
		['monthly', 'monthly', 'monthly'],
		['of before', undefined, 'daily'],
	])('%s: how the run log calls a run', (_what, often, expected) => {
		const settings = [{ budget_file: often }];
		for (const name of ['Desk: start', 'Desk: plan', 'Desk: done']) {
			const { mode } = called(name).workflowInputs.value;
			const $execution = { mode: 'production' };
			const scheduled = { 'Every day': [{}], 'Sync Settings': settings };
			expect(run(mode, scheduled, { $execution })).toBe(expected);
			expect(run(mode, { ...scheduled, 'Every day': null }, { $execution })).toBe('dryRun');
		}
	});

	test('its calls of the desk are those of the daily template', () => {
		for (const name of ['Desk: start', 'Desk: plan', 'Desk: done']) {
			const daily = readTemplate(system).nodes.find((one) => one.name === name);
			const there = daily?.parameters as unknown as Called;
			expect(Object.keys(called(name).workflowInputs.value)).toEqual(
				Object.keys(there.workflowInputs.value),
			);
			expect(node(name)).toMatchObject({ executeOnce: true, onError: 'continueRegularOutput' });
		}
	});

	test('ships the standard field mapping of its source, and reads once', () => {
		const fields = node('Normalize employees').parameters['fields'];
		expect(fields).toMatchObject({ mappingMode: 'defineBelow', schema: mappingFields(system) });
		for (const name of [READ[system], 'Read Alleo accounts', 'Look at the folder', 'Send file']) {
			expect(node(name).executeOnce).toBe(true);
		}
	});

	test('explains itself: one yellow overview, short notes on the sections', () => {
		const notes = template.nodes.filter(({ type }) => type === 'n8n-nodes-base.stickyNote');
		const words = (note: INode): number =>
			String(note.parameters['content'])
				.split(/\s+/)
				.filter((word) => /\w/.test(word)).length;
		const [overview, ...more] = notes.filter((note) => note.parameters['color'] === 1);
		expect(more).toEqual([]);
		expect(String(overview?.parameters['content'])).toMatch(/### How it works[\s\S]*### Setup/);
		expect(overview === undefined ? 0 : words(overview)).toBeLessThanOrEqual(300);
		for (const note of notes.filter((one) => one !== overview)) {
			expect([note.name, words(note) < 50]).toEqual([note.name, true]);
		}
	});
});

test('the two templates differ in the source only', () => {
	const [nmbrs, afas] = SYSTEMS.map((system) => {
		const { nodes, connections, settings } = readWorkflow(`${system}-budgets`);
		const kept = nodes
			.filter(({ name }) => name !== 'Overview' && name !== READ[system])
			.map(({ id: _id, webhookId: _webhookId, ...rest }) => {
				const { fields: _fields, ...parameters } = rest.parameters;
				return { ...rest, parameters };
			});
		return JSON.stringify({ kept, connections, settings })
			.replace(/NMBRS|AFAS/g, 'SOURCE')
			.replace(/"(source|system)":"(nmbrs|afas)"/g, '"$1":"…"')
			.replace(/"id":"[^"]+"/g, '');
	});
	expect(nmbrs).toBe(afas);
});

import { Tournament } from '@n8n/tournament';
import type { INode, INodeTypeDescription } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';
import { readBuilt } from '../support/built.mts';
import {
	CORE_TYPES,
	portsOf,
	readTemplate,
	readWorkflow,
	SYSTEMS,
	unknownParameters,
} from '../support/templates.mts';

/** workflows/*-salary-leave.json: what n8n would complain about, and what must not be wired otherwise. */

const own = new Map<string, INodeTypeDescription>();

beforeAll(() => {
	for (const { description } of readBuilt().nodes) {
		own.set(`n8n-nodes-alleo.${description.name}`, description);
	}
});

const READ = { nmbrs: 'Read NMBRS payroll', afas: 'Read AFAS payroll' } as const;

interface Called {
	workflowId: { value: string };
	workflowInputs: {
		value: Record<string, unknown>;
		schema: Array<{ id: string; removed: boolean }>;
	};
}

describe.each(SYSTEMS)('workflows/%s-salary-leave.json', (system) => {
	const template = readWorkflow(`${system}-salary-leave`);
	const node = (name: string): INode => {
		const found = template.nodes.find((candidate) => candidate.name === name);
		if (found === undefined) throw new Error(`no node ${name}`);
		return found;
	};
	const links = Object.entries(template.connections).flatMap(([from, { main = [] }]) =>
		main.flatMap((targets, output) =>
			(targets ?? []).map(({ node: to, index, type }) => ({ from, output, to, index, type })),
		),
	);
	const into = (name: string): string[] =>
		links.filter(({ to }) => to === name).map(({ from, output }) => `${from} ${output}`);

	test('every node type, version, parameter and port exists', () => {
		for (const { name, type, typeVersion, parameters } of template.nodes) {
			const description = own.get(type);
			const versions = [description?.version ?? CORE_TYPES[type]?.version].flat();
			expect({ name, versions }).toMatchObject({ versions: expect.arrayContaining([typeVersion]) });
			const problems =
				description === undefined
					? Object.keys(parameters).filter((key) => !CORE_TYPES[type]?.parameters.includes(key))
					: unknownParameters(parameters, description.properties);
			expect({ name, problems }).toEqual({ name, problems: [] });
		}
		for (const { from, output, to, index } of links) {
			const [source, target] = [node(from), node(to)];
			expect(output).toBeLessThan(portsOf(source, own.get(source.type)).outputs);
			expect(index).toBeLessThan(portsOf(target, own.get(target.type)).inputs);
		}
	});

	test('no node has an issue that n8n would show, but for the credentials to choose', () => {
		for (const candidate of template.nodes) {
			const description = own.get(candidate.type);
			if (description === undefined) continue;
			const parameters = NodeHelpers.getNodeParameters(
				description.properties,
				candidate.parameters,
				true,
				false,
				candidate,
				description,
			);
			const issues = NodeHelpers.getNodeParametersIssues(
				description.properties,
				{ ...candidate, parameters: parameters ?? {} },
				description,
			);
			expect({ name: candidate.name, issues }).toEqual({ name: candidate.name, issues: null });
		}
	});

	test('every node is reached, every expression names a node, every id is its own', () => {
		for (const candidate of template.nodes) {
			const { inputs } = portsOf(candidate, own.get(candidate.type));
			if (inputs > 0) expect(into(candidate.name)).not.toEqual([]);
			const text = JSON.stringify(candidate.parameters);
			for (const [, name = ''] of text.matchAll(/\$\('([^']+)'\)/g)) node(name);
		}
		expect(new Set(template.nodes.map(({ name }) => name)).size).toBe(template.nodes.length);
		expect(new Set(template.nodes.map(({ id }) => id)).size).toBe(template.nodes.length);
	});

	test('keeps no data of a run, good or bad, and carries nothing of an instance', () => {
		expect(template.settings).toMatchObject({
			executionOrder: 'v1',
			timezone: 'Europe/Amsterdam',
			saveDataSuccessExecution: 'none',
			saveDataErrorExecution: 'none',
			saveManualExecutions: false,
			redactionPolicy: 'all',
		});
		const text = JSON.stringify(template);
		expect(template.nodes.filter(({ credentials }) => credentials !== undefined)).toEqual([]);
		for (const word of ['pinData', 'instanceId', 'staticData', '@example', 'errorWorkflow']) {
			expect(text).not.toContain(word);
		}
		expect(template['active']).toBe(false);
	});

	test('no file is made but of an approved or a ready plan, and it goes out one way', () => {
		expect(into('Build file').sort()).toEqual(['Compare with Alleo 1', 'Review and approve 1']);
		expect(node('Build file').parameters).toMatchObject({
			file: 'salaryLeave',
			accept: 'approvedOrReady',
		});
		expect(into('Send file')).toEqual(['Build file 0']);
		// What the server does not take stops the run; only the desk may fail without a word.
		expect(node('Send file').onError).toBeUndefined();
		expect(
			links
				.filter(({ to }) => to === 'Desk: done')
				.map(({ from }) => from)
				.sort(),
		).toEqual(['Build file', 'Review and approve']);
		const y = (name: string): number => node(name).position[1];
		expect(y('Send file')).toBeLessThan(y('Desk: done'));
	});

	test('the folder is looked at before anything is read; the file goes where it was looked at', () => {
		const look = node('Look at the folder');
		const compare = node('Compare with Alleo').parameters;
		expect(compare['previousFile']).toBe("={{ $('Look at the folder').first() }}");
		expect(compare['history']).toBe(
			"={{ $('Desk: start').isExecuted ? $('Desk: start').first().json.history ?? 'not read' : 'not read' }}",
		);
		expect(look).toMatchObject({
			type: 'n8n-nodes-base.executeWorkflow',
			executeOnce: true,
			// A server that is down is said in the plan, and hides nothing.
			onError: 'continueRegularOutput',
		});
		// n8n runs the topmost target first: it is there before anything is compared.
		expect(look.position[1]).toBeLessThan(node(READ[system]).position[1]);
		expect(into('Look at the folder')).toEqual(into(READ[system]));
		expect(called('Look at the folder').workflowInputs.value).toMatchObject({
			event: 'look',
			file: 'salaryLeave',
			folder: "={{ $('Settings').first().json.sftp_folder }}",
			file_name: "={{ $('Settings').first().json.file_name }}",
		});
		expect(called('Send file').workflowInputs.value).toMatchObject({
			event: 'send',
			file: 'salaryLeave',
			folder: "={{ $('Look at the folder').first().json.delivery.folder }}",
			file_name: "={{ $('Look at the folder').first().json.delivery.file_name }}",
		});
	});

	test('a dry run always needs approval; the plan is told before the wait, and before a file', () => {
		const { approval } = node('Compare with Alleo').parameters;
		expect(approval).toBe(
			"={{ $('Every month').isExecuted && $('Desk: start').first().json.start?.remembered === 0 && Array.isArray($('Desk: start').first().json.history) ? $('Settings').first().json.approval : 'always' }}",
		);
		const [plan, build, review] = ['Desk: plan', 'Build file', 'Review and approve'].map(
			(name) => node(name).position[1],
		);
		expect(plan).toBeLessThan(build ?? 0);
		expect(build).toBeLessThan(review ?? 0);
		expect(called('Desk: plan').workflowInputs.value['link']).toBe('={{ $execution.resumeUrl }}');
	});

	test.each<[string, object, string]>([
		['the log says that nobody was left out', { start: { remembered: 0 }, history: [] }, 'guard'],
		['somebody was left out', { start: { remembered: 1 }, history: [] }, 'always'],
		['the log could not be read', { start: { remembered: 0 }, history: 'not read' }, 'always'],
		['the desk could not be called', { error: 'no such workflow' }, 'always'],
		['the desk gave nothing', {}, 'always'],
	])('%s: who is asked about the file', (_what, json, expected) => {
		const items: Record<string, object> = {
			Settings: { approval: 'guard' },
			'Desk: start': json,
		};
		const $ = (name: string) => ({ isExecuted: true, first: () => ({ json: items[name] }) });
		const text = String(node('Compare with Alleo').parameters['approval']).slice(1);
		expect(new Tournament(() => undefined).execute(text, { $, Array })).toBe(expected);
		expect(node('Desk: start').alwaysOutputData).toBe(true);
	});

	const called = (name: string): Called => node(name).parameters as unknown as Called;
	const DESK = ['Desk: start', 'Desk: plan', 'Desk: done'];

	test('the desk is told as by the daily template, and a desk that fails stops nothing', () => {
		for (const name of DESK) {
			expect(node(name)).toMatchObject({
				type: 'n8n-nodes-base.executeWorkflow',
				executeOnce: true,
				onError: 'continueRegularOutput',
			});
			const { workflowId, workflowInputs } = called(name);
			expect(workflowId.value).toBe('');
			const daily = readTemplate(system).nodes.find((candidate) => candidate.name === name);
			const there = daily?.parameters as unknown as Called;
			const keys = Object.keys(there.workflowInputs.value).filter((key) => key !== 'from');
			expect(Object.keys(workflowInputs.value)).toEqual(expect.arrayContaining(keys));
			expect(workflowInputs.value['event']).toBe(there.workflowInputs.value['event']);
			expect(workflowInputs.value['mode']).toContain("'monthly'");
		}
	});

	test('no figure reaches the desk: rows go without them, and the item that calls, too', () => {
		for (const name of DESK) {
			const { value, schema } = called(name).workflowInputs;
			for (const key of ['items', 'came']) {
				const given = String(value[key] ?? '');
				if (given !== '') expect(given).toContain('flex, ...row');
			}
			const hasRows = into(name).some((from) => !/Settings|Compare with Alleo 2/.test(from));
			const dropped = schema.filter(({ removed }) => removed).map(({ id }) => id);
			expect(dropped).toEqual(hasRows ? ['flex'] : []);
		}
		const sent = called('Send file').workflowInputs.value;
		expect(Object.keys(sent).sort()).toEqual(
			'bytes event file file_name folder held last people settings source'.split(' '),
		);
	});

	test('rows with figures go to our nodes, and to the desk, which gets them without', () => {
		const figures = ['Normalize figures 0', 'Compare with Alleo 0', 'Compare with Alleo 1'];
		figures.push('Review and approve 0', 'Review and approve 1', `${READ[system]} 0`);
		const others = links
			.filter(({ from, output }) => figures.includes(`${from} ${output}`))
			.map(({ to }) => node(to))
			.filter(({ type }) => !type.startsWith('n8n-nodes-alleo.'));
		expect(others.map(({ name }) => name)).toEqual(['Desk: done']);
	});

	test('reads each system once; the schedule runs monthly and is logged as such', () => {
		for (const name of [READ[system], 'Read Alleo accounts', 'Look at the folder', 'Send file']) {
			expect(node(name).executeOnce).toBe(true);
		}
		expect(node('Every month').parameters).toEqual({
			rule: { interval: [{ field: 'cronExpression', expression: '0 6 26 * *' }] },
		});
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
		expect(overview === undefined ? 0 : words(overview)).toBeGreaterThanOrEqual(100);
		expect(overview === undefined ? 0 : words(overview)).toBeLessThanOrEqual(300);
		for (const note of notes.filter((one) => one !== overview)) {
			expect({ name: note.name, short: words(note) < 50 }).toEqual({
				name: note.name,
				short: true,
			});
		}
	});
});

test('the two templates differ in the source only', () => {
	const [nmbrs, afas] = SYSTEMS.map((system) => {
		const { nodes, connections, settings } = readWorkflow(`${system}-salary-leave`);
		const kept = nodes
			.filter(({ name }) => !['Overview', 'Note: Settings', 'Settings'].includes(name))
			.map(({ id: _id, webhookId: _webhookId, ...rest }) =>
				rest.parameters['resource'] === 'payroll' ? { ...rest, type: '', parameters: {} } : rest,
			);
		return JSON.stringify({ kept, connections, settings })
			.replace(/NMBRS|AFAS/g, 'SOURCE')
			.replace(/"source":"(nmbrs|afas)"/g, '"source":"…"')
			.replace(/"id":"[^"]+"/g, '');
	});
	expect(nmbrs).toBe(afas);
});

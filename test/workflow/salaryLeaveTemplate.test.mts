import type { INode, INodeTypeDescription } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';
import { RUN_LOG_TABLE } from '../../core/runLog/columns';
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
const SFTP_STEPS = [
	'Read previous file',
	'Upload file',
	'List folder',
	'Remove previous file',
	'Rename file',
];

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

	test('no file is made but of an approved or a ready plan, and none goes out unmeasured', () => {
		expect(into('Build file').sort()).toEqual(['Compare with Alleo 1', 'Review and approve 1']);
		expect(node('Build file').parameters).toMatchObject({
			file: 'salaryLeave',
			accept: 'approvedOrReady',
		});
		expect(into('Upload file')).toEqual(['Build file 0']);
		expect(into('Remove previous file')).toEqual(['Upload complete? 0']);
		expect(into('Upload incomplete')).toEqual(['Upload complete? 1']);
		expect(into('Rename file')).toEqual(['Remove previous file 0']);
		expect(String(node('Upload file').parameters['path'])).toMatch(/\.part` \}\}$/);
		expect(node('Rename file').parameters['oldPath']).toBe(node('Upload file').parameters['path']);
		expect(node('Rename file').parameters['newPath']).toBe(
			node('Remove previous file').parameters['path'],
		);
	});

	test('wages are compared with the file that is there; a server that is down does not hide it', () => {
		const merge = 'Coverage and previous file';
		const link = (from: string, output: number, to: string, index: number): object => ({
			from,
			output,
			to,
			index,
			type: 'main',
		});
		expect(links).toContainEqual(link('Read previous file', 0, merge, 1));
		expect(links).toContainEqual(link(merge, 0, 'Compare with Alleo', 2));
		expect(node('Read previous file').parameters['path']).toBe(
			node('Rename file').parameters['newPath'],
		);
		expect(node('Read previous file').onError).toBe('continueRegularOutput');
		expect(node('Upload file').onError).toBeUndefined();
		for (const name of SFTP_STEPS) {
			expect(node(name).parameters).toMatchObject({ protocol: 'sftp' });
		}
	});

	test('a dry run always needs approval; the message with the link leaves before the wait', () => {
		const { approval } = node('Compare with Alleo').parameters;
		expect(approval).toBe(
			"={{ $('Every month on the 26th at 06:00').isExecuted && !($('Log the start').first().json.remembered > 0) ? $('Settings').first().json.approval : 'always' }}",
		);
		const [, messageY] = node('Approval message').position;
		const [, approvalY] = node('Review and approve').position;
		expect(messageY).toBeLessThan(approvalY);
		expect(JSON.stringify(node('Approval message').parameters)).toContain('$execution.resumeUrl');
	});

	test('a message reads counts, names and reasons, never a figure', () => {
		const messages = template.nodes.filter(({ name }) => /message|Show the link/.test(name));
		expect(messages.length).toBeGreaterThanOrEqual(4);
		for (const { name, parameters } of messages) {
			const text = JSON.stringify(parameters);
			expect({ name, found: /\.flex\b|wage|_source\b|leave_hours|holiday/.exec(text) }).toEqual({
				name,
				found: null,
			});
		}
	});

	test('rows with figures go to our nodes, and to the message that takes none of them along', () => {
		const figures = ['Normalize figures 0', 'Compare with Alleo 0', 'Compare with Alleo 1'];
		figures.push('Review and approve 0', 'Review and approve 1', `${READ[system]} 0`);
		const others = links
			.filter(({ from, output }) => figures.includes(`${from} ${output}`))
			.map(({ to }) => node(to))
			.filter(({ type }) => !type.startsWith('n8n-nodes-alleo.'));
		expect(others.map(({ name }) => name)).toEqual(['Approval message']);
		expect(node('Approval message')).toMatchObject({
			executeOnce: true,
			parameters: { includeOtherFields: false },
		});
	});

	test('reads each system once; the schedule runs monthly and is logged as such', () => {
		for (const name of [READ[system], 'Read Alleo accounts', 'Read previous file']) {
			expect(node(name).executeOnce).toBe(true);
		}
		expect(node('Every month on the 26th at 06:00').parameters).toEqual({
			rule: { interval: [{ field: 'cronExpression', expression: '0 6 26 * *' }] },
		});
		expect(String(node('Log the start').parameters['mode'])).toContain("'monthly'");
	});

	test('the run log is the one of the daily template', () => {
		const daily = readTemplate(system).nodes;
		for (const name of ['Prepare run log', 'Read run log', 'Save to run log']) {
			const same = daily.find((candidate) => candidate.name === name);
			expect(node(name).parameters).toEqual(same?.parameters);
		}
		expect(node('Prepare run log').parameters['tableName']).toBe(RUN_LOG_TABLE);
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

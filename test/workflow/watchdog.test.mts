import type { INode, INodeTypeDescription } from 'n8n-workflow';
import { RUN_LOG_COLUMNS, RUN_LOG_TABLE } from '../../core/runLog/columns';
import { startRecord } from '../../core/runLog/record';
import { SyncRunLog } from '../../nodes/SyncRunLog/SyncRunLog.node';
import { readBuilt } from '../support/built.mts';
import { DataTables, dataTableNode } from '../support/dataTable.mts';
import { EngineRun, outputOf } from '../support/engine.mts';
import { CORE_TYPES, portsOf, readWorkflow, unknownParameters } from '../support/templates.mts';

/** workflows/watchdog.json: its lint, and its runs through n8n's engine. */

const template = readWorkflow('watchdog');

describe('the template', () => {
	const own = new Map<string, INodeTypeDescription>();
	beforeAll(() => {
		for (const { description } of readBuilt().nodes) {
			own.set(`n8n-nodes-alleo.${description.name}`, description);
		}
	});
	const names = new Set(template.nodes.map(({ name }) => name));
	const links = Object.entries(template.connections).flatMap(([from, { main = [] }]) =>
		main.flatMap((targets, output) =>
			(targets ?? []).map(({ node: to, index }) => ({ from, output, to, index })),
		),
	);

	test('every type, version, parameter and connection exists', () => {
		const ports = (name: string) => {
			const node = template.nodes.find((candidate) => candidate.name === name) as INode;
			return portsOf(node, own.get(node.type));
		};
		for (const { name, type, typeVersion, parameters } of template.nodes) {
			const description = own.get(type);
			const versions = [description?.version ?? CORE_TYPES[type]?.version].flat();
			expect({ name, versions }).toEqual({ name, versions: expect.arrayContaining([typeVersion]) });
			const problems =
				description === undefined
					? Object.keys(parameters).filter((key) => !CORE_TYPES[type]?.parameters.includes(key))
					: unknownParameters(parameters, description.properties);
			expect({ name, problems }).toEqual({ name, problems: [] });
			for (const [, used = ''] of JSON.stringify(parameters).matchAll(/\$\('([^']+)'\)/g)) {
				expect(names).toContain(used);
			}
			if (ports(name).inputs > 0) expect(links.map(({ to }) => to)).toContain(name);
		}
		for (const { from, output, to, index } of links) {
			expect(output).toBeLessThan(ports(from).outputs);
			expect(index).toBeLessThan(ports(to).inputs);
		}
	});

	test('the table of the daily templates has the columns of the record, and the same name', () => {
		for (const system of ['nmbrs-daily-sync', 'afas-daily-sync']) {
			const daily = readWorkflow(system);
			const tables = daily.nodes.filter(({ type }) => type.endsWith('.dataTable'));
			const create = tables.find(({ parameters }) => parameters['operation'] === 'create');
			expect(create?.parameters['tableName']).toBe(RUN_LOG_TABLE);
			expect(create?.parameters['columns']).toEqual({ column: RUN_LOG_COLUMNS });
			// A run goes on without its log.
			for (const { onError } of tables) expect(onError).toBe('continueRegularOutput');
		}
		// n8n finds a table by a part of its name, so neither name may hold the other.
		const text = JSON.stringify(template);
		expect(text).toContain(`"value":"${RUN_LOG_TABLE}"`);
		expect('Alleo watchdog').not.toContain(RUN_LOG_TABLE);
	});

	test('carries nothing of an instance; explains itself', () => {
		const text = JSON.stringify(template);
		for (const word of ['pinData', 'instanceId', 'staticData', '@example', '"credentials"']) {
			expect(text).not.toContain(word);
		}
		expect(template['active']).toBe(false);
		const notes = template.nodes.filter(({ type }) => type.endsWith('.stickyNote'));
		const words = (note: INode): number =>
			String(note.parameters['content'])
				.split(/\s+/)
				.filter((word) => /\w/.test(word)).length;
		const [overview, ...others] = notes as [INode, ...INode[]];
		expect(String(overview.parameters['content'])).toMatch(/### How it works[\s\S]*### Setup/);
		expect(words(overview)).toBeGreaterThanOrEqual(100);
		expect(words(overview)).toBeLessThanOrEqual(300);
		expect(others.length).toBeGreaterThanOrEqual(4);
		for (const note of others) expect(words(note)).toBeLessThan(50);
	});
});

describe('its runs', () => {
	let tables: DataTables;
	let engine: EngineRun;

	beforeEach(() => {
		tables = new DataTables();
		engine = new EngineRun(template, {
			nodes: {
				'n8n-nodes-alleo.syncRunLog': new SyncRunLog(),
				'n8n-nodes-base.dataTable': dataTableNode(tables),
			},
			credentialTypes: [],
			credentials: {},
		});
	});

	function log(state: string, hoursAgo: number): void {
		const table = tables.tables.get(RUN_LOG_TABLE) ?? {
			id: 'log',
			name: RUN_LOG_TABLE,
			columns: RUN_LOG_COLUMNS,
			rows: [],
		};
		tables.tables.set(RUN_LOG_TABLE, table);
		const now = new Date(Date.now() - hoursAgo * 3_600_000).toISOString();
		const record = startRecord({
			run: String(table.rows.length + 1),
			workflow: 'w1',
			customer: 'Bakkerij Van Dijk',
			source: 'nmbrs',
			mode: 'daily',
			referenceDate: '2026-11-24',
			remembered: 0,
			version: '0.1.0',
			now,
		});
		table.rows.push({ ...record, state, finished_at: now });
	}

	async function messages(trigger = 'Every hour'): Promise<string[]> {
		const run = await engine.start(trigger);
		expect(run.data.resultData.error).toBeUndefined();
		expect(run.status).toBe('success');
		return outputOf<{ subject: string }>(run, 'Send message').map(({ subject }) => subject);
	}

	test('an alert once, then silence, then the recovery once', async () => {
		expect(await messages()).toEqual([]);
		log('applied', 30);
		log('failed', 2);
		expect(await messages()).toEqual([
			'Bakkerij Van Dijk: al te lang geen geslaagde synchronisatie',
			'Bakkerij Van Dijk: de nieuwste synchronisatie mislukte, geheel of deels',
		]);
		expect(await messages()).toEqual([]);
		log('applied', 0);
		expect(await messages()).toEqual([
			'Bakkerij Van Dijk: opgelost',
			'Bakkerij Van Dijk: opgelost',
		]);
		expect(await messages()).toEqual([]);
		expect(tables.rows('Alleo watchdog').map(({ key, state }) => [key, state])).toEqual([
			['w1:no_success', 'ok'],
			['w1:failing', 'ok'],
		]);
	});

	test('on Monday one digest, whatever the alerts', async () => {
		log('failed', 2);
		log('applied', 1);
		expect(await messages('Every Monday at 08:00')).toEqual([
			expect.stringMatching(/^Alleo-synchronisatie: de week tot \d{4}-\d\d-\d\d$/),
		]);
	});
});

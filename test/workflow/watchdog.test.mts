import type {
	IDataObject,
	INode,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { RUN_LOG_TABLE } from '../../core/runLog/columns';
import { SyncRunLog } from '../../nodes/SyncRunLog/SyncRunLog.node';
import { readBuilt } from '../support/built.mts';
import { DataTables, dataTableNode } from '../support/dataTable.mts';
import { EngineRun } from '../support/engine.mts';
import { largeFleet, madeIntegration, madeRun } from '../support/fleet.mts';
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

	test('at most 14 nodes; the message comes before it is remembered, the heartbeat last of all', () => {
		const real = template.nodes.filter(({ type }) => !type.endsWith('.stickyNote'));
		expect(real.length).toBeLessThanOrEqual(14);
		const top = (name: string): number =>
			template.nodes.find((node) => node.name === name)?.position[1] ?? 0;
		expect(top('Desk: message')).toBeLessThan(top('Save watchdog'));
		expect(top('Monday?')).toBeLessThan(top('Heartbeat?'));
		// What was not said must not be remembered as said.
		const desk = template.nodes.find(({ name }) => name === 'Desk: message');
		expect(desk?.onError).toBeUndefined();
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

/** A double of a node: its parameters, and what it gives for its items. */
const double = (
	name: string,
	parameters: string[],
	give: (
		items: INodeExecutionData[],
		read: (name: string, item: number) => unknown,
	) => IDataObject[],
): INodeType => ({
	description: {
		displayName: name,
		name,
		group: ['transform'],
		version: [1, 1.4, 4.5],
		description: 'double',
		defaults: { name },
		inputs: ['main'],
		outputs: ['main'],
		properties: parameters.map((one) => ({
			displayName: one,
			name: one,
			type: 'json',
			default: '',
		})),
	},
	async execute() {
		const read = (one: string, item: number): unknown => this.getNodeParameter(one, item);
		return [give(this.getInputData(), read).map((json) => ({ json, pairedItem: { item: 0 } }))];
	},
});

describe('its runs', () => {
	let tables: DataTables;
	let customers: IDataObject[];
	let told: IDataObject[];
	let beats: unknown[];
	let deskFails: boolean;

	beforeEach(() => {
		tables = new DataTables();
		[customers, told, beats, deskFails] = [[], [], [], false];
	});

	/** @param heartbeat the address in Settings */
	function engineOf(heartbeat = ''): EngineRun {
		const filled = JSON.stringify(template).replace(
			'"name":"heartbeat_url","type":"string","value":""',
			`"name":"heartbeat_url","type":"string","value":"${heartbeat}"`,
		);
		const desk = double('desk', ['workflowInputs'], (items, read) =>
			items.map((_item, place) => {
				if (deskFails) throw new Error('the mail server is away');
				const { value } = read('workflowInputs', place) as { value: IDataObject };
				told.push(value);
				return { told: 1 };
			}),
		);
		const beat = double('http', ['url'], (_items, read) => {
			beats.push(read('url', 0));
			return [{}];
		});
		return new EngineRun(JSON.parse(filled) as typeof template, {
			nodes: {
				'n8n-nodes-alleo.syncRunLog': new SyncRunLog(),
				'n8n-nodes-alleo.customerSetup': double('setup', [], () => customers),
				'n8n-nodes-base.dataTable': dataTableNode(tables),
				'n8n-nodes-base.executeWorkflow': desk,
				'n8n-nodes-base.httpRequest': beat,
			},
			credentialTypes: [],
			credentials: {},
		});
	}

	const ago = (hours: number): string => new Date(Date.now() - hours * 3_600_000).toISOString();
	const run = (state: string, hours: number): object =>
		madeRun('w1', state, 0, { run: `${hours}`, started_at: ago(hours), finished_at: ago(hours) });

	const have = (...runs: object[]): void => {
		const given = madeIntegration('w1', 'Bakkerij Van Dijk', {
			...{ saved_at: ago(900), credentials: [], runs },
		});
		customers = [given as unknown as IDataObject];
	};

	async function messages(trigger = 'Every hour', heartbeat = ''): Promise<unknown[]> {
		told = [];
		const done = await engineOf(heartbeat).start(trigger);
		expect(done.data.resultData.error).toBeUndefined();
		return told.map(({ subject }) => subject);
	}

	test('an alert once, then silence, then the recovery once', async () => {
		expect(await messages()).toEqual([]);
		have(run('failed', 2), run('applied', 30));
		expect(await messages()).toEqual([
			'Bakkerij Van Dijk: al te lang geen geslaagde synchronisatie',
			'Bakkerij Van Dijk: de nieuwste synchronisatie mislukte, geheel of deels',
		]);
		expect(told[0]).toMatchObject({
			...{ event: 'message', workflow: 'w1', kind: 'no_success' },
			settings: { customer_name: 'Bakkerij Van Dijk', language: 'nl' },
		});
		expect(await messages()).toEqual([]);
		have(run('applied', 0), run('failed', 2), run('applied', 30));
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

	test('a workflow that is on and never ran is missed', async () => {
		have();
		expect(await messages()).toEqual([
			'Bakkerij Van Dijk: al te lang geen geslaagde synchronisatie',
		]);
		expect(told[0]?.['text']).toContain('nooit gedraaid');
	});

	test('a message that could not be sent is tried again, and no heartbeat goes out', async () => {
		have(run('failed', 2), run('applied', 5));
		deskFails = true;
		const failed = await engineOf('https://check.example/ping').start('Every hour');
		expect(failed.data.resultData.error).toBeDefined();
		expect(beats).toEqual([]);
		deskFails = false;
		expect(await messages('Every hour', 'https://check.example/ping')).toHaveLength(1);
		expect(beats).toEqual(['https://check.example/ping']);
	});

	test('the heartbeat: once a look, with many customers and with none; off when it is empty', async () => {
		await messages('Every hour', 'https://check.example/ping');
		expect(beats).toHaveLength(1);
		have(run('applied', 2));
		customers.push(...largeFleet(20).map((one) => one as unknown as IDataObject));
		await messages('Every hour', 'https://check.example/ping');
		expect(beats).toHaveLength(2);
		await messages();
		expect(beats).toHaveLength(2);
	});

	test('on Monday one digest, whatever the alerts, that says where no heartbeat is set', async () => {
		have(run('applied', 1), run('failed', 2));
		expect(await messages('Every Monday at 08:00')).toEqual([
			expect.stringMatching(/^Alleo-synchronisatie: de week tot en met \d+ \S+ \d{4}$/),
		]);
		expect(told[0]).toMatchObject({ event: 'message', kind: 'digest' });
		expect(told[0]?.['text']).toContain('Klanten: nu helpen 0, binnenkort 0, in orde 1.');
		expect(told[0]?.['text']).toContain('Er is geen hartslag ingesteld');
		await messages('Every Monday at 08:00', 'https://check.example/ping');
		expect(told[0]?.['text']).not.toContain('hartslag');
	});
});

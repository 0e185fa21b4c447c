import { randomUUID } from 'node:crypto';
import { startTime, withSchedule } from '../../../../core/connect/templates/schedule';
import { templateOf } from '../../../../core/connect/templates/version';
import { upgradeWorkflow } from '../../../../core/connect/templates/upgrade';
import type { Upgraded, Unmerged } from '../../../../core/connect/templates/upgrade';
import type { Workflow } from '../../../../core/connect/templates/workflow';
import { readSetting, withSettings } from '../../../../core/connect/templates/settings';
import { assignmentsOf, line } from '../../../support/editor.mts';
import { nodeOf, PAST, pastTemplate, SHIPPED } from '../../../support/upgrade.mts';

/** One workflow on the new template: what a person set stays, or the upgrade is refused with the name of the node. */

const upgrade = (stored: Workflow, unmerged: Unmerged = 'refuse'): Upgraded =>
	upgradeWorkflow(stored, { past: PAST, shipped: SHIPPED, unmerged, newAddress: randomUUID });

function done(upgraded: Upgraded): Extract<Upgraded, { kind: 'upgrade' }> {
	if (upgraded.kind !== 'upgrade') throw new Error(JSON.stringify(upgraded, null, 1));
	return upgraded;
}

interface Mapping {
	value: Record<string, unknown>;
	schema: Array<{ id: string; removed: boolean }>;
}

const daily = (version: 1 | 2 | 3) => pastTemplate('nmbrs-daily-sync', version);

describe.each([1, 2, 3] as const)('a daily sync of version %i', (version) => {
	test('comes to the new template, with its settings', () => {
		const stored = withSettings(daily(version), { customer_name: 'Bakkerij', language: 'en' });
		const { workflow, from, to } = done(upgrade(stored));
		expect([from.version, to.version]).toEqual([version, 5]);
		expect(templateOf(workflow)).toEqual({ name: 'nmbrs-daily-sync', version: 5 });
		expect(readSetting(workflow, 'customer_name')).toBe('Bakkerij');
		expect(readSetting(workflow, 'language')).toBe('en');
		expect(upgrade(workflow).kind).toBe('current');
	});

	test('untouched is the shipped template, but for the form that keeps its address and the private e-mail that was mapped', () => {
		const { workflow } = done(upgrade(daily(version)));
		const fields = nodeOf(workflow, 'Normalize employees').parameters['fields'] as Mapping;
		expect(fields.value).toMatchObject({ private_email: '$json.privateEmail' });
		expect(fields.schema).toContainEqual(
			expect.objectContaining({ id: 'private_email', removed: false }),
		);
		delete fields.value['private_email'];
		const shippedFields = nodeOf(
			SHIPPED.find(({ name }) => name === 'nmbrs-daily-sync')?.workflow ?? workflow,
			'Normalize employees',
		).parameters['fields'] as Mapping;
		fields.schema = fields.schema.map((field) =>
			field.id === 'private_email'
				? (shippedFields.schema.find(({ id }) => id === field.id) ?? field)
				: field,
		);
		const shipped = SHIPPED.find(({ name }) => name === 'nmbrs-daily-sync')?.workflow;
		const without = workflow.nodes.filter(({ name }) => name !== 'Dry run by form');
		const plain = (nodes: Workflow['nodes'] = []) =>
			nodes
				.map(({ name, parameters }) => ({ name, parameters }))
				.sort((a, b) => (a.name < b.name ? -1 : 1));
		expect(plain(without)).toEqual(plain(shipped?.nodes));
	});

	test('keeps mapping, routes, guards, schedule and switches of a person', () => {
		const stored = daily(version);
		const mapping = nodeOf(stored, 'Normalize employees').parameters['fields'] as { value: object };
		mapping.value = { ...mapping.value, group: '$json.function.description', language: 'nl' };
		Object.assign(nodeOf(stored, 'Compare with Alleo').parameters, {
			routing: { routes: [{ filter: 'A', companyId: '12' }] },
			guards: { deactivationMaximum: 3 },
		});
		const rule = { interval: [{ field: 'cronExpression', expression: '0 6 * * 1-5' }] };
		nodeOf(stored, version === 3 ? 'Every day' : 'Every day at 04:00').parameters['rule'] = rule;
		Object.assign(nodeOf(stored, 'Read Alleo accounts'), { retryOnFail: true, notes: 'slow' });
		const { workflow } = done(upgrade(stored));
		expect(nodeOf(workflow, 'Normalize employees').parameters['fields']).toMatchObject({
			value: { group: '$json.function.description', language: 'nl', email: '$json.businessEmail' },
		});
		const [filter, companyId] = ['A', '12'].map((value) => ({ __rl: true, mode: 'id', value }));
		expect(nodeOf(workflow, 'Sync Settings').parameters).toMatchObject({
			routing: { routes: [{ filter, companyId }] },
			guards: { deactivationMaximum: 3 },
		});
		expect(nodeOf(workflow, 'Every day').parameters['rule']).toEqual(rule);
		expect(nodeOf(workflow, 'Read Alleo accounts')).toMatchObject({
			retryOnFail: true,
			notes: 'slow',
		});
	});
});

test('a workflow that was its own error workflow is heard by the desk, another choice stays', () => {
	const withDesk = (next: Workflow): Workflow => ({
		...next,
		settings: { ...next.settings, errorWorkflow: 'desk1' },
	});
	const upgradeOf = (errorWorkflow: string) => {
		const stored = { ...daily(2), id: 'w1' };
		stored.settings = { ...stored.settings, errorWorkflow };
		return done(
			upgradeWorkflow(stored, {
				past: PAST,
				shipped: SHIPPED,
				prepare: withDesk,
				newAddress: randomUUID,
			}),
		);
	};
	const own = upgradeOf('w1');
	expect(own.workflow.settings).toMatchObject({ errorWorkflow: 'desk1' });
	expect(own.changes.map(({ kind }) => kind)).not.toContain('errorWorkflow');
	const other = upgradeOf('w2');
	expect(other.workflow.settings).toMatchObject({ errorWorkflow: 'w2' });
	expect(other.changes.map(({ kind }) => kind)).toContain('errorWorkflow');
});

test('another time to run is told; a time that a person chose stays, and there is nothing to tell', () => {
	const customer = { customer: 'Bakkerij', integration_id: 'i1' };
	const timesOf = (stored: Workflow) => {
		const prepare = (next: Workflow) => withSchedule(next, customer, 'onceADay');
		const options = { past: PAST, shipped: SHIPPED, prepare, newAddress: randomUUID };
		return done(upgradeWorkflow(stored, options)).changes.filter(({ kind }) => kind === 'schedule');
	};
	const { hour, minute } = startTime(customer);
	const at = [hour, minute].map((one) => String(one).padStart(2, '0')).join(':');
	expect(timesOf(daily(2))).toEqual([{ kind: 'schedule', names: [at] }]);
	const own = daily(2);
	const rule = { interval: [{ field: 'cronExpression', expression: '0 6 * * *' }] };
	nodeOf(own, 'Every day at 04:00').parameters['rule'] = rule;
	expect(timesOf(own)).toEqual([]);
});

interface Placed {
	name: string;
	position: [number, number];
}

test('a node put in between has room: what follows moves to the right, and no two touch', () => {
	const stored = daily(3);
	const wires = stored.connections as Record<string, { main: Array<Array<{ node: string }>> }>;
	stored.nodes.push({
		id: 'own-1',
		name: 'Alleen werkdagen',
		type: 'n8n-nodes-base.filter',
		parameters: {},
		position: [200, 0],
	});
	wires['Settings'] = { main: [[line('Alleen werkdagen')]] };
	wires['Alleen werkdagen'] = { main: [[line('Desk: start')]] };
	const { nodes } = done(upgrade(stored)).workflow;
	const placed = nodes.filter(({ type }) => !type.endsWith('stickyNote')) as unknown as Placed[];
	const at = (name: string) => placed.find((node) => node.name === name)?.position[0] ?? NaN;
	expect(at('Alleen werkdagen') - at('Sync Settings')).toBeGreaterThanOrEqual(144);
	expect(at('Desk: start') - at('Alleen werkdagen')).toBeGreaterThanOrEqual(144);
	const touching = placed.filter((one) =>
		placed.some(
			(other) =>
				other !== one &&
				Math.abs(one.position[0] - other.position[0]) < 112 &&
				Math.abs(one.position[1] - other.position[1]) < 96,
		),
	);
	expect(touching).toEqual([]);
});

describe('Settings of before', () => {
	test('a Selective Sync that was typed into Employee Normalize counts, and stands in Sync Settings', () => {
		const stored = withSettings(daily(3), { selective_sync: 'off' });
		nodeOf(stored, 'Normalize employees').parameters['selectiveSync'] = true;
		const { workflow } = done(upgrade(stored));
		expect(readSetting(workflow, 'selective_sync')).toBe('on');
		expect(nodeOf(workflow, 'Normalize employees').parameters['selectiveSync']).toBe(
			"={{ $('Sync Settings').first().json.selective_sync }}",
		);
	});

	test('expressions and fields of their own go along, under the name that the step has', () => {
		const stored = daily(3);
		const list = assignmentsOf(nodeOf(stored, 'Settings'));
		const company = list.find(({ name }) => name === 'alleo_company_id');
		if (company !== undefined) company.value = '={{ $vars.company }}';
		list.push({ id: 'x', name: 'cost_center', type: 'string', value: 'K1' });
		nodeOf(stored, 'Review and approve').parameters['title'] =
			"={{ $('Settings').first().json.cost_center }}";
		const { workflow } = done(upgrade(stored));
		expect(nodeOf(workflow, 'Sync Settings').parameters).toMatchObject({
			alleoCompanyId: { __rl: true, mode: 'id', value: '={{ $vars.company }}' },
			moreSettings: { assignments: [{ name: 'cost_center', value: 'K1' }] },
		});
		expect(nodeOf(workflow, 'Review and approve').parameters['title']).toBe(
			"={{ $('Sync Settings').first().json.cost_center }}",
		);
	});

	test('the Alleo credential of the others is its own, where they agree', () => {
		const withAlleo = (ids: readonly string[]): Workflow => {
			const stored = daily(3);
			const readers = stored.nodes.filter(({ type }) => type === 'n8n-nodes-alleo.alleo');
			for (const [index, node] of readers.entries()) {
				node.credentials = { alleoApi: { id: ids[index] ?? '', name: 'Alleo' } };
			}
			return done(upgrade(stored)).workflow;
		};
		const of = (workflow: Workflow) => nodeOf(workflow, 'Sync Settings').credentials;
		expect(of(withAlleo(['a', 'a']))).toEqual({ alleoApi: { id: 'a', name: 'Alleo' } });
		expect(of(withAlleo(['a', 'b']))).toBeUndefined();
	});

	test.each([
		['fields of the trigger that go on', 'Settings', { includeOtherFields: true }],
		['routes of an expression', 'Compare with Alleo', { routing: '={{ $json.routes }}' }],
		['guards of an expression', 'Compare with Alleo', { guards: '={{ $json.guards }}' }],
	])('%s cannot be carried over: nothing is, and the node is named', (_title, node, parameters) => {
		const stored = daily(3);
		Object.assign(nodeOf(stored, node).parameters, parameters);
		const upgraded = upgrade(stored, 'leaveOut');
		expect(upgraded).toMatchObject({
			kind: 'refused',
			problems: [{ code: 'UPGRADE_SETTINGS_STEP', node, optional: false }],
		});
	});

	test('a Settings that is none any more is named as taken out', () => {
		const stored = daily(3);
		const { parameters } = nodeOf(stored, 'Settings');
		parameters['assignments'] = { assignments: [] };
		expect(upgrade(stored)).toMatchObject({
			kind: 'refused',
			problems: expect.arrayContaining([
				expect.objectContaining({ code: 'UPGRADE_NODE_REMOVED', node: 'Settings' }),
			]),
		});
	});
});

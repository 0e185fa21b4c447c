import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { CREDENTIAL_NAMES } from '../../../sandbox/demo/credentials.mts';
import type { Bindings } from '../../../sandbox/demo/credentials.mts';
import type { Workflow, WorkflowNode } from '../../../sandbox/demo/n8nTypes.mts';
import { closePanel, openCanvas, openPanel } from '../canvas.mts';
import type { Context } from '../context.mts';
import type { Scenario } from '../run.mts';

/** The panel of every operation of every node, and the form of every credential, in n8n's editor. */

interface Panel {
	type: string;
	parameters: Record<string, unknown>;
	/** Labels that a person has to see. */
	labels: string[];
}

const OPERATIONS: Record<string, Record<string, Record<string, string[]>>> = {
	nmbrs: {
		debtor: { getAll: [] },
		company: { getAll: ['Debtor Names or IDs'] },
		employee: {
			getAll: ['Company Names or IDs', 'Employee Types', 'Include', 'On Company Error'],
			get: ['Company Name or ID', 'Employee ID', 'Include'],
		},
		leave: { getAll: ['Company Names or IDs', 'Leave Groups'] },
		payroll: {
			getAll: ['Company Names or IDs'],
			getWageComponents: ['Company Names or IDs', 'Year', 'Period'],
		},
	},
	afas: {
		employee: {
			getAll: [
				'Employees Connector',
				'Contracts Connector',
				'Person Key',
				'Additional Column Names or IDs',
				'Filters',
			],
		},
		getConnector: {
			getAll: ['Connector', 'Additional Column Names or IDs', 'Filters', 'Order By'],
			describe: ['Connector'],
		},
		payroll: { getAll: ['Salary Connector', 'Wage Components Connector', 'Leave Connector'] },
	},
	alleo: {
		company: { getAll: [] },
		group: { getAll: ['Company'] },
		employee: {
			getAll: ['Company', 'Concurrency'],
			get: ['Company', 'Employee ID'],
			create: ['Company', 'Email', 'First Name', 'Last Name', 'Additional Fields'],
			update: ['Company', 'Employee ID', 'Update Fields'],
			upsert: ['Company', 'External ID', 'Email', 'Additional Fields'],
			activate: ['Company', 'Employee ID'],
			deactivate: ['Company', 'Employee ID'],
		},
		syncPlan: { apply: ['Accept', 'Concurrency'] },
	},
};

const OTHERS: Record<string, Panel> = {
	'Employee Normalize, selective': {
		type: 'employeeNormalize',
		parameters: { selectiveSync: true },
		labels: ['Source', 'Selective Sync', 'Access Field', 'Empty Access Field Means'],
	},
	'Alleo Diff': {
		type: 'alleoDiff',
		parameters: {
			guards: { createPercent: 10, createMinimum: 5, fieldDriftMaximum: 500 },
			routing: { routes: [{ filter: 'holding', companyId: '42' }] },
			fieldPolicies: { policies: [{ field: 'language', keep: 'onCreate' }] },
		},
		labels: ['Alleo Company ID', 'Routing', 'Approval', 'Guards', 'Expires After (Hours)'],
	},
	'Sync Approval': {
		type: 'syncApproval',
		parameters: {},
		labels: ['Title', 'Page Language', 'Limit Wait (Hours)', 'Require Comment', 'Summary'],
	},
	'Alleo Explain': { type: 'alleoExplain', parameters: {}, labels: ['Person', 'Report Language'] },
	'Sync Run Log, start': {
		type: 'syncRunLog',
		parameters: { stage: 'start' },
		labels: ['Stage', 'Customer', 'Mode'],
	},
	'Sync Run Log, watch': {
		type: 'syncRunLog',
		parameters: { stage: 'watch' },
		labels: ['Stage', 'Hours Without Success', 'Last States'],
	},
};

const CREDENTIALS_OF: Record<string, string[]> = {
	nmbrs: ['nmbrsOAuth2Api', 'nmbrsTokenApi'],
	afas: ['afasOAuth2Api'],
	alleo: ['alleoApi'],
};

function allPanels(): Record<string, Panel> {
	const panels: Record<string, Panel> = {};
	for (const [type, resources] of Object.entries(OPERATIONS)) {
		for (const [resource, operations] of Object.entries(resources)) {
			for (const [operation, labels] of Object.entries(operations)) {
				const parameters = { resource, operation };
				panels[`${type} ${resource} ${operation}`] = { type, parameters, labels };
			}
		}
	}
	return { ...panels, ...OTHERS };
}

function workflowOf(panels: Record<string, Panel>, bindings: Bindings): Workflow {
	const nodes = Object.entries(panels).map(([name, { type, parameters }], index): WorkflowNode => {
		const types = CREDENTIALS_OF[type] ?? [];
		const chosen = types.map((one) => [one, bindings[one] ?? { id: '', name: '' }] as const);
		return {
			id: `node-${index}`,
			name,
			type: `n8n-nodes-alleo.${type}`,
			typeVersion: 1,
			position: [(index % 6) * 260, Math.floor(index / 6) * 220],
			parameters,
			...(chosen.length === 0 ? {} : { credentials: Object.fromEntries(chosen) }),
		};
	});
	return { name: 'All panels', nodes, connections: {}, settings: { executionOrder: 'v1' } };
}

async function labelsOf(page: Page): Promise<string[]> {
	return await page.$$eval('[data-test-id="ndv"] label', (labels) =>
		labels.map((label) => (label.textContent ?? '').trim()),
	);
}

async function openPanels(context: Context): Promise<void> {
	const types = [...new Set(Object.values(CREDENTIALS_OF).flat())];
	const panels = allPanels();
	const workflow = workflowOf(panels, await context.credentials(types));
	const id = await context.import(workflow);
	const page = await openCanvas(context, id, workflow);
	await context.screenshot(page, 'canvas');
	for (const [name, { labels }] of Object.entries(panels)) {
		await openPanel(page, name);
		await context.screenshot(page, name);
		const seen = await labelsOf(page);
		const missing = labels.filter((label) => !seen.some((text) => text.startsWith(label)));
		assert.deepEqual(missing, [], `${name}: labels that are not there; seen: ${seen.join(', ')}`);
		const text = (await page.textContent('[data-test-id="ndv"]')) ?? '';
		assert.doesNotMatch(
			text,
			/Could not find|Unrecognized|undefined|\[object|Error fetching/,
			name,
		);
		await closePanel(page);
	}
}

async function openCredentials(context: Context): Promise<void> {
	const page = await context.page();
	for (const type of Object.keys(CREDENTIAL_NAMES)) {
		const bindings = await context.credentials([type]);
		await page.goto(`${context.n8n.url}/home/credentials/${bindings[type]?.id}`);
		await page.waitForSelector('[data-test-id="editCredential-modal"]');
		await page.waitForTimeout(1500);
		await context.screenshot(page, type);
		const text = (await page.textContent('[data-test-id="editCredential-modal"]')) ?? '';
		assert.doesNotMatch(text, /undefined|\[object/, type);
	}
}

export const scenarios: Record<string, Scenario> = {
	'every operation has its panel': openPanels,
	'every credential has its form': openCredentials,
};

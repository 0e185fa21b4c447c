import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { Bindings } from '../../sandbox/demo/credentials.mts';
import {
	bindCredentials,
	chooseDesk,
	fillSettings,
	keepExecutions,
	NODE,
	nodeOf,
	readWorkflow,
} from '../../sandbox/demo/template.mts';
import type { SettingValues } from '../../sandbox/demo/template.mts';
import type { Execution, Workflow } from '../../sandbox/demo/n8nTypes.mts';
import { startSftp } from '../../sandbox/sftp/server.mts';
import type { SftpStandIn } from '../../sandbox/sftp/server.mts';
import type { System } from '../../sandbox/world/types.mts';
import type { Context } from './context.mts';
import type { Scenario } from './run.mts';
import { FULL_TIME_HOURS } from '../support/expectedFile.mts';

/** The template of the salary and leave file as a customer sets it up, and what a test looks at. */

export const FILE = '/alleo/alleo_flex_salary.csv';

export const STEP = {
	read: { nmbrs: 'Read NMBRS payroll', afas: 'Read AFAS payroll' },
	previous: 'Read previous file',
	normalize: 'Normalize figures',
	compare: 'Compare with Alleo',
	approval: 'Review and approve',
	build: 'Build file',
	send: 'Send file',
	incomplete: 'Upload incomplete',
	schedule: 'Every month',
} as const;

export const salaryLeaveTemplate = (system: System): Promise<Workflow> =>
	readWorkflow(`${system}-salary-leave`);

/** An SFTP credential of n8n itself, for the stand-in. */
export async function sftpCredential(
	context: Context,
	sftp: SftpStandIn,
): Promise<{ id: string; name: string }> {
	const { host, port, username, password } = sftp;
	const name = `SFTP ${port}`;
	const data = { host, port, username, password };
	return { id: await context.client.createCredential(name, 'sftp', data), name };
}

const CUSTOMERS: Record<System, string> = { nmbrs: 'Voorbeeld Holding', afas: 'Voorbeeld Zorg' };

/** The connectors, wage components and leave types of the AFAS customer. */
const AFAS_CONNECTORS = {
	salaryConnector: { __rl: true, mode: 'id', value: 'Voorbeeld_Salaris' },
	wageComponentsConnector: { __rl: true, mode: 'id', value: 'Voorbeeld_Looncomponenten' },
	plansConnector: { __rl: true, mode: 'id', value: 'Voorbeeld_Plannen' },
	leaveConnector: { __rl: true, mode: 'id', value: 'Profit_LeaveBalance' },
	accrualComponent: '9001',
	balanceComponent: '9002',
	leaveTypes: {
		rule: [
			{ match: 'WET', kind: 'statutory' },
			{ match: 'BOV', kind: 'nonStatutory' },
		],
	},
};

export interface Customer {
	system: System;
	bindings: Bindings;
	sftp: { id: string; name: string };
	settings?: SettingValues;
	change?: (workflow: Workflow) => void;
}

const pickSftp = (workflow: Workflow, sftp: Customer['sftp']): void => {
	for (const node of workflow.nodes) {
		if (node.type === 'n8n-nodes-base.ftp') node.credentials = { sftp };
	}
};

/** The workflow that sends a file to this server: imported, its credential chosen, published. */
async function sendingWorkflow(context: Context, sftp: Customer['sftp']): Promise<string> {
	const workflow = await readWorkflow('send-file');
	pickSftp(workflow, sftp);
	chooseDesk(workflow, context.desk.id);
	// The workflow that calls it tells when a run stops.
	delete workflow.settings['errorWorkflow'];
	const id = await context.importAsIs(workflow);
	await context.client.publish(id);
	return id;
}

export async function salaryLeaveWorkflow(context: Context, customer: Customer): Promise<string> {
	const { system, bindings, sftp, settings = {}, change } = customer;
	const workflow = keepExecutions(await salaryLeaveTemplate(system));
	const own = system === 'nmbrs' ? { full_time_hours_per_month: FULL_TIME_HOURS } : {};
	fillSettings(workflow, { customer_name: CUSTOMERS[system], language: 'nl', ...own, ...settings });
	bindCredentials(workflow, bindings);
	pickSftp(workflow, sftp);
	nodeOf(workflow, STEP.send).parameters['workflowId'] = {
		__rl: true,
		mode: 'id',
		value: await sendingWorkflow(context, sftp),
	};
	if (system === 'afas')
		Object.assign(nodeOf(workflow, STEP.read.afas).parameters, AFAS_CONNECTORS);
	change?.(workflow);
	return await context.import(workflow);
}

const escaped = (text: string): string => text.replace(/[.]/g, '[.,]');

/** Figures of people that stand in a text, in either spelling, not as the end of a larger Dutch number. */
export function figuresIn(text: string, figures: Iterable<string>): string[] {
	return [...new Set(figures)].filter((figure) =>
		new RegExp(`(?<!\\d)(?<!\\d\\.(?=\\d{3},))${escaped(figure)}(?!\\d)`).test(text),
	);
}

/** The figures of a file that are somebody’s own: every amount of money. */
export function figuresOf(csv: string): string[] {
	const cells = csv
		.split('\n')
		.slice(1)
		.flatMap((line) => line.split(',').slice(1));
	return [...new Set(cells.filter((cell) => /\.\d\d$/.test(cell)))];
}

export function expectNoFigures(where: string, text: string, figures: readonly string[]): void {
	assert.ok(text.length > 0, `${where} is empty`);
	assert.deepEqual(figuresIn(text, figures), [], `figures in ${where}`);
}

/** With a server of its own. */
export const withSftp =
	(scenario: (context: Context, sftp: SftpStandIn) => Promise<void>): Scenario =>
	async (context) => {
		const sftp = await startSftp();
		try {
			await scenario(context, sftp);
		} finally {
			await sftp.close();
		}
	};

export async function dryRun(context: Context, workflowId: string): Promise<Execution> {
	const id = await context.client.runFrom(workflowId, NODE.dryRun);
	const execution = await context.client.settled(id);
	assert.equal(execution.status, 'waiting', 'the dry run waits for a person');
	return execution;
}

export async function press(page: Page, decision: 'approve' | 'reject'): Promise<void> {
	await page.fill('[name="approver"]', 'Anke Voorbeeld');
	await page.click(`button[name="decision"][value="${decision}"]`);
	await page.waitForSelector('main.result');
}

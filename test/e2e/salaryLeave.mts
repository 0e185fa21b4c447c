import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { Bindings, CredentialRef } from '../../sandbox/demo/credentials.mts';
import {
	chooseSender,
	sendingWorkflow,
	sftpCredential as credentialFor,
} from '../../sandbox/demo/delivery.mts';
import {
	bindCredentials,
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
	look: 'Look at the folder',
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

export const sftpCredential = (context: Context, sftp: SftpStandIn): Promise<CredentialRef> =>
	credentialFor(context.client, sftp);

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
	sftp: CredentialRef;
	settings?: SettingValues;
	change?: (workflow: Workflow) => void;
}

/** The workflow that sends files to this server: imported, its credential chosen, published. */
export async function importSender(context: Context, sftp: CredentialRef): Promise<string> {
	const id = await context.importAsIs(await sendingWorkflow(context.desk.id, sftp));
	await context.client.publish(id);
	return id;
}

export async function salaryLeaveWorkflow(context: Context, customer: Customer): Promise<string> {
	const { system, bindings, sftp, settings = {}, change } = customer;
	const workflow = keepExecutions(await salaryLeaveTemplate(system));
	const own = system === 'nmbrs' ? { full_time_hours_per_month: FULL_TIME_HOURS } : {};
	fillSettings(workflow, { customer_name: CUSTOMERS[system], language: 'nl', ...own, ...settings });
	bindCredentials(workflow, bindings);
	chooseSender(workflow, await importSender(context, sftp));
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

/** What was sent, without the probe of the look at the folder, which leaves nothing behind. */
export const sentOf = ({ log }: SftpStandIn): string[] =>
	log.filter((line) => !/ \S+\/folder-check-\w+\.part$/.test(line));

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

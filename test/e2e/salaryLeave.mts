import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Bindings } from '../../sandbox/demo/credentials.mts';
import {
	bindCredentials,
	fillSettings,
	keepExecutions,
	nodeOf,
} from '../../sandbox/demo/template.mts';
import type { SettingValues } from '../../sandbox/demo/template.mts';
import type { Workflow } from '../../sandbox/demo/n8nTypes.mts';
import { ROOT } from '../../sandbox/demo/paths.mts';
import type { SftpStandIn } from '../../sandbox/sftp/server.mts';
import type { System } from '../../sandbox/world/types.mts';
import type { Context } from './context.mts';
import { FULL_TIME_HOURS } from './salaryLeaveExpected.mts';

/** The template of the salary and leave file as a customer sets it up, and what a test looks at. */

export const FILE = '/alleo/alleo_flex_salary.csv';

export const STEP = {
	read: { nmbrs: 'Read NMBRS payroll', afas: 'Read AFAS payroll' },
	previous: 'Read previous file',
	normalize: 'Normalize figures',
	compare: 'Compare with Alleo',
	approval: 'Review and approve',
	build: 'Build file',
	sent: 'File sent message',
	schedule: 'Every month on the 26th at 06:00',
} as const;

export async function salaryLeaveTemplate(system: System): Promise<Workflow> {
	const file = path.join(ROOT, 'workflows', `${system}-salary-leave.json`);
	return JSON.parse(await readFile(file, 'utf8')) as Workflow;
}

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

/** The connectors and wage components of the AFAS customer. */
const AFAS_CONNECTORS = {
	salaryConnector: { __rl: true, mode: 'id', value: 'Voorbeeld_Salaris' },
	wageComponentsConnector: { __rl: true, mode: 'id', value: 'Voorbeeld_Looncomponenten' },
	plansConnector: { __rl: true, mode: 'id', value: 'Voorbeeld_Plannen' },
	leaveConnector: { __rl: true, mode: 'id', value: 'Profit_LeaveBalance' },
	accrualComponent: '9001',
	balanceComponent: '9002',
};

export interface Customer {
	system: System;
	bindings: Bindings;
	sftp: { id: string; name: string };
	settings?: SettingValues;
	change?: (workflow: Workflow) => void;
}

export async function salaryLeaveWorkflow(context: Context, customer: Customer): Promise<string> {
	const { system, bindings, sftp, settings = {}, change } = customer;
	const workflow = keepExecutions(await salaryLeaveTemplate(system));
	const own = system === 'nmbrs' ? { full_time_hours_per_month: FULL_TIME_HOURS } : {};
	fillSettings(workflow, { customer_name: CUSTOMERS[system], language: 'nl', ...own, ...settings });
	bindCredentials(workflow, bindings);
	for (const node of workflow.nodes) {
		if (node.type === 'n8n-nodes-base.ftp') node.credentials = { sftp };
	}
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

/** The figures of a file that are somebody's own: every amount with decimals. */
export function figuresOf(csv: string): string[] {
	const cells = csv
		.split('\n')
		.slice(1)
		.flatMap((line) => line.split(',').slice(1));
	return [...new Set(cells.filter((cell) => /\.\d/.test(cell)))];
}

export function expectNoFigures(where: string, text: string, figures: readonly string[]): void {
	assert.ok(text.length > 0, `${where} is empty`);
	assert.deepEqual(figuresIn(text, figures), [], `figures in ${where}`);
}

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { TYPES_OF } from '../../../sandbox/demo/credentials.mts';
import { outputOf } from '../../../sandbox/demo/n8nClient.mts';
import type { Execution, Workflow } from '../../../sandbox/demo/n8nTypes.mts';
import { approvalLink } from '../../../sandbox/demo/run.mts';
import type { SftpStandIn } from '../../../sandbox/sftp/server.mts';
import type { System } from '../../../sandbox/world/types.mts';
import type { Context } from '../context.mts';
import { expectNoWrites, expectOnlyReads, expectSuccess } from '../expect.mts';
import type { Scenario } from '../run.mts';
import {
	dryRun,
	expectNoFigures,
	FILE,
	figuresOf,
	press,
	salaryLeaveTemplate,
	salaryLeaveWorkflow,
	sentOf,
	sftpCredential,
	STEP,
	withSftp,
} from '../salaryLeave.mts';
import { expectedFile } from '../../support/expectedFile.mts';
import { openCanvas } from '../canvas.mts';
import { issuesOf } from './editor.mts';
import { tableRows } from '../runLog.mts';

async function setUp(
	context: Context,
	sftp: SftpStandIn,
	system: System,
	change: (workflow: Workflow) => void = () => undefined,
): Promise<string> {
	const bindings = await context.credentials(TYPES_OF[system]);
	const credential = await sftpCredential(context, sftp);
	return await salaryLeaveWorkflow(context, { system, bindings, sftp: credential, change });
}

/** The page and everything that can be downloaded from it. */
async function pageTexts(page: Page, link: string): Promise<Array<[string, string]>> {
	const texts: Array<[string, string]> = [['page', await page.content()]];
	for (const format of ['html', 'csv', 'md']) {
		const address = `${link}${link.includes('?') ? '&' : '?'}format=${format}`;
		texts.push([`download ${format}`, await (await fetch(address)).text()]);
	}
	return texts;
}

async function sendsTheRightFile(
	context: Context,
	sftp: SftpStandIn,
	system: System,
): Promise<void> {
	const workflowId = await setUp(context, sftp, system);
	const waiting = await dryRun(context, workflowId);
	assert.deepEqual(sentOf(sftp), [], 'nothing is sent before the approval');
	const link = approvalLink(waiting);
	const page = await context.strangersPage();
	await page.goto(link);
	await context.screenshot(page, 'plan', true);
	const texts = await pageTexts(page, link);
	await press(page, 'approve');
	await context.screenshot(page, 'approved');
	texts.push(['result page', await page.content()]);
	const ended = await context.client.ended(waiting.id);
	expectSuccess(ended);

	const file = sftp.folder.text(FILE);
	assert.deepEqual(file.split('\n'), expectedFile(context.sandbox.world, system).split('\n'));
	assert.deepEqual([...sftp.folder.files.keys()], [FILE], 'exactly one file is in the folder');
	assert.deepEqual(sentOf(sftp), [`write ${FILE}.part`, `rename ${FILE}.part ${FILE}`]);
	expectOnlyReads(context);
	expectNoWrites(context);

	const [logged] = await tableRows(context, workflowId);
	assert.equal(logged?.state, 'applied');
	assert.equal(logged?.applied, file.trimEnd().split('\n').length - 1);

	// The canary: nobody's figure is anywhere but in the file.
	const figures = figuresOf(file);
	assert.ok(figures.length > 20, `only ${figures.length} figures to look for`);
	texts.push(['run log', JSON.stringify(logged)]);
	texts.push(['log of n8n', readFileSync(context.n8n.logFile, 'utf8')]);
	const told = await context.toldSoon(workflowId, 'planWaits');
	texts.push(['messages', JSON.stringify([told, ...context.told(workflowId)])]);
	for (const [where, text] of texts) expectNoFigures(where, text, figures);
	expectOnlyInside(ended, system, figures);
	for (const { id } of await context.client.executionsOf(context.desk.id)) {
		const kept = JSON.stringify(await context.client.execution(id));
		expectNoFigures(`execution ${id} of the desk`, kept, figures);
	}
}

/** The nodes that have to have figures: n8n's database holds those of a run that works or waits. */
function withFigures(system: System): ReadonlySet<string> {
	return new Set([STEP.read[system], STEP.normalize, STEP.compare, STEP.approval]);
}

/** No other node of the whole execution has a figure in its items. */
function expectOnlyInside(execution: Execution, system: System, figures: readonly string[]): void {
	const allowed = withFigures(system);
	for (const [name, runs] of Object.entries(execution.data?.resultData.runData ?? {})) {
		if (allowed.has(name)) continue;
		const items = runs.flatMap((run) => run.data?.main ?? []);
		const json = items.flatMap((list) => (list ?? []).map((item) => item.json));
		expectNoFigures(`items of ${name}`, JSON.stringify(json), figures);
	}
	const summary = JSON.stringify(outputOf(execution, STEP.compare, 2));
	expectNoFigures('the summary', summary, figures);
}

/** Opens the template as a customer has set it up, and the panels that they use. */
async function opensInTheEditor(
	context: Context,
	sftp: SftpStandIn,
	system: System,
): Promise<void> {
	const workflowId = await setUp(context, sftp, system);
	const page = await openCanvas(context, workflowId, await salaryLeaveTemplate(system));
	await context.screenshot(page, 'canvas');
	assert.deepEqual(await issuesOf(page), []);
	for (const name of [STEP.read[system], STEP.normalize, STEP.compare, STEP.build]) {
		await page.dblclick(`[data-test-id="canvas-node"][data-node-name="${name}"]`);
		await page.waitForSelector('[data-test-id="ndv"] [data-test-id="parameter-input"]');
		await page.waitForTimeout(700);
		await context.screenshot(page, `panel ${name}`);
		await page.keyboard.press('Escape');
		await page.waitForSelector('[data-test-id="ndv"]', { state: 'detached' });
	}
}

/** Waits until n8n knows the execution no more. */
async function gone(context: Context, id: string): Promise<void> {
	const deadline = Date.now() + 30_000;
	for (;;) {
		const known = await context.client.execution(id).catch((error: Error) => error);
		if (known instanceof Error) {
			assert.match(known.message, /404/);
			return;
		}
		assert.ok(Date.now() < deadline, `the execution is still there: ${known.status}`);
		await sleep(200);
	}
}

export const scenarios: Record<string, Scenario> = {
	'the NMBRS template opens in the editor without a mark at any node': withSftp(
		async (context, sftp) => opensInTheEditor(context, sftp, 'nmbrs'),
	),

	'the AFAS template opens in the editor without a mark at any node': withSftp(
		async (context, sftp) => opensInTheEditor(context, sftp, 'afas'),
	),

	'NMBRS: the file that arrives is right to the cent, and no figure is anywhere else': withSftp(
		async (context, sftp) => sendsTheRightFile(context, sftp, 'nmbrs'),
	),

	'AFAS: the file that arrives is right to the cent, and no figure is anywhere else': withSftp(
		async (context, sftp) => sendsTheRightFile(context, sftp, 'afas'),
	),

	'the next month is compared with the file that is there; a rejected plan sends nothing': withSftp(
		async (context, sftp) => {
			const workflowId = await setUp(context, sftp, 'afas');
			const first = await dryRun(context, workflowId);
			const page = await context.strangersPage();
			await page.goto(approvalLink(first));
			await press(page, 'approve');
			expectSuccess(await context.client.ended(first.id));
			const sent = sftp.folder.text(FILE);

			// Somebody's wage was a third of what it is now.
			const [head = '', line = '', ...rest] = sent.split('\n');
			const cells = line.split(',');
			const [email = ''] = cells;
			cells[3] = (Number(cells[3]) / 3).toFixed(2);
			const earlier = [head, cells.join(','), ...rest].join('\n');
			sftp.folder.put(FILE, earlier);
			const second = await dryRun(context, workflowId);
			const rows = outputOf(second, STEP.compare) as Array<{
				email: string;
				action: string;
				reason: { code: string };
			}>;
			const row = rows.find((one) => one.email === email);
			assert.equal(row?.action, 'hold');
			// Whether it began in a closed period follows from the line of whoever is first in the file.
			assert.match(row?.reason.code ?? '', /^FLEX_WAGE_MOVED(?:_BACK)?$/);
			await page.goto(approvalLink(second));
			await context.screenshot(page, 'moved', true);
			assert.match(await page.content(), /Het bruto-uurloon is meer dan 20 % veranderd/);
			await press(page, 'reject');
			expectSuccess(await context.client.ended(second.id));
			assert.equal(sftp.folder.text(FILE), earlier, 'the file is as it was');
			const states = (await tableRows(context, workflowId)).map(({ state }) => state);
			assert.deepEqual(states, ['applied', 'rejected']);
		},
	),

	'as shipped, n8n keeps nothing of a run, good or bad': withSftp(async (context, sftp) => {
		const workflowId = await setUp(context, sftp, 'afas', (workflow) => {
			workflow.settings['saveDataSuccessExecution'] = 'none';
			workflow.settings['saveManualExecutions'] = false;
		});
		for (const isFull of [false, true]) {
			const waiting = await dryRun(context, workflowId);
			if (isFull) sftp.faults.add('noSpace');
			const page = await context.strangersPage();
			await page.goto(approvalLink(waiting));
			await press(page, 'approve');
			await gone(context, waiting.id);
		}
		assert.deepEqual(
			sftp.log.filter((line) => line.startsWith('rename')).length,
			1,
			'only the first run sent its file',
		);
	}),

	'a server that is full: the run stops with a clear message, the old file stays': withSftp(
		async (context, sftp) => {
			sftp.folder.put(FILE, 'Email\nwas.er.al@example.nl\n');
			const workflowId = await setUp(context, sftp, 'afas');
			const waiting = await dryRun(context, workflowId);
			sftp.faults.add('noSpace');
			const page = await context.strangersPage();
			await page.goto(approvalLink(waiting));
			await press(page, 'approve');
			expectClearErrorOf(await context.client.ended(waiting.id));
			assert.equal(sftp.folder.text(FILE), 'Email\nwas.er.al@example.nl\n');
		},
	),

	'a server that refuses the login: the plan says why, and nobody can approve it': withSftp(
		async (context, sftp) => {
			const wrong = { ...sftp, password: 'een-ander-wachtwoord' };
			const workflowId = await setUp(context, wrong, 'afas');
			const waiting = await dryRun(context, workflowId);
			const [summary] = outputOf(waiting, STEP.compare, 2) as Array<{
				needs_approval_because: string[];
			}>;
			assert.ok(summary?.needs_approval_because.includes('FILE_FOLDER_UNUSABLE'));
			const [{ delivery } = { delivery: null }] = outputOf(waiting, STEP.look) as Array<{
				delivery: { code: string } | null;
			}>;
			assert.equal(delivery?.code, 'DELIVERY_LOGIN_REFUSED');
			const page = await context.strangersPage();
			await page.goto(approvalLink(waiting));
			await context.screenshot(page, 'folder unusable', true);
			// What could not go out is not approved either: once the folder is usable, a new dry run compares.
			assert.equal(await page.locator('button[name="decision"][value="approve"]').count(), 0);
			await press(page, 'reject');
			expectSuccess(await context.client.ended(waiting.id));
			assert.deepEqual(sftp.log, []);
		},
	),
};

function expectClearErrorOf(execution: Execution): void {
	assert.equal(execution.status, 'error', `the run ended as ${execution.status}`);
	const { error, lastNodeExecuted } = execution.data?.resultData ?? {};
	assert.equal(lastNodeExecuted, STEP.send);
	assert.match(`${error?.message} ${error?.description}`, /FILE_UPLOAD_INCOMPLETE/);
}

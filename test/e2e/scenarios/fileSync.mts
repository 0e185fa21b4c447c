import assert from 'node:assert/strict';
import { outputOf } from '../../../sandbox/demo/n8nClient.mts';
import { approvalLink } from '../../../sandbox/demo/run.mts';
import {
	bindCredentials,
	fillSettings,
	keepExecutions,
	NODE,
	nodeOf,
	readWorkflow,
} from '../../../sandbox/demo/template.mts';
import type { SftpStandIn } from '../../../sandbox/sftp/server.mts';
import { WORLD_SETTINGS } from '../../../sandbox/world/catalogue.mts';
import { openCanvas, openPanel } from '../canvas.mts';
import type { Context } from '../context.mts';
import { expectSuccess } from '../expect.mts';
import type { Scenario } from '../run.mts';
import { tableRows } from '../runLog.mts';
import { sftpCredential, withSftp } from '../salaryLeave.mts';
import { confirmOffboardings } from '../waitingPlan.mts';
import { issuesOf } from './editor.mts';

/** The daily sync from a file: SFTP, n8n's own nodes, Employee File, the page, Alleo's stand-in. */

const HEADER =
	'Personeelsnummer;E-mailadres;Roepnaam;Tussenvoegsel;Achternaam;Geboortedatum;Datum in dienst;Datum uit dienst;Afdeling';
const PEOPLE = [
	'00901;noor.bestand@voorbeeld.example;Noor;de;Boer;17-03-1985;01-02-2019;;Verkoop',
	'00902;jose.bestand@voorbeeld.example;José;;Ñandú;30-06-1978;01-09-2010;;Inkoop',
	'00903;zoe.bestand@voorbeeld.example;Zoë;van den;Berg;21-12-1999;20-01-2024;;Verkoop',
];
/** Dates as the numbers of days that Excel keeps. */
const withDayNumbers = (line: string): string =>
	line.replace(
		/(\d\d)-(\d\d)-(\d{4})/g,
		(_, day, month, year) => `${Date.UTC(year, month - 1, day) / 86_400_000 + 25_569}`,
	);
const file = (people: readonly string[], count = people.length): string =>
	[HEADER, ...people, `TOTAL;${count}`, ''].join('\n');

const READ = 'Read employee file';
const NEED_CREDENTIALS = [
	'Apply to Alleo',
	'Fetch the file',
	'Find the file',
	'Read Alleo accounts',
];

/** As somebody sees it who just imported it: red is what only a person can fill in. */
async function freshImport(context: Context): Promise<void> {
	const workflow = await readWorkflow('file-daily-sync');
	const page = await openCanvas(context, await context.import(workflow), workflow);
	await context.screenshot(page, 'fresh import');
	assert.deepEqual((await issuesOf(page)).sort(), NEED_CREDENTIALS);
	await openPanel(page, READ);
	await context.screenshot(page, 'panel');
	await page.close();
}

async function setUp(context: Context, sftp: SftpStandIn): Promise<string> {
	const workflow = keepExecutions(await readWorkflow('file-daily-sync'));
	const { defaultCompanyId } = WORLD_SETTINGS.afas;
	fillSettings(workflow, {
		customer_name: 'Voorbeeld Bestand',
		alleo_company_id: String(defaultCompanyId),
	});
	bindCredentials(workflow, await context.credentials(['alleoApi']));
	const credential = await sftpCredential(context, sftp);
	for (const node of workflow.nodes) {
		if (node.type === 'n8n-nodes-base.ftp') node.credentials = { sftp: credential };
	}
	const { parameters } = nodeOf(workflow, READ);
	parameters['sourceName'] = 'hibob';
	parameters['proof'] = 'footer';
	parameters['options'] = { ...(parameters['options'] as object), fileName: 'bestand_*.csv' };
	return await context.import(workflow);
}

const ours = (context: Context) =>
	context.sandbox.alleo.state.store.accounts.filter(({ external_id: id }) =>
		id?.startsWith('hibob-009'),
	);

async function approve(context: Context, link: string): Promise<void> {
	const page = await context.strangersPage();
	await page.goto(link);
	await context.screenshot(page, 'plan', true);
	await page.fill('[name="approver"]', 'Anke Voorbeeld');
	await confirmOffboardings(page, 0);
	await page.click('button[name="decision"][value="approve"]');
	await page.waitForSelector('main.result');
}

/** Runs to its end, which is an error of the step that reads the file. */
async function refused(context: Context, workflowId: string, code: string): Promise<void> {
	const execution = await context.client.ended(
		await context.client.runFrom(workflowId, NODE.dryRun),
	);
	assert.equal(execution.status, 'error', `${code}: the run stops`);
	const said = JSON.stringify(execution.data?.resultData.error ?? {});
	assert.ok(said.includes(code), `expected ${code}, and n8n says: ${said.slice(0, 400)}`);
}

async function readsTheNewestFile(context: Context, sftp: SftpStandIn): Promise<void> {
	const hour = 3_600_000;
	sftp.folder.put('/alleo/bestand_1.csv', file(PEOPLE.slice(0, 1)), new Date(Date.now() - hour));
	sftp.folder.put('/alleo/bestand_2.csv', file(PEOPLE));
	await freshImport(context);
	const workflowId = await setUp(context, sftp);
	const id = await context.client.runFrom(workflowId, NODE.dryRun);
	const waiting = await context.client.settled(id);
	const { error } = waiting.data?.resultData ?? {};
	assert.equal(waiting.status, 'waiting', `the dry run waits: ${JSON.stringify(error)}`);
	const people = outputOf(waiting, READ) as Array<{ employeeId: string; firstName: string }>;
	assert.deepEqual(
		people.map(({ employeeId, firstName }) => `${employeeId} ${firstName}`),
		['00901 Noor', '00902 José', '00903 Zoë'],
	);
	await approve(context, approvalLink(waiting));
	expectSuccess(await context.client.ended(id));
	assert.deepEqual(
		ours(context)
			.map(({ external_id: own, is_active: on }) => `${own} ${on}`)
			.sort(),
		['hibob-00901 true', 'hibob-00902 true', 'hibob-00903 true'],
	);
	const [logged] = await tableRows(context, workflowId);
	assert.equal(logged?.state, 'applied');
	const kept = Object.values(logged).map(String);
	assert.ok(
		kept.some((text) => /"files":\[[^\]]*"partition":"hibob"/.test(text)),
		'the log keeps what the file was',
	);

	// An older list that comes back, half a file, another customer's, none: nobody is touched.
	const before = JSON.stringify(ours(context));
	const cases: Array<[string, string, Buffer | string, Date?]> = [
		[
			'FILE_OLDER',
			'/alleo/bestand_3.csv',
			file(PEOPLE.slice(0, 2)),
			new Date(Date.now() - 2 * hour),
		],
		['FILE_CUT', '/alleo/bestand_4.csv', file(PEOPLE).slice(0, -80)],
		['FILE_ENCODING', '/alleo/bestand_5.csv', Buffer.from(file(PEOPLE), 'utf16le')],
		['FILE_OTHER_CUSTOMER', '/alleo/anders_6.csv', file(PEOPLE)],
		['FILE_SEPARATOR', '/alleo/bestand_7.csv', file(PEOPLE).replaceAll(';', ',')],
		['FILE_DATES_SERIAL', '/alleo/bestand_8.csv', file(PEOPLE.map(withDayNumbers))],
	];
	for (const [code, name, content, at] of cases) {
		sftp.folder.files.clear();
		sftp.folder.put(name, content, at ?? new Date());
		await refused(context, workflowId, code);
	}
	sftp.folder.files.clear();
	await refused(context, workflowId, 'FILE_MISSING');
	assert.equal(JSON.stringify(ours(context)), before, 'nobody changed in Alleo');
}

export const scenarios: Record<string, Scenario> = {
	'a file on SFTP becomes people in Alleo, and a wrong one nothing': withSftp(readsTheNewestFile),
};

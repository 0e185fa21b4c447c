import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { startSandbox } from '../start.mts';
import type { Sandbox } from '../start.mts';
import type { System } from '../world/types.mts';
import { checkCases, checkPlan, failedCases, foreignCalls } from './check.mts';
import { createCredentials, nmbrsClientOf } from './credentials.mts';
import type { Bindings } from './credentials.mts';
import { startDesk } from './desk.mts';
import type { Desk } from './desk.mts';
import { OWNER } from './n8nProcess.mts';
import { startN8n } from './n8nServer.mts';
import type { N8nServer } from './n8nServer.mts';
import { packPackage } from './package.mts';
import { readOptions } from './options.mts';
import { leaveFirstPlan, NEW_CUSTOMER } from './firstPlan.mts';
import type { FirstPlan } from './firstPlan.mts';
import { printKeys } from './keys.mts';
import { freePort, STATE } from './paths.mts';
import { heading, printTable, say } from './print.mts';
import { leaveOnSignals, leaveWithParent, StepFailed } from './process.mts';
import { plannedChanges, runSync } from './run.mts';
import type { RunResult } from './run.mts';
import { startSalary } from './salary.mts';
import {
	bindCredentials,
	chooseDesk,
	customerWorkflow,
	fillSettings,
	keepExecutions,
	NODE,
	readWorkflow,
} from './template.mts';

/** `npm run demo [-- --once]`: both daily syncs in a real n8n, against the stand-ins. */

const SYSTEMS: System[] = ['nmbrs', 'afas'];

interface Demo {
	sandbox: Sandbox;
	n8n: N8nServer;
	desk: Desk;
	workflows: Record<System, string>;
	bindings: Bindings;
	/** Addresses of the forms of support. */
	forms: Record<'fleet' | 'dry-run', string>;
}

/** Imports and publishes a template with a form for support. @returns the address of the form */
async function importForm({ client, url }: N8nServer, desk: Desk, name: string): Promise<string> {
	const workflow = await readWorkflow(name);
	bindCredentials(workflow, { alleoN8nApi: desk.instance });
	chooseDesk(workflow, desk.id);
	const { id, nodes } = await client.createWorkflow(workflow);
	await client.publish(id);
	const form = nodes.find(({ type }) => type.endsWith('.formTrigger'));
	return `${url}/form/${form?.webhookId ?? ''}`;
}

async function importWorkflow(
	{ client }: N8nServer,
	desk: Desk,
	system: System,
	bindings: Bindings,
): Promise<string> {
	const workflow = keepExecutions(await customerWorkflow(system, bindings));
	chooseDesk(workflow, desk.id);
	const { id } = await client.createWorkflow(workflow);
	await client.publish(id);
	return id;
}

async function publishTemplates(
	n8n: N8nServer,
	desk: Desk,
	bindings: Bindings,
): Promise<Record<System, string>> {
	heading('Importing and publishing the daily sync of a customer of each system');
	const workflows = {
		nmbrs: await importWorkflow(n8n, desk, 'nmbrs', bindings),
		afas: await importWorkflow(n8n, desk, 'afas', bindings),
	};
	const active = await n8n.client.activeWorkflows();
	for (const system of SYSTEMS) {
		if (active.includes(workflows[system])) continue;
		throw new StepFailed(
			`The schedule of the ${system.toUpperCase()} template is not registered`,
			`read the log of n8n, ${n8n.logFile}, for "${workflows[system]}"`,
		);
	}
	say('   both schedules are registered (every day, Europe/Amsterdam)');
	return workflows;
}

async function setUp(employees: number, seed: number): Promise<Demo> {
	mkdirSync(STATE, { recursive: true });
	heading('Packing the package');
	const tarball = await packPackage();

	const port = await freePort();
	heading('Starting the stand-ins of NMBRS, AFAS and Alleo');
	const sandbox = await startSandbox({
		employees,
		seed,
		nmbrs: {
			settings: { clients: [nmbrsClientOf(`http://127.0.0.1:${port}`)] },
		},
	});
	const { nmbrs, afas, alleo } = sandbox.world;
	say(
		`   NMBRS ${nmbrs.people.length} people, AFAS ${afas.people.length} people, Alleo ${alleo.accounts.length} accounts`,
	);

	let n8n: N8nServer | null = null;
	let desk: Desk | null = null;
	try {
		heading('Starting n8n with the package installed');
		n8n = await startN8n({ name: 'demo', tarball, port });
		say(`   ${n8n.url}, log in ${n8n.logFile}`);
		heading('Importing and publishing the desk, which all customers share');
		desk = await startDesk(n8n.client);
		heading('Creating credentials, giving the NMBRS consent');
		const bindings = await createCredentials(n8n.client, sandbox);
		const workflows = await publishTemplates(n8n, desk, bindings);
		heading('Importing and publishing the page of all customers, and the form for dry runs');
		const forms = {
			fleet: await importForm(n8n, desk, 'fleet'),
			'dry-run': await importForm(n8n, desk, 'dry-run'),
		};
		return { sandbox, n8n, desk, workflows, bindings, forms };
	} catch (error) {
		desk?.mailbox.close();
		await n8n?.stop();
		await sandbox.close();
		throw error;
	}
}

/** The customer has seen the first plan: from now on only unusual plans wait. */
async function confirmFirstRun(demo: Demo, system: System): Promise<void> {
	await demo.n8n.client.changeWorkflow(demo.workflows[system], (workflow) =>
		fillSettings(workflow, { approval: 'whenGuardTrips' }),
	);
}

async function syncTwice(demo: Demo, system: System): Promise<[RunResult, RunResult]> {
	const { client } = demo.n8n;
	const id = demo.workflows[system];
	heading(`${system.toUpperCase()}: a dry run, approved on its page, then the daily run`);
	const first = await runSync(client, demo.sandbox, system, id, NODE.dryRun);
	say(`   dry run: waited for approval, approved, ${first.writes} writes to Alleo`);
	await confirmFirstRun(demo, system);
	const second = await runSync(client, demo.sandbox, system, id, NODE.schedule);
	say(`   daily run: ${plannedChanges(second.summary)} changes planned, ${second.writes} writes`);
	for (const { subject } of demo.desk.told(id)) say(`   the desk told: ${subject}`);
	return [first, second];
}

/** Everything that has to hold; a line for each thing that does not. */
function problemsOf(demo: Demo, runs: Array<[RunResult, RunResult]>): string[] {
	const problems: string[] = [];
	for (const [first, second] of runs) {
		const name = first.system.toUpperCase();
		if (!first.approved) problems.push(`${name}: the dry run did not wait for approval`);
		for (const { external_id, code, message } of first.failures) {
			problems.push(`${name}: ${external_id} failed: ${code} ${message}`);
		}
		const asked = demo.desk.told(demo.workflows[first.system], 'planWaits');
		if (asked.length !== 1) problems.push(`${name}: ${asked.length} messages ask for a decision`);
		if (plannedChanges(second.summary) > 0) {
			problems.push(`${name}: the second run planned ${JSON.stringify(second.summary.counts)}`);
		}
		if (second.writes > 0) problems.push(`${name}: the second run wrote ${second.writes} times`);
		const planned = checkPlan(demo.sandbox.world, first.system, first.rows);
		const results = checkCases(demo.sandbox, first.system);
		const failed = failedCases(results);
		const cases = new Set(results.map((result) => result.case)).size;
		say(
			`   ${name}: ${results.length - failed.length} of ${results.length} people in ${cases} cases are as the decision table says`,
		);
		for (const result of [...failed, ...failedCases(planned)]) {
			problems.push(`${name}: case ${result.case} (${result.who}): ${result.problems.join('; ')}`);
		}
	}
	const foreign = foreignCalls(demo.sandbox);
	for (const call of new Set(foreign)) problems.push(`more than a read reached ${call}`);
	if (foreign.length === 0) say('   NMBRS and AFAS: nothing but reads reached them');
	return problems;
}

/** What stands around the two customers, to try things by hand; not there with `--once`. */
async function serve(demo: Demo, seed: number, untilStopped: () => Promise<void>): Promise<void> {
	const { sandbox, n8n, desk, workflows, forms, bindings } = demo;
	heading('Importing the salary and leave file, with an SFTP server');
	const salary = await startSalary(n8n.client, desk.id, bindings);
	let first: FirstPlan | null = null;
	try {
		heading(`A new customer, ${NEW_CUSTOMER}: its first plan is for you to decide`);
		first = await leaveFirstPlan(n8n, desk.id, seed);
		heading('Keys for trying by hand');
		printKeys(sandbox, salary.sftp);
		heading('Open');
		say(`   n8n             ${n8n.url}`);
		say(`     log in        ${OWNER.email}  ${OWNER.password}`);
		say(`     NMBRS sync    ${n8n.url}/workflow/${workflows.nmbrs}`);
		say(`     AFAS sync     ${n8n.url}/workflow/${workflows.afas}`);
		say(`     salary file   ${n8n.url}/workflow/${salary.workflowId} (press Dry run)`);
		say(`     desk          ${n8n.url}/workflow/${desk.id} (run log, messages, errors of all)`);
		say(`   all customers   ${forms.fleet} (with that login)`);
		say(`   dry run         ${forms['dry-run']} (customer: Voorbeeld Holding or Voorbeeld Zorg)`);
		say(`   stand-ins       ${sandbox.alleo.origin}/_control/state (Alleo)`);
		say(
			`                   ${sandbox.nmbrs.origin}/_control/log (NMBRS), ${sandbox.afas.origin}/_control/log (AFAS)`,
		);
		say(`   first plan      ${first.link}`);
		say('\nCtrl-C stops everything.');
		await untilStopped();
		say('\nStopping.');
	} finally {
		await first?.sandbox.close();
		await salary.sftp.close();
	}
}

async function main(): Promise<number> {
	const untilStopped = leaveOnSignals();
	leaveWithParent();
	const { once, employees, seed } = readOptions();
	const demo = await setUp(employees, seed);
	try {
		const runs: Array<[RunResult, RunResult]> = [];
		for (const system of SYSTEMS) runs.push(await syncTwice(demo, system));
		heading('Checking');
		const problems = problemsOf(demo, runs);
		for (const [first, second] of runs) printTable(first, second);
		if (problems.length > 0) {
			heading('Not as it should be');
			for (const problem of problems) say(`   ${problem}`);
		}
		if (!once) await serve(demo, seed, untilStopped);
		return problems.length === 0 ? 0 : 1;
	} finally {
		await demo.n8n.stop();
		demo.desk.mailbox.close();
		await demo.sandbox.close();
	}
}

try {
	process.exitCode = await main();
} catch (error) {
	const failed = error instanceof StepFailed ? error : null;
	say(`\nStopped: ${error instanceof Error ? error.message : String(error)}`);
	say(`To go on: ${failed?.howToGoOn ?? `read the log of n8n, ${path.join(STATE, 'demo.log')}`}`);
	process.exitCode = 1;
}

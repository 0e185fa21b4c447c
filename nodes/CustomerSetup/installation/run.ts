import type { CredentialRef } from '../../../core/connect/connection';
import { INSTALLED } from '../../../core/connect/installation/bundle';
import { callsLostDesk } from '../../../core/connect/installation/desk';
import { findInstalled } from '../../../core/connect/installation/find';
import type {
	InstallationReport,
	TableLine,
	WorkflowLine,
} from '../../../core/connect/installation/report';
import { settingsNode } from '../../../core/connect/templates/settings';
import { problem } from '../../../core/model/result';
import { issueError } from '../../shared/outcome';
import { pastTemplates, shippedTemplates } from '../upgrade/templates';
import { originIn } from './upgrade';
import { systemClock } from '../../shared/http/clock';
import { N8N_CREDENTIAL } from '../../shared/n8nApi';
import type { N8nCredential, N8nWorkflow } from '../../shared/n8nApi';
import { valueOf } from '../resources/invitation/shared';
import type { ItemContext } from '../resources/operation';
import { settleDesk } from './deskSettings';
import type { DeskWishes } from './deskSettings';
import { switchOn, tag } from './finish';
import { lineOf, livingIds, stored, told } from './job';
import type { Job } from './job';
import { takeLease } from './lease';
import type { Lease } from './lease';
import { InstallationRecords } from './records';
import { settle } from './settle';
import { allTables, ensureTable, INSTALLATION_TABLE } from './tables';
import { TagBook } from './tags';
import { toDoOf } from './toDo';

/** Sets this n8n up: one at a time, in the project of the workflow that it runs in. */

/** The workflow that this runs in, as the key sees it: else the key is of another n8n, or another project. */
async function ownWorkflow(given: ItemContext): Promise<N8nWorkflow> {
	const { context, client, item } = given;
	const { id = '' } = context.getWorkflow();
	if (id === '') throw issueError(context, 'SETUP_NOT_SAVED', {}, item);
	const found = await client.workflow(id);
	if (!found.ok && found.problem.code === 'N8N_NOT_FOUND') {
		throw issueError(context, 'SETUP_OTHER_N8N', {}, item);
	}
	return valueOf(given, found);
}

/** What goes where nothing is chosen: this node's own credential, and the one app of NMBRS where there is one. */
function sharedCredentials(
	{ context }: ItemContext,
	all: readonly N8nCredential[],
): Record<string, CredentialRef> {
	const own = context.getNode().credentials?.[N8N_CREDENTIAL];
	const apps = all.filter(({ type }) => type === 'nmbrsAppApi');
	const [app] = apps;
	return {
		...(typeof own?.id === 'string' ? { [N8N_CREDENTIAL]: { id: own.id, name: own.name } } : {}),
		...(app !== undefined && apps.length === 1
			? { nmbrsAppApi: { id: app.id, name: app.name } }
			: {}),
	};
}

async function tableLines({ given, project, shipped }: Job): Promise<TableLine[]> {
	const lines: TableLine[] = [];
	for (const spec of allTables(shipped)) {
		const made = await ensureTable(given.client, spec, project);
		lines.push({
			name: spec.name,
			done: made.ok ? made.value.done : 'failed',
			issues: made.ok ? [] : [told(made.problem)],
		});
	}
	return lines;
}

/** Workflows of customers that tell a desk which is not there: a new one does not know them by itself. */
function lostCustomers(job: Job): string[] {
	const living = livingIds(job);
	return job.workflows
		.filter(({ isArchived }) => isArchived !== true)
		.map(stored)
		.filter((workflow) => settingsNode(workflow) !== null)
		.filter((workflow) => callsLostDesk(workflow, living))
		.map(({ name }) => name);
}

async function workflowLines(job: Job): Promise<WorkflowLine[] | null> {
	const lines: WorkflowLine[] = [];
	for (const name of INSTALLED) {
		const template = job.shipped.find((one) => one.name === name);
		if (template === undefined) continue;
		// Before each, so that nobody else makes the same one.
		if (!(await job.lease.keep())) return null;
		lines.push(await settle(job, name, template));
	}
	return lines;
}

/** Start here itself: on, so that its form has an address for the next time. */
async function startHere(job: Job, own: N8nWorkflow): Promise<WorkflowLine[]> {
	if (findInstalled('start-here', [stored(own)], job.origin).kind !== 'one') return [];
	const on = await switchOn(job, 'start-here', own);
	const tagged = await tag(job, 'start-here', on.workflow);
	const changes = [...on.changes, ...tagged.changes];
	const issues = [...on.issues, ...tagged.issues];
	const done = changes.length > 0 ? 'updated' : 'kept';
	return [lineOf(job, 'start-here', on.workflow, { done, changes, issues })];
}

async function setUpUnder(
	given: ItemContext,
	lease: Lease,
	about: {
		own: N8nWorkflow;
		project: string | undefined;
		table: string;
		webhooks: string;
		wishes: DeskWishes;
	},
): Promise<InstallationReport> {
	const { context, client, item } = given;
	const { own, project, table, webhooks, wishes } = about;
	const credentials = valueOf(given, await client.credentials());
	const job: Job = {
		given,
		webhooks,
		project,
		lease,
		records: valueOf(given, await InstallationRecords.read(client, table)),
		tags: new TagBook(client),
		workflows: valueOf(given, await client.workflows()),
		credentials: sharedCredentials(given, credentials),
		shipped: shippedTemplates(),
		origin: originIn([...pastTemplates(), ...shippedTemplates()]),
		desk: null,
		general: [],
	};
	const tables = await tableLines(job);
	const lines = await workflowLines(job);
	if (lines === null) {
		throw issueError(context, 'SETUP_BUSY', { since: new Date().toISOString() }, item);
	}
	const dressed = await settleDesk(job, lines, credentials, wishes);
	const workflows = [...dressed, ...(await startHere(job, own))];
	const lost = lostCustomers(job);
	const issues =
		lost.length === 0
			? job.general
			: [...job.general, problem('SETUP_DESK_LOST', { workflows: lost.join(', ') })];
	return { workflows, tables, toDo: toDoOf(job, credentials), issues };
}

/**
 * @param webhooks address of the webhooks of this n8n
 * @param wishes what was asked for about the messages
 */
export async function setUpInstallation(
	given: ItemContext,
	webhooks: string,
	wishes: DeskWishes,
): Promise<InstallationReport> {
	const { context, client, item } = given;
	const own = await ownWorkflow(given);
	const project = own.shared?.find(({ role }) => role === 'workflow:owner')?.projectId;
	const made = valueOf(given, await ensureTable(client, INSTALLATION_TABLE, project));
	const taken = valueOf(given, await takeLease(client, made.id, systemClock.now));
	if (!('lease' in taken)) {
		throw issueError(context, 'SETUP_BUSY', { since: taken.busySince }, item);
	}
	try {
		const about = { own, project, table: made.id, webhooks, wishes };
		return await setUpUnder(given, taken.lease, about);
	} finally {
		await taken.lease.release();
	}
}

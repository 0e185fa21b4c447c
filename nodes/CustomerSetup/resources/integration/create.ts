import { randomUUID } from 'node:crypto';
import type { ZodError } from 'zod';
import { readAlleoKey, type AlleoKey } from '../../../../core/connect/alleoKey';
import { CustomerConnection, type CredentialRef } from '../../../../core/connect/connection';
import { buildDailySync } from '../../../../core/connect/templates/build';
import { ALLEO_CREDENTIAL, DailySyncCustomer } from '../../../../core/connect/templates/customer';
import { desksIn, needsDesk, withDesk } from '../../../../core/connect/templates/desk';
import { findWorkflow, rebind, withAlleo } from '../../../../core/connect/templates/rebind';
import { StoredWorkflow, Workflow } from '../../../../core/connect/templates/workflow';
import { canonicalJson } from '../../../../core/model/hash';
import type { IssueCode } from '../../../../core/issues';
import { shapeProblem } from '../../../../core/model/shape';
import { issueError, toError } from '../../../shared/outcome';
import { N8N_CREDENTIAL } from '../../../shared/n8nApi';
import { makeBeside, usableDelivery } from '../../dailySync/beside';
import { areConnected, workflowsOfCustomer } from '../../dailySync/siblings';
import { allWorkflows, bodyOf } from '../../dailySync/store';
import { shippedTemplate } from '../../dailySync/templates';
import { openStore, valueAt, valueOf } from '../invitation/shared';
import { ASKED, CREATE_FIELDS } from './createFields';
import { createdItem } from './createdItem';
import type { ItemContext, ItemOperation } from '../operation';

/** What of an item decides whose workflow, which access, which figures and which Alleo company it is about. */
const DECIDING = [
	'customer',
	'system',
	'integration_id',
	'workflow_id',
	'alleo_company_id',
	'credentials',
	'scopes',
	'debtors',
	'companies',
	'budget_file',
	'delivery_workflow_id',
	'pay',
	'wage_components',
	'leave_groups',
	'afas_pay',
	'selective_sync',
	'replaced',
] as const satisfies ReadonlyArray<keyof CustomerConnection>;

interface Believed {
	connection: CustomerConnection;
	/** The Alleo credential that the invitation names; null without an invitation. */
	alleoKey: AlleoKey;
}

/**
 * The connection as its invitation keeps it, under a signature. What the item says otherwise is an error,
 * never the truth. Without any row of it there is nothing to compare with, and the item can only come from
 * who builds this workflow, who may bind any credential of theirs anyhow.
 */
async function verified(given: ItemContext, connection: CustomerConnection): Promise<Believed> {
	const { context, item } = given;
	const refuse = (problem: string) => {
		const params = { item: item + 1, problem };
		return issueError(context, 'SYNC_CUSTOMER_UNVERIFIED', params, item);
	};
	const store = await openStore(given);
	const { invitation_id: value } = connection;
	const found =
		store === null
			? null
			: valueOf(given, await store.where([{ columnName: 'invitation', condition: 'eq', value }]));
	if (found === null || found.rows.length + found.altered.length === 0) {
		return { connection, alleoKey: { kind: 'none' } };
	}
	const [row] = found.rows;
	const believed = found.rows.length === 1 && found.altered.length === 0;
	if (!believed || row?.state !== 'used' || row.connection === '') {
		throw refuse('its invitation was changed, or is not in use');
	}
	const kept = CustomerConnection.parse(JSON.parse(row.connection));
	const other = DECIDING.filter(
		(name) => canonicalJson(kept[name]) !== canonicalJson(connection[name]),
	);
	if (other.length > 0) throw refuse(`it differs in ${other.join(', ')}`);
	return { connection: kept, alleoKey: readAlleoKey(row.alleo_key) };
}

/** The connected customer on the item, with what only this node's fields say. */
async function readCustomer(given: ItemContext): Promise<{
	connection: CustomerConnection;
	customer: DailySyncCustomer;
	alleoKey: AlleoKey;
}> {
	const { context, item } = given;
	const unreadable = (error: ZodError) => {
		const params = { item: item + 1, problem: shapeProblem(error) };
		return issueError(context, 'SYNC_CUSTOMER_UNREADABLE', params, item);
	};
	const read = CustomerConnection.safeParse(context.getInputData()[item]?.json);
	if (!read.success) throw unreadable(read.error);
	const { connection, alleoKey } = await verified(given, read.data);
	const customer = DailySyncCustomer.safeParse({
		customer: connection.customer,
		system: connection.system,
		language: connection.language,
		integration_id: connection.integration_id,
		alleo_company_id: valueAt(given, ASKED.alleoCompanyId),
		credentials: connection.credentials,
		debtor_ids: connection.debtors.map(({ id }) => id),
		selective_sync: connection.selective_sync,
		found: { access: connection.alleo_access, filter: connection.alleo_filter },
		company_ids: connection.companies.map(({ id }) => id),
		scopes: connection.scopes,
	});
	if (!customer.success) throw unreadable(customer.error);
	return { connection, customer: customer.data, alleoKey };
}

/** A credential that is chosen in this node, for the workflow to use; it is not opened here. */
function chosen({ context, item }: ItemContext, type: string): { id: string; name: string } {
	const reference = context.getNode().credentials?.[type];
	if (typeof reference?.id === 'string') return { id: reference.id, name: reference.name };
	const params = { credential: type };
	throw issueError(context, 'SYNC_CREDENTIAL_NOT_CHOSEN', params, item);
}

/** The customer's own Alleo credential; null where the wide one is used. Its data is not opened here. */
async function ownAlleo(given: ItemContext, key: AlleoKey): Promise<CredentialRef | null> {
	const { context, item, client } = given;
	if (key.kind === 'none') return null;
	if (key.kind === 'asked') throw issueError(context, 'SYNC_ALLEO_KEY_ASKED', {}, item);
	const known = valueOf(given, await client.credentials());
	const found = known.find(({ id, type }) => id === key.id && type === ALLEO_CREDENTIAL);
	if (found === undefined) throw issueError(context, 'SYNC_ALLEO_KEY_GONE', {}, item);
	return { id: found.id, name: found.name };
}

const instanceOf = (given: ItemContext) => ({
	type: N8N_CREDENTIAL,
	credential: chosen(given, N8N_CREDENTIAL),
});

async function template(given: ItemContext, { system }: DailySyncCustomer): Promise<Workflow> {
	const id = valueAt(given, ASKED.templateWorkflowId);
	if (id === '') return shippedTemplate(system);
	return Workflow.parse(valueOf(given, await given.client.workflow(id)));
}

interface Made {
	workflow: StoredWorkflow;
	created: boolean;
	notes: IssueCode[];
}

/** The template with the desk of this n8n in it; one of before version 3 has a log of its own. */
function atDesk(given: ItemContext, from: Workflow, all: readonly StoredWorkflow[]): Workflow {
	if (!needsDesk(from)) return from;
	const { context, item } = given;
	const [desk, ...others] = desksIn(all);
	if (desk === undefined) throw issueError(context, 'SYNC_DESK_MISSING', {}, item);
	if (others.length > 0) {
		const workflows = [desk, ...others].map(({ name }) => name).join(', ');
		throw issueError(context, 'SYNC_DESK_SEVERAL', { workflows }, item);
	}
	return withDesk(from, desk.id);
}

async function makeNew(
	given: ItemContext,
	customer: DailySyncCustomer,
	all: readonly StoredWorkflow[],
	own: CredentialRef | null,
): Promise<Made> {
	const { context, item, client } = given;
	const from = atDesk(given, await template(given, customer), all);
	const bindings = {
		alleo: own ?? chosen(given, ALLEO_CREDENTIAL),
		instance: instanceOf(given),
		times: valueAt(given, ASKED.times),
	};
	const built = buildDailySync(from, customer, bindings, randomUUID);
	if (!built.ok) throw toError(context, built.problem, item);
	const { workflow, notes } = built.value;
	const stored = valueOf(given, await client.createWorkflow(bodyOf(workflow), from));
	return { workflow: StoredWorkflow.parse(stored), created: true, notes };
}

async function bindAgain(
	given: ItemContext,
	workflow: StoredWorkflow,
	customer: DailySyncCustomer,
	own: CredentialRef | null,
): Promise<Made> {
	const { workflow: read, changed: isRead, notes } = rebind(workflow, customer);
	// Without an Alleo credential in the new invitation the workflow keeps its own.
	const rebound = own === null ? read : withAlleo(read, own);
	const changed = isRead || rebound !== read;
	if (!changed) return { workflow, created: false, notes };
	// A published sync must go on with the new credential, not only its draft.
	const { id, active } = workflow;
	const updated = await given.client.updateWorkflow(id, bodyOf(rebound), workflow, active);
	return { workflow: StoredWorkflow.parse(valueOf(given, updated)), created: false, notes };
}

/**
 * What reads beside the daily sync, with what that read with until now, goes on with the new credential as well.
 * @returns every workflow, as it is now
 */
async function bindBeside(
	given: ItemContext,
	daily: StoredWorkflow,
	all: readonly StoredWorkflow[],
	customer: DailySyncCustomer,
	own: CredentialRef | null,
): Promise<{ all: StoredWorkflow[]; notes: IssueCode[] }> {
	const notes: IssueCode[] = [];
	const now = new Map(all.map((one) => [one.id, one]));
	for (const one of workflowsOfCustomer(all, daily).slice(1)) {
		if (!areConnected(daily, one)) continue;
		const bound = await bindAgain(given, one, customer, own);
		now.set(one.id, bound.workflow);
		notes.push(...bound.notes);
	}
	return { all: [...now.values()], notes };
}

/**
 * Makes the daily sync of a customer who has just connected. A customer who connected again keeps the
 * workflow and everything in it; only a credential that is new is bound. Running it twice makes one.
 */
export const create: ItemOperation = {
	name: 'Create',
	action: 'Create an integration',
	description: "Make the customer's own daily sync, or let the one that is there go on",
	writes: true,
	fields: CREATE_FIELDS,
	async run(given) {
		const { context, item } = given;
		const { connection, customer, alleoKey } = await readCustomer(given);
		const own = await ownAlleo(given, alleoKey);
		const all = await allWorkflows(given);
		const found = findWorkflow(all, customer, connection.workflow_id);
		if (found.kind === 'several') {
			const params = { workflows: found.names.join(', ') };
			throw issueError(context, 'SYNC_WORKFLOW_SEVERAL', params, item);
		}
		const present = found.kind === 'one' ? found.workflow : null;
		const files = usableDelivery(
			all,
			valueAt(given, ASKED.deliveryWorkflowId),
			present,
			customer.integration_id,
		);
		const main =
			present === null
				? await makeNew(given, customer, all, own)
				: await bindAgain(given, present, customer, own);
		const bound =
			present === null
				? { all: [...all, main.workflow], notes: [] }
				: await bindBeside(given, present, all, customer, own);
		const beside = await makeBeside(given, bound.all, main.workflow, {
			connection,
			customer,
			budgetFile: valueAt(given, ASKED.budgetFile),
			delivery: files.delivery,
			alleo: () => own ?? chosen(given, ALLEO_CREDENTIAL),
			instance: () => instanceOf(given),
			atDesk: (template) => atDesk(given, template, all),
		});
		const codes = [...new Set([...main.notes, ...bound.notes])].map((code) => ({ code }));
		// What holds for both workflows beside it is said once.
		const notes = [
			...new Map(
				[...codes, ...beside.notes, ...files.notes].map((note) => [canonicalJson(note), note]),
			).values(),
		];
		const made = { workflow: beside.daily, created: main.created, notes, beside: beside.made };
		return [createdItem(given, made, { customer, connection })];
	},
};

import { randomUUID } from 'node:crypto';
import type { CredentialRef, CustomerConnection } from '../../../core/connect/connection';
import { BESIDE, buildBeside, type Beside } from '../../../core/connect/templates/beside';
import type { Bindings } from '../../../core/connect/templates/build';
import { SOURCES, type DailySyncCustomer } from '../../../core/connect/templates/customer';
import {
	deliveriesOf,
	isDelivery,
	looksAtFolder,
	withDelivery,
} from '../../../core/connect/templates/delivery';
import { differsFromSaid } from '../../../core/connect/templates/pay';
import { datasetOf } from '../../../core/connect/templates/explainGraph';
import { alleoCredentials } from '../../../core/connect/templates/rebind';
import { readSetting, withSettings } from '../../../core/connect/templates/settings';
import { StoredWorkflow, type Workflow } from '../../../core/connect/templates/workflow';
import { sendsFile, type BudgetFile } from '../../../core/model/settings';
import type { CarriedIssue } from '../../../core/issues';
import { toError } from '../../shared/outcome';
import { valueOf } from '../resources/invitation/shared';
import type { ItemContext } from '../resources/operation';
import { boundCredentials } from './describe';
import { connectedOf } from './siblings';
import { bodyOf } from './store';
import { shippedBeside } from './templates';

/** The workflows beside a customer's daily sync: made once, and let be afterwards. */

export interface BesideWish {
	connection: CustomerConnection;
	customer: DailySyncCustomer;
	/** How budgets go to Alleo; a workflow of their own where that is by a file. */
	budgetFile: BudgetFile;
	/** The workflow that files go by, checked; empty where none was given. */
	delivery: string;
	/** Used where the daily sync has none. */
	alleo: () => CredentialRef;
	instance: () => Bindings['instance'];
	/** The template with the desk of this n8n in it. */
	atDesk: (template: Workflow) => Workflow;
}

export interface MadeBeside {
	kind: Beside;
	workflow: StoredWorkflow;
	created: boolean;
}

/**
 * The workflow that files of this customer are to go by. It must be one, and no other customer's: figures on
 * the wrong server are figures in wrong hands. One that cannot be used is left out and told of; the rest is made.
 * @param daily null for a customer who has none yet
 * @param integration of the customer, as its invitation keeps it
 */
export function usableDelivery(
	all: readonly StoredWorkflow[],
	wanted: string,
	daily: StoredWorkflow | null,
	integration: string,
): { delivery: string; notes: CarriedIssue[] } {
	const refused = (
		code: 'SYNC_DELIVERY_UNKNOWN' | 'SYNC_DELIVERY_TAKEN' | 'DELIVERY_OLD',
		workflow: string,
	) => ({
		delivery: '',
		notes: [{ code, params: { workflow } }],
	});
	if (wanted === '') return { delivery: '', notes: [] };
	const found = all.find(({ id, isArchived }) => id === wanted && !isArchived);
	if (found === undefined || !isDelivery(found)) return refused('SYNC_DELIVERY_UNKNOWN', wanted);
	if (!looksAtFolder(found)) return refused('DELIVERY_OLD', found.name);
	const connected = daily === null ? [] : connectedOf(all, daily);
	// Archived ones of the same connection are its own too.
	const same = all.filter(
		(one) => integration !== '' && readSetting(one, 'integration_id') === integration,
	);
	const own = new Set([...connected, ...same].map(({ id }) => id));
	const other = all.find((one) => !own.has(one.id) && deliveriesOf(one).includes(wanted));
	return other === undefined
		? { delivery: wanted, notes: [] }
		: refused('SYNC_DELIVERY_TAKEN', other.name);
}

/** Saves a workflow that is there already; a published one goes on with it. */
async function save(
	given: ItemContext,
	before: StoredWorkflow,
	now: StoredWorkflow,
): Promise<StoredWorkflow> {
	if (now === before) return before;
	const { id, active } = before;
	return StoredWorkflow.parse(
		valueOf(given, await given.client.updateWorkflow(id, bodyOf(now), before, active)),
	);
}

/** What the daily sync says of the budget file, where nobody decided that yet. */
function withBudgetFile(
	daily: StoredWorkflow,
	{ budgetFile, delivery }: BesideWish,
	byFile: boolean,
): StoredWorkflow {
	// A file that nobody can make is promised to nobody.
	if (budgetFile !== 'other' && !byFile) return daily;
	const isOpen = readSetting(daily, 'budget_file') === 'none';
	const told = isOpen ? withSettings(daily, { budget_file: budgetFile }) : daily;
	return withDelivery(told, delivery);
}

/**
 * Makes what is missing beside the daily sync, off and asking always. What is there stays as it is; only a
 * place for the delivery that is still empty is filled.
 */
export async function makeBeside(
	given: ItemContext,
	all: readonly StoredWorkflow[],
	daily: StoredWorkflow,
	wish: BesideWish,
): Promise<{ daily: StoredWorkflow; made: MadeBeside[]; notes: CarriedIssue[] }> {
	const { context, item, client } = given;
	const { connection, customer, budgetFile, delivery } = wish;
	const notes: CarriedIssue[] = [];
	const hasToken = boundCredentials(daily).some(({ type }) => type === 'nmbrsTokenApi');
	const canRead = customer.system === 'afas' || hasToken;
	const byFile = sendsFile(budgetFile);
	const wanted: Record<Beside, boolean> = {
		salaryLeave: connection.pay,
		budgets: byFile && canRead,
	};
	if (byFile && !canRead) notes.push({ code: 'SYNC_BUDGETS_UNREAD' });
	const [alleoId] = alleoCredentials(daily);
	const made: MadeBeside[] = [];
	for (const kind of BESIDE) {
		if (!wanted[kind]) continue;
		const present = connectedOf(all, daily).find((one) => datasetOf(one) === kind);
		if (present !== undefined) {
			const kept = await save(given, present, withDelivery(present, delivery));
			if (kind === 'salaryLeave') notes.push(...payDiffers(connection, present));
			made.push({ kind, workflow: kept, created: false });
			continue;
		}
		const built = buildBeside(
			{
				kind,
				template: wish.atDesk(shippedBeside(kind, customer.system)),
				daily,
				customer,
				pay: connection,
				often: kind === 'budgets' && budgetFile === 'daily' ? 'daily' : 'monthly',
				delivery,
				bindings: {
					alleo: alleoOf(daily, alleoId) ?? wish.alleo(),
					instance: wish.instance(),
				},
			},
			randomUUID,
		);
		if (!built.ok) throw toError(context, built.problem, item);
		const { workflow } = built.value;
		notes.push(...built.value.notes.map((code) => ({ code })));
		const template = shippedBeside(kind, customer.system);
		const stored = valueOf(given, await client.createWorkflow(bodyOf(workflow), template));
		made.push({ kind, workflow: StoredWorkflow.parse(stored), created: true });
	}
	const told = await save(given, daily, withBudgetFile(daily, wish, wanted.budgets));
	return { daily: told, made, notes };
}

/** What was said of pay while connecting again, where the workflow has it otherwise: a person decides. */
function payDiffers(connection: CustomerConnection, present: StoredWorkflow): CarriedIssue[] {
	const source = present.nodes.find(({ type }) => type === SOURCES[connection.system].node);
	if (source === undefined || !differsFromSaid(connection, source.parameters)) return [];
	return [{ code: 'SYNC_PAY_DIFFERS', params: { workflow: present.name } }];
}

/** The Alleo credential that the daily sync uses, with its name. */
function alleoOf({ nodes }: StoredWorkflow, id: string | undefined): CredentialRef | null {
	for (const { credentials = {} } of nodes) {
		const reference = credentials['alleoApi'];
		if (id !== undefined && reference?.id === id) return { id, name: reference.name ?? id };
	}
	return null;
}

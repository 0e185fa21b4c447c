import type { IExecuteFunctions, INode, IWorkflowBase } from 'n8n-workflow';
import { z } from 'zod';
import { ALLEO_CREDENTIAL } from '../../../core/connect/templates/customer';
import { deliveriesOf } from '../../../core/connect/templates/delivery';
import { alleoCredentials, sourceCredentials } from '../../../core/connect/templates/rebind';
import { readSetting } from '../../../core/connect/templates/settings';
import type { StoredWorkflow } from '../../../core/connect/templates/workflow';
import type { IssueCode, IssueParams } from '../../../core/issues';
import type { ItemContext } from '../resources/operation';
import { NMBRS_CREDENTIAL } from '../resources/integration/revokeToken';
import { SYSTEM_NAMES, boundCredentials } from './describe';
import { endInvitations } from './invitations';
import type { NamedAlleoKey } from './invitations';
import type { Revocation } from '../../shared/connect/revocation';

/** The steps of ending a connection. Each says what it did; none stops the next. */

export interface DisconnectStep {
	step: 'unpublish' | 'invitations' | 'revoke' | 'delete';
	/** Name of the credential; empty for a workflow. */
	credential: string;
	/** Name of the workflow that was switched off; empty for the other steps. */
	workflow: string;
	outcome: 'done' | 'already' | 'kept' | 'failed';
	issue: { code: IssueCode; params: IssueParams } | null;
	/** One redacted line of n8n, where it refused. */
	detail: string;
}

type Credential = ReturnType<typeof boundCredentials>[number];

const step = (
	name: DisconnectStep['step'],
	credential: string,
	outcome: DisconnectStep['outcome'],
	issue: DisconnectStep['issue'] = null,
	detail = '',
): DisconnectStep => ({ step: name, credential, workflow: '', outcome, issue, detail });

export async function unpublish(
	given: ItemContext,
	workflow: StoredWorkflow,
): Promise<DisconnectStep> {
	const { name } = workflow;
	if (!workflow.active) return { ...step('unpublish', '', 'already'), workflow: name };
	const ended = await given.client.unpublishWorkflow(workflow.id);
	if (ended.ok) return { ...step('unpublish', '', 'done'), workflow: name };
	const { code, params, detail } = ended.problem;
	return { ...step('unpublish', '', 'failed', { code, params }, detail), workflow: name };
}

const Answer = z.object({
	outcome: z.enum(['done', 'none', 'refused']),
	problem: z.string().optional(),
});

/**
 * A workflow of two nodes that has this credential: n8n opens a credential only for a node that
 * it is chosen in, and only where the workflow that asks may use it. Its data is not kept.
 */
function revoking(context: IExecuteFunctions, { id, name }: Credential): IWorkflowBase {
	const own = context.getNode();
	const start: INode = {
		id: 'start',
		name: 'Start',
		type: 'n8n-nodes-base.executeWorkflowTrigger',
		typeVersion: 1.1,
		position: [0, 0],
		parameters: { inputSource: 'passthrough' },
	};
	const revoke: INode = {
		id: 'revoke',
		name: 'Revoke',
		type: own.type,
		typeVersion: own.typeVersion,
		position: [208, 0],
		parameters: { resource: 'integration', operation: 'revokeToken' },
		credentials: { ...own.credentials, [NMBRS_CREDENTIAL]: { id, name } },
	};
	const now = new Date();
	return {
		id: '',
		name: 'Revoke the NMBRS token',
		active: false,
		isArchived: false,
		createdAt: now,
		updatedAt: now,
		activeVersionId: null,
		nodes: [start, revoke],
		connections: { Start: { main: [[{ node: 'Revoke', type: 'main', index: 0 }]] } },
		settings: {
			executionOrder: 'v1',
			saveDataSuccessExecution: 'none',
			saveDataErrorExecution: 'none',
			saveManualExecutions: false,
		},
	};
}

async function askForRevocation(
	context: IExecuteFunctions,
	credential: Credential,
): Promise<Revocation> {
	try {
		const code = revoking(context, credential);
		const { data } = await context.executeWorkflow({ code }, [{ json: {} }]);
		const answer = Answer.safeParse(data[0]?.[0]?.json);
		if (!answer.success) return { outcome: 'refused', problem: 'no answer' };
		const { outcome, problem = '' } = answer.data;
		return outcome === 'refused' ? { outcome, problem } : { outcome };
	} catch {
		// The message can name whatever the identity server said; the step itself says enough.
		return { outcome: 'refused', problem: 'the credential could not be used' };
	}
}

export async function revoke(given: ItemContext, credential: Credential): Promise<DisconnectStep> {
	const { type, name } = credential;
	if (type !== NMBRS_CREDENTIAL) {
		const system = type.startsWith('nmbrs') ? SYSTEM_NAMES.nmbrs : SYSTEM_NAMES.afas;
		return step('revoke', name, 'kept', { code: 'SYNC_TOKEN_STAYS', params: { system } });
	}
	const result = await askForRevocation(given.context, credential);
	if (result.outcome === 'done') return step('revoke', name, 'done');
	return result.outcome === 'none'
		? step('revoke', name, 'already', { code: 'SYNC_REVOKE_NO_TOKEN', params: {} })
		: step('revoke', name, 'failed', {
				code: 'SYNC_REVOKE_REFUSED',
				params: { problem: result.problem },
			});
}

async function remove(given: ItemContext, { id, name }: Credential): Promise<DisconnectStep> {
	const deleted = await given.client.deleteCredential(id);
	if (deleted.ok) return step('delete', name, 'done');
	const { code, params, detail, status } = deleted.problem;
	if (status === 404) return step('delete', name, 'already');
	return step('delete', name, 'failed', { code, params }, detail);
}

/**
 * The Alleo credential that an invitation of this customer names; the wide one is none. What was entered for
 * this customer goes, unless another workflow uses it; what was chosen stays, and that is said.
 */
async function endAlleoKey(
	given: ItemContext,
	own: ReadonlySet<string>,
	all: readonly StoredWorkflow[],
	{ kind, id }: NamedAlleoKey,
	known: ReadonlyMap<string, string> | null,
): Promise<DisconnectStep | null> {
	const name = known?.get(id) ?? id;
	const users = all.filter(
		(other) => !own.has(other.id) && !other.isArchived && alleoCredentials(other).includes(id),
	);
	if (known !== null && !known.has(id)) return step('delete', name, 'already');
	if (kind === 'chosen') {
		const issue = { code: 'SYNC_ALLEO_CREDENTIAL_STAYS', params: { credential: name } } as const;
		return users.length > 0 ? null : step('delete', name, 'kept', issue);
	}
	if (users.length > 0) {
		const params = { credential: name, workflows: users.map((one) => one.name).join(', ') };
		return step('delete', name, 'kept', { code: 'SYNC_CREDENTIAL_IN_USE', params });
	}
	return await remove(given, { type: ALLEO_CREDENTIAL, id, name });
}

/** What the invitations of these workflows say, each integration once. */
async function endAllInvitations(given: ItemContext, own: readonly StoredWorkflow[]) {
	const integrations = new Set(own.map((one) => readSetting(one, 'integration_id') ?? ''));
	const found: Awaited<ReturnType<typeof endInvitations>> = { ended: 0, altered: 0, alleoKeys: [] };
	for (const integration of integrations) {
		const { ended, altered, alleoKeys } = await endInvitations(given, integration);
		found.ended += ended;
		found.altered += altered;
		found.alleoKeys.push(...alleoKeys);
	}
	const keys = new Map(found.alleoKeys.map((key) => [key.id, key]));
	return { ...found, alleoKeys: [...keys.values()] };
}

const distinct = (own: readonly StoredWorkflow[]): Credential[] => [
	...new Map(own.flatMap(boundCredentials).map((one) => [one.id, one])).values(),
];

/**
 * Ends what these workflows of one customer run with. A workflow of anybody else that reads with a credential
 * keeps it, token and all.
 */
export async function endConnection(
	given: ItemContext,
	own: readonly StoredWorkflow[],
	all: readonly StoredWorkflow[],
): Promise<DisconnectStep[]> {
	const steps: DisconnectStep[] = [];
	for (const workflow of own) steps.push(await unpublish(given, workflow));
	const ids = new Set(own.map(({ id }) => id));
	// Before the credential goes: a customer who is just connecting again must not bring it back.
	const { ended, altered, alleoKeys } = await endAllInvitations(given, own);
	if (ended > 0) steps.push(step('invitations', '', 'done'));
	if (altered > 0) {
		const issue = { code: 'CONNECT_ROW_ALTERED', params: { invitation: `(${altered})` } } as const;
		steps.push(step('invitations', '', 'kept', issue));
	}
	const known = valueOfNames(await given.client.credentials());
	for (const credential of distinct(own)) {
		const users = all.filter(
			(other) =>
				!ids.has(other.id) && !other.isArchived && sourceCredentials(other).includes(credential.id),
		);
		if (users.length > 0) {
			const workflows = users.map(({ name }) => name).join(', ');
			const params = { credential: credential.name, workflows };
			steps.push(
				step('delete', credential.name, 'kept', { code: 'SYNC_CREDENTIAL_IN_USE', params }),
			);
			continue;
		}
		if (known !== null && !known.has(credential.id)) {
			steps.push(step('delete', credential.name, 'already'));
			continue;
		}
		steps.push(await revoke(given, credential), await remove(given, credential));
	}
	const used = new Set(own.flatMap(alleoCredentials));
	for (const key of alleoKeys.filter(({ id }) => used.has(id))) {
		const left = await endAlleoKey(given, ids, all, key, known);
		if (left !== null) steps.push(left);
	}
	return [...steps, ...filesThatStay(own, all)];
}

/** Where files with figures went is the customer's and Alleo's: it is said, and nothing is removed there. */
function filesThatStay(
	own: readonly StoredWorkflow[],
	all: readonly StoredWorkflow[],
): DisconnectStep[] {
	const used = new Set(own.flatMap(deliveriesOf));
	return all
		.filter(({ id, isArchived }) => used.has(id) && !isArchived)
		.map(({ name: workflow }) =>
			step('delete', '', 'kept', { code: 'SYNC_DELIVERY_STAYS', params: { workflow } }),
		);
}

/** Ids and names of the credentials that exist; null when the key may not list them. */
const valueOfNames = (
	listed: Awaited<ReturnType<ItemContext['client']['credentials']>>,
): ReadonlyMap<string, string> | null =>
	listed.ok ? new Map(listed.value.map(({ id, name }) => [id, name])) : null;

import { desksIn } from '../../../core/connect/templates/desk';
import type { StoredWorkflow } from '../../../core/connect/templates/workflow';
import type { IssueCode, IssueParams } from '../../../core/issues';

/** The desk of this n8n, which the new templates call. */

export type Desk =
	| { kind: 'one'; desk: StoredWorkflow }
	| { kind: 'none' }
	| { kind: 'several'; names: string[] };

export function findDesk(all: readonly StoredWorkflow[]): Desk {
	const desks = desksIn(all);
	const [desk] = desks;
	if (desk === undefined) return { kind: 'none' };
	return desks.length === 1
		? { kind: 'one', desk }
		: { kind: 'several', names: desks.map(({ name, id }) => `${name} (${id})`) };
}

/** Why this workflow can't call the desk yet; null where it can. n8n publishes no workflow that calls one that is off. */
export function deskProblem(
	found: Desk,
	workflow: StoredWorkflow,
): { code: IssueCode; params: IssueParams } | null {
	if (found.kind === 'none') return { code: 'UPGRADE_NO_DESK', params: {} };
	if (found.kind === 'several') {
		return { code: 'UPGRADE_SEVERAL_DESKS', params: { workflows: found.names.join(', ') } };
	}
	return workflow.active && !found.desk.active
		? { code: 'UPGRADE_DESK_OFF', params: { workflow: found.desk.name } }
		: null;
}

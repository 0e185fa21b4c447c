import { comparesEmployees } from '../../../core/connect/templates/explainGraph';
import { sourceCredentials, readsPeople } from '../../../core/connect/templates/rebind';
import { readSetting, settingsNode } from '../../../core/connect/templates/settings';
import type { StoredWorkflow } from '../../../core/connect/templates/workflow';
import { customerOf } from './describe';

/** The workflows of one customer: the daily sync, and those for salary, leave and budgets beside it. */

/** A workflow that reads the HR system of a customer, and is not archived. */
export const isIntegration = (workflow: StoredWorkflow): boolean =>
	!workflow.isArchived && settingsNode(workflow) !== null && readsPeople(workflow);

const shares = (one: readonly string[], other: readonly string[]): boolean =>
	one.some((id) => other.includes(id));

/** They read with the same credential, or came from the same connection. */
export function areConnected(one: StoredWorkflow, other: StoredWorkflow): boolean {
	const integration = readSetting(one, 'integration_id') ?? '';
	return (
		shares(sourceCredentials(one), sourceCredentials(other)) ||
		(integration !== '' && readSetting(other, 'integration_id') === integration)
	);
}

/**
 * The chosen workflow first, then the others of its customer. A name that several daily syncs have is that of
 * several customers, or of a copy: then only what is connected with the chosen one and no daily sync itself
 * belongs to it.
 */
export function workflowsOfCustomer(
	all: readonly StoredWorkflow[],
	chosen: StoredWorkflow,
): StoredWorkflow[] {
	const customer = customerOf(chosen);
	const named = all.filter((one) => isIntegration(one) && customerOf(one) === customer);
	const isClear = named.filter(comparesEmployees).length <= 1;
	const others = named.filter(
		(one) =>
			one.id !== chosen.id && (isClear || (!comparesEmployees(one) && areConnected(chosen, one))),
	);
	return [chosen, ...others];
}

/**
 * Of those, only what is connected with the chosen one: the name alone may be that of a customer who left. For
 * what may never be another one's, such as the server that files with pay go to.
 */
export const connectedOf = (
	all: readonly StoredWorkflow[],
	chosen: StoredWorkflow,
): StoredWorkflow[] =>
	workflowsOfCustomer(all, chosen).filter(
		(one) => one.id === chosen.id || areConnected(chosen, one),
	);

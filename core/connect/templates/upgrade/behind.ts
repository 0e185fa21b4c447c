import { SETUP_NODE } from '../customer';
import { readsPeople } from '../rebind';
import { settingsNode } from '../settings';
import { templateOf } from '../version';
import type { TemplateVersion } from '../version';
import type { Workflow, WorkflowNode } from '../workflow';

/** Which workflows an upgrade would change, without looking at what it would change. */

/** The version of every template that ships, but for the ones below. */
const VERSION = 3;
const OTHERS: Readonly<Record<string, number>> = {
	'afas-budgets': 1,
	'afas-daily-sync': 5,
	'afas-salary-leave': 5,
	'alleo-desk': 4,
	'connect-afas-customer': 4,
	'connect-nmbrs-customer': 4,
	'dry-run': 4,
	'file-daily-sync': 5,
	fleet: 4,
	'nmbrs-budgets': 1,
	'nmbrs-daily-sync': 5,
	'nmbrs-salary-leave': 5,
	'send-file': 4,
	'start-here': 4,
};

export const shippedVersion = (name: string): number => OTHERS[name] ?? VERSION;

/** Nodes that only a workflow of this package has: what they do is what it is for. */
function isTelling({ type, parameters }: WorkflowNode): boolean {
	const { operation, stage } = parameters;
	return (
		type === 'n8n-nodes-alleo.customerConnect' ||
		type === 'n8n-nodes-alleo.alleoExplain' ||
		(type === SETUP_NODE && operation === 'disconnect') ||
		(type === 'n8n-nodes-alleo.syncRunLog' && stage === 'watch')
	);
}

/** The first version whose note says which template it is. */
const BEFORE_MARKS = 2;

/**
 * Whether a newer template ships than the one that this workflow was made from. Without a mark it is of
 * before version 3, where it is a workflow of this package at all.
 */
export function isBehind(workflow: Workflow): boolean {
	const said: TemplateVersion | null = templateOf(workflow);
	if (said !== null) return said.version < shippedVersion(said.name);
	const daily = settingsNode(workflow) !== null && readsPeople(workflow);
	return (daily || workflow.nodes.some(isTelling)) && VERSION > BEFORE_MARKS;
}

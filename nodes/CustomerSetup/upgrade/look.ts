import { randomUUID } from 'node:crypto';
import { withSchedule } from '../../../core/connect/templates/schedule';
import { RunTimes } from '../../../core/model/settings';
import { readSetting } from '../../../core/connect/templates/settings';
import { upgradeWorkflow } from '../../../core/connect/templates/upgrade';
import type {
	Filled,
	TemplateFile,
	Unmerged,
	Upgraded,
} from '../../../core/connect/templates/upgrade';
import type { StoredWorkflow, Workflow } from '../../../core/connect/templates/workflow';
import {
	deliveriesOf,
	looksAtFolder,
	withDelivery,
} from '../../../core/connect/templates/delivery';
import type { IssueCode, IssueParams } from '../../../core/issues';
import { needsDesk, withDesk } from '../../../core/connect/templates/desk';
import { descriptions, filledParameters } from '../../shared/nodePanel';
import { customerOf } from '../dailySync/describe';
import type { ItemContext } from '../resources/operation';
import { deskProblem, findDesk } from './desk';
import type { Desk } from './desk';
import { pastTemplates, shippedTemplates } from './templates';

/** What an upgrade of a workflow is in this n8n: with its desk, and the customer's own time. */

export interface Upgrading {
	desk: Desk;
	shipped: TemplateFile[];
	past: TemplateFile[];
	filled: Filled;
	unmerged: Unmerged;
	all: readonly StoredWorkflow[];
	/** Ids of the workflows that look at a folder, by the time that the next one is written. */
	deliveries: Set<string>;
}

/** n8n knows the defaults of every node that is installed. */
function filledBy({ context }: ItemContext): Filled {
	const describe = descriptions(context);
	return (node) => {
		const version = Number(node['typeVersion'] ?? 1);
		return filledParameters({ ...node, typeVersion: version }, describe) ?? node.parameters;
	};
}

export const prepareUpgrade = (
	given: ItemContext,
	all: readonly StoredWorkflow[],
	unmerged: Unmerged,
): Upgrading => ({
	desk: findDesk(all),
	shipped: shippedTemplates(),
	past: pastTemplates(),
	filled: filledBy(given),
	unmerged,
	all,
	deliveries: new Set(all.filter(looksAtFolder).map(({ id }) => id)),
});

const ERROR_TRIGGER = 'n8n-nodes-base.errorTrigger';

const hears = ({ nodes }: Workflow): boolean => nodes.some(({ type }) => type === ERROR_TRIGGER);

/** Since version 3 the desk hears of runs that stop; who else counted on this workflow for that has to know. */
function withErrorsOfOthers(
	stored: StoredWorkflow,
	upgraded: Extract<Upgraded, { kind: 'upgrade' }>,
	all: readonly StoredWorkflow[],
): Upgraded {
	if (!hears(stored) || hears(upgraded.workflow)) return upgraded;
	const names = all
		.filter(({ id, isArchived }) => id !== stored.id && !isArchived)
		.filter(({ settings }) => settings['errorWorkflow'] === stored.id)
		.map(({ name }) => name);
	if (names.length === 0) return upgraded;
	return { ...upgraded, changes: [...upgraded.changes, { kind: 'errorsOfOthers', names }] };
}

/** What the stored workflow sends its files by is asked to look at the folder too. */
function atDelivery(
	stored: StoredWorkflow,
	upgraded: Extract<Upgraded, { kind: 'upgrade' }>,
): typeof upgraded {
	const [delivery, ...others] = deliveriesOf(stored);
	// Of several a person says which.
	if (delivery === undefined || others.length > 0) return upgraded;
	return { ...upgraded, workflow: withDelivery(upgraded.workflow, delivery) };
}

/** Why this workflow can't call what it sends its files by; null where it can. */
function deliveryProblem(
	workflow: Workflow,
	{ all, deliveries }: Upgrading,
): { code: IssueCode; params: IssueParams } | null {
	const old = deliveriesOf(workflow).find((id) => !deliveries.has(id));
	if (old === undefined) return null;
	const { name } = all.find(({ id }) => id === old) ?? { name: old };
	return { code: 'DELIVERY_OLD', params: { workflow: name } };
}

export function lookAt(stored: StoredWorkflow, upgrading: Upgrading): Upgraded {
	const { desk, shipped, past, filled, unmerged } = upgrading;
	const prepare = (template: Workflow): Workflow => {
		const customer = {
			customer: customerOf(stored),
			integration_id: readSetting(stored, 'integration_id') ?? '',
		};
		// A person's own time stays: only a schedule that nobody touched becomes this one.
		const wanted = RunTimes.safeParse(readSetting(stored, 'run_times'));
		const timed = withSchedule(template, customer, wanted.data ?? 'onceADay');
		return desk.kind === 'one' ? withDesk(timed, desk.desk.id) : timed;
	};
	const options = { shipped, past, prepare, filled, unmerged, newAddress: randomUUID };
	const made = upgradeWorkflow(stored, options);
	if (made.kind !== 'upgrade') return made;
	const upgraded = atDelivery(stored, made);
	const problem =
		(needsDesk(upgraded.workflow) ? deskProblem(desk, stored) : null) ??
		deliveryProblem(upgraded.workflow, upgrading);
	if (problem === null) return withErrorsOfOthers(stored, upgraded, upgrading.all);
	const { from, to } = upgraded;
	return { kind: 'refused', from, to, problems: [{ ...problem, node: '', optional: false }] };
}

/** Templates of which every customer has a workflow of its own. */
const OF_CUSTOMERS = /^send-file$|-(?:daily-sync|salary-leave|budgets)$/;

export const isCustomers = ({ from }: Exclude<Upgraded, { kind: 'foreign' }>): boolean =>
	OF_CUSTOMERS.test(from.name);

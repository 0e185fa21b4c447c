import type { CredentialRef } from '../../../core/connect/connection';
import type { TemplateName } from '../../../core/connect/installation/bundle';
import type {
	InstallChange,
	InstallDone,
	PlaceInN8n,
	WorkflowLine,
} from '../../../core/connect/installation/report';
import type { TemplateFile } from '../../../core/connect/templates/upgrade';
import type { TemplateVersion } from '../../../core/connect/templates/version';
import { StoredWorkflow } from '../../../core/connect/templates/workflow';
import type { Problem } from '../../../core/model/result';
import type { N8nResult, N8nWorkflow } from '../../shared/n8nApi';
import { editorUrl } from '../dailySync/store';
import type { ItemContext } from '../resources/operation';
import type { Lease } from './lease';
import type { InstallationRecords } from './records';
import type { TagBook } from './tags';

/** One installation on its way: what it works with, and what it knows of this n8n. */
export interface Job {
	given: ItemContext;
	/** Address of the webhooks of this n8n, without a final slash. */
	webhooks: string;
	/** The project that owns Start here, and so everything that is made; undefined = not known. */
	project: string | undefined;
	lease: Lease;
	records: InstallationRecords;
	tags: TagBook;
	/** All that the key may see, the newly made ones too. */
	workflows: N8nWorkflow[];
	/** By type, what goes into a node in which none is chosen. */
	credentials: Readonly<Record<string, CredentialRef>>;
	/** Every template that ships with this package. */
	shipped: readonly TemplateFile[];
	/** From which template a workflow came, by its note, or by what it has in common with one of before. */
	origin: (workflow: StoredWorkflow) => TemplateVersion | null;
	/** Id of the desk; null where there is none yet. */
	desk: string | null;
	/** Said once, not of each workflow. */
	general: Problem[];
}

/** What is known of a workflow of n8n that has readable nodes. */
export const stored = (workflow: N8nWorkflow): StoredWorkflow => StoredWorkflow.parse(workflow);

export const livingIds = ({ workflows }: Job): ReadonlySet<string> =>
	new Set(workflows.filter(({ isArchived }) => isArchived !== true).map(({ id }) => id));

/** The workflow as n8n has it now takes the place of what was known of it. */
export function learn(job: Job, workflow: N8nWorkflow): void {
	const at = job.workflows.findIndex(({ id }) => id === workflow.id);
	if (at < 0) job.workflows.push(workflow);
	else job.workflows[at] = workflow;
}

export const placeOf = (
	{ given }: Job,
	{ id, name }: Pick<N8nWorkflow, 'id' | 'name'>,
): PlaceInN8n => ({ id, name, url: editorUrl(given, id) });

const FORM_TRIGGER = 'n8n-nodes-base.formTrigger';

/** The address of the form of a published workflow; its path is the one that n8n gave the node. */
export function formOf({ webhooks }: Job, { active, nodes }: N8nWorkflow): string | null {
	const path = nodes.find(({ type }) => type === FORM_TRIGGER)?.['webhookId'];
	return active && typeof path === 'string' ? `${webhooks}/form/${path}` : null;
}

/** A line of the report, about a workflow that is there. */
export function lineOf(
	job: Job,
	template: TemplateName,
	workflow: N8nWorkflow,
	more: { done: InstallDone; changes?: readonly InstallChange[]; issues?: readonly Problem[] },
): WorkflowLine {
	const { done, changes = [], issues = [] } = more;
	return {
		template,
		done,
		changes,
		workflows: [placeOf(job, workflow)],
		published: workflow.active,
		form: formOf(job, workflow),
		issues,
	};
}

/** Without what only n8n's client needs to know. */
export const told = ({ code, params, detail }: Problem): Problem => ({ code, params, detail });

export const problemOf = (result: N8nResult<unknown>): Problem[] =>
	result.ok ? [] : [told(result.problem)];

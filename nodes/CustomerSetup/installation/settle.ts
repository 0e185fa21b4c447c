import { randomUUID } from 'node:crypto';
import { bundled, DESK, INBOX_PAGE, PLAN_PAGE } from '../../../core/connect/installation/bundle';
import type { TemplateName } from '../../../core/connect/installation/bundle';
import { wireDesk } from '../../../core/connect/installation/desk';
import { findInstalled } from '../../../core/connect/installation/find';
import type { InstallChange, WorkflowLine } from '../../../core/connect/installation/report';
import {
	bindEmpty,
	planPathIn,
	wireInboxPage,
	wirePlanPage,
} from '../../../core/connect/installation/wire';
import { closeDoor } from '../../../core/connect/templates/forms';
import { desksIn, needsDesk } from '../../../core/connect/templates/desk';
import type { TemplateFile } from '../../../core/connect/templates/upgrade';
import type { StoredWorkflow, Workflow } from '../../../core/connect/templates/workflow';
import { problem } from '../../../core/model/result';
import type { Problem } from '../../../core/model/result';
import type { N8nResult, N8nWorkflow } from '../../shared/n8nApi';
import { bodyOf } from '../dailySync/store';
import { learn, lineOf, livingIds, placeOf, problemOf, stored, told } from './job';
import type { Job } from './job';
import { bringUpToDate } from './upgrade';
import { switchOn, tag } from './finish';

/** One template of the installation: made when it is not there, else filled in where it is empty. */

/** The path of a page that the desk leads to, where it is there and on: messages lead to nothing else. */
function pathOf(job: Job, page: TemplateName): string | null {
	const found = findInstalled(page, job.workflows.map(stored), job.origin);
	return found.kind === 'one' && found.workflow.active ? planPathIn(found.workflow) : null;
}

/** The desk, with the pages that it leads to; any other workflow as it is. */
function ledTo<W extends Workflow>(
	job: Job,
	name: TemplateName,
	workflow: W,
): { workflow: W; changes: InstallChange[] } {
	if (name !== DESK) return { workflow, changes: [] };
	const plans = pathOf(job, PLAN_PAGE);
	const questions = pathOf(job, INBOX_PAGE);
	const first = plans === null ? { workflow, changed: false } : wirePlanPage(workflow, plans);
	const second =
		questions === null
			? { workflow: first.workflow, changed: false }
			: wireInboxPage(first.workflow, questions);
	return {
		workflow: second.workflow,
		changes: [
			...(first.changed ? (['planPage'] as const) : []),
			...(second.changed ? (['inboxPage'] as const) : []),
		],
	};
}

/** What is empty in it, filled: the desk, the pages, and the credentials that all share. */
function fillIn<W extends Workflow>(
	job: Job,
	name: TemplateName,
	workflow: W,
): { workflow: W; changes: InstallChange[] } {
	const { without = [] } = bundled(name);
	const chosen = Object.fromEntries(
		Object.entries(job.credentials).filter(([type]) => !without.includes(type)),
	);
	const bound = bindEmpty(workflow, chosen);
	const wired =
		job.desk === null
			? { workflow: bound.workflow, changed: false }
			: wireDesk(bound.workflow, job.desk, livingIds(job));
	const led = ledTo(job, name, wired.workflow);
	return {
		workflow: led.workflow,
		changes: [
			...(wired.changed ? (['desk'] as const) : []),
			...led.changes,
			...(bound.changed ? (['credential'] as const) : []),
		],
	};
}

const nothing = (name: TemplateName, issues: readonly Problem[]): WorkflowLine => ({
	template: name,
	done: 'failed',
	changes: [],
	workflows: [],
	published: false,
	form: null,
	issues,
});

/**
 * Makes it. Where n8n's answer is lost the list is looked at again: a workflow that was made all the same
 * is taken, so that no second one follows.
 */
async function create(
	job: Job,
	name: TemplateName,
	template: Workflow,
): Promise<N8nResult<N8nWorkflow>> {
	const { client } = job.given;
	const closed = { ...template, nodes: template.nodes.map((one) => closeDoor(one, randomUUID)) };
	const { workflow } = fillIn(job, name, closed);
	const made = await client.createWorkflow(bodyOf(workflow), template, job.project);
	if (made.ok || !made.problem.outcomeUnknown) return made;
	const listed = await client.workflows();
	if (!listed.ok) return made;
	const found = findInstalled(name, listed.value.map(stored), job.origin);
	const id = found.kind === 'one' ? found.workflow.id : null;
	const there = listed.value.find((one) => one.id === id);
	return there === undefined ? made : { ok: true, value: there };
}

async function make(job: Job, name: TemplateName, template: Workflow): Promise<WorkflowLine> {
	const made = await create(job, name, template);
	if (!made.ok) return nothing(name, [told(made.problem)]);
	learn(job, made.value);
	if (name === DESK) job.desk = made.value.id;
	const on = await switchOn(job, name, made.value);
	const tagged = await tag(job, name, on.workflow);
	const issues = [...on.issues, ...tagged.issues];
	return lineOf(job, name, on.workflow, { done: 'made', issues });
}

/** Fills in what is empty, and leaves the rest as it is. */
async function keep(
	job: Job,
	name: TemplateName,
	found: N8nWorkflow,
	before: readonly InstallChange[] = [],
): Promise<WorkflowLine> {
	const { workflow, changes } = fillIn(job, name, stored(found));
	const issues: Problem[] = [];
	let present = found;
	if (changes.length > 0) {
		const isDraft = found.active && found.versionId !== found.activeVersionId;
		const { client } = job.given;
		const body = bodyOf(workflow);
		const saved = await client.updateWorkflow(found.id, body, workflow, found.active && !isDraft);
		issues.push(...problemOf(saved));
		if (saved.ok) {
			present = { ...found, ...saved.value };
			learn(job, present);
			if (isDraft) issues.push(problem('SETUP_DRAFT'));
		} else changes.length = 0;
	}
	const on = await switchOn(job, name, present);
	const tagged = await tag(job, name, on.workflow);
	issues.push(...on.issues, ...tagged.issues);
	const all = [...before, ...changes, ...on.changes, ...tagged.changes];
	return lineOf(job, name, on.workflow, {
		done: all.length > 0 ? 'updated' : 'kept',
		changes: all,
		issues,
	});
}

/** Of several desks the one that is published, as those who make workflows of customers take it. */
const deskAmong = (workflows: readonly StoredWorkflow[]): string | null => {
	const desks = desksIn(workflows);
	return desks.length === 1 ? (desks[0]?.id ?? null) : null;
};

/** @param template as it ships with this package */
export async function settle(
	job: Job,
	name: TemplateName,
	{ workflow: template, version: current }: TemplateFile,
): Promise<WorkflowLine> {
	const found = findInstalled(name, job.workflows.map(stored), job.origin);
	if (found.kind === 'none') {
		if (needsDesk(template) && job.desk === null) return nothing(name, [problem('SETUP_NO_DESK')]);
		return await make(job, name, template);
	}
	if (found.kind === 'several') {
		if (name === DESK) job.desk = deskAmong(found.workflows);
		const workflows = found.workflows.map((one) => placeOf(job, one));
		const names = workflows.map((one) => `${one.name} (${one.id})`).join(', ');
		const issues = [problem('SETUP_SEVERAL', { template: name, workflows: names })];
		return { ...nothing(name, issues), workflows };
	}
	const workflow = job.workflows.find(({ id }) => id === found.workflow.id);
	if (workflow === undefined)
		return nothing(name, [problem('N8N_NOT_FOUND', { what: 'workflow' })]);
	if (name === DESK) job.desk = workflow.id;
	const { version } = found;
	if (version === current) return await keep(job, name, workflow);
	if (version > current) {
		const issues = [problem('SETUP_NEWER', { version, current })];
		return lineOf(job, name, workflow, { done: 'left', issues });
	}
	const upgraded = await bringUpToDate(job, workflow);
	if (upgraded.workflow !== null) return await keep(job, name, upgraded.workflow, ['upgraded']);
	const issues = [problem('SETUP_OLDER', { version, current }), ...upgraded.issues];
	return lineOf(job, name, workflow, { done: 'left', issues });
}

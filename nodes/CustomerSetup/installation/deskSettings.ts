import { DESK } from '../../../core/connect/installation/bundle';
import { findInstalled } from '../../../core/connect/installation/find';
import { deskNode, withMessageStep } from '../../../core/connect/installation/messageStep';
import type { MessageChoice } from '../../../core/connect/installation/messageStep';
import type { InstallChange, WorkflowLine } from '../../../core/connect/installation/report';
import { literal } from '../../../core/connect/evaluated';
import type { CredentialRef } from '../../../core/connect/connection';
import type { StoredWorkflow, WorkflowNode } from '../../../core/connect/templates/workflow';
import { problem } from '../../../core/model/result';
import type { Problem } from '../../../core/model/result';
import type { N8nCredential, N8nWorkflow } from '../../shared/n8nApi';
import { bodyOf } from '../dailySync/store';
import { formOf, learn, problemOf, stored } from './job';
import type { Job } from './job';

/** What the desk has to know once everything is there: how and to whom it writes, and where people are explained. */

/** What was filled in on the form of Start here; empty leaves what is there. */
export interface DeskWishes {
	choice: MessageChoice;
	recipients: string;
	from: string;
}

/** The one credential of a type, where there is exactly one. */
const onlyOne =
	(all: readonly N8nCredential[]) =>
	(type: string): CredentialRef | null => {
		const own = all.filter((one) => one.type === type);
		const [first] = own;
		return first === undefined || own.length > 1 ? null : { id: first.id, name: first.name };
	};

/** A value of a person stays; a new one replaces it only where it was asked for. */
function withValue(node: WorkflowNode, name: string, value: string): WorkflowNode {
	if (value === '' || node.parameters[name] === value) return node;
	return { ...node, parameters: { ...node.parameters, [name]: value } };
}

function explainForm(job: Job, all: readonly StoredWorkflow[]): string {
	const found = findInstalled('explain-a-person', all, job.origin);
	if (found.kind !== 'one') return '';
	const workflow = job.workflows.find(({ id }) => id === found.workflow.id);
	return workflow === undefined ? '' : (formOf(job, workflow) ?? '');
}

interface Dressed {
	workflow: StoredWorkflow;
	changes: InstallChange[];
}

function dress(
	job: Job,
	desk: StoredWorkflow,
	credentials: readonly N8nCredential[],
	wishes: DeskWishes,
): Dressed {
	const { choice, from, recipients } = wishes;
	const step = withMessageStep(desk, { choice, from, credential: onlyOne(credentials) });
	const node = deskNode(step.workflow);
	if (node === null) {
		return { workflow: step.workflow, changes: step.changed ? ['message'] : [] };
	}
	const next = withValue(
		withValue(node, 'explainUrl', explainForm(job, job.workflows.map(stored))),
		'operatorRecipients',
		recipients,
	);
	const nodes = step.workflow.nodes.map((one) => (one === node ? next : one));
	return {
		workflow: { ...step.workflow, nodes },
		changes: [
			...(step.changed ? (['message'] as const) : []),
			...(next === node ? [] : (['recipients'] as const)),
		],
	};
}

async function write(
	job: Job,
	found: N8nWorkflow,
	workflow: StoredWorkflow,
): Promise<{ issues: Problem[]; saved: boolean }> {
	const isDraft = found.active && found.versionId !== found.activeVersionId;
	const { client } = job.given;
	const publish = found.active && !isDraft;
	const saved = await client.updateWorkflow(found.id, bodyOf(workflow), workflow, publish);
	if (!saved.ok) return { issues: problemOf(saved), saved: false };
	learn(job, { ...found, ...saved.value });
	return { issues: isDraft ? [problem('SETUP_DRAFT')] : [], saved: true };
}

/** @returns the lines, that of the desk with what was done here */
export async function settleDesk(
	job: Job,
	lines: readonly WorkflowLine[],
	credentials: readonly N8nCredential[],
	wishes: DeskWishes,
): Promise<WorkflowLine[]> {
	const line = lines.find(({ template }) => template === DESK);
	const [place] = line?.workflows ?? [];
	const found = job.workflows.find(({ id }) => id === place?.id);
	// Several desks, or one of another version, are left alone as a whole.
	if (line === undefined || found === undefined || line.workflows.length > 1) return [...lines];
	if (line.done === 'left' || line.done === 'failed') return [...lines];
	// What was typed is a text, whatever it begins with.
	const asked = {
		...wishes,
		recipients: literal(wishes.recipients),
		from: literal(wishes.from),
	};
	const { workflow, changes } = dress(job, stored(found), credentials, asked);
	const written =
		changes.length === 0 ? { issues: [], saved: false } : await write(job, found, workflow);
	const done = written.saved && line.done === 'kept' ? 'updated' : line.done;
	const next: WorkflowLine = {
		...line,
		done,
		changes: written.saved ? [...line.changes, ...changes] : line.changes,
		issues: [...line.issues, ...written.issues],
	};
	return lines.map((one) => (one === line ? next : one));
}

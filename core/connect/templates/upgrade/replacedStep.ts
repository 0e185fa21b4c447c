import type { Workflow, WorkflowNode } from '../workflow';
import { wiresOf } from './wires';

/**
 * A step that a template leaves empty for a node of n8n's own (the desk's message step): what stands there now
 * was put there on purpose, by Start here or by hand. It takes the place of the empty step in both templates,
 * so that to an upgrade it is a node that nobody changed.
 */

const NO_OP = 'n8n-nodes-base.noOp';

const isEmptyStep = ({ type }: WorkflowNode): boolean => type === NO_OP;

/** Of the stored workflow the node that stands where the template has the empty step; null where that is still empty. */
function standing(step: WorkflowNode, base: Workflow, stored: Workflow): WorkflowNode | null {
	const sameId = stored.nodes.find(({ id }) => id === step.id);
	const sameName = stored.nodes.find(({ name }) => name === step.name);
	const there = sameName ?? sameId;
	if (there !== undefined) return isEmptyStep(there) ? null : there;
	// Renamed and made anew: what hangs where it hung, if that is one node which the template does not know.
	const known = new Set(base.nodes.map(({ name }) => name));
	const fed = wiresOf(base.connections).filter(({ to }) => to === step.name);
	const targets = new Set(
		wiresOf(stored.connections)
			.filter((wire) =>
				fed.some(({ from, output }) => from === wire.from && output === wire.output),
			)
			.map(({ to }) => to)
			.filter((name) => !known.has(name)),
	);
	const found = stored.nodes.filter(({ name }) => targets.has(name));
	const [one] = found;
	return one !== undefined && found.length === 1 ? one : null;
}

/** The template with the stored node in the place of the step, under the template's name of it. */
function withStep(template: Workflow, name: string, node: WorkflowNode): Workflow {
	const nodes = template.nodes.map((step) =>
		step.name === name && isEmptyStep(step) ? { ...node, name, position: step['position'] } : step,
	);
	return { ...template, nodes };
}

export function withReplacedSteps(
	base: Workflow,
	stored: Workflow,
	next: Workflow,
): { base: Workflow; next: Workflow } {
	const steps = base.nodes.filter(
		(step) =>
			isEmptyStep(step) &&
			next.nodes.some((other) => other.name === step.name && isEmptyStep(other)),
	);
	let [before, after] = [base, next];
	for (const step of steps) {
		const node = standing(step, base, stored);
		if (node === null) continue;
		before = withStep(before, step.name, node);
		after = withStep(after, step.name, node);
	}
	return { base: before, next: after };
}

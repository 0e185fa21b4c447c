import { templateOf } from '../templates/version';
import type { StoredWorkflow } from '../templates/workflow';
import { bundled } from './bundle';
import type { TemplateName } from './bundle';

/** Which workflow of an n8n was made from a template: by its mark, by hand or by Installation alike. */

export type Installed =
	| { kind: 'none' }
	/** `version` 0: from before marks, known by what it does. */
	| { kind: 'one'; workflow: StoredWorkflow; version: number }
	| { kind: 'several'; workflows: StoredWorkflow[] };

/**
 * A marked workflow goes before one without a mark; an archived one is passed over. Where there are
 * several, none is guessed: calls and webhooks would go to one of them.
 */
export function findInstalled(name: TemplateName, workflows: readonly StoredWorkflow[]): Installed {
	const living = workflows.filter(({ isArchived }) => !isArchived);
	const marked = living.filter((workflow) => templateOf(workflow)?.name === name);
	const { unmarked } = bundled(name);
	const own =
		marked.length > 0 || unmarked === undefined
			? marked
			: living.filter((workflow) => templateOf(workflow) === null && unmarked(workflow));
	const [workflow] = own;
	if (workflow === undefined) return { kind: 'none' };
	if (own.length > 1) return { kind: 'several', workflows: own };
	return { kind: 'one', workflow, version: templateOf(workflow)?.version ?? 0 };
}

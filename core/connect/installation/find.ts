import type { TemplateVersion } from '../templates/version';
import type { StoredWorkflow } from '../templates/workflow';
import type { TemplateName } from './bundle';

/** Which workflow of an n8n was made from a template: by hand or by Installation alike. */

export type Installed =
	| { kind: 'none' }
	| { kind: 'one'; workflow: StoredWorkflow; version: number }
	| { kind: 'several'; workflows: StoredWorkflow[] };

/**
 * An archived workflow is passed over. Where there are several, none is guessed: calls and webhooks would go
 * to one of them.
 * @param origin the template that a workflow came from; null for a workflow of others
 */
export function findInstalled(
	name: TemplateName,
	workflows: readonly StoredWorkflow[],
	origin: (workflow: StoredWorkflow) => TemplateVersion | null,
): Installed {
	const own = workflows.flatMap((workflow) => {
		const from = workflow.isArchived ? null : origin(workflow);
		return from?.name === name ? [{ workflow, version: from.version }] : [];
	});
	const [first] = own;
	if (first === undefined) return { kind: 'none' };
	if (own.length > 1) return { kind: 'several', workflows: own.map(({ workflow }) => workflow) };
	return { kind: 'one', ...first };
}

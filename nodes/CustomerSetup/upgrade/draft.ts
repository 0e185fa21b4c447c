import type { UpgradeProblem } from '../../../core/connect/templates/upgrade';
import { sameRun } from '../../../core/connect/templates/upgrade/same';
import type { StoredWorkflow } from '../../../core/connect/templates/workflow';
import type { ItemContext } from '../resources/operation';

/**
 * A published workflow whose draft is another one: somebody is at work in it. An upgrade would publish what is
 * not finished, or throw it away.
 */
export async function draftProblem(
	{ client }: ItemContext,
	workflow: StoredWorkflow,
): Promise<UpgradeProblem | null> {
	const published = workflow['activeVersionId'];
	if (!workflow.active || published === workflow['versionId']) return null;
	const read = await client.workflowVersions(workflow.id);
	if (
		read.ok &&
		(read.value.published === null || sameRun(read.value.draft, read.value.published))
	) {
		return null;
	}
	const { name } = workflow;
	return { code: 'UPGRADE_DRAFT_OPEN', params: { workflow: name }, node: '', optional: false };
}

import type { TemplateFile } from '../../../core/connect/templates/upgrade';
import { recognise } from '../../../core/connect/templates/upgrade/recognise';
import type { TemplateVersion } from '../../../core/connect/templates/version';
import type { StoredWorkflow } from '../../../core/connect/templates/workflow';
import { problem } from '../../../core/model/result';
import type { Problem } from '../../../core/model/result';
import type { N8nWorkflow } from '../../shared/n8nApi';
import { draftProblem } from '../upgrade/draft';
import { lookAt, prepareUpgrade } from '../upgrade/look';
import { writeUpgrade } from '../upgrade/write';
import { learn, stored, told } from './job';
import type { Job } from './job';

/** Workflows of the installation that are of an older version, by the engine of Integration: Upgrade. */

/** Looks at each workflow once: of before marks, it is compared with every template. */
export function originIn(
	templates: readonly TemplateFile[],
): (workflow: StoredWorkflow) => TemplateVersion | null {
	const known = new Map<string, TemplateVersion | null>();
	return (workflow) => {
		const found = known.get(workflow.id);
		if (found !== undefined) return found;
		const origin = recognise(workflow, templates);
		known.set(workflow.id, origin);
		return origin;
	};
}

type Carried = Pick<Problem, 'code' | 'params'>;

const said = (problems: readonly Carried[], detail = ''): Problem[] =>
	problems.map(({ code, params }) => ({ code, params, detail }));

/** The workflow at the version that ships; null where it was left as it is, with the reasons. */
export async function bringUpToDate(
	job: Job,
	workflow: N8nWorkflow,
): Promise<{ workflow: N8nWorkflow | null; issues: Problem[] }> {
	const { given } = job;
	const refused = (issues: Problem[]) => ({ workflow: null, issues });
	// Made anew each time: the desk may have come meanwhile.
	const upgrading = prepareUpgrade(given, job.workflows.map(stored), 'refuse');
	const present = stored(workflow);
	const looked = lookAt(present, upgrading);
	if (looked.kind === 'refused') return refused(said(looked.problems));
	if (looked.kind !== 'upgrade') return refused([]);
	const open = await draftProblem(given, present);
	if (open !== null) return refused(said([open]));
	const written = await writeUpgrade(given, present, looked);
	if (written.outcome === 'changed') return refused([problem('SETUP_CHANGED_MEANWHILE')]);
	if (written.outcome === 'failed') return refused(said(written.problems, written.detail));
	const read = await given.client.workflow(workflow.id);
	if (!read.ok) return refused([told(read.problem)]);
	learn(job, read.value);
	return { workflow: read.value, issues: [] };
}

import { bundled } from '../../../core/connect/installation/bundle';
import type { TemplateName } from '../../../core/connect/installation/bundle';
import type { InstallChange } from '../../../core/connect/installation/report';
import { problem } from '../../../core/model/result';
import type { Problem } from '../../../core/model/result';
import type { N8nWorkflow } from '../../shared/n8nApi';
import { learn, problemOf, told } from './job';
import type { Job } from './job';

/** What is done to each workflow once: it is switched on, and gets its tags. */

export interface Finished {
	workflow: N8nWorkflow;
	changes: InstallChange[];
	issues: Problem[];
}

const untouched = (workflow: N8nWorkflow, issues: Problem[] = []): Finished => ({
	workflow,
	changes: [],
	issues,
});

const ON = new Set(['published']);
const TAGGED = new Set(['tagged']);

/** Publishes it. Who switched it off after that wanted it off, unless others call it. */
export async function switchOn(
	job: Job,
	name: TemplateName,
	workflow: N8nWorkflow,
): Promise<Finished> {
	const { records, given } = job;
	const { publish } = bundled(name);
	const remember = async (): Promise<Problem[]> =>
		problemOf(await records.remember(name, workflow.id, ON));
	if (publish === 'never') return untouched(workflow);
	if (workflow.active) return untouched(workflow, await remember());
	if (publish === 'once' && records.done(workflow.id).has('published')) {
		return untouched(workflow, [problem('SETUP_SWITCHED_OFF')]);
	}
	const published = await given.client.publishWorkflow(workflow.id);
	if (!published.ok) {
		const { status, detail } = published.problem;
		// n8n names what is missing in which node.
		const said = /400 (.*)$/s.exec(detail)?.[1] ?? detail;
		return untouched(workflow, [
			status === 400 ? problem('SETUP_NOT_PUBLISHED', {}, said) : told(published.problem),
		]);
	}
	const present = { ...workflow, ...published.value };
	learn(job, present);
	return { workflow: present, changes: ['published'], issues: await remember() };
}

/** Where tagging is refused it is said once for all, and tried again at the next press. */
export async function tag(job: Job, name: TemplateName, workflow: N8nWorkflow): Promise<Finished> {
	const { records, general, tags } = job;
	if (records.done(workflow.id).has('tagged')) return untouched(workflow);
	const say = (found: Problem): Finished => {
		if (!general.some(({ code, detail }) => code === found.code && detail === found.detail)) {
			general.push(found);
		}
		return untouched(workflow);
	};
	if (workflow.tags === undefined) return say(problem('SETUP_TAGS_OFF'));
	const added = await tags.add(workflow.id, workflow.tags, bundled(name).tags);
	if (!added.ok) return say({ ...told(added.problem), detail: '' });
	const issues = problemOf(await records.remember(name, workflow.id, TAGGED));
	return { workflow, changes: added.value ? ['tagged'] : [], issues };
}

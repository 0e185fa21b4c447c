import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { z } from 'zod';
import { comparesEmployees, explainGraph } from '../../../../core/connect/templates/explainGraph';
import type { StoredWorkflow } from '../../../../core/connect/templates/workflow';
import { renderProblem } from '../../../../core/explain';
import { chooseDailySync } from '../../dailySync/choose';
import { codeOf } from '../../dailySync/code';
import { customerOf, toIntegration } from '../../dailySync/describe';
import { historyFor } from '../../dailySync/history';
import { allWorkflows } from '../../dailySync/store';
import { choice, LANGUAGES, text } from '../../../shared/parameters';
import { valueAt } from '../invitation/shared';
import { PageFinder, withField } from '../../fleet/pages';
import type { ItemContext, ItemOperation } from '../operation';
import { answersFor } from '../../inbox/answers';
import { named } from './named';

const person = text({
	displayName: 'Person',
	name: 'person',
	required: true,
	placeholder: 'e.g. fenna@example.nl',
	description: 'An e-mail address, an employee number, an external ID or a name',
});

const language = choice({
	displayName: 'Language',
	name: 'language',
	options: LANGUAGES,
	default: 'nl',
	empty: 'nl',
	description: 'The language of the answer',
});

const Page = z.object({ html: z.string() });

/** Alleo Explain gives the answers on its first output, the page that a form can show on the second. */
const pageOf = (outputs: ReadonlyArray<INodeExecutionData[] | null>): string | null =>
	Page.safeParse(outputs[1]?.[0]?.json).data?.html ?? null;

/** The form of the dry run with this customer filled in; '' where it is not published, or cannot take one person. */
function applyForm(
	given: ItemContext,
	workflows: readonly StoredWorkflow[],
	customer: string,
): string {
	const finder = new PageFinder(given);
	for (const workflow of workflows) if (asksForOne(workflow)) finder.see(workflow);
	const form = finder.form('dry-run');
	return form === '' ? '' : withField(form, 'customer', customer);
}

/** A form of before version 4 has no such field, and would start a dry run of everybody. */
const asksForOne = ({ nodes }: StoredWorkflow): boolean =>
	nodes.some(({ parameters }) => parameters['operation'] === 'runDryRun' && 'only' in parameters);

/**
 * Says why a person of a customer did or did not get access. It runs what that customer's own daily sync has
 * for reading and mapping, with its routes, guards and credentials, and stops where the sync would plan.
 */
export const explain: ItemOperation = {
	name: 'Explain a Person',
	action: 'Explain a person of an integration',
	description: 'Say why one person of a customer did or did not get access to Alleo',
	// It reads, but all of a customer's people with that customer's credentials: not for an agent to start.
	writes: true,
	fields: [named.field, person.field, language.field],
	async run(given) {
		const { context } = given;
		const every = await allWorkflows(given);
		const all = every.filter(comparesEmployees);
		const workflow = chooseDailySync(given, all, valueAt(given, named));
		const about = { ...toIntegration(given, workflow), person: valueAt(given, person) };
		const title = customerOf(workflow);
		const spoken = valueAt(given, language);
		const applyUrl = applyForm(given, every, workflow.id);
		const inbox = await answersFor(given, workflow.id, null);
		const history = await historyFor(given, workflow);
		const asked = { person: about.person, language: spoken, title, applyUrl, inbox, history };
		const graph = explainGraph(workflow, asked);
		if (!graph.ok) {
			const { code, params } = graph.problem;
			return [{ ...about, code, answers: [], html: renderProblem(code, params, title, spoken) }];
		}
		const code = codeOf(graph.value);
		const { data } = await context.executeWorkflow({ code }, [{ json: {} }], undefined, {
			parentExecution: {
				executionId: context.getExecutionId(),
				workflowId: context.getWorkflow().id ?? '',
				shouldResume: false,
			},
		});
		const html = pageOf(data);
		const answers: IDataObject[] = (data[0] ?? []).map(({ json }) => json);
		if (html !== null) return [{ ...about, code: null, answers, html }];
		const params = { workflow: workflow.name };
		const nothing = renderProblem('EXPLAIN_NO_ANSWER', params, title, spoken);
		return [{ ...about, code: 'EXPLAIN_NO_ANSWER', answers: [], html: nothing }];
	},
};

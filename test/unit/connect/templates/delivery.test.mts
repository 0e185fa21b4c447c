import {
	deliveriesOf,
	lacksDelivery,
	withDelivery,
} from '../../../../core/connect/templates/delivery';
import { Workflow } from '../../../../core/connect/templates/workflow';
import { readWorkflow } from '../../../support/templates.mts';

/** The workflow "Send a file" in the workflows that call it. */

const TEMPLATES = ['nmbrs-salary-leave', 'afas-salary-leave', 'nmbrs-budgets', 'afas-budgets'];

const template = (name: string): Workflow => Workflow.parse(readWorkflow(name));

const choosing = (workflow: Workflow, name: string, id: string): Workflow => ({
	...workflow,
	nodes: workflow.nodes.map((node) =>
		node.name === name
			? {
					...node,
					parameters: { ...node.parameters, workflowId: { __rl: true, mode: 'id', value: id } },
				}
			: node,
	),
});

test.each(TEMPLATES)('%s: both where it looks and where it sends are filled', (name) => {
	const workflow = template(name);
	expect(lacksDelivery(workflow)).toBe(true);
	const filled = withDelivery(workflow, 'send1');
	expect(lacksDelivery(filled)).toBe(false);
	expect(deliveriesOf(filled)).toEqual(['send1']);
	expect(filled.nodes.filter((node, at) => node !== workflow.nodes[at])).toHaveLength(2);
});

test('what a person chose stays, and nothing is put beside it', () => {
	const chosen = choosing(template('nmbrs-budgets'), 'Send file', 'theirs');
	expect(withDelivery(chosen, 'send1')).toBe(chosen);
	const half = choosing(template('nmbrs-budgets'), 'Send file', 'send1');
	expect(deliveriesOf(withDelivery(half, 'send1'))).toEqual(['send1']);
	expect(lacksDelivery(withDelivery(half, 'send1'))).toBe(false);
});

test('a daily sync looks at the last budget file, and calls the desk for the rest', () => {
	const daily = template('nmbrs-daily-sync');
	const filled = withDelivery(daily, 'send1');
	const changed = filled.nodes.filter((node, at) => node !== daily.nodes[at]);
	expect(changed.map(({ name }) => name)).toEqual(['Last budget file']);
});

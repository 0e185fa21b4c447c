import { evaluate } from '../support/evaluate.mts';
import { readTemplate, SYSTEMS } from '../support/templates.mts';

/** The step of a daily sync that hands over the last budget file, for what the page tells of budgets. */

test.each(SYSTEMS)(
	'%s: the last budget file is looked at only where somebody switched that on, and stops nothing',
	(system) => {
		const { nodes, connections } = readTemplate(system);
		const node = (name: string) => nodes.find((one) => one.name === name)!;
		const last = node('Last budget file');
		expect(last).toMatchObject({
			type: 'n8n-nodes-base.executeWorkflow',
			executeOnce: true,
			onError: 'continueRegularOutput',
			disabled: true,
		});
		const { value } = last.parameters['workflowInputs'] as { value: Record<string, unknown> };
		expect(value).toMatchObject({ event: 'look', file: 'budgets' });
		// Nothing depends on it but what the plan tells of budgets.
		expect(connections['Last budget file']).toBeUndefined();
		expect(last.position[1]).toBeLessThan(
			node(`Read ${system.toUpperCase()} employees`).position[1],
		);
		const { previousFile, budgetFile } = node('Compare with Alleo').parameters;
		expect(budgetFile).toBe("={{ $('Sync Settings').first().json.budget_file ?? 'none' }}");
		const read = (json: object): unknown => evaluate(previousFile, { 'Last budget file': [json] });
		const delivery = { delivery: { ok: true } };
		expect(read(delivery)).toEqual({ json: delivery });
		expect(read({ error: 'no such workflow' })).toEqual({ json: { error: 'no such workflow' } });
		// A node that is switched off hands on what came in.
		expect(read({ start: {}, history: [] })).toBe('');
	},
);

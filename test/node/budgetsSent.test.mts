import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { PlanSummary } from '../../core/model/summary';
import { AlleoDiff } from '../../nodes/AlleoDiff/AlleoDiff.node';
import { fakeContext } from '../support/fakeContext.mts';
import { account, covered, person } from '../support/people.mts';
import { binary } from './salaryLeave.helper.mts';

/** The last budget file as the step of the daily workflow gives it, and what the panel says of the way. */

const items = (values: readonly object[]): INodeExecutionData[] =>
	values.map((json) => ({ json: json as IDataObject }));

async function summaryOf(overrides: Record<string, unknown>): Promise<PlanSummary> {
	const { context } = fakeContext({
		nodeType: 'n8n-nodes-alleo.alleoDiff',
		parameters: {
			companyId: '41',
			approval: 'whenGuardTrips',
			referenceDate: '2026-11-24',
			...overrides,
		},
		inputs: [
			items([person(1, { budgets: { alleo_monthly_all_budget: 30 } })]),
			items([account(1)]),
			items([covered()]),
		],
	});
	const outputs = await new AlleoDiff().execute.call(context);
	return outputs[2]?.[0]?.json as unknown as PlanSummary;
}

const codesOf = ({ notices }: PlanSummary): string[] => notices.map(({ code }) => code);

const file = binary('Email,alleo_monthly_all_budget\nperson1@example.nl,25.00\n');

const delivery = (code: string | null): IDataObject => ({
	delivery: {
		ok: code === null,
		code,
		folder: '/alleo',
		file_name: 'alleo_budgets.csv',
		one_off_budgets: 'once',
		stopped_budgets: 'zero',
	},
});

describe('the last budget file in a plan of people', () => {
	test('is read from the item that the panel names', async () => {
		for (const previousFile of [file, { ...file, json: delivery(null) }]) {
			const summary = await summaryOf({ budgetFile: 'daily', previousFile });
			expect(codesOf(summary)).toEqual(['BUDGET_NOT_AS_SENT']);
			expect(summary).toMatchObject({ status: 'empty', needs_approval: false });
			expect(summary.budget_file).toMatchObject({ way: 'daily', last: 'read', differing: 1 });
		}
	});

	test.each(['none', 'other', '', undefined])(
		'is not asked for where no file of this sync is sent: %p',
		async (budgetFile) => {
			const summary = await summaryOf({ budgetFile, previousFile: file });
			expect(codesOf(summary)).toEqual([]);
			expect(summary.budget_file).toMatchObject({
				way: budgetFile === 'other' ? 'other' : 'none',
				last: 'notAsked',
			});
		},
	);

	test('where nobody looks for it, the plan does not say that none was sent', async () => {
		const summary = await summaryOf({ budgetFile: 'daily', previousFile: '' });
		expect(summary.budget_file).toMatchObject({ way: 'daily', last: 'notAsked' });
		expect(summary.report_markdown).toContain('does not look at the last budget file');
	});

	test.each<[string, unknown]>([
		['the folder cannot be used', { json: delivery('DELIVERY_NOT_REACHED') }],
		['the step ended with an error', { json: { error: 'Workflow does not exist.' } }],
		['the step ended with one about a file', { json: { error: 'get: No such file' } }],
		['the step gave something else', { json: { a: 1 } }],
		['there is no such item', {}],
		['it is no budget file', binary('<html>login</html>')],
	])('%s: said once, and the accounts go on', async (_what, previousFile) => {
		const summary = await summaryOf({ budgetFile: 'monthly', previousFile });
		expect(codesOf(summary)).toEqual(['LAST_BUDGETS_UNREADABLE']);
		expect(summary).toMatchObject({ status: 'empty', budget_file: { last: 'failed' } });
	});

	test('why the folder cannot be used is said in the language of the report', async () => {
		const previousFile = { json: delivery('DELIVERY_NOT_REACHED') };
		const summary = await summaryOf({ budgetFile: 'daily', previousFile, language: 'nl' });
		expect(summary.report_markdown).not.toContain('DELIVERY');
		expect(summary.report_markdown).toMatch(/budgetbestand was niet te lezen \\\([^)]*server/);
	});

	test('a folder without a file: none was sent yet', async () => {
		const previousFile = { json: delivery(null) };
		const summary = await summaryOf({ budgetFile: 'monthly', previousFile });
		expect(codesOf(summary)).toEqual([]);
		expect(summary.budget_file).toMatchObject({ last: 'none' });
	});

	test('an unknown way is refused', async () => {
		await expect(summaryOf({ budgetFile: 'weekly' })).rejects.toThrow('Budget File');
	});
});

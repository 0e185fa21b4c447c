import { updateDisplayOptions } from 'n8n-workflow';
import type { INodeProperties } from 'n8n-workflow';
import { budgetFileChoice } from '../shared/budgetFile';
import { choice, number, text } from '../shared/parameters';
import { historyField } from '../shared/runLog';
import { budgetLimits } from './budgetLimits';
import { approval, companyId, day, deciding, inboxAnswers, reportLanguage } from './deciding';
import { companyNamesField } from './companyNames';
import {
	oneOffBudgets,
	plausibility,
	previousFileField,
	reviewed,
	stoppedBudgets,
} from './filePlan/properties';

export const dataset = choice({
	displayName: 'Dataset',
	name: 'dataset',
	noDataExpression: true,
	options: [
		{
			name: 'Budgets',
			value: 'budgets',
			description: 'The budgets of the HR system, as a file',
		},
		{ name: 'Employees', value: 'employees', description: 'Accounts in Alleo' },
		{
			name: 'Salary and Leave',
			value: 'salaryLeave',
			description: 'Wages, salary sources and leave, as a file',
		},
	],
	default: 'employees',
	description: 'What the plan is about',
});

export const only = text({
	displayName: 'Only This Person',
	name: 'only',
	placeholder: 'e.g. nmbrs-1001',
	description:
		'The external ID of one person: the plan then holds only their rows, with what belongs to them, and always waits for approval. Everybody is still read, compared and guarded. Empty: a plan of everybody.',
});

export const budgetFile = budgetFileChoice(
	'How the budgets of this customer go to Alleo, read from Sync Settings with an expression. The plan says it, with what the budgets come to, and compares them with the last budget file; it writes none.',
);

export const expiresAfterHours = number({
	displayName: 'Expires After (Hours)',
	name: 'expiresAfterHours',
	typeOptions: { minValue: 1, maxValue: 720 },
	limits: { above: 0 },
	default: 24,
	description: 'How long the plan may be approved and applied; after that it is refused',
});

export const language = reportLanguage('Language of report_markdown in the summary');

/** Settings that a plan for a file has too. */
const SHARED: ReadonlySet<unknown> = new Set([companyId, approval, day]);

const shownFor = (datasets: string[], ...fields: INodeProperties[]): INodeProperties[] =>
	updateDisplayOptions({ show: { dataset: datasets } }, fields);

export const properties: INodeProperties[] = [
	dataset.field,
	...Object.values(deciding).flatMap((one) =>
		SHARED.has(one)
			? [one.field]
			: shownFor(one === budgetLimits ? ['budgets', 'employees'] : ['employees'], one.field),
	),
	historyField(
		'Rows of the run log, read with an expression. The limits of a plan of employees then also count what went out in the last 7 and 30 days, what somebody left out waits, and a held person shows since when. A plan for a file then notices that the file of last time is gone. Empty: every run is judged by itself.',
	),
	...shownFor(['employees'], inboxAnswers),
	companyNamesField,
	...shownFor(['employees'], only.field, budgetFile.field),
	...shownFor(['budgets', 'employees', 'salaryLeave'], previousFileField),
	...shownFor(['budgets'], oneOffBudgets.field, stoppedBudgets.field),
	...shownFor(['salaryLeave'], reviewed.field),
	...shownFor(['budgets', 'salaryLeave'], plausibility.field),
	expiresAfterHours.field,
	language.field,
];

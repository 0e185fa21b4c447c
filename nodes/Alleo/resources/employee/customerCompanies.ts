import type { IExecuteFunctions } from 'n8n-workflow';
import { answeredRoutes } from '../../../../core/plan/people/answered';
import { readPast } from '../../../../core/runLog/past';
import { answersField, answersGiven } from '../../../shared/answers';
import { civilToday } from '../../../shared/clock';
import { issueError } from '../../../shared/outcome';
import { choice, parameter } from '../../../shared/parameters';
import { historyField, historyOf, isNotWired } from '../../../shared/runLog';
import { routing } from '../../../shared/routing';
import type { Fault } from '../../api/reply';
import { companies, faultError, valueAt } from '../shared';

/**
 * Which companies are one customer's: the one of Settings, those of the routes, and those in which earlier
 * runs of this workflow changed people. With keys that reach many customers, nobody else is read.
 */

export const scope = choice({
	displayName: 'Companies',
	name: 'companyScope',
	options: [
		{
			name: 'Chosen, or All',
			value: 'chosen',
			description: 'The ones chosen below; without any, all that the keys can reach',
		},
		{
			name: 'Those of This Customer',
			value: 'customer',
			description:
				'The one below, those of the routes, and those that earlier runs changed people in',
		},
	],
	default: 'chosen',
	empty: 'chosen',
	description: 'Whose accounts are read',
});

const forCustomer = { show: { companyScope: ['customer'] } };

const routes = parameter(
	{
		displayName: 'Routes',
		name: 'routing',
		type: 'json',
		default: '[]',
		displayOptions: forCustomer,
		description: 'The routes of Compare with Alleo: their companies are read too',
	},
	(given) => routing.parse(given),
);

const formerCompanies = choice({
	displayName: 'Former Companies',
	name: 'formerCompanies',
	options: [
		{
			name: 'Leave Out',
			value: 'leaveOut',
			description: 'Only when the company is gone for good: who has an account there looks new',
		},
		{
			name: 'Read Too',
			value: 'read',
			description: 'So that whoever still has an account there is not onboarded twice',
		},
	],
	default: 'read',
	empty: 'read',
	displayOptions: forCustomer,
	description: 'Companies that earlier runs changed people in, and that are not named any more',
});

const history = {
	...historyField(
		'Rows of the run log, with an expression: which companies earlier runs changed people in',
	),
	displayOptions: forCustomer,
};

const answers = {
	...answersField(
		'What was answered in the inbox of this customer, with an expression: the companies that routing values were answered to are read too',
	),
	displayOptions: forCustomer,
};

export const CUSTOMER_FIELDS = [routes.field, history, answers, formerCompanies.field];

export interface CustomerCompanies {
	own: number[];
	/** Of the own those that only an answer of the inbox names. */
	answered: number[];
	/** Not managed any more: read, so that nobody there looks new. */
	former: number[];
}

/** Before anything is asked of Alleo. Without any company nothing is read: never all. */
export function customerCompanies(context: IExecuteFunctions): CustomerCompanies {
	const chosen = valueAt(context, companies, 0);
	const routing = valueAt(context, routes, 0);
	const set = new Set([...chosen, ...routing.map(({ companyId }) => companyId)]);
	const routed = answeredRoutes(answersGiven(context), routing).map(({ companyId }) => companyId);
	const answered = [...new Set(routed)].filter((company) => !set.has(company));
	const own = [...set, ...answered];
	if (own.length === 0) throw issueError(context, 'ALLEO_NO_COMPANY');
	if (valueAt(context, formerCompanies, 0) === 'leaveOut') return { own, answered, former: [] };
	const former = pastCompanies(context).filter((company) => !own.includes(company));
	return { own, answered, former };
}

/** A log that cannot be read names none; Compare with Alleo says that it could not be read. */
function pastCompanies(context: IExecuteFunctions): number[] {
	if (isNotWired(context.getNode().parameters['history'])) return [];
	const today = civilToday(context.getTimezone());
	return [
		...readPast(historyOf(context), context.getWorkflow().id ?? '', today).companies.keys(),
	].sort((a, b) => a - b);
}

/** A company that the keys do not reach is told by what names it; any other fault is as it is. */
export function companyFault(
	context: IExecuteFunctions,
	fault: Fault,
	company: number,
	{ former, answered }: CustomerCompanies,
): Error {
	if (fault.kind === 'forbidden' || fault.kind === 'notFound') {
		if (former.includes(company)) return issueError(context, 'ALLEO_FORMER_COMPANY', { company });
		if (answered.includes(company)) return issueError(context, 'INBOX_COMPANY_GONE', { company });
	}
	return faultError(context, fault);
}

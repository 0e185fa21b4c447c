import { done } from '../../model/result';
import type { Result } from '../../model/result';
import { aboutOne, rowsOfOne } from '../only';
import { orderRows } from '../order';
import { finishPlans } from '../plans';
import type { Plans } from '../plans';
import { absentRow } from './absent';
import { markAnsweredCompanies } from './answeredCompany';
import { tellBudgets } from './budgets';
import type { BudgetsTold } from './budgets';
import { examine } from './examine';
import type { DiffInput, Examined } from './examine';
import { evaluateGuards } from './guards';
import { markHeldSince } from './heldSince';
import { inboxFacts, inboxNotices } from './questions';
import { collectNotices, countPeople } from './summary';

export type { Plans } from '../plans';
export type { DiffInput, Examined } from './examine';

/** Reads nothing but its argument and gives the same bytes for the same content, in any order. */
export function diff(input: DiffInput): Result<Plans> {
	const examined = examine(input);
	return examined.ok ? done(planOf(examined.value, input)) : examined;
}

/** The plan or plans that follow from what was examined; `input` adds the settings and the instants. */
export function planOf(examined: Examined, input: DiffInput): Plans {
	const { people, accounts, coverage, proposals, waits, prefixes, absent, leaving, doubted } =
		examined;
	const drafts = proposals.flatMap((proposal) => proposal.rows);
	for (const account of leaving) drafts.push(absentRow(account));
	markAnsweredCompanies(drafts, proposals, input.options);
	markHeldSince(drafts, input.options.past, input.referenceDate);
	const budgets: BudgetsTold =
		input.budgets === undefined ? { notices: [] } : tellBudgets(examined, input.budgets, input);
	const all = orderRows(drafts, waits);
	const { only = '' } = input;
	const frame =
		only === '' ? input : { ...input, options: { ...input.options, approval: 'always' as const } };
	const reported =
		leaving.length === 0 ? absent : absent.filter((account) => doubted.has(account.id));
	const inbox = inboxFacts(examined, input.options);
	return finishPlans(
		{
			rows: only === '' ? all : rowsOfOne(all, only, waits),
			guards: evaluateGuards({
				people: people.all,
				proposals,
				absent,
				leaving,
				coverage,
				accounts,
				allAccounts: examined.allAccounts,
				prefixes,
				options: input.options,
				referenceDate: input.referenceDate,
			}),
			counts: countPeople(proposals, absent.length, leaving.length),
			coverage,
			notices: [
				...(only === '' ? [] : [aboutOne()]),
				...inboxNotices(examined, input.options, inbox),
				...budgets.notices,
				...collectNotices(proposals, reported, accounts.groupsNotRead, input.options.past.log),
			],
			...(budgets.facts === undefined ? {} : { budgetFile: budgets.facts }),
			...(inbox.questions.length === 0
				? {}
				: { inbox: { questions: inbox.questions, groups: inbox.groups } }),
		},
		waits,
		frame,
	);
}

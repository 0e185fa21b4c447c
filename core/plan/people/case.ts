import { isUndecided } from '../../identity/kin';
import { compare } from '../../identity/likeness';
import type { Likeness } from '../../identity/likeness';
import { traitsOf, traitsOfAccount } from '../../identity/traits';
import { hasGroup } from '../accounts';
import type { Accounts } from '../accounts';
import { fieldChanges } from '../changes';
import type { SourceState } from './decide';
import type { Evidence } from './evidence';
import type { DiffOptions } from '../options';
import type { People } from '../../identity/people';
import type { Proposal } from './proposal';
import type { Route } from './route';
import type { Draft } from '../planHash';
import { holdRow } from '../rows';
import type { Target } from './target';
import type { TransferRole } from './roles';
import type { AlleoEmployee, Employee, Reason } from '../../model/employee';
import type { Filling, IssueCode, PlacesOf } from '../../issues';
import type { Change } from '../../model/plan';

/** What the rules are told: everybody else, and the settings. */
export interface JudgeContext {
	people: People;
	accounts: Accounts;
	options: DiffOptions;
	route: (person: Employee) => Route;
	transfers: ReadonlyMap<Employee, TransferRole>;
	/** How the external ids of this source start; an account with another id is another system's. */
	prefixes: readonly string[];
	/** Whether somebody in the source, who did not leave, has the account's external id. */
	isOwned: (account: AlleoEmployee) => boolean;
	/** What the reading proves of a person's part of the source, and of the other parts. */
	evidence: Evidence;
	/** Accounts of companies that the workflow changed people in before, and manages no more. */
	former: Accounts;
	referenceDate: string;
	/** Moves that are held because Alleo refused them before; the judge adds to it. */
	refused: Set<string>;
}

/** One person in front of the judge. */
export interface Case {
	person: Employee;
	target: Target;
	/** The account that the person is matched to; null for none and for several. */
	account: AlleoEmployee | null;
	route: Route;
	/** Where somebody in service belongs; null for everybody else, and where no route leads. */
	companyId: number | null;
	role: TransferRole | null;
	context: JudgeContext;
}

/** What a rule says of one person; the judge adds which rule it was. */
export type Said = Pick<Proposal, 'count' | 'account' | 'rows' | 'reason' | 'remarks'>;

/** The row of the decision table that a person is in. */
export const sourceState = (person: Employee): SourceState =>
	isUndecided(person) ? 'undecided' : person.status;

export const say = (
	count: Said['count'],
	account: AlleoEmployee | null,
	rows: Said['rows'] = [],
	reason: Reason | null = rows[0]?.reason ?? null,
): Said => ({ count, account, rows, reason, remarks: [] });

/** Nothing is done to the person before somebody has looked. */
export const hold = <C extends IssueCode>(
	{ person, companyId }: Pick<Case, 'person' | 'companyId'>,
	account: AlleoEmployee | null,
	code: C,
	...[params = {}]: Filling<PlacesOf<C>>
): Said => say('hold', account, [holdRow(person, account, companyId, { code, params })]);

/** Whether an account may be the person's, and what says so. */
export const likenessTo = (
	{ person, context }: Pick<Case, 'person' | 'context'>,
	account: AlleoEmployee,
): Likeness => compare(traitsOf(person), traitsOfAccount(account), context.people.isPlaceholder);

/**
 * Nobody knows whether the account is the person's: what agrees and what does not, and the row that
 * follows once a person has said that it is.
 */
export const holdIdentity = <C extends IssueCode>(
	given: Case,
	account: AlleoEmployee,
	choice: Draft | null,
	code: C,
	...[params = {}]: Filling<PlacesOf<C>>
): Said => {
	const { grounds } = likenessTo(given, account);
	const { person, companyId } = given;
	const row = holdRow(person, account, companyId, { code, params }, { grounds, choice });
	return say('hold', account, [row]);
};

/**
 * A group that Alleo does not have is a remark; planning it would repeat every day without effect. While
 * Alleo does not say which groups it has, everybody keeps theirs.
 */
export const changesOf = (
	{ person, context }: Pick<Case, 'person' | 'context'>,
	account: AlleoEmployee,
): Change[] =>
	fieldChanges(person, account, context.options).filter(({ field, to }) => {
		if (field !== 'group') return true;
		if (context.accounts.groupsNotRead.has(account.company_id)) return false;
		return typeof to !== 'string' || hasGroup(context.accounts, account.company_id, to);
	});

import { emailKey } from '../../model/employee';
import type { AlleoEmployee, Employee } from '../../model/employee';
import { itemReason } from '../../issues';
import type { IssueCode, IssueParams } from '../../issues';
import { hasGroup } from '../accounts';
import type { Accounts } from '../accounts';
import type { Change } from '../../model/plan';
import { fieldChanges } from '../changes';
import { decide } from './decide';
import type { PersonCount, SourceState } from './decide';
import { addRemarks } from './proposal';
import type { Proposal } from './proposal';
import { keepPolicy } from '../options';
import type { DiffOptions } from '../options';
import type { People } from './people';
import type { Route } from './route';
import {
	createRow,
	deactivateRow,
	holdRow,
	ownIssuesRow,
	reactivateRow,
	reasonOf,
	updateRow,
} from '../rows';
import type { Draft } from '../rows';
import { addressMoves, findTarget } from './target';
import type { Target } from './target';
import type { TransferRole } from './transfer';

export interface JudgeContext {
	people: People;
	accounts: Accounts;
	options: DiffOptions;
	route: (person: Employee) => Route;
	transfers: ReadonlyMap<Employee, TransferRole>;
	/** False where the person's partition was not proven to be read completely: nobody there is off-boarded (I4). */
	mayOffboard: (partition: string | null) => boolean;
	referenceDate: string;
}

/** The row of the decision table that a person is in. */
export const sourceState = (person: Employee): SourceState =>
	person.status === 'ineligible' && person.reason.code === 'ACCESS_EMPTY'
		? 'undecided'
		: person.status;

/** Alleo takes nobody without these; one such row would make the whole plan unusable. */
function missingForCreate(person: Employee): { code: IssueCode; field: string } | null {
	const isEmpty = (value: string | null): boolean => value === null || value.trim() === '';
	if (isEmpty(person.email)) return { code: 'EMAIL_MISSING', field: 'email' };
	if (isEmpty(person.first_name)) return { code: 'NAME_MISSING', field: 'first_name' };
	return isEmpty(person.last_name) ? { code: 'NAME_MISSING', field: 'last_name' } : null;
}

export function createJudge(context: JudgeContext): (person: Employee) => Proposal {
	const { people, accounts, options, transfers } = context;

	/** Accounts that go to somebody's new record, with that record. */
	const heirs = new Map<AlleoEmployee, Employee>();
	for (const [person, role] of transfers) {
		if (role.as === 'successor') heirs.set(role.account, person);
	}

	const ownerOf = (account: AlleoEmployee): Employee | undefined =>
		heirs.get(account) ??
		(account.external_id === null ? undefined : people.byExternalId.get(account.external_id));

	const willBeFree = (account: AlleoEmployee): boolean => {
		const owner = ownerOf(account);
		return (
			owner !== undefined &&
			owner.status === 'active' &&
			!people.duplicates.has(owner) &&
			keepPolicy(options, 'email') === 'always' &&
			addressMoves(owner, account)
		);
	};

	/** An address that somebody in service has is theirs: a leaver or a newcomer cannot match by it. */
	const isClaimed = (person: Employee): boolean =>
		person.status !== 'active' && person.email !== null && people.inUse.has(emailKey(person.email));

	/** A group that Alleo does not have is a remark; planning it would repeat every day without effect. */
	const changesOf = (person: Employee, account: AlleoEmployee): Change[] =>
		fieldChanges(person, account, options).filter(
			({ field, to }) =>
				field !== 'group' || typeof to !== 'string' || hasGroup(accounts, account.company_id, to),
		);

	const proposal = (
		person: Employee,
		count: PersonCount,
		account: AlleoEmployee | null,
		rows: Draft[] = [],
	): Proposal => ({
		person,
		count,
		rows,
		account,
		remarks: [],
		target: null,
	});

	const held = (
		person: Employee,
		account: AlleoEmployee | null,
		code: IssueCode,
		params: IssueParams = {},
		companyId: number | null = null,
	): Proposal =>
		proposal(person, 'hold', account, [holdRow(person, account, companyId, code, params)]);

	function judgeTransfer(person: Employee, role: TransferRole, target: Target): Proposal {
		const account = target.state === 'duplicate' ? null : target.account;
		if (role.as === 'hold') return held(person, account, role.code);
		if (role.as === 'merged') {
			const merged = proposal(person, 'merged', null);
			if (role.pending && role.successor.start_date !== null) {
				const date = role.successor.start_date;
				merged.remarks.push({ code: 'TRANSFER_PENDING', params: { date }, date });
			}
			return merged;
		}
		const changes = changesOf(person, role.account);
		return proposal(person, 'update', role.account, [
			updateRow(person, role.account, changes, itemReason('TRANSFER')),
		]);
	}

	/** In service here while the account is elsewhere: one move of two linked rows. */
	function judgeMove(
		person: Employee,
		here: AlleoEmployee | null,
		elsewhere: AlleoEmployee,
		companyId: number,
	): Proposal {
		if (!context.mayOffboard(person.source.partition)) {
			return held(person, elsewhere, 'PARTITION_INCOMPLETE');
		}
		const missing = here === null ? missingForCreate(person) : null;
		if (missing !== null) return held(person, elsewhere, missing.code, { field: missing.field });
		const reason = itemReason('MOVE');
		const leave = deactivateRow(person, elsewhere, reason);
		const arrive =
			here === null
				? createRow(person, companyId, reason)
				: reactivateRow(person, here, changesOf(person, here), reason);
		arrive.linked_row_id = leave.row_id;
		return proposal(person, here === null ? 'create' : 'reactivate', elsewhere, [leave, arrive]);
	}

	function judgeDeactivation(
		person: Employee,
		account: AlleoEmployee,
		by: 'evidence' | 'eligibility',
	): Proposal {
		if (by === 'eligibility' && options.ineligiblePolicy === 'report') {
			const reported = proposal(person, 'unchanged', account);
			reported.remarks.push({ code: 'INELIGIBLE_REPORTED', params: {}, date: null });
			return reported;
		}
		if (!context.mayOffboard(person.source.partition)) {
			return held(person, account, 'PARTITION_INCOMPLETE');
		}
		return proposal(person, 'deactivate', account, [
			deactivateRow(person, account, reasonOf(person)),
		]);
	}

	function judgeInService(
		person: Employee,
		target: Exclude<Target, { state: 'duplicate' }>,
		companyId: number,
	): Proposal {
		const { account, elsewhere } = target;
		if (elsewhere !== null) return judgeMove(person, account, elsewhere, companyId);
		const decision = decide('active', target.state);
		if (decision.do === 'hold')
			return held(person, account, decision.code === 'OWN_ISSUES' ? 'EMAIL_TAKEN' : decision.code);
		if (decision.do === 'create' || account === null) {
			const missing = missingForCreate(person);
			if (missing !== null) {
				return held(person, null, missing.code, { field: missing.field }, companyId);
			}
			return proposal(person, 'create', null, [
				createRow(person, companyId, itemReason('NEW_IN_SERVICE')),
			]);
		}
		const changes = changesOf(person, account);
		if (decision.do === 'reactivate') {
			return proposal(person, 'reactivate', account, [
				reactivateRow(person, account, changes, itemReason('BACK_IN_SERVICE')),
			]);
		}
		if (changes.length === 0) return proposal(person, 'unchanged', account);
		const reason =
			decision.do === 'adopt'
				? itemReason('ADOPTED')
				: itemReason('FIELDS_CHANGED', { count: changes.length });
		return proposal(person, 'update', account, [updateRow(person, account, changes, reason)]);
	}

	const companyOf = (person: Employee): number | null => {
		const route = context.route(person);
		return person.status === 'active' && route.ok ? route.companyId : null;
	};

	const targetOf = (person: Employee): Target =>
		findTarget(
			person,
			accounts,
			companyOf(person),
			(holder) => isClaimed(person) || willBeFree(holder),
		);

	function judge(person: Employee, target: Target): Proposal {
		const duplicate = people.duplicates.get(person);
		const route = context.route(person);
		const companyId = companyOf(person);
		const account = target.state === 'duplicate' ? null : target.account;
		if (person.status === 'held')
			return proposal(person, 'hold', account, [ownIssuesRow(person, account)]);
		if (duplicate !== undefined)
			return held(person, account, duplicate.code, { count: duplicate.count }, companyId);
		const role = transfers.get(person);
		if (role !== undefined) return judgeTransfer(person, role, target);
		if (person.external_id === null)
			return held(person, account, 'EXTERNAL_ID_MISSING', {}, companyId);
		if (target.state === 'duplicate') {
			return held(person, null, 'ALLEO_DUPLICATE', { count: target.accounts.length }, companyId);
		}
		if (person.status === 'active') {
			if (!route.ok) return held(person, account, route.code);
			return judgeInService(person, target, route.companyId);
		}
		const decision = decide(sourceState(person), target.state);
		if (decision.do === 'nothing') return proposal(person, decision.count, account);
		if (decision.do === 'hold')
			return held(
				person,
				account,
				decision.code === 'OWN_ISSUES' ? 'ALLEO_DUPLICATE' : decision.code,
			);
		if (decision.do === 'deactivate' && decision.by !== 'absence' && account !== null) {
			return judgeDeactivation(person, account, decision.by);
		}
		throw new Error(
			`No way to carry out ${decision.do} for ${person.status} against ${target.state}`,
		);
	}

	return (person) => {
		const target = targetOf(person);
		const result = addRemarks(judge(person, target), accounts, context.referenceDate);
		result.target = target;
		return result;
	};
}

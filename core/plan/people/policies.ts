import { decide } from './decide';
import { linkMove, moveKey, movesOf } from '../moves';
import type { DiffOptions } from '../options';
import type { Proposal } from './proposal';
import type { Employee } from '../../model/employee';
import type { HoldChoice } from '../../model/plan';
import { itemReason } from '../../issues';
import { addDays, daysBetween } from '../../model/dates';
import { hold, say } from './case';
import { formerAccount } from './former';
import type { Case, Said } from './case';
import type { PolicyName, Rule } from './rule';

/** The policies after the table: each may change what was decided, or leaves it with null. */
export type Policy = (decided: Proposal, given: Case) => Said | null;

const offboardsIneligible = (rule: Rule): boolean => {
	if (rule.kind !== 'cell') return false;
	const decision = decide(rule.source, rule.target);
	return decision.do === 'deactivate' && decision.by === 'eligibility';
};

/** What the setting makes of somebody who may have no account (any more) but has one. */
const INELIGIBLE: Record<DiffOptions['ineligiblePolicy'], Policy> = {
	deactivate: () => null,
	report: ({ rule, account }) => {
		if (!offboardsIneligible(rule)) return null;
		const reported = say('unchanged', account, [], itemReason('INELIGIBLE_REPORTED'));
		reported.remarks.push({ code: 'INELIGIBLE_REPORTED', params: {}, date: null });
		return reported;
	},
};

const reportIneligible: Policy = (decided, given) =>
	INELIGIBLE[given.context.options.ineligiblePolicy](decided, given);

const offboardsLeaver = (rule: Rule): boolean => {
	if (rule.kind !== 'cell') return false;
	const decision = decide(rule.source, rule.target);
	return decision.do === 'deactivate' && decision.by === 'evidence';
};

/**
 * Who left not longer than so many days ago keeps the account, and shows the first day without it. Only
 * what the table says of a leaver: who goes on under another record, or moves, is not waited for.
 */
const grace: Policy = ({ rule, account }, { person, context }) => {
	const { offboardAfterDays: longest } = context.options;
	const last = person.end_date;
	if (longest < 1 || last === null || !offboardsLeaver(rule)) return null;
	const days = daysBetween(last, context.referenceDate);
	// A last day that is still to come contradicts the status: no reason to keep the account till then.
	if (days < 0 || days > longest) return null;
	const date = addDays(last, longest + 1);
	const kept = say('unchanged', account, [], itemReason('LEAVES_ON', { date }));
	kept.remarks.push({ code: 'LEAVES_ON', params: { date }, date });
	return kept;
};

type Doing = Pick<HoldChoice, 'action' | 'changes'>;

/** More than keeping a linked account up to date: who has an account, or whose it is, would change. */
const decidesAccount = ({ action, changes }: Doing): boolean =>
	action !== 'update' || changes.some(({ field }) => field === 'external_id');

/** What the rows do, and what a hold among them offers to do. */
const doings = (rows: Proposal['rows']): Doing[] =>
	rows.flatMap(({ action, changes, choice }) => {
		if (action !== 'hold') return [{ action, changes }];
		return choice === null || choice === undefined ? [] : [choice];
	});

/**
 * Where the reading is not proven complete, an account is kept up to date and nothing else: nobody gets,
 * loses or takes over one, not even by a move (I4). A field that vanished leaves open where somebody
 * belongs, too.
 */
const provenPartition: Policy = ({ account, rows, rule }, given) => {
	const { evidence } = given.context;
	// A move under a new id has a row of the old record too.
	const own = given.person.source.partition;
	const gap = evidence.isWhole(own)
		? rows.find(({ partition }) => !evidence.isWhole(partition))?.partition
		: own;
	if (gap === undefined) return null;
	const [field] = evidence.vanished(gap);
	const unrouted = rule.kind === 'before' && rule.name === 'unrouted';
	if (!doings(rows).some(decidesAccount) && !(unrouted && field !== undefined)) return null;
	return field === undefined
		? hold(given, account, 'PARTITION_INCOMPLETE')
		: hold(given, account, 'FIELD_VANISHED', { field });
};

/** Who left one part of the source may have gone on in a part that was not read. */
const wholeSource: Policy = ({ account, rows }, given) => {
	const { person, context } = given;
	if (person.status !== 'ended') return null;
	if (!doings(rows).some(({ action }) => action === 'deactivate')) return null;
	const company = context.evidence.newUnread(person.source.partition);
	if (company !== null) return hold(given, account, 'LEAVER_COMPANY_UNREAD', { company });
	const part = context.evidence.unreadPart();
	return part === null ? null : hold(given, account, 'LEAVER_PART_UNREAD', { part });
};

/** Counted as nobody in Alleo, or given an account, who has one in a company that the plan is not about. */
const FOR_THE_UNKNOWN: ReadonlySet<string> = new Set([
	'create',
	'reactivate',
	'ended_unknown',
	'ineligible_unknown',
]);

const formerCompany: Policy = ({ count }, given) => {
	if (!FOR_THE_UNKNOWN.has(count)) return null;
	const account = formerAccount(given.person, given.context.former);
	if (account === null) return null;
	const company = account.company_id;
	return hold(given, null, 'FORMER_COMPANY', { company });
};

/** Alleo refused this very move: trying it again every day helps nobody. */
const refusedMove: Policy = ({ account, rows }, given) => {
	const { moveOrder, refusedMoves } = given.context.options;
	linkMove(rows, moveOrder);
	if (refusedMoves.length === 0) return null;
	const [move] = movesOf(rows).values();
	if (move === undefined || !refusedMoves.includes(moveKey(move))) return null;
	given.context.refused.add(moveKey(move));
	return hold(given, account, 'MOVE_REFUSED_BEFORE');
};

const isBlank = (value: string | null): boolean => value === null || value.trim() === '';

/** Alleo takes nobody without these; one such row would make the whole plan unusable. */
function missingForCreate(
	person: Employee,
): { code: 'EMAIL_MISSING' | 'NAME_MISSING'; field: string } | null {
	if (isBlank(person.email)) return { code: 'EMAIL_MISSING', field: 'email' };
	if (isBlank(person.first_name)) return { code: 'NAME_MISSING', field: 'first_name' };
	return isBlank(person.last_name) ? { code: 'NAME_MISSING', field: 'last_name' } : null;
}

const requiredFields: Policy = ({ account, rows }, given) => {
	if (!rows.some((row) => row.action === 'create')) return null;
	const missing = missingForCreate(given.person);
	return missing === null ? null : hold(given, account, missing.code, { field: missing.field });
};

export const POLICIES: ReadonlyArray<{ name: PolicyName; policy: Policy }> = [
	{ name: 'reportIneligible', policy: reportIneligible },
	{ name: 'grace', policy: grace },
	{ name: 'provenPartition', policy: provenPartition },
	{ name: 'wholeSource', policy: wholeSource },
	{ name: 'formerCompany', policy: formerCompany },
	{ name: 'refusedMove', policy: refusedMove },
	{ name: 'requiredFields', policy: requiredFields },
];

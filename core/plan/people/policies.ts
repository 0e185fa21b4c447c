import { decide } from './decide';
import type { DiffOptions } from '../options';
import type { Proposal } from './proposal';
import type { Employee } from '../../model/employee';
import { itemReason } from '../../issues';
import { hold, say } from './case';
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

/** Nobody loses an account, not even by a move, where the reading was not proven complete (I4). */
const provenPartition: Policy = ({ account, rows }, given) =>
	rows.some((row) => row.action === 'deactivate' && !given.context.mayOffboard(row.partition))
		? hold(given, account, 'PARTITION_INCOMPLETE')
		: null;

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
	{ name: 'provenPartition', policy: provenPartition },
	{ name: 'requiredFields', policy: requiredFields },
];

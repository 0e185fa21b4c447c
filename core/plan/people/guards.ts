import type { AlleoEmployee, Coverage, Employee } from '../../model/employee';
import type { GuardResult } from '../../model/summary';
import { withEmail, withExternalId } from '../accounts';
import type { Accounts } from '../accounts';
import { emptySource, guard, incompleteSource } from '../guard';
import { worstDrift } from './drift';
import type { Proposal } from './proposal';
import { allowed } from '../options';
import type { DiffOptions, LimitedGuard } from '../options';

/** Guards: what makes a run look dangerous. Each has a limit in people and says what to look at. */

export interface GuardInput {
	people: readonly Employee[];
	proposals: readonly Proposal[];
	absent: readonly AlleoEmployee[];
	absentDeactivated: number;
	coverage: readonly Coverage[];
	accounts: Accounts;
	/** Active accounts that belong to this source. */
	activeOurs: number;
	options: DiffOptions;
}

const countRows = (input: GuardInput, action: string): number =>
	input.proposals.reduce(
		(sum, proposal) => sum + proposal.rows.filter((row) => row.action === action).length,
		0,
	);

function limited(
	input: GuardInput,
	code: Exclude<LimitedGuard, 'FIELD_DRIFT'>,
	base: number,
	actual: number,
): GuardResult {
	return guard(code, allowed(input.options.limits[code], base), actual);
}

/** New ids whose address is on the account of an id that vanished: the key changed, not the people. */
function changedKeys(input: GuardInput): number {
	const absent = new Set(input.absent.map((account) => account.id));
	let changed = 0;
	for (const person of input.people) {
		if (person.status !== 'active' || person.email === null || person.external_id === null)
			continue;
		if (withExternalId(input.accounts, person.external_id).length > 0) continue;
		if (withEmail(input.accounts, person.email).some((account) => absent.has(account.id)))
			changed++;
	}
	return changed;
}

/** Known partitions that were not read at all, and active people who are gone: half a source looks like this. */
function vanished(input: GuardInput): GuardResult {
	const read = new Set(input.coverage.map((entry) => entry.partition));
	const missing = input.options.knownPartitions.filter((partition) => !read.has(partition)).length;
	const limit = allowed(input.options.limits.PARTITION_VANISHED, input.activeOurs);
	const people = input.absent.length;
	if (missing > 0) return { ...guard('PARTITION_VANISHED', 0, missing), tripped: true };
	return guard('PARTITION_VANISHED', limit, people);
}

/** People who are held because somebody else, or another account, is as much them as they are. */
const isDuplicate = ({ rule }: Proposal): boolean =>
	rule.kind === 'before' && (rule.name === 'twin' || rule.name === 'severalAccounts');

/** People whom the access field refuses while it decides nothing; Normalize remarks them. */
const ignoredRefusals = (people: readonly Employee[]): number =>
	people.filter(({ notices }) => notices.some(({ code }) => code === 'ACCESS_NO_IGNORED')).length;

export function evaluateGuards(input: GuardInput): GuardResult[] {
	const inService = input.people.filter((person) => person.status === 'active').length;
	const base = Math.max(input.activeOurs, 1);
	const duplicates = input.proposals.filter(isDuplicate).length;
	const drift = worstDrift(input.proposals, input.options);
	const takeovers = input.proposals.filter(({ rows }) =>
		rows.some(({ reason }) => reason.code === 'TAKEOVER'),
	).length;
	const updates = input.proposals.filter((proposal) => proposal.count === 'update').length;
	return [
		emptySource(input.people.length),
		incompleteSource('INCOMPLETE_PARTITION', input.coverage),
		vanished(input),
		limited(
			input,
			'DEACTIVATION_LIMIT',
			base,
			countRows(input, 'deactivate') + input.absentDeactivated,
		),
		limited(input, 'REACTIVATION_LIMIT', base, countRows(input, 'reactivate')),
		limited(input, 'CREATE_LIMIT', base, countRows(input, 'create')),
		limited(input, 'UPDATE_LIMIT', base, updates),
		guard('ACCESS_FIELD_IGNORED', 0, ignoredRefusals(input.people)),
		guard('TAKEOVER', 0, takeovers),
		guard('FIELD_DRIFT', drift.limit, drift.actual, { field: drift.field, kind: drift.kind }),
		limited(input, 'IDENTITY_KEYS_CHANGED', base, changedKeys(input)),
		limited(input, 'DUPLICATES', Math.max(inService, 1), duplicates),
	];
}

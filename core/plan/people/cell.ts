import type { Decision } from './decide';
import {
	createRow,
	deactivateRow,
	ownIssuesRow,
	reactivateRow,
	reasonOf,
	updateRow,
} from '../rows';
import type { AlleoEmployee, Reason } from '../../model/employee';
import { itemReason } from '../../issues';
import { changesOf, hold, say } from './case';
import type { Case, Said } from './case';

/** A cell of the decision table put into the row that it takes. */

/** A cell that needs what its column cannot have is a mistake in the table, never a guess. */
function needed<T>(value: T | null, what: string): T {
	if (value === null) throw new Error(`A cell of the decision table needs ${what}`);
	return value;
}

function update(given: Case, account: AlleoEmployee, reasonFor: (count: number) => Reason): Said {
	const changes = changesOf(given, account);
	if (changes.length === 0) return say('unchanged', account);
	return say('update', account, [
		updateRow(given.person, account, changes, reasonFor(changes.length)),
	]);
}

export function carryOut(decision: Decision, given: Case): Said {
	const { person, account } = given;
	const own = (): AlleoEmployee => needed(account, 'an account');
	switch (decision.do) {
		case 'create': {
			const company = needed(given.companyId, 'a company');
			return say('create', null, [createRow(person, company, itemReason('NEW_IN_SERVICE'))]);
		}
		case 'update':
			return update(given, own(), (count) => itemReason('FIELDS_CHANGED', { count }));
		case 'adopt':
			return update(given, own(), () => itemReason('ADOPTED'));
		case 'reactivate': {
			const changes = changesOf(given, own());
			const reason = itemReason('BACK_IN_SERVICE');
			return say('reactivate', own(), [reactivateRow(person, own(), changes, reason)]);
		}
		case 'deactivate':
			return say('deactivate', own(), [deactivateRow(person, own(), reasonOf(person))]);
		case 'hold':
			return decision.code === 'OWN_ISSUES'
				? say('hold', account, [ownIssuesRow(person, account)])
				: hold(given, account, decision.code);
		case 'nothing':
			return say(decision.count, account);
		case 'unreachable':
			throw new Error(`A cell that cannot occur: ${decision.because}`);
	}
}

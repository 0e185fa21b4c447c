import { decide } from './decide';
import type { Decision } from './decide';
import {
	createRow,
	deactivateRow,
	ownIssuesRow,
	reactivateRow,
	reasonOf,
	updateRow,
} from '../rows';
import type { AlleoEmployee } from '../../model/employee';
import { itemReason } from '../../issues';
import type { Draft } from '../planHash';
import { changesOf, hold, holdIdentity, likenessTo, say, sourceState } from './case';
import type { Case, Said } from './case';
import { linkRow, offeredEnd, offeredLink } from './choice';

/** A cell of the decision table put into the row that it takes. */

/** A cell that needs what its column cannot have is a mistake in the table, never a guess. */
function needed<T>(value: T | null, what: string): T {
	if (value === null) throw new Error(`A cell of the decision table needs ${what}`);
	return value;
}

/** No row where nothing changes. */
export function update(given: Case, account: AlleoEmployee): Said {
	const changes = changesOf(given, account);
	if (changes.length === 0) return say('unchanged', account);
	const reason = itemReason('FIELDS_CHANGED', { count: changes.length });
	return say('update', account, [updateRow(given.person, account, changes, reason)]);
}

/** What the table would have said of the account, had nothing spoken against it being the person's. */
function asOwn(given: Case, account: AlleoEmployee): Draft | null {
	const decision = decide(sourceState(given.person), account.is_active ? 'active' : 'inactive');
	const [row] = carryOut(decision, given).rows;
	return row ?? null;
}

type HoldCode = Extract<Decision, { do: 'hold' }>['code'];

function held(code: HoldCode, given: Case): Said {
	const { person, account } = given;
	const own = (): AlleoEmployee => needed(account, 'an account');
	switch (code) {
		case 'OWN_ISSUES': {
			const grounds = account === null ? [] : likenessTo(given, account).grounds;
			return say('hold', account, [ownIssuesRow(person, account, grounds)]);
		}
		case 'ACCESS_EMPTY_ACTIVE':
			return hold(given, account, code);
		case 'IDENTITY_CHANGED':
			return holdIdentity(given, own(), asOwn(given, own()), code);
		case 'ENDED_NOT_LINKED':
		case 'INELIGIBLE_NOT_LINKED':
			return holdIdentity(given, own(), offeredEnd(given, own()), code);
		case 'ADOPT_DOUBTFUL':
		case 'POSSIBLE_REHIRE':
		case 'EMAIL_TAKEN':
			return holdIdentity(given, own(), offeredLink(given, own()), code);
	}
}

export function carryOut(decision: Decision, given: Case): Said {
	const { person, account, context } = given;
	const own = (): AlleoEmployee => needed(account, 'an account');
	switch (decision.do) {
		case 'create': {
			const company = needed(given.companyId, 'a company');
			return say('create', null, [createRow(person, company, itemReason('NEW_IN_SERVICE'))]);
		}
		case 'update':
			return update(given, own());
		case 'adopt':
			return say('update', own(), [linkRow(given, own())]);
		case 'takeover':
			return context.options.takeover === 'ask'
				? say('update', own(), [linkRow(given, own())])
				: held('EMAIL_TAKEN', given);
		case 'reactivate': {
			const changes = changesOf(given, own());
			const reason = itemReason('BACK_IN_SERVICE');
			return say('reactivate', own(), [reactivateRow(person, own(), changes, reason)]);
		}
		case 'deactivate':
			return say('deactivate', own(), [deactivateRow(person, own(), reasonOf(person))]);
		case 'hold':
			return held(decision.code, given);
		case 'nothing':
			return say(decision.count, account);
		case 'unreachable':
			throw new Error(`A cell that cannot occur: ${decision.because}`);
	}
}

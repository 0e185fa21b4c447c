import { withEmail } from '../../plan/accounts';
import { compileRoute } from '../../plan/people/route';
import type { Target } from '../../plan/people/target';
import type { AlleoEmployee } from '../../model/employee';
import type { Language } from '../../issues';
import { fill } from '../text';
import type { TextKey } from '../text';
import type { Facts, Step } from '../types';
import { formatDay } from '../words';

/** Matched on what in Alleo: external id, e-mail address, nobody, or several. */

interface Said {
	text: string;
	ok: boolean | null;
}

const state = (account: AlleoEmployee, language: Language): string =>
	fill(account.is_active ? 'stateActive' : 'stateInactive', language);

const link = (account: AlleoEmployee, language: Language): string => {
	const id = account.external_id?.trim() ?? '';
	return id === '' ? fill('withoutId', language) : fill('withId', language, { id });
};

const accountWords = (key: TextKey, account: AlleoEmployee, language: Language): string =>
	fill(key, language, {
		account: account.id,
		company: account.company_id,
		state: state(account, language),
		link: link(account, language),
	});

/** When the account was made, and closed where it is closed. */
function history(account: AlleoEmployee | null, language: Language): string {
	if (account === null) return '';
	const { registration_date: made, offboarding_date: closed } = account;
	return [
		made === null ? '' : ` ${fill('registered', language, { date: formatDay(made, language) })}`,
		closed === null || account.is_active
			? ''
			: ` ${fill('offboarded', language, { date: formatDay(closed, language) })}`,
	].join('');
}

function nobody(facts: Facts, language: Language): Said {
	const { person } = facts.subject;
	const { accounts } = facts.examined;
	if (facts.examined.allAccounts.length === 0)
		return { text: fill('noAccounts', language), ok: false };
	const key =
		withEmail(accounts, person?.email ?? null).length > 0
			? 'matchNobodyEmailClaimed'
			: 'matchNobody';
	return { text: fill(key, language), ok: null };
}

function byTarget(target: Target, facts: Facts, language: Language): Said {
	const { person } = facts.subject;
	if (target.state === 'duplicate') {
		const accounts = target.accounts.map(({ id }) => id).join(', ');
		return { text: fill('matchSeveral', language, { accounts }), ok: false };
	}
	const { account, elsewhere } = target;
	if (elsewhere !== null && person !== null) {
		const route = compileRoute(facts.input.options)(person);
		const text = fill('matchElsewhere', language, {
			account: elsewhere.id,
			company: elsewhere.company_id,
			wanted: route.ok ? route.companyId : '?',
		});
		return { text, ok: true };
	}
	if (account === null || target.state === 'none') return nobody(facts, language);
	const say = (key: TextKey): string => accountWords(key, account, language);
	switch (target.state) {
		case 'active':
			return { text: `${say('matchId')}${history(account, language)}`, ok: true };
		case 'inactive':
			return { text: `${say('matchId')}${history(account, language)}`, ok: false };
		case 'adoptable':
			return { text: say('matchAdoptable'), ok: true };
		case 'inactive_same_email':
			return { text: say('matchInactiveEmail'), ok: false };
		case 'email_taken':
			return { text: say('matchTaken'), ok: false };
	}
}

function said(facts: Facts, language: Language): Said {
	const { proposal, account } = facts.subject;
	if (proposal === null) {
		return account === null
			? { text: fill('matchNothingFits', language), ok: null }
			: {
					text: `${accountWords('matchAlleoOnly', account, language)}${history(account, language)}`,
					ok: account.is_active,
				};
	}
	const { role, target } = proposal;
	if (role?.as === 'successor') {
		const record = role.predecessor.external_id ?? '?';
		const text = fill('matchTransfer', language, { account: role.account.id, record });
		return { text, ok: true };
	}
	if (role?.as === 'merged') {
		const record = role.successor.external_id ?? '?';
		return { text: fill('matchMerged', language, { record }), ok: null };
	}
	return byTarget(target, facts, language);
}

export const match = (facts: Facts, language: Language): Step => ({
	key: 'match',
	title: fill('matchTitle', language),
	...said(facts, language),
	code: null,
});

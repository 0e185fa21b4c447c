import { withEmail } from '../../plan/accounts';
import { compileRoute } from '../../plan/people/route';
import type { Target } from '../../plan/people/target';
import type { AlleoEmployee } from '../../model/employee';
import type { Language } from '../../issues';
import { say } from '../text';
import type { Facts, Step } from '../types';
import { formatDay } from '../words';

/** Matched on what in Alleo: external id, e-mail address, nobody, or several. */

interface Said {
	text: string;
	ok: boolean | null;
}

const state = (account: AlleoEmployee, language: Language): string =>
	say(language)(account.is_active ? 'stateActive' : 'stateInactive');

const link = (account: AlleoEmployee, language: Language): string => {
	const id = account.external_id?.trim() ?? '';
	return id === '' ? say(language)('withoutId') : say(language)('withId', { id });
};

type AccountKey =
	| 'matchId'
	| 'matchAdoptable'
	| 'matchInactiveEmail'
	| 'matchForeign'
	| 'matchTaken'
	| 'matchAlleoOnly';

const accountWords = (key: AccountKey, account: AlleoEmployee, language: Language): string =>
	say(language)(key, {
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
		made === null ? '' : ` ${say(language)('registered', { date: formatDay(made, language) })}`,
		closed === null || account.is_active
			? ''
			: ` ${say(language)('offboarded', { date: formatDay(closed, language) })}`,
	].join('');
}

function nobody(facts: Facts, language: Language): Said {
	const { person } = facts.subject;
	const { accounts } = facts.examined;
	if (facts.examined.allAccounts.length === 0)
		return { text: say(language)('noAccounts'), ok: false };
	const key =
		withEmail(accounts, person?.email ?? null).length > 0
			? 'matchNobodyEmailClaimed'
			: 'matchNobody';
	return { text: say(language)(key), ok: null };
}

function byTarget(target: Target, facts: Facts, language: Language): Said {
	const { person } = facts.subject;
	if (target.state === 'duplicate') {
		const accounts = target.accounts.map(({ id }) => id).join(', ');
		return { text: say(language)('matchSeveral', { accounts }), ok: false };
	}
	const { account, elsewhere } = target;
	if (elsewhere !== null && person !== null) {
		const route = compileRoute(facts.input.options)(person);
		const text = say(language)('matchElsewhere', {
			account: elsewhere.id,
			company: elsewhere.company_id,
			wanted: route.ok ? route.companyId : '?',
		});
		return { text, ok: true };
	}
	if (account === null || target.state === 'none') return nobody(facts, language);
	const ofAccount = (key: AccountKey): string => accountWords(key, account, language);
	switch (target.state) {
		case 'active':
		case 'reused':
			return { text: `${ofAccount('matchId')}${history(account, language)}`, ok: true };
		case 'inactive':
		case 'reused_inactive':
			return { text: `${ofAccount('matchId')}${history(account, language)}`, ok: false };
		case 'adoptable':
			return { text: ofAccount('matchAdoptable'), ok: true };
		case 'inactive_same_email':
			return { text: ofAccount('matchInactiveEmail'), ok: false };
		case 'foreign':
			return { text: ofAccount('matchForeign'), ok: true };
		case 'doubtful':
		case 'email_taken':
			return { text: ofAccount('matchTaken'), ok: false };
	}
}

function said(facts: Facts, language: Language): Said {
	const { proposal, account } = facts.subject;
	if (proposal === null) {
		return account === null
			? { text: say(language)('matchNothingFits'), ok: null }
			: {
					text: `${accountWords('matchAlleoOnly', account, language)}${history(account, language)}`,
					ok: account.is_active,
				};
	}
	const { role, target } = proposal;
	if (role?.as === 'successor' || role?.as === 'mover') {
		const record = role.predecessor.external_id ?? '?';
		const text = say(language)('matchTransfer', { account: role.account.id, record });
		return { text, ok: true };
	}
	if (role?.as === 'merged') {
		const record = role.successor.external_id ?? '?';
		return { text: say(language)('matchMerged', { record }), ok: null };
	}
	return byTarget(target, facts, language);
}

export const match = (facts: Facts, language: Language): Step => ({
	key: 'match',
	title: say(language)('matchTitle'),
	...said(facts, language),
	code: null,
});

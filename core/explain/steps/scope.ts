import { compileRoute } from '../../plan/people/route';
import type { Employee } from '../../model/employee';
import type { Language } from '../../issues';
import { fieldValue } from '../../report/fields';
import { formatDate } from '../../ui/format';
import { wordsOf } from '../../report/page/words';
import { say } from '../text';
import type { Facts, Step } from '../types';
import { codeAction, codeMessage } from '../words';

/** In scope: status, the rule behind it, the dates, the access field and the routing. */

const sentence = (text: string): string =>
	text === '' ? '' : `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

function statusWords(person: Employee, language: Language): string {
	const status = fieldValue('status', person.status, language) ?? person.status;
	const reason = person.reason.code === 'NONE' ? '' : codeMessage(person.reason, language);
	const same = reason.toLowerCase() === `${status}.`.toLowerCase();
	return same || reason === '' ? `${sentence(status)}.` : `${sentence(status)}: ${reason}`;
}

function dates(person: Employee, language: Language): string[] {
	const { start_date: start, end_date: end } = person;
	return [
		...(start === null ? [] : [say(language)('firstDay', { date: formatDate(start, language) })]),
		...(end === null ? [] : [say(language)('lastDay', { date: formatDate(end, language) })]),
	];
}

function routing(person: Employee, facts: Facts, language: Language): string[] {
	const filter = person.alleo_filter?.trim() ?? '';
	const route = compileRoute(facts.input.options)(person);
	if (route.ok) {
		const company = route.companyId;
		if (filter !== '') return [say(language)('routed', { filter, company })];
		const several = facts.input.options.routing.length > 0;
		return several ? [say(language)('defaultCompany', { company })] : [];
	}
	return filter === '' ? [] : [say(language)('unrouted', { filter })];
}

/** Which of the ways to access it is; a no is no way, and stands in the status. */
function accessKey({ access }: Employee) {
	switch (access) {
		case 'yes':
			return 'accessYes';
		case 'empty':
			return 'accessEmpty';
		case 'ignored':
		case 'no':
			return 'accessIgnored';
		case undefined:
			return 'accessNone';
	}
}

const notices = (person: Employee, language: Language): string[] =>
	person.notices.map(({ code, params, message, action }) => {
		const words = wordsOf(code, params, { message, action }, language);
		return `- ${words.message}`;
	});

export function scope(facts: Facts, language: Language): Step {
	const { person } = facts.subject;
	const title = say(language)('scopeTitle');
	if (person === null) {
		const text = say(language)('scopeNobody');
		return { key: 'scope', title, text, ok: null, code: null };
	}
	const inScope = person.status === 'active' || person.status === 'upcoming';
	const action = person.status === 'ineligible' ? codeAction(person.reason, language) : null;
	const lines = [
		statusWords(person, language),
		...dates(person, language),
		...(inScope ? [say(language)(accessKey(person))] : []),
		...(inScope ? routing(person, facts, language) : []),
		...(action === null ? [] : [say(language)('toDo', { action })]),
		`(${say(language)('judgedFor')} ${formatDate(facts.input.referenceDate, language)}.)`,
	];
	return {
		key: 'scope',
		title,
		text: [lines.join(' '), ...notices(person, language)].join('\n'),
		ok: person.status === 'active',
		code: person.reason.code === 'NONE' ? null : person.reason.code,
	};
}

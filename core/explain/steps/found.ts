import type { Language } from '../../issues';
import { wordsOf } from '../../report/page/words';
import { nameOf } from '../facts';
import { shownEmail } from '../privacy';
import { say } from '../text';
import type { ExplainTextKey } from '../text';
import type { Facts, FoundBy, NearMiss, Step } from '../types';

/** In the HR system: which record, how it was found, and who else could be meant. */

const HOW: Record<FoundBy, ExplainTextKey> = {
	email: 'byEmail',
	private_email: 'byPrivateEmail',
	external_id: 'byExternalId',
	employee_number: 'byEmployeeNumber',
	name: 'byName',
	alleo_id: 'byAlleoId',
	alleo_email: 'byAlleoEmail',
	alleo_private_email: 'byAlleoPrivateEmail',
	alleo_name: 'byAlleoName',
};

/** What makes a record recognisable, without anything private. */
function recordFacts({ subject, hidden }: Facts, language: Language): string {
	const { person } = subject;
	if (person === null) return '';
	const { employee_number: number } = person.source;
	const facts = [
		nameOf(subject, language),
		shownEmail(person.email, hidden, language),
		person.external_id === null ? null : say(language)('externalId', { id: person.external_id }),
		number === null ? null : say(language)('employeeNumber', { number }),
		person.company.name === null
			? null
			: say(language)('companyFact', { company: person.company.name }),
	];
	const words = facts.filter((fact) => fact !== null).join(', ');
	return say(language)('record', { facts: words.replace(/\.$/, '') });
}

/** Not found is only worth something where everything was read. */
export function coverageWords({ examined }: Facts, language: Language): string {
	const { coverage, people } = examined;
	const count = people.all.length;
	const missing = coverage.filter((part) => !part.complete);
	if (count === 0 && missing.length === 0) return say(language)('nothingRead');
	if (coverage.length === 0) return say(language)('notFoundUnknown', { people: count });
	if (missing.length === 0) {
		return say(language)('notFoundComplete', { parts: coverage.length, people: count });
	}
	const parts = missing.map(({ name, partition, error }) =>
		error === null
			? (name ?? partition)
			: say(language)('incompletePart', {
					name: name ?? partition,
					error: wordsOf(error.code, {}, { message: error.message }, language).message.replace(
						/\.$/,
						'',
					),
					code: error.code,
				}),
	);
	return say(language)('notFoundIncomplete', { parts: parts.join(', ') });
}

const nearLine = (near: NearMiss, { hidden }: Facts, language: Language): string =>
	`- ${[
		near.name ?? near.external_id ?? '?',
		shownEmail(near.email, hidden, language) ?? say(language)('nearNoEmail'),
		near.name === null ? null : near.external_id,
		say(language)(near.where === 'source' ? 'nearSource' : 'nearAlleo'),
		say(language)(near.because),
	]
		.filter((part) => part !== null)
		.join(', ')}`;

function nearWords(facts: Facts, language: Language): string[] {
	if (facts.near.length === 0) return [];
	return [say(language)('nearTitle'), ...facts.near.map((near) => nearLine(near, facts, language))];
}

/** A held record carries no name and no address, so only its number finds it. */
function heldWords({ examined, subject, question }: Facts, language: Language): string[] {
	const count = examined.people.all.filter(
		(person) => person.status === 'held' && person.email === null && person.last_name === null,
	).length;
	const asked = question.email !== null || question.words.length > 1;
	return count > 0 && subject.person === null && asked
		? [say(language)('heldWithoutName', { count })]
		: [];
}

export function found(facts: Facts, language: Language): Step {
	const { subject, match, matches } = facts;
	const { person, foundBy } = subject;
	const lines =
		person === null
			? [
					coverageWords(facts, language),
					...heldWords(facts, language),
					say(language)('outOfScopeHint'),
				]
			: [
					...(foundBy === null
						? []
						: [say(language)('foundBy', { how: say(language)(HOW[foundBy]) })]),
					recordFacts(facts, language),
					...(matches > 1 ? [say(language)('matchOf', { match, matches })] : []),
				];
	return {
		key: 'found',
		title: say(language)('foundTitle'),
		text: [lines.join(' '), ...nearWords(facts, language)].join('\n'),
		ok: person !== null,
		code: null,
	};
}

import type { Language } from '../issues';
import type { GuardScope } from '../model/summary';
import { formatCount } from '../ui/format';
import { texts } from '../ui/texts';

/** What a guard looked at, in words. */

const say = texts({
	partition: ['{part} ({people} people)', '{part} ({people} mensen)'],
	alleoCompany: [
		'Alleo company {part} ({people} people)',
		'Alleo-bedrijf {part} ({people} mensen)',
	],
	group: ['Group {part} ({people} people)', 'Groep {part} ({people} mensen)'],
	window: [
		'Together with those of the last {days} days whom nobody was asked about',
		'Samen met die van de laatste {days} dagen, over wie niemand is gevraagd',
	],
	windowOfPart: [
		'{where}, together with those of the last {days} days whom nobody was asked about',
		'{where}, samen met die van de laatste {days} dagen, over wie niemand is gevraagd',
	],
	moved: [
		'Of these, {moved} {moved|moves|move} to another Alleo company.',
		'Van hen {moved|gaat|gaan} er {moved} naar een ander Alleo-bedrijf.',
	],
	days: ['{days} days', '{days} dagen'],
});

/** A name of a company or a group may be as long as somebody can type. */
const LONGEST_NAME = 80;

function partWords({ kind, name, id }: GuardScope, people: number, language: Language): string {
	const part = (name ?? id ?? '?').slice(0, LONGEST_NAME);
	if (kind === 'plan') return '';
	return say(language)(kind, { part, people: formatCount(people, language) });
}

/**
 * The message of a guard, with the part and the days that it is about: `Bakkerij Zuid (30 people): 30
 * people would be off-boarded; the limit is 3.` That of the whole plan of today stays as it is.
 *
 * @param people active people of the part
 */
export function inScope(
	message: string,
	scope: GuardScope,
	people: number,
	language: Language,
): string {
	const where = partWords(scope, people, language);
	const { days } = scope;
	if (days === null) return where === '' ? message : `${where}: ${message}`;
	const what =
		where === ''
			? say(language)('window', { days })
			: say(language)('windowOfPart', { where, days });
	return `${what}: ${message}`;
}

/** A limit counts both halves of a move; people read a move as one thing, so the numbers are told apart. */
export const withMoved = (message: string, moved: number, language: Language): string =>
	moved > 0 ? `${message} ${say(language)('moved', { moved })}` : message;

/** `7 days`; null for today alone. */
export const daysWords = ({ days }: GuardScope, language: Language): string | null =>
	days === null ? null : say(language)('days', { days });

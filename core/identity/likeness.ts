import type { Ground, GroundKey } from '../model/plan';
import { emailKey, firstNameKey, lastNameKey, nameWords } from './keys';

/**
 * Whether two records, or a record and an account, are one person (design section 6, "Identity"). An
 * address is never evidence against: addresses change and are used again.
 *
 * - `same`: one id or one address, the same birthday, and no first name that differs;
 * - `likely`: something besides the id or the address agrees, and nothing contradicts; or the same full
 *   name and birthday without either;
 * - `unsure`: nothing to compare but the id or the address; or one full name and no birthday to compare;
 * - `other`: the birthday differs, or both names do, or nothing at all agrees.
 *
 * Under one external id a birthday that was corrected and a new name are normal: only where both
 * contradict, or both names and the address do and no birthday is known, it is somebody `other`.
 */
export type IdentityVerdict = 'same' | 'likely' | 'unsure' | 'other';

export interface Likeness {
	verdict: IdentityVerdict;
	grounds: readonly Ground[];
}

/** What of a person, an account or a record is compared. */
export interface Traits {
	external_id: string | null;
	email: string | null;
	birthday: string | null;
	first_name: string | null;
	prefix: string | null;
	last_name: string | null;
	/** Employee number of the HR system; null for an account. */
	number: string | null;
}

type Says = Ground['says'];

const saysOf = (a: string | null, b: string | null): Says => {
	if (a === null || b === null) return 'unknown';
	return a === b ? 'agrees' : 'differs';
};

/** `Anna`, `Anna Maria`, `Anna-Maria` and `A.M.` agree: one is the start, or the initials, of the other. */
function firstNames(a: string | null, b: string | null): Says {
	const [ours, theirs] = [nameWords(a), nameWords(b)];
	if (ours.length === 0 || theirs.length === 0) return 'unknown';
	if (firstNameKey(a) === firstNameKey(b) || ours[0] === theirs[0]) return 'agrees';
	const initials = (words: readonly string[]): boolean => words.every((word) => word.length === 1);
	const oneHasInitials = initials(ours) || initials(theirs);
	return oneHasInitials && ours[0]?.[0] === theirs[0]?.[0] ? 'agrees' : 'differs';
}

const withoutZeros = (text: string): string =>
	text
		.trim()
		.replace(/^0+(?=.)/, '')
		.toLowerCase();

/** The employee number equal to the id that the account has from elsewhere; never evidence against. */
const numbers = (number: string | null, externalId: string | null): Says =>
	number !== null && externalId !== null && withoutZeros(number) === withoutZeros(externalId)
		? 'agrees'
		: 'unknown';

const surname = ({ prefix, last_name: last }: Traits): string | null =>
	last === null ? null : [prefix, last].filter((part) => part !== null && part !== '').join(' ');

/** @param isPlaceholder birthdays that are nobody's (`placeholderBirthdays`) */
export function compare(
	source: Traits,
	other: Traits,
	isPlaceholder: (birthday: string) => boolean,
): Likeness {
	const birthday = (value: string | null): string | null =>
		value === null || isPlaceholder(value) ? null : value;
	const key = (value: string | null): string | null => (value === null ? null : emailKey(value));
	const says: Record<Ground['key'], Says> = {
		external_id: saysOf(source.external_id, other.external_id),
		email: saysOf(key(source.email), key(other.email)),
		birthday: saysOf(birthday(source.birthday), birthday(other.birthday)),
		first_name: firstNames(source.first_name, other.first_name),
		last_name: saysOf(
			lastNameKey(source.prefix, source.last_name),
			lastNameKey(other.prefix, other.last_name),
		),
		number: numbers(source.number, other.external_id),
	};
	const ground = (name: Ground['key'], ours: string | null, theirs: string | null): Ground => ({
		key: name,
		says: says[name],
		source: ours,
		other: theirs,
	});
	return {
		verdict: verdictOf(says),
		grounds: [
			ground('external_id', source.external_id, other.external_id),
			ground('email', source.email, other.email),
			ground('birthday', source.birthday, other.birthday),
			ground('first_name', source.first_name, other.first_name),
			ground('last_name', surname(source), surname(other)),
			ground('number', source.number, says.number === 'agrees' ? other.external_id : null),
		],
	};
}

const saysIn = ({ grounds }: Likeness, wanted: GroundKey): Says =>
	grounds.find(({ key }) => key === wanted)?.says ?? 'unknown';

/** At one address: `other`, or a twin, who shares birthday and last name too but not the first name. */
export const isSomebodyElse = (likeness: Likeness): boolean =>
	likeness.verdict === 'other' ||
	(saysIn(likeness, 'birthday') === 'agrees' && saysIn(likeness, 'first_name') === 'differs');

/** At one address: hardly anything but the address agrees, or the first name may be that of a relative. */
export const isBarelyLike = (likeness: Likeness): boolean =>
	likeness.verdict === 'unsure' || saysIn(likeness, 'first_name') === 'differs';

/**
 * Whether an account under the person's own external id is somebody else's: a number that was used
 * again. A name that is the same letter by letter settles that without comparing the rest.
 */
export const isReusedId = (
	source: Traits,
	other: Traits,
	isPlaceholder: (birthday: string) => boolean,
): boolean =>
	(source.first_name === null || source.first_name !== other.first_name) &&
	(source.last_name === null || source.last_name !== other.last_name) &&
	compare(source, other, isPlaceholder).verdict === 'other';

function verdictOf(says: Record<Ground['key'], Says>): IdentityVerdict {
	const namesDiffer = says.first_name === 'differs' && says.last_name === 'differs';
	const namesAgree = says.first_name === 'agrees' && says.last_name === 'agrees';
	const oneName = says.first_name === 'agrees' || says.last_name === 'agrees';
	const certain = says.birthday === 'agrees' && says.first_name !== 'differs' && !namesDiffer;
	if (says.external_id === 'agrees') {
		if (namesDiffer && says.birthday === 'differs') return 'other';
		if (namesDiffer && says.birthday === 'unknown' && says.email === 'differs') return 'other';
		return 'same';
	}
	if (says.birthday === 'differs' || namesDiffer) return 'other';
	if (says.email === 'agrees') {
		if (certain) return 'same';
		return says.birthday === 'agrees' || oneName || says.number === 'agrees' ? 'likely' : 'unsure';
	}
	if (!namesAgree) return 'other';
	return says.birthday === 'agrees' ? 'likely' : 'unsure';
}

/** How a report of a plan is called: after the customer and the day, with nothing that a file system minds. */

const LONGEST = 60;

/** Letters that do not come apart into a base letter and a mark. */
const WHOLE: Readonly<Record<string, string>> = {
	ß: 'ss',
	æ: 'ae',
	ø: 'o',
	œ: 'oe',
	ł: 'l',
	đ: 'd',
	ı: 'i',
};

const slug = (text: string): string =>
	text
		.toLowerCase()
		.normalize('NFD')
		.replace(/[ßæøœłđı]/g, (letter) => WHOLE[letter] ?? letter)
		.replace(/\p{M}/gu, '')
		.replace(/[^a-z0-9]+/g, '-')
		.slice(0, LONGEST)
		.replace(/^-+|-+$/g, '');

/**
 * `alleo-bakkerij-van-dijk-2026-11-24`, without an ending. A name without a single letter or digit of the
 * alphabet leaves `plan`.
 *
 * @param title of the plan: the customer
 * @param day YYYY-MM-DD
 */
export function reportName(title: string, day: string): string {
	const date = /^\d{4}-\d{2}-\d{2}/.exec(day)?.[0];
	return ['alleo', slug(title) || 'plan', ...(date === undefined ? [] : [date])].join('-');
}

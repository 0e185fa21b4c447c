import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../support/paths.mts';

/**
 * The guides that a customer's administrator or HR reads exist in Dutch too, with the same headings in the
 * same order. `docs/nl/headings.json` says which is which: an English heading that is new or changed fails
 * here until somebody has looked at the Dutch guide as well.
 */

const DUTCH = path.join(ROOT, 'docs/nl');
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

/** Who reads it at the customer: see docs/nl/README.md. */
const GUIDES = [
	'approval.md',
	'budgets.md',
	'customer.md',
	'explain.md',
	'field-mapping.md',
	'files.md',
	'fleet.md',
	'inbox.md',
	'salary-leave.md',
];

interface Heading {
	level: number;
	text: string;
}

function headings(file: string): Heading[] {
	const prose = read(file).replace(/^```[\s\S]*?^```$/gm, '');
	return [...prose.matchAll(/^(#{1,6}) (.+)$/gm)].map(([, marks = '', text = '']) => ({
		level: marks.length,
		text,
	}));
}

/** As the forge makes anchors: small letters, spaces to dashes, no other marks. */
const anchorOf = ({ text }: Heading): string =>
	text
		.toLowerCase()
		.replace(/[^\p{L}\p{N} _-]/gu, '')
		.replace(/ /g, '-');

const MAP = JSON.parse(read('docs/nl/headings.json')) as Record<string, Record<string, string>>;

test('each guide for the customer is there in Dutch, and none is there that is not mapped', () => {
	const there = readdirSync(DUTCH).filter((file) => file.endsWith('.md') && file !== 'README.md');
	expect(there.sort()).toEqual(GUIDES);
	expect(Object.keys(MAP).sort()).toEqual(GUIDES);
});

test.each(GUIDES)('%s has the headings of the English guide, in its order', (file) => {
	const english = headings(`docs/${file}`);
	const dutch = headings(`docs/nl/${file}`);
	expect(Object.keys(MAP[file] ?? {})).toEqual(english.map(({ text }) => text));
	expect(Object.values(MAP[file] ?? {})).toEqual(dutch.map(({ text }) => text));
	expect(dutch.map(({ level }) => level)).toEqual(english.map(({ level }) => level));
});

test.each(GUIDES)('%s: what it links to within itself is there', (file) => {
	const anchors = headings(`docs/nl/${file}`).map(anchorOf);
	const links = [...read(`docs/nl/${file}`).matchAll(/\]\(#([^)]+)\)/g)].map(([, to]) => to);
	expect(links.filter((to) => !anchors.includes(to ?? ''))).toEqual([]);
});

test('the page of Dutch guides leads to each of them, and each English guide to its Dutch one', () => {
	const page = read('docs/nl/README.md');
	for (const file of GUIDES) {
		expect(page).toContain(`](${file})`);
		expect(read(`docs/${file}`)).toContain(`](nl/${file})`);
		expect(existsSync(path.join(ROOT, 'docs', file))).toBe(true);
	}
});

/** What reads as a translation: read aloud once, kept here so that it does not come back. */
const ODD: RegExp[] = [
	/\bbewaking(en)?\b/i,
	/\bop een mens\b/i,
	/\bge-onboard/i,
	/\bvastgehouden\b/i,
	/\baangehouden\b/i,
	/(?<![-\w])email\b/,
	/\bje\b|\bjouw\b|\bjij\b/i,
	/\(en\)|\(s\)/,
	/\b1 mensen\b/,
];

test.each([...GUIDES, 'README.md'])(
	'%s reads like Dutch: none of the phrases that did not',
	(file) => {
		const prose = read(`docs/nl/${file}`)
			.replace(/`[^`]*`/g, '')
			.replace(/\]\([^)]*\)/g, ']');
		for (const odd of ODD) expect(prose).not.toMatch(odd);
	},
);

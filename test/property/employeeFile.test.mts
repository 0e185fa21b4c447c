import fc from 'fast-check';
import type { FileSettings } from '../../nodes/EmployeeFile/settings';
import { HEADER, ROWS, csv, earlier, readText, withFooter } from '../support/employeeFile.mts';
import { replayable } from './world.mts';

/**
 * Files as they really break: cut at any byte, written in another encoding, saved by another program.
 * Whatever happens, nobody is missing from a list that says it is whole, and nobody gets another name.
 */

/** A file is read thousands of times as slowly as a record is. */
const some = () => ({ ...replayable(), numRuns: Number(process.env['FC_RUNS'] ?? 150) });

const name = fc.constantFrom('Anna', 'Zoë', 'José', 'Ñandú', 'Jan-Piet', 'Łukasz', "D'Arc", 'Ömer');
const day = fc
	.record({
		d: fc.integer({ min: 1, max: 28 }),
		m: fc.integer({ min: 1, max: 12 }),
		y: fc.integer({ min: 1950, max: 2025 }),
	})
	.map(({ d, m, y }) => `${String(d).padStart(2, '0')}-${String(m).padStart(2, '0')}-${y}`);
const department = fc.constantFrom(
	'Verkoop',
	'"Onderzoek; Innovatie"',
	'"Regel\neen"',
	'"Zeg ""hoi"""',
	'',
);

const row = fc.tuple(name, name, day, day, department).map(([first, last, born, start, at]) => ({
	text: (id: number) =>
		`P${String(id).padStart(5, '0')};p${id}@voorbeeld.nl;${first};;${last};${born};${start};;${at}`,
}));
/** The usual rows first: a day beyond the twelfth is among them, so the order of dates is no question. */
const rows = fc
	.array(row, { minLength: 1, maxLength: 12 })
	.map((all) => [...ROWS, ...all.map(({ text }, index) => text(index + 200))]);

type Proof = FileSettings['proof'];

const idsOf = (text: string | Uint8Array, settings: Partial<FileSettings>, people: number) => {
	const read = readText(text, { settings, earlier: [earlier({ people })] });
	return { ids: read.items.map(({ employeeId }) => employeeId), read };
};

test.each<Proof>(['footer', 'count', 'share'])(
	'a file that is cut at any byte has everybody, or says that it is not whole (%s)',
	(proof) => {
		fc.assert(
			fc.property(rows, fc.double({ min: 0, max: 1, noNaN: true }), (people, where) => {
				const whole = proof === 'footer' ? withFooter(people) : csv(people);
				const bytes = Buffer.from(whole, 'utf8');
				const cut = bytes.subarray(0, Math.floor(where * bytes.length));
				const settings = { proof, declared: people.length, share: 100 };
				const all = idsOf(whole, settings, people.length);
				expect(all.read.problem).toBeNull();
				const { ids, read } = idsOf(cut, settings, people.length);
				if (read.problem !== null) expect(ids).toEqual([]);
				else expect(read.items).toEqual(all.read.items);
			}),
			some(),
		);
	},
);

test('with a share, whoever was cut off is never said to be gone', () => {
	fc.assert(
		fc.property(rows, fc.integer({ min: 0, max: 3 }), (people, lost) => {
			const { read } = idsOf(
				csv(people.slice(0, people.length - lost)),
				{ share: 50 },
				people.length,
			);
			if (read.problem !== null) return;
			expect(read.checks.map(({ code }) => code)).toContain('FILE_NOT_COUNTED');
		}),
		some(),
	);
});

const encoded: ReadonlyArray<readonly [string, (text: string) => Buffer]> = [
	['UTF-8 with a mark', (text) => Buffer.from(`\ufeff${text}`, 'utf8')],
	['Latin', (text) => Buffer.from(text.replaceAll('Ł', 'L'), 'latin1')],
	['UTF-16', (text) => Buffer.from(`\ufeff${text}`, 'utf16le')],
	['UTF-16 without a mark', (text) => Buffer.from(text, 'utf16le')],
	['UTF-16, big end first', (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
	['UTF-8 of UTF-8', (text) => Buffer.from(Buffer.from(text, 'utf8').toString('latin1'), 'utf8')],
	[
		'UTF-8 that was read as Windows',
		(text) => {
			const misread = new TextDecoder('windows-1252').decode(Buffer.from(text, 'utf8'));
			return Buffer.from(misread, 'utf8');
		},
	],
	[
		'ASCII, what was no letter of it lost',
		(text) => Buffer.from(text.replace(/[^\0-\x7f]/g, '\ufffd'), 'utf8'),
	],
];

test.each(encoded)('written as %s, a file changes nobody, or nobody is read', (_name, write) => {
	fc.assert(
		fc.property(
			rows,
			fc.constantFrom<FileSettings['encoding']>('utf8', 'utf16', 'windows1252'),
			(people, encoding) => {
				const right = readText(withFooter(people), { settings: { proof: 'footer' } });
				const settings = { proof: 'footer' as const, encoding };
				const read = readText(write(withFooter(people)), { settings });
				if (read.problem !== null) {
					expect(read.items).toEqual([]);
					return;
				}
				const plain = (items: unknown): string => JSON.stringify(items).replaceAll('Ł', 'L');
				expect(plain(read.items)).toBe(plain(right.items));
			},
		),
		some(),
	);
});

test('whatever the bytes are, reading them ends with people or with a reason', () => {
	const bytes = fc.oneof(
		fc.uint8Array({ maxLength: 300 }),
		fc.string({ maxLength: 300 }).map((text) => Buffer.from(`${HEADER}\n${text}\n`)),
	);
	fc.assert(
		fc.property(bytes, (given) => {
			const { items, problem } = readText(given);
			if (problem !== null) expect(items).toEqual([]);
			else expect(items.length).toBeGreaterThan(0);
		}),
		some(),
	);
});

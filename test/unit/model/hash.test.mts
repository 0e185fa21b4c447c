import fc from 'fast-check';
import { canonicalJson, sha256 } from '../../../core/model/hash';
import type { Json } from '../../../core/model/hash';

/** Canonical JSON against the plain definition: JSON with sorted keys. */

const sortKeys = (value: unknown): unknown => {
	if (Array.isArray(value)) return value.map(sortKeys);
	if (value === null || typeof value !== 'object') return value;
	return Object.fromEntries(
		Object.entries(value)
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([key, entry]) => [key, sortKeys(entry)]),
	);
};

test('is JSON with sorted keys, for any text and any depth', () => {
	const key = fc
		.string({ unit: 'binary', minLength: 1 })
		.filter((text) => !/^\d+$/.test(text) && text !== '__proto__');
	const { value } = fc.letrec<{ value: Json }>((tie) => ({
		value: fc.oneof(
			{ maxDepth: 3 },
			fc.string({ unit: 'binary' }),
			fc.double({ noNaN: true, noDefaultInfinity: true }),
			fc.boolean(),
			fc.constant(null),
			fc.array(tie('value'), { maxLength: 4 }),
			fc.dictionary(key, tie('value'), { maxKeys: 4 }),
		),
	}));
	fc.assert(
		fc.property(value, (given) => {
			expect(canonicalJson(given)).toBe(JSON.stringify(sortKeys(given)));
		}),
		{ numRuns: 3000 },
	);
});

test.each(['"', '\\', '\n', '\u0000', '\u007f', '\ud800', '\udc00x', '👩‍💻', 'é', '\u2028'])(
	'escapes %j as JSON does',
	(text) => {
		expect(canonicalJson({ [text]: text })).toBe(JSON.stringify({ [text]: text }));
	},
);

test('the order of the keys does not change the hash', () => {
	expect(sha256(canonicalJson({ b: 1, a: [{ d: 2, c: 3 }] }))).toBe(
		sha256(canonicalJson({ a: [{ c: 3, d: 2 }], b: 1 })),
	);
});

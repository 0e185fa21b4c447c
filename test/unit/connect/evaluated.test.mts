import fc from 'fast-check';
import { evaluatedIn, literal, readLiteral } from '../../../core/connect/evaluated';
import { replayable } from '../../property/world.mts';
import { HOSTILE } from '../../support/hostileTexts.mts';
import {
	evaluatedOnce,
	evaluatedTwice,
	LOOT,
	templateExpressions,
} from '../../support/n8nEvaluates.mts';

const back = (text: string): unknown => evaluatedOnce({ value: literal(text) })['value'];

describe('the literal of a text', () => {
	test.each([...HOSTILE, ...templateExpressions(), `=${'{{ 1 }}'.repeat(125_000)}`])(
		'n8n gives back %j as it is',
		(text) => {
			expect(back(text)).toBe(text);
			expect(readLiteral(literal(text))).toBe(text);
		},
	);

	test('any text at all', () => {
		const unit = fc.constantFrom('grapheme', 'binary', 'grapheme-ascii') as fc.Arbitrary<'binary'>;
		const text = unit.chain((kind) => fc.string({ unit: kind })).map((one) => `=${one}`);
		fc.assert(
			fc.property(text, (one) => {
				expect(back(one)).toBe(one);
				expect(readLiteral(literal(one))).toBe(one);
			}),
			{ ...replayable(), numRuns: Number(process.env['FC_RUNS'] ?? 500) },
		);
	});

	test('is no expression of anybody else', () => {
		for (const text of [...HOSTILE, ...templateExpressions()]) {
			expect(readLiteral(text) === null || readLiteral(text) === text).toBe(true);
			if (text.startsWith('=')) expect(readLiteral(text)).toBeNull();
		}
		expect(readLiteral('={{ "a" + $workflow.name + "b" }}')).toBeNull();
		expect(readLiteral('={{ "a" }} {{ "b" }}')).toBeNull();
		expect(readLiteral('={{ "\\x41" }}')).toBeNull();
	});
});

test('why a credential gets no literal: n8n reads it twice, and runs what the first time gave', () => {
	const text = '={{ $workflow.name }}';
	expect(evaluatedTwice({ token: literal(text) })['token']).toBe(LOOT);
	expect(evaluatedTwice({ token: ` ${text}` })['token']).toBe(` ${text}`);
	expect(evaluatedOnce({ token: ` ${text}` })['token']).toBe(` ${text}`);
});

test('finds what n8n would run at any depth, by its place', () => {
	const value = { a: '=1', b: ['x', { c: '={{ 1 }}' }], '=key': 'text', d: ' =1', e: null, f: 7 };
	expect(evaluatedIn(value)).toEqual([
		{ place: 'a', text: '=1' },
		{ place: 'b.1.c', text: '={{ 1 }}' },
	]);
	// Keys are no texts to n8n, which is why they are left alone.
	expect(evaluatedOnce({ '={{ 1 }}': 'text' })).toEqual({ '={{ 1 }}': 'text' });
});

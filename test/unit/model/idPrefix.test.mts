import { IdPrefix, idPrefixOf, isIdPrefix } from '../../../core/model/idPrefix';

test('a name of a source is short, small, and nobody else’s', () => {
	const good = ['hibob', 'bamboo2', 'custom', 'ab'];
	const bad = [
		'',
		'a',
		'nmbrs',
		'afas',
		'HiBob',
		'hi-bob',
		'hi_bob',
		'2bob',
		'x'.repeat(21),
		'hi bob',
	];
	expect(good.filter(isIdPrefix)).toEqual(good);
	expect(bad.filter(isIdPrefix)).toEqual([]);
	expect(IdPrefix.safeParse('nmbrs').success).toBe(false);
});

test('only a custom source has a name of its own', () => {
	expect(idPrefixOf({ system: 'custom', id_prefix: 'hibob' })).toBe('hibob');
	expect(idPrefixOf({ system: 'custom' })).toBe('custom');
	expect(idPrefixOf({ system: 'nmbrs', id_prefix: 'hibob' })).toBe('nmbrs');
});

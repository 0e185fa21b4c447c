import { afas, nmbrs, one, verdict, type Raw } from './support.mts';

const inNmbrs = (extraFields: Raw): Raw => nmbrs({ extraFields, extraFieldsStatus: 'read' });

describe('alleo_filter', () => {
	const filter = (record: Raw): string | null => one(record).alleo_filter;

	test('is carried from both systems', () => {
		expect(filter(afas({ alleo_filter: 'Noord' }))).toBe('Noord');
		expect(filter(inNmbrs({ alleo_filter: ' Noord ' }))).toBe('Noord');
		expect(filter(afas())).toBeNull();
	});
	test('yourcampus_filter is its older name', () => {
		expect(filter(afas({ yourcampus_filter: 'Zuid' }))).toBe('Zuid');
		expect(filter(inNmbrs({ yourcampus_filter: 'Zuid', alleo_filter: '' }))).toBe('Zuid');
		expect(filter(afas({ alleo_filter: 'Zuid', yourcampus_filter: 'ZUID' }))).toBe('Zuid');
	});
	test('both filled and disagreeing -> held', () => {
		const record = afas({ alleo_filter: 'Noord', yourcampus_filter: 'Zuid' });
		expect(verdict(one(record))).toBe('held: LEGACY_CONFLICT');
	});
	test('a number is a routing value too', () => {
		expect(filter(afas({ alleo_filter: 12 }))).toBe('12');
	});
});

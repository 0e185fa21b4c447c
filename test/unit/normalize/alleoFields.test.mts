import { alleoField, meantField } from '../../../core/normalize/alleoFields';
import { isAlleoField } from '../../../core/normalize/privacy';
import { afas, all, codes, nmbrs, one, stopped, verdict } from './support.mts';

describe('a field that a rule reads', () => {
	test.each([
		['alleo_access', 'alleo_access'],
		['Alleo Access', 'alleo_access'],
		['yourcampus_access', 'alleo_access'],
		['YourCampus-Filter', 'alleo_filter'],
		['alleo_monthly_all_budget', 'alleo_monthly_all_budget'],
		['yourcampus_monthly_all_budget', 'alleo_monthly_all_budget'],
		[' YourCampus_OneOff_Sport_Budget ', 'alleo_oneoff_sport_budget'],
	])('%s is %s', (name, field) => {
		expect(alleoField(name)).toBe(field);
		expect(isAlleoField(name)).toBe(true);
		expect(meantField(name)).toBeNull();
	});

	test('a budget called after pay or a service number still never leaves', () => {
		expect(isAlleoField('yourcampus_monthly_salaris_budget')).toBe(false);
		expect(isAlleoField('yourcampus_bsn')).toBe(false);
	});
});

describe('a name that was probably meant', () => {
	test.each([
		['alleo acces', 'alleo_access'],
		['aleo_access', 'alleo_access'],
		['Alleo toegang', 'alleo_access'],
		['yourcampus_acces', 'alleo_access'],
		['alleo_fitler', 'alleo_filter'],
		['alleo_budget', 'alleo_monthly_all_budget'],
		['Alleo monthly all budget', 'alleo_monthly_all_budget'],
		['alleo-oneoff-sport-budget', 'alleo_oneoff_sport_budget'],
		['alleo_one_off_all_budget', 'alleo_oneoff_all_budget'],
		['alleo_montly_health_budget', 'alleo_monthly_health_budget'],
		['alleo_monthly_budget', 'alleo_monthly_all_budget'],
		['Alleo budget eenmalig', 'alleo_oneoff_all_budget'],
		['monthly_all_budget', 'alleo_monthly_all_budget'],
	])('%s -> %s', (name, meant) => {
		expect(meantField(name)).toBe(meant);
	});

	test.each([
		['access'],
		['filter'],
		['Budget'],
		['kledingbudget'],
		['alleo_startdatum'],
		['Alleo lidnummer'],
		['parking_access'],
		['Department'],
		['a'.repeat(5_000)],
		[''],
	])('%.20s is nobody’s', (name) => {
		expect(meantField(name)).toBeNull();
	});
});

describe('in records', () => {
	test('the older name of a budget works; the same amount twice is one, another one is a finding', () => {
		const [older, both, differ] = all([
			nmbrs({ extraFields: { yourcampus_monthly_all_budget: '50' } }),
			nmbrs({
				extraFields: { alleo_monthly_all_budget: '50', yourcampus_monthly_all_budget: '50,00' },
			}),
			nmbrs({
				extraFields: { alleo_monthly_all_budget: '50', yourcampus_monthly_all_budget: '60' },
			}),
		]);
		expect(older?.budgets).toEqual({ alleo_monthly_all_budget: 50 });
		expect(both).toMatchObject({ status: 'active', budgets: { alleo_monthly_all_budget: 50 } });
		expect([...(differ?.issues ?? []), ...(differ?.notices ?? [])]).toEqual([
			expect.objectContaining({ code: 'LEGACY_CONFLICT' }),
		]);
	});

	test('a look-alike with a value is a notice that names what was meant; without one it is nothing', () => {
		const [said, empty] = all([
			nmbrs({ extraFields: { 'alleo acces': 'nee' } }),
			nmbrs({ extraFields: { 'alleo acces': null, kledingmaat: 'M' } }),
		]);
		expect(said).toMatchObject({ status: 'active' });
		expect(said?.notices).toEqual([
			expect.objectContaining({
				code: 'FIELD_NAME_ALMOST',
				params: { name: 'alleo acces', meant: 'alleo_access' },
			}),
		]);
		expect(said?.notices[0]?.message).not.toContain('nee');
		expect(empty?.notices).toEqual([]);
	});

	test('what the mapping reads is no look-alike, whatever it is called', () => {
		const person = one(nmbrs({ extraFields: { 'alleo fillter': 'Noord' } }), {
			mapping: { alleo_filter: '={{ $json.extraFields["alleo fillter"] }}' },
		});
		expect(person).toMatchObject({ status: 'active', alleo_filter: 'Noord', notices: [] });
	});
});

describe('a filter that could not be read is not "nobody is routed"', () => {
	const byHand = { mapping: { alleo_filter: '={{ $json.OrgUnit }}' } };
	const { OrgUnit: _gone, ...without } = afas();

	test('mapped by hand, and the column is gone from every record: the run stops with one message', () => {
		expect(stopped([without, { ...without, EmployeeId: '2' }], byHand)).toBe(
			'FILTER_FIELD_MISSING',
		);
		const extra = { mapping: { alleo_filter: '={{ $json.extraFields.filiaal }}' } };
		expect(stopped([nmbrs()], extra)).toBe('FILTER_FIELD_MISSING');
	});

	test('one record that has it, even empty, is enough', () => {
		expect(all([without, afas({ EmployeeId: '2', OrgUnit: null })], byHand)).toHaveLength(2);
	});

	test('nothing mapped by hand, and nobody has it: as ever', () => {
		expect(verdict(one(without))).toBe('active: IN_SERVICE');
	});

	const failed = (partition: string): Record<string, unknown> =>
		nmbrs({ extraFieldsStatus: 'failed', partition });
	const read = (partition: string, extraFields = {}): Record<string, unknown> =>
		nmbrs({ extraFieldsStatus: 'read', partition, extraFields });

	test('nobody of a company could be read: they are held', () => {
		const [a, b, other] = all([failed('c-1'), failed('c-1'), read('c-2')]);
		expect([a, b].map((one) => codes(one?.issues ?? []))).toEqual([
			['EXTRA_FIELDS_NOT_READ'],
			['EXTRA_FIELDS_NOT_READ'],
		]);
		expect(other?.status).toBe('active');
	});

	test('some could be read and nobody is routed: the others are not held', () => {
		expect(all([failed('c-1'), read('c-1')]).map(({ status }) => status)).toEqual([
			'active',
			'active',
		]);
	});

	test('a filter mapped by hand, of somebody whose fields failed: held', () => {
		const [person] = all([failed('c-1'), read('c-1', { filiaal: null })], {
			mapping: { alleo_filter: '={{ $json.extraFields.filiaal }}' },
		});
		expect(codes(person?.issues ?? [])).toEqual(['EXTRA_FIELDS_NOT_READ']);
	});

	test('a filter that does not come from the extra fields is not in doubt', () => {
		const [person] = all([failed('c-1')], {
			mapping: { alleo_filter: '={{ $json.company.name }}' },
		});
		expect(person).toMatchObject({ status: 'active', alleo_filter: 'Voorbeeld B.V.' });
	});
});

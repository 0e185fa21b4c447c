import {
	BUDGET_PATTERN,
	FIELDS,
	FIELD_IDS,
	PANEL_ORDER,
	automaticStandard,
	buildMapping,
	choicesOf,
	compileValue,
	forbiddenField,
	parseRawMapping,
	type Evaluate,
	type FieldId,
	type RawMapping,
	type TransformRow,
} from '../../../../core/normalize/mapping';

const never: Evaluate = () => {
	throw new Error('n8n must not be asked');
};

const raw = (
	value: Record<string, unknown> | null,
	schema: Array<{ id: string; removed: boolean }> = [],
): RawMapping => parseRawMapping({ mappingMode: 'defineBelow', value, schema });

const value = (
	mapping: RawMapping,
	id: FieldId,
	record: Record<string, unknown>,
	transforms: TransformRow[] = [],
	system: 'nmbrs' | 'afas' | 'custom' = 'nmbrs',
): unknown => buildMapping(mapping, system, transforms).fields[id]?.read(record, 0, never);

describe('the mapping works untouched', () => {
	test.each([
		null,
		undefined,
		{},
		'text',
		[],
		{ mappingMode: 'defineBelow', value: null },
		{ value: {} },
	])('%j gives the standard of the source', (given) => {
		const mapping = buildMapping(parseRawMapping(given), 'nmbrs');
		expect(mapping.fields.email?.read({ businessEmail: 'a@b.nl' }, 0, never)).toBe('a@b.nl');
		expect(mapping.fields.email?.standard).toBe(true);
		const afas = buildMapping(parseRawMapping(given), 'afas');
		expect(afas.fields.email?.read({ Mail: 'a@b.nl' }, 0, never)).toBe('a@b.nl');
	});

	test('every standard of NMBRS and AFAS compiles without n8n', () => {
		for (const id of FIELD_IDS) {
			const { nmbrs, afas } = FIELDS[id].standard;
			for (const standard of [nmbrs, afas, automaticStandard(nmbrs, afas)]) {
				if (standard !== null) expect(compileValue(standard).kind).toMatch(/^(path|chain)$/);
			}
		}
		expect([...PANEL_ORDER].sort()).toEqual([...FIELD_IDS].sort());
	});

	test('the standard of "Automatic" reads both systems', () => {
		const of = (id: FieldId, record: Record<string, unknown>): unknown => {
			const { nmbrs, afas } = FIELDS[id].standard;
			return value(raw({ [id]: automaticStandard(nmbrs, afas) }), id, record, [], 'custom');
		};
		expect(of('email', { Mail: 'a@b.nl' })).toBe('a@b.nl');
		expect(of('email', { businessEmail: 'a@b.nl' })).toBe('a@b.nl');
		expect(of('group', { OrgUnitDesc: 'Sales' })).toBe('Sales');
		expect(of('group', { department: { description: 'Sales' } })).toBe('Sales');
		expect(of('alleo_filter', { alleo_filter: 'x' })).toBe('x');
		expect(of('alleo_filter', { extraFields: { alleo_filter: 'x' } })).toBe('x');
	});

	test('every choice that the panel offers compiles without n8n, the standard first', () => {
		for (const source of ['auto', 'nmbrs', 'afas', 'custom'] as const) {
			for (const id of FIELD_IDS) {
				const choices = choicesOf(id, source);
				for (const { value: choice } of choices) {
					expect(compileValue(choice).kind).toMatch(/^(path|chain|constant)$/);
				}
				if (source === 'auto' || source === 'custom' || id === 'language') continue;
				const standard = FIELDS[id].standard[source];
				if (standard !== null) expect(`={{ ${choices[0]?.value} }}`).toBe(standard);
				if (standard !== null) expect(choices[0]?.name).toMatch(/^Standard: \w/);
			}
		}
	});

	test('the pre-filled value of "Automatic" counts as untouched, however it is spaced', () => {
		const { nmbrs, afas } = FIELDS.email.standard;
		const filled = automaticStandard(nmbrs, afas) ?? '';
		for (const text of [filled, filled.replaceAll(' ', ''), '={{$json["businessEmail"]}}']) {
			expect(buildMapping(raw({ email: text }), 'nmbrs').fields.email?.standard).toBe(true);
		}
	});
});

describe('what a person changes', () => {
	const record = { businessEmail: 'work@b.nl', privateEmail: 'home@b.nl', birthDate: '1990-01-01' };

	test('a dragged field replaces the standard, the others stay', () => {
		const mapping = raw({ email: '={{ $json.privateEmail }}' });
		expect(value(mapping, 'email', record)).toBe('home@b.nl');
		expect(value(mapping, 'birthday', record)).toBe('1990-01-01');
	});

	test('an emptied box and a removed row are not mapped', () => {
		const schema = [
			{ id: 'email', removed: false },
			{ id: 'birthday', removed: false },
			{ id: 'group', removed: true },
		];
		const mapping = raw({ email: '={{ $json.privateEmail }}' }, schema);
		expect(buildMapping(mapping, 'nmbrs').fields.birthday).toBeNull();
		expect(buildMapping(mapping, 'nmbrs').fields.group).toBeNull();
		expect(buildMapping(raw({ birthday: null, email: 'x' }), 'nmbrs').fields.birthday).toBeNull();
		expect(buildMapping(raw({ birthday: '', email: 'x' }), 'nmbrs').fields.birthday).toBeNull();
	});

	test('an emptied box of a required field falls back to the standard', () => {
		const mapping = raw({ birthday: 'x' }, [{ id: 'external_id', removed: false }]);
		expect(value(mapping, 'external_id', { employeeId: '1' })).toBe('1');
	});

	test('an ingredient that was not added keeps its standard; added and emptied it is off', () => {
		const shown = raw({ email: 'x' }, [{ id: 'alleo_filter', removed: true }]);
		expect(value(shown, 'alleo_filter', { extraFields: { alleo_filter: 'N' } })).toBe('N');
		const emptied = raw({ email: 'x' }, [{ id: 'alleo_filter', removed: false }]);
		expect(buildMapping(emptied, 'nmbrs').fields.alleo_filter).toBeNull();
	});

	test('a custom source has no standard', () => {
		const { fields } = buildMapping(raw(null), 'custom');
		expect(Object.values(fields).every((field) => field === null)).toBe(true);
	});

	test('automatic mapping takes the fields by their Alleo names', () => {
		const mapping = parseRawMapping({ mappingMode: 'autoMapInputData', value: null });
		expect(value(mapping, 'first_name', { first_name: 'Noor' }, [], 'custom')).toBe('Noor');
	});

	test('budgets can be mapped by hand, by Alleo name', () => {
		const { budgets } = buildMapping(
			raw({ alleo_monthly_sport_budget: '={{ $json.sport }}' }),
			'nmbrs',
		);
		expect(budgets.map(({ name }) => name)).toEqual(['alleo_monthly_sport_budget']);
		expect(budgets[0]?.field.read({ sport: 12 }, 0, never)).toBe(12);
		expect(BUDGET_PATTERN.test('alleo_monthly_all_budget')).toBe(true);
		expect(BUDGET_PATTERN.test('alleo_yearly_all_budget')).toBe(false);
		expect(BUDGET_PATTERN.test('alleo_monthly__budget')).toBe(false);
	});

	test.each([
		'={{ $json.BSN }}',
		'={{ $json["bsn"] }}',
		'={{ $json.personal.burgerservicenummer }}',
		'={{ $json.Mail ?? $json.BSN }}',
		'={{ $json.BSN.toString() }}',
		'={{ $json.iban }}',
	])('a citizen service number or bank account is refused: %s', (text) => {
		expect(forbiddenField(buildMapping(raw({ group: text }), 'afas'))).toBe('group');
	});

	test('a forbidden fallback is refused too; usual mappings are not', () => {
		const rows: TransformRow[] = [{ field: 'group', transform: 'none', fallback: 'BSN' }];
		expect(forbiddenField(buildMapping(raw(null), 'afas', rows), rows)).toBe('group');
		expect(forbiddenField(buildMapping(raw(null), 'afas'))).toBeNull();
		expect(forbiddenField(buildMapping(raw(null), 'nmbrs'))).toBeNull();
	});
});

describe('fallbacks and transforms without code', () => {
	const row = (
		field: string,
		transform: TransformRow['transform'],
		fallback: unknown = '',
	): TransformRow => ({ field, transform, fallback });

	const email = (record: Record<string, unknown>, fallback: unknown): unknown =>
		value(raw(null), 'email', record, [row('email', 'none', fallback)]);

	test('a fallback is typed, written as a path, or dragged', () => {
		for (const fallback of [
			'privateEmail',
			' privateEmail ',
			'$json.privateEmail',
			'={{ $json.privateEmail }}',
		]) {
			expect(email({ businessEmail: null, privateEmail: 'home@b.nl' }, fallback)).toBe('home@b.nl');
			expect(email({ businessEmail: ' ', privateEmail: 'home@b.nl' }, fallback)).toBe('home@b.nl');
			expect(email({ businessEmail: 'w@b.nl', privateEmail: 'home@b.nl' }, fallback)).toBe(
				'w@b.nl',
			);
		}
		expect(email({ contact: { mail: 'c@b.nl' } }, 'contact.mail')).toBe('c@b.nl');
	});

	test('several rows of one field apply in their order', () => {
		const rows = [row('email', 'none', 'second'), row('email', 'lowerCase', 'third')];
		expect(value(raw(null), 'email', { third: 'X@B.NL' }, rows)).toBe('x@b.nl');
		expect(value(raw(null), 'email', { second: 'S@B.NL', third: 'X@B.NL' }, rows)).toBe('s@b.nl');
	});

	test('a fallback works where nothing is mapped', () => {
		const rows = [row('private_email', 'none', 'PrivateMail')];
		expect(value(raw(null), 'private_email', { PrivateMail: 'p@b.nl' }, rows, 'afas')).toBe(
			'p@b.nl',
		);
	});

	test.each([
		['lowerCase', 'VAN', 'van'],
		['upperCase', 'nl', 'NL'],
		['trim', '  Noor   van  ', 'Noor van'],
		['number', '1.234,50', 1234.5],
		['yesNo', ' Ja ', 'yes'],
		['yesNo', 'onwaar', 'no'],
		['date', '19900504', '1990-05-04'],
		['date', 19900504, '1990-05-04'],
		['date', '4 mei 1990', '1990-05-04'],
		['date', '04-05-1990', '1990-05-04'],
		['date', '1990/05/04', '1990-05-04'],
		['none', 5, 5],
	] as const)('%s of %p is %p', (transform, given, expected) => {
		expect(
			value(raw(null), 'group', { department: { description: given } }, [row('group', transform)]),
		).toBe(expected);
	});

	test.each([
		['number', '1.234'],
		['number', 'many'],
		['yesNo', 'maybe'],
		['date', '31-02-2020'],
		['date', '04/05/90'],
		['lowerCase', ['list']],
	] as const)('%s of %p fails and says so', (transform, given) => {
		const result = value(raw(null), 'group', { department: { description: given } }, [
			row('group', transform),
		]);
		expect(result).toEqual({ code: 'TRANSFORM_FAILED' });
	});

	test('an empty value stays empty under a transform', () => {
		expect(
			value(raw(null), 'group', { department: { description: null } }, [row('group', 'date')]),
		).toBeNull();
	});

	const names = (
		record: Record<string, unknown>,
		rows: TransformRow[],
		mapping: RawMapping = raw(null),
	): unknown[] =>
		(['first_name', 'prefix', 'last_name'] as const).map((id) => value(mapping, id, record, rows));

	test.each([
		['van der Berg', 'van der', 'Berg'],
		['Berg, van der', 'van der', 'Berg'],
		["in 't Veld", "in 't", 'Veld'],
		['Jansen van Galen', '', 'Jansen van Galen'],
		['van', '', 'van'],
		['De Boer', 'De', 'Boer'],
	])('Dutch name parts of the last name %s', (name, prefix, last) => {
		const rows = [row('last_name', 'dutchNameParts')];
		expect(names({ firstName: 'Noor', lastName: name }, rows)).toEqual(['Noor', prefix, last]);
	});

	test('a prefix of its own goes before the one in the last name', () => {
		const rows = [row('last_name', 'dutchNameParts')];
		expect(names({ firstName: 'Noor', prefix: 'ter', lastName: 'van Dijk' }, rows)).toEqual([
			'Noor',
			'ter',
			'Dijk',
		]);
	});

	test.each([
		['Jan van der Berg', ['Jan', 'van der', 'Berg']],
		['Jan Peter de Vries', ['Jan Peter', 'de', 'Vries']],
		['Noor Testers', ['Noor', '', 'Testers']],
		['Berg, Jan van der', ['Jan', 'van der', 'Berg']],
		['Madonna', ['', '', 'Madonna']],
	])('one column with the whole name: %s', (name, parts) => {
		const rows = [row('first_name', 'dutchNameParts'), row('last_name', 'dutchNameParts')];
		const mapping = raw({ first_name: '={{ $json.name }}', last_name: '={{ $json.name }}' });
		expect(names({ name }, rows, mapping)).toEqual(parts);
	});
});

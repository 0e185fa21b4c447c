import { account, held, outline, person, range, run } from '../../../support/people.mts';

/** Two records that may be one person: what is sure, what is a doubt, and what is two people. */

const noor = { birthday: '1990-05-17', first_name: 'Noor', last_name: 'Testen' };
const email = 'noor@example.nl';
const old = person(1, { ...noor, email, status: 'ended', end_date: '2026-11-20' });
const next = person(2, { ...noor, email, start_date: '2026-11-21' });
const own = account(1, { ...noor, email });
const BOTH = ['hold nmbrs-1 POSSIBLE_TRANSFER', 'hold nmbrs-2 POSSIBLE_TRANSFER'];
const elsewhere = { ...next, email: 'noor@twee.example.nl' };

test('the same human under another address: held within the gap, two accounts beyond it', () => {
	expect(outline(run([old, elsewhere], [own]).rows)).toEqual(BOTH);
	expect(outline(run([old, { ...elsewhere, birthday: null }], [own]).rows)).toEqual(BOTH);
	expect(outline(run([{ ...old, end_date: null }, elsewhere], [own]).rows)).toEqual(BOTH);
	const late = { ...elsewhere, start_date: '2026-11-24' };
	const { rows } = run([{ ...old, end_date: '2026-10-01' }, late], [own]);
	expect(outline(rows)).toEqual(['deactivate nmbrs-1 IN_SERVICE', 'create nmbrs-2 NEW_IN_SERVICE']);
});

test('a homonym with another birthday is somebody else', () => {
	const { rows } = run([old, { ...elsewhere, birthday: '1971-02-03' }], [own]);
	expect(outline(rows)).toEqual(['deactivate nmbrs-1 IN_SERVICE', 'create nmbrs-2 NEW_IN_SERVICE']);
});

test('the address that only the account still has counts as the leaver\u2019s', () => {
	const { rows } = run([{ ...old, email: null }, next], [own]);
	expect(outline(rows)).toEqual(['update nmbrs-2 TRANSFER']);
});

test('an account that is somebody else\u2019s is not handed on', () => {
	const { rows } = run([old, next], [{ ...own, birthday: '1960-01-02' }]);
	expect(outline(rows)).not.toContain('update nmbrs-2 TRANSFER');
});

test('a newcomer whose access is empty holds both', () => {
	const reason = { code: 'ACCESS_EMPTY', text: '', params: {} };
	const { rows } = run([old, { ...next, status: 'ineligible', reason }], [own]);
	expect(outline(rows)).toEqual(BOTH);
});

test('a held newcomer holds the leaver by address, and by birthday and one name', () => {
	const lacks = { ...noor, first_name: null };
	for (const address of [email, 'noor@twee.example.nl', null]) {
		const newcomer = held(2, 'NAME_MISSING', 'first_name', { ...lacks, email: address });
		expect(outline(run([old, newcomer], [own]).rows)).toContain('hold nmbrs-1 POSSIBLE_TRANSFER');
	}
	const twin = held(2, 'GROUP_UNKNOWN', 'group', { ...noor, first_name: 'Anna', email });
	expect(outline(run([old, twin], [own]).rows)).toContain('deactivate nmbrs-1 IN_SERVICE');
});

test('an access of no beside one of yes, of one person, is a doubt', () => {
	const reason = { code: 'ACCESS_NO', text: '', params: {} };
	const no = { ...old, status: 'ineligible' as const, reason, end_date: null };
	expect(outline(run([no, next], [own]).rows)).toEqual(BOTH);
});

test('columns that collapse to one value stay quick, and nobody is off-boarded by them', () => {
	const count = 3000;
	const same = { ...noor, email, birthday: null };
	const olds = range(1, count).map((number) =>
		person(number, { ...same, status: 'ended', end_date: '2026-11-20' }),
	);
	const news = range(count + 1, 2 * count).map((number) => person(number, same));
	const accounts = range(1, count).map((number) => account(number));
	const { summary } = run([...olds, ...news], accounts);
	expect(summary.counts).toMatchObject({ hold: 2 * count, deactivate: 0, create: 0 });
});

import { lookAtFields } from '../../nodes/CustomerConnect/afas/access';
import type { AfasClient } from '../../nodes/Afas/api/client';
import type { AfasField } from '../../nodes/Afas/api/schemas';
import { civilToday } from '../../nodes/shared/clock';
import { startSite, type Site } from '../support/connectSite.mts';

/** Connecting AFAS asks whether the access column decides who takes part, with counts of what it says. */

const EMPLOYEES = 'Profit_Employees_Alleo';

describe('on the page', () => {
	let site: Site;
	beforeEach(async () => {
		site = await startSite({ afasAccess: true });
	});
	afterEach(async () => {
		await site.close();
	});

	const people = () => site.sandbox.world.afas.people;
	/** Only the access field is asked about here; the routing field has tests of its own. */
	beforeEach(() => {
		site.sandbox.afas.state.settings.columns = { [EMPLOYEES]: { alleo_filter: null } };
	});
	/** Gives everybody in turn one of these values of the access field. */
	const give = (...values: Array<string | boolean | null>): void =>
		people().forEach((person, at) => {
			person.extraFields.alleo_access = values[at % values.length] ?? null;
		});
	const today = civilToday('Europe/Amsterdam');
	const said = (value: string | boolean | null): number =>
		people().filter(
			({ extraFields, employments }) =>
				extraFields.alleo_access === value &&
				employments.some(
					({ startDate, endDate }) => startDate <= today && (endDate === null || endDate >= today),
				),
		).length;

	async function tested(more: Record<string, unknown> = {}) {
		const { invitation_url } = await site.invite('Zorggroep Noord', 'afas', more);
		const browser = site.browser();
		await browser.goto(invitation_url);
		const { clientId, clientSecret } = site.sandbox.credentials.afas;
		await browser.press('afas', {
			environmentNumber: '12345',
			environment: 'production',
			way: 'oauth',
			clientId,
			clientSecret,
		});
		return browser;
	}

	test('with its counts, and used unless the tick is cleared', async () => {
		give(true, false, null, false);
		const browser = await tested();
		expect(browser.page.heading).toBe('De toegang werkt, nog één vraag');
		expect(browser.words).toContain(
			`In het veld alleo_access staat: ${said(true)} ja, ${said(false)} nee, ${said(null)} leeg.`,
		);
		expect(said(true) + said(false)).toBeGreaterThan(5);
		expect(browser.page.html).toMatch(/name="useAccess" value="yes" checked/);
		expect(browser.page.html).not.toContain('Test opnieuw');
		expect(site.started).toEqual([]);
		await browser.press('finish');
		expect(browser.page.heading).toBe('Gefeliciteerd, de verbinding is gelukt');
		expect(browser.words).toContain('Alleen wie ja heeft in alleo_access');
		expect(site.started[0]).toMatchObject({ selective_sync: 'on', notices: [] });
	});

	test('the tick cleared: everybody takes part', async () => {
		give(true, false);
		const browser = await tested();
		await browser.press('finish', { useAccess: null });
		expect(browser.words).toContain('Iedereen in dienst');
		expect(site.started[0]).toMatchObject({ selective_sync: 'off' });
	});

	test('the question stands with what is missing, on one page', async () => {
		give(true, false);
		const { settings } = site.sandbox.afas.state;
		settings.columns = { [EMPLOYEES]: { Mail: null, alleo_filter: null } };
		const browser = await tested();
		expect(browser.page.heading).toBe('De toegang werkt, maar er ontbreekt nog iets');
		await browser.press('finish', { useAccess: null });
		expect(site.started[0]).toMatchObject({ selective_sync: 'off' });
	});

	test('a column that is empty, or none: that is said, nothing is asked or decided', async () => {
		give(null);
		const browser = await tested();
		expect(browser.page.heading).toBe('Gefeliciteerd, de verbinding is gelukt');
		expect(browser.words).toMatch(/alleo_access in Profit_Employees_Alleo is leeg bij de mensen/);
		site.sandbox.afas.state.settings.columns = {
			[EMPLOYEES]: { alleo_access: null, alleo_filter: null },
		};
		const other = await tested();
		expect(other.words).toContain('heeft geen kolom alleo_access');
		expect(site.started.map(({ selective_sync }) => selective_sync)).toEqual(['auto', 'auto']);
	});

	test('a column that cannot be read is no column that is not there', async () => {
		give(true);
		const path = `/connectors/${EMPLOYEES}`;
		site.sandbox.afas.faults.add({ kind: 'status', status: 500, path });
		const browser = await tested();
		expect(browser.words).toContain('kon nu niet worden bekeken');
		expect(browser.words).not.toContain('heeft geen kolom');
		expect(site.started[0]).toMatchObject({ selective_sync: 'auto' });
	});

	test('a renewal leaves the settings alone: it reads no person and asks nothing', async () => {
		give(true, false);
		await (await tested()).press('finish');
		const calls = () => site.sandbox.afas.log.counts.calls;
		const id = site.started[0]?.credentials.afasOAuth2Api?.id ?? '';
		const before = calls();
		const browser = await tested({ replaceCredentialId: id });
		expect(browser.page.heading).toBe('Gelukt, de verbinding is vernieuwd');
		expect(calls() - before).toBe(4);
		expect(site.started[1]).toMatchObject({ selective_sync: 'auto' });
	});
});

describe('looking at the column', () => {
	const field = (id: string, label = id): AfasField => ({
		id,
		label,
		fieldId: '',
		dataType: 'string',
		length: 20,
		decimals: 0,
	});
	const BASE = ['EmployeeId', 'EmploymentStart', 'EmploymentEnd'].map((id) => field(id));
	const queries: string[] = [];
	const clientOf = (rows: unknown[]): AfasClient => ({
		metaInfo: () => Promise.reject(new Error('not asked')),
		connector: () => Promise.reject(new Error('not asked')),
		page: (_name, query) => {
			queries.push(query);
			return Promise.resolve({ ok: true, rows, damaged: false });
		},
		stats: { calls: 0, retries: 0, byTemplate: {} },
	});
	const rowOf = (at: number, more: Record<string, unknown>) => ({
		EmployeeId: `E${at}`,
		EmploymentStart: '2020-01-01T00:00:00Z',
		EmploymentEnd: null,
		...more,
	});
	const look = async (fields: AfasField[], rows: unknown[]) =>
		(await lookAtFields(clientOf(rows), EMPLOYEES, [...BASE, ...fields], '2026-11-29')).access;

	test.each<[string, AfasField]>([
		['the older name', field('yourcampus_access')],
		['its label', field('U0123', 'Alleo Access')],
		['the name of the field file', field('Employee_Alleo_Access')],
		['a slip of the pen', field('aleo_acces')],
		['a Dutch label', field('U0123', 'Alleo toegang')],
	])('found by %s', async (_how, access) => {
		const rows = ['ja', 'nee', ''].map((value, at) => rowOf(at, { [access.id]: value }));
		expect(await look([access], rows)).toEqual({
			field: access.id,
			yes: 1,
			no: 1,
			empty: 1,
			other: 0,
			looked: 3,
			people: 3,
		});
	});

	test('a field that is only called alike, and says something else, is none', async () => {
		const rows = [rowOf(1, { U0123: 'pas 17' })];
		expect(await look([field('U0123', 'Alleo')], rows)).toMatchObject({ field: null });
		expect(await look([field('BSN', 'alleo_access')], rows)).toMatchObject({ field: null });
	});

	test('who left, or starts later, is not counted; of two rows the one in force speaks', async () => {
		const access = (value: unknown, more: object = {}) => ({ alleo_access: value, ...more });
		const rows = [
			rowOf(1, access(true)),
			rowOf(2, access(true, { EmploymentEnd: '2026-11-28T00:00:00Z' })),
			rowOf(3, access(true, { EmploymentStart: '2026-12-01T00:00:00Z' })),
			rowOf(4, access(true, { EmploymentEnd: '2024-01-01T00:00:00Z' })),
			rowOf(4, access(false)),
		];
		expect(await look([field('alleo_access')], rows)).toMatchObject({ yes: 1, no: 1, looked: 2 });
	});

	test('one page at most, and a full page is a sample of an unknown number', async () => {
		const rows = Array.from({ length: 1000 }, (_, at) => rowOf(at, { alleo_access: at % 2 === 0 }));
		queries.length = 0;
		const seen = await look([field('alleo_access')], rows);
		expect(seen).toMatchObject({ yes: 500, no: 500, looked: 1000, people: null });
		expect(queries).toEqual(['skip=0&take=1000&orderbyfieldids=-EmploymentStart%2CEmployeeId']);
	});

	test('rows that are none, or nobody in service: not looked at', async () => {
		expect(await look([field('alleo_access')], ['a row'])).toBeNull();
		expect(await look([field('alleo_access')], [])).toBeNull();
	});
});

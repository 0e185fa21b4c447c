import { startSite, type Site } from '../support/connectSite.mts';

/** Connecting NMBRS asks whether the access field decides who takes part, with counts of what it says. */

let site: Site;
beforeEach(async () => {
	site = await startSite();
});
afterEach(async () => {
	await site.close();
});

async function upToPick(before: () => void = () => undefined) {
	const { invitation_url } = await site.invite('A', 'nmbrs', { askApiToken: true });
	const browser = site.browser();
	await browser.goto(invitation_url);
	await browser.consent();
	await browser.press('choose');
	before();
	const { soapDomain, soapUsername, soapToken } = site.sandbox.credentials.nmbrs;
	await browser.press('token', { domain: soapDomain, username: soapUsername, token: soapToken });
	return browser;
}

const people = () => site.sandbox.world.nmbrs.people;

/** Gives everybody in turn one of these values of the access field. */
const give = (...values: Array<string | null>): void =>
	people().forEach((person, at) => {
		const value = values[at % values.length] ?? null;
		person.extraFields.alleo_access = value;
	});

const inService = () => people().filter(({ employeeType }) => employeeType === 'payroll');

describe('the access field', () => {
	test('is asked about with its counts, and used unless the tick is cleared', async () => {
		const browser = await upToPick(() => give('ja', 'nee', null, 'misschien'));
		const said = (value: string | null) =>
			inService().filter(({ extraFields }) => extraFields.alleo_access === value).length;
		expect(browser.words).toContain(
			`In het veld alleo_access staat: ${said('ja')} ja, ${said('nee')} nee, ${said(null)} leeg.`,
		);
		expect(browser.words).toContain(`Iets anders dan ja of nee: ${said('misschien')}.`);
		expect(browser.page.html).toMatch(/name="useAccess" value="yes" checked/);
		await browser.press('pick', { useAccess: 'yes' });
		expect(site.started[0]).toMatchObject({ selective_sync: 'on' });
	});

	test('the tick cleared: everybody takes part', async () => {
		const browser = await upToPick(() => give('ja', 'nee'));
		await browser.press('pick', { useAccess: null });
		expect(site.started[0]).toMatchObject({ selective_sync: 'off' });
	});

	test('no field with a value: that is said, and nothing is decided', async () => {
		const browser = await upToPick(() => give(null));
		expect(browser.words).toContain('Er is geen veld alleo_access');
		expect(browser.page.html).not.toContain('name="useAccess"');
		await browser.press('pick', { useAccess: 'yes' });
		expect(site.started[0]).toMatchObject({ selective_sync: 'auto' });
	});

	test('a field that cannot be read is no field that is not there', async () => {
		const browser = await upToPick(() => {
			give('ja');
			const refusedEmployees = people().map(({ soapId }) => soapId);
			site.sandbox.nmbrs.state.configure({ refusedEmployees });
		});
		expect(browser.words).toContain('kon nu niet worden bekeken');
		expect(browser.words).not.toContain('Er is geen veld');
	});

	test('the older name counts too', async () => {
		const browser = await upToPick(() => {
			give('ja');
			const extraFieldNames = { alleo_access: 'yourcampus_access' };
			site.sandbox.nmbrs.state.configure({ extraFieldNames });
		});
		expect(browser.words).toContain('In het veld yourcampus_access staat');
	});
});

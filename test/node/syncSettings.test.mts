import { SETTING_PARAMETERS } from '../../core/connect/templates/settingsNode';
import { SettingsItem } from '../../core/model/settings';
import { DEFAULT_LIMITS } from '../../core/plan/options';
import { guards } from '../../nodes/AlleoDiff/guardFields';
import { SyncSettings } from '../../nodes/SyncSettings/SyncSettings.node';
import type { AlleoStandIn } from '../../sandbox/alleo/server.mts';
import { fakeContext } from '../support/fakeContext.mts';
import type { FakeContext, FakeContextOptions } from '../support/fakeContext.mts';
import { COMPANIES, credentialFor, startWith } from './alleo.helper.mts';

/** Sync Settings: what it hands on, and what it refuses before anything is read. */

const GIVEN = { customerName: 'Bakkerij Van Dijk', alleoCompanyId: { mode: 'list', value: '41' } };

function settings(parameters: Record<string, unknown>, more: FakeContextOptions = {}): FakeContext {
	const fake = fakeContext({
		nodeType: 'n8n-nodes-alleo.syncSettings',
		timezone: 'Europe/Amsterdam',
		input: [{ json: {} }, { json: {} }],
		...more,
		parameters: { ...GIVEN, ...parameters },
	});
	fake.node.name = 'Instellingen';
	return fake;
}

const run = async ({ context }: FakeContext) => await new SyncSettings().execute.call(context);

const refusal = async (fake: FakeContext): Promise<{ message: string; description: string }> => {
	try {
		await run(fake);
	} catch (error) {
		const { message, description } = error as { message: string; description: string };
		return { message, description };
	}
	throw new Error('nothing was refused');
};

describe('what goes on', () => {
	test('one item with the keys of before and the new ones, whatever came in', async () => {
		const [items = []] = await run(settings({}));
		expect(items).toHaveLength(1);
		expect(items[0]?.json).toEqual({
			customer_name: 'Bakkerij Van Dijk',
			alleo_company_id: '41',
			language: 'nl',
			approval: 'always',
			selective_sync: 'auto',
			routing: [],
			recipients: [],
			reference_date: '',
			run_times: 'template',
			budget_file: 'none',
			offer_enable: false,
			integration_id: '',
			guards: expect.objectContaining({ deactivationMaximum: 50, expectedPartitions: '' }),
			time_zone: 'Europe/Amsterdam',
		});
		expect(SettingsItem.parse(items[0]?.json)).toEqual(items[0]?.json);
	});

	test('the limits in sight are those of Alleo Diff', async () => {
		const [items = []] = await run(settings({}));
		const read = guards.parse(items[0]?.json['guards']);
		expect(read).toMatchObject({ ok: true, value: { limits: DEFAULT_LIMITS, partSize: 10 } });
	});

	test('routes from lists and recipients as text', async () => {
		const routes = [
			{
				filter: { mode: 'list', value: ' holding ' },
				companyId: { mode: 'list', value: '42' },
			},
			{ filter: 'bv', companyId: { mode: 'id', value: '41' } },
		];
		const recipients = 'hr@example.nl, #alleo';
		const [items = []] = await run(
			settings({ routing: { routes }, recipients, alleoCompanyId: '' }),
		);
		expect(items[0]?.json).toMatchObject({
			routing: [
				{ filter: 'holding', companyId: 42 },
				{ filter: 'bv', companyId: 41 },
			],
			recipients: ['hr@example.nl', '#alleo'],
		});
	});

	test('a day stays the day; empty stays empty, for each step to take its today', async () => {
		const [items = []] = await run(settings({ referenceDate: '2026-12-01' }));
		expect(items[0]?.json['reference_date']).toBe('2026-12-01');
	});
});

describe('what is refused, by the label of the setting and the name of the step', () => {
	test.each([
		['Customer', { customerName: ' ' }],
		['Alleo Company', { alleoCompanyId: { mode: 'id', value: 'Bakkerij' } }],
		['Language', { language: 'de' }],
		['Approval', { approval: 'whenguardtrips' }],
		['Selective Sync', { selectiveSync: 'sometimes' }],
		['Reference Date', { referenceDate: '24-11-2026' }],
		['Routing', { routing: { routes: [{ filter: 'a', companyId: 'x' }] } }],
		[
			'Routing',
			{
				routing: {
					routes: [
						{ filter: 'Holding', companyId: '41' },
						{ filter: 'holding ', companyId: '42' },
					],
				},
			},
		],
		['Deactivation Maximum', { guards: { deactivationMaximum: -1 } }],
		['Recipients', { recipients: 'hr@example.nl, Jan Jansen' }],
		['Run Times', { runTimes: 'hourly' }],
		['Budget File', { budgetFile: 'weekly' }],
	])('%s: %j', async (label, parameters) => {
		const { message, description } = await refusal(settings(parameters));
		expect(message).toContain(`"${label}" in Instellingen`);
		expect(description).toContain('SETTING_INVALID');
		expect(`${message} ${description}`).not.toContain('Jan Jansen');
	});

	test('no company at all', async () => {
		const { message, description } = await refusal(settings({ alleoCompanyId: '' }));
		expect(message).toBe(
			'The setting "Alleo Company" in Instellingen is empty, and "Routing" has no route.',
		);
		expect(description).toContain('SETTINGS_COMPANY_EMPTY');
	});
});

describe('with an Alleo credential', () => {
	let alleo: AlleoStandIn;

	beforeAll(async () => {
		alleo = await startWith([]);
	});
	afterAll(async () => {
		await alleo.close();
	});

	const withKeys = (parameters: Record<string, unknown>, secret?: string): FakeContext => {
		const fake = settings(parameters, { credentials: credentialFor(alleo.url, secret) });
		return fake;
	};

	test('a company that is there, in one call', async () => {
		const fake = withKeys({ routing: { routes: [{ filter: 'a', companyId: '42' }] } });
		const [items = []] = await run(fake);
		expect(items[0]?.json['alleo_companies']).toEqual([
			{ id: 41, name: 'Voorbeeld Holding BV' },
			{ id: 42, name: null },
		]);
		expect(fake.sent.filter((line) => line.includes('/companies'))).toHaveLength(1);
		expect(fake.hints).toEqual([]);
	});

	test('a key of several customers: the names of the others go no further', async () => {
		const others = Array.from({ length: 30 }, (_one, at) => ({
			...COMPANIES[0],
			id: 100 + at,
			name: `Klant ${at}`,
		}));
		const wide = await startWith([], {}, [...COMPANIES, ...others]);
		try {
			const routing = { routes: [{ filter: 'a', companyId: '42' }] };
			const [items = []] = await run(
				settings({ routing }, { credentials: credentialFor(wide.url) }),
			);
			expect(items[0]?.json['alleo_companies']).toMatchObject([{ id: 41 }, { id: 42 }]);
			expect(JSON.stringify(items)).not.toContain('Klant');
		} finally {
			await wide.close();
		}
	});

	test('company 999, which nobody knows', async () => {
		const { message, description } = await refusal(withKeys({ alleoCompanyId: '999' }));
		expect(message).toBe(
			'The setting "Alleo Company" in Instellingen names Alleo company 999, which the Alleo credential does not reach; it reaches 41, 42.',
		);
		expect(description).toContain('SETTINGS_COMPANY_UNKNOWN');
	});

	test('a route to a company that nobody knows', async () => {
		const routes = [{ filter: 'a', companyId: '999' }];
		const { message } = await refusal(withKeys({ routing: { routes } }));
		expect(message).toContain('"Routing" in Instellingen names Alleo company 999');
	});

	test('keys that Alleo refuses are said', async () => {
		const { description } = await refusal(withKeys({}, 'wrong'));
		expect(description).toContain('ALLEO_UNAUTHORIZED');
	});
});

test('what a workflow leaves away is what the panel has', () => {
	const { properties } = new SyncSettings().description;
	for (const { name, preset } of Object.values(SETTING_PARAMETERS)) {
		const found = properties.find((property) => property.name === name);
		const value = found?.type === 'resourceLocator' ? Object(found.default).value : found?.default;
		expect([name, String(value)]).toEqual([name, preset]);
	}
});

describe('fields of their own', () => {
	const more = (name: string) => ({
		moreSettings: { assignments: [{ id: 'a', name, type: 'string', value: 'K12' }] },
	});

	test('go along', async () => {
		const [items = []] = await run(settings(more('cost_center')));
		expect(items[0]?.json).toMatchObject({ cost_center: 'K12', alleo_company_id: '41' });
	});

	test('one that is called like a setting is refused: two values of one thing', async () => {
		const { message } = await refusal(settings(more('alleo_company_id')));
		expect(message).toContain('"More Settings" in Instellingen');
	});
});

test('without a credential the company is not looked up, and that is said', async () => {
	const fake = settings({ alleoCompanyId: '999' });
	await run(fake);
	expect(fake.sent).toEqual([]);
	expect(fake.hints.join()).toContain('SETTINGS_COMPANY_UNCHECKED');
});

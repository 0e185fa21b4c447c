import 'reflect-metadata';
import { ExecuteContext } from 'n8n-core';
import {
	createRunExecutionData,
	Workflow,
	type IExecuteFunctions,
	type INode,
	type IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { NmbrsOAuth2Api } from '../../credentials/NmbrsOAuth2Api.credentials';
import { Nmbrs } from '../../nodes/Nmbrs/Nmbrs.node';
import type { FaultInput } from '../../sandbox/shared/faults.mts';
import type { NmbrsSettings } from '../../sandbox/nmbrs/settings.mts';
import { CREDENTIALS } from '../../sandbox/world/credentials.mts';
import { NmbrsClient, REFERENCE_DATE, smallWorld } from '../sandbox/nmbrsClient.mts';
import { MemoryCredentials } from '../support/credentials.mts';

/**
 * Refresh tokens are single use. n8n-core's own code sends here (ExecuteContext, requestOAuth2, its
 * single-flight lease), against an identity server that refuses a used token, or even withdraws the
 * whole consent for it.
 */

const TYPE = 'n8n-nodes-alleo.nmbrs';

const node: INode = {
	id: 'nmbrs',
	name: 'NMBRS',
	type: TYPE,
	typeVersion: 1,
	position: [0, 0],
	parameters: {
		resource: 'employee',
		operation: 'getAll',
		referenceDate: REFERENCE_DATE,
		include: [],
		options: { pageSize: 5 },
	},
	credentials: { nmbrsOAuth2Api: { id: 'nmbrs', name: 'Nmbrs of the customer' } },
};

interface Bench {
	client: NmbrsClient;
	credentials: MemoryCredentials;
	run: () => Promise<number>;
}

async function start(settings: Partial<NmbrsSettings>): Promise<Bench> {
	const client = await NmbrsClient.start({ world: smallWorld(50), settings });
	await client.connect();
	const { clientId, clientSecret, subscriptionKey } = CREDENTIALS.nmbrs;
	const type = new Nmbrs();
	const credentials = new MemoryCredentials(
		[new NmbrsOAuth2Api()],
		{
			nmbrs: {
				type: 'nmbrsOAuth2Api',
				data: {
					clientId,
					clientSecret,
					subscriptionKey,
					authUrl: `${client.server.origin}/connect/authorize`,
					accessTokenUrl: `${client.server.origin}/connect/token`,
					baseUrl: client.server.url,
					oauthTokenData: {
						access_token: client.accessToken,
						refresh_token: client.refreshToken,
						token_type: 'Bearer',
					},
				},
			},
		},
		new Map([['nmbrsOAuth2Api', [TYPE]]]),
	);
	const find = () => type;
	const workflow = new Workflow({
		id: 'w',
		nodes: [node],
		connections: {},
		active: false,
		nodeTypes: { getByName: find, getByNameAndVersion: find, getKnownTypes: () => ({}) },
		settings: { timezone: 'Europe/Amsterdam' },
	});
	const helper = credentials.helper();
	const save = helper.updateCredentialsOauthTokenData.bind(helper);
	// A database takes its time; a race needs that time to show.
	helper.updateCredentialsOauthTokenData = async (...given) => {
		await new Promise((resolve) => setTimeout(resolve, 5));
		await save(...given);
	};
	const additionalData = {
		credentialsHelper: helper,
		executionId: '1',
		webhookWaitingBaseUrl: 'http://127.0.0.1/waiting',
		formWaitingBaseUrl: 'http://127.0.0.1/waiting',
		variables: {},
	} as unknown as IWorkflowExecuteAdditionalData;
	const run = async (): Promise<number> => {
		const input = { main: [[{ json: {} }]] };
		const context = new ExecuteContext(
			workflow,
			node,
			additionalData,
			'trigger',
			createRunExecutionData({}),
			0,
			[{ json: {} }],
			input,
			{ node, data: input, source: null },
			[],
		);
		const [employees = []] = await type.execute.call(context as unknown as IExecuteFunctions);
		return employees.length;
	};
	return { client, credentials, run };
}

let bench: Bench;
afterEach(async () => await bench.client.server.close());

const strict: Array<[string, Partial<NmbrsSettings>]> = [
	['refuses a used token', { refreshReuse: 'refuse' }],
	['withdraws the consent for a used token', { refreshReuse: 'revokeConsent' }],
];

test.each(strict)(
	'100 overlapping runs keep the connection: server %s',
	async (_name, settings) => {
		bench = await start(settings);
		const people = await bench.run();
		bench.client.server.state.grants.expireAccessTokens();
		// The token dies again and again while they run.
		bench.client.server.faults.add({
			kind: 'expiredToken',
			path: '/personalinfo',
			after: 100,
			times: 1,
		});
		bench.client.server.faults.add({
			kind: 'expiredToken',
			path: '/employments',
			after: 300,
			times: 1,
		});
		const runs = await Promise.all(Array.from({ length: 100 }, async () => await bench.run()));
		expect(new Set(runs)).toEqual(new Set([people]));
		expect(await bench.run()).toBe(people);
		// One refresh for each time that the token died, whatever the number of runs and pages.
		expect(bench.credentials.saves['nmbrsOAuth2Api']).toBe(3);
	},
	120_000,
);

test('a consent that is gone: the message of the node, and the stored credential untouched', async () => {
	bench = await start({});
	bench.client.server.state.grants.expireAccessTokens();
	const stored = bench.credentials.stored.get('nmbrs');
	if (stored === undefined) throw new Error('no credential');
	stored.data['oauthTokenData'] = {
		access_token: 'dead',
		refresh_token: 'spent',
		token_type: 'Bearer',
	};
	await expect(bench.run()).rejects.toThrow(
		'Nmbrs no longer accepts the connection "Nmbrs of the customer".',
	);
	expect(bench.credentials.saves['nmbrsOAuth2Api']).toBeUndefined();
});

test('a consent without offline_access: a lost consent by its code, and nothing about the firewall', async () => {
	bench = await start({});
	bench.client.server.state.grants.expireAccessTokens();
	const stored = bench.credentials.stored.get('nmbrs');
	if (stored === undefined) throw new Error('no credential');
	stored.data['oauthTokenData'] = { access_token: 'dead', token_type: 'Bearer' };
	await expect(bench.run()).rejects.toMatchObject({
		message: expect.stringContaining('cannot renew itself'),
		// What saved workflows look for before they send the link to connect again.
		description: expect.stringMatching(/offline_access[^]*NMBRS_(CONSENT_LOST|NOT_CONNECTED)/),
	});
});

describe('trouble of the sign-in service itself', () => {
	const SIGN_IN = '/connect/token';

	async function renewWith(fault: FaultInput): Promise<{ run: Bench['run']; people: number }> {
		bench = await start({});
		const people = await bench.run();
		bench.client.server.state.grants.expireAccessTokens();
		bench.client.server.faults.add({ path: SIGN_IN, ...fault });
		return { run: bench.run, people };
	}

	test.each<[string, FaultInput]>([
		['a 429', { kind: 'status', status: 429, times: 1 }],
		['a 503', { kind: 'status', status: 503, times: 1 }],
		['a web page with status 200', { kind: 'html', times: 1 }],
		[
			'an OAuth error that passes',
			{ kind: 'status', status: 400, body: '{"error":"temporarily_unavailable"}', times: 1 },
		],
		['a dropped connection', { kind: 'drop', times: 1 }],
	])('%s that passes: everybody is read', async (_name, fault) => {
		const { run, people } = await renewWith(fault);
		expect(await run()).toBe(people);
	});

	test('a client that is refused is told as that, at once, and not as a broken connection', async () => {
		const body = '{"error":"invalid_client"}';
		const { run } = await renewWith({ kind: 'status', status: 400, body });
		await expect(run()).rejects.toMatchObject({
			message: 'The sign-in service of Nmbrs refuses the app of "Nmbrs of the customer".',
			description: expect.stringMatching(/client secret.*NMBRS_CLIENT_REFUSED.*invalid_client/s),
		});
		const asked = bench.client.server.log.entries.filter(({ url }) => url.includes(SIGN_IN));
		// One that connected the customer, and one that was refused.
		expect(asked).toHaveLength(2);
	});

	test('a sign-in service that is down is not called a wrong base URL', async () => {
		const { run } = await renewWith({ kind: 'status', status: 503, retryAfter: 9999 });
		await expect(run()).rejects.toMatchObject({
			message: expect.stringContaining('is not available'),
			description: expect.stringContaining('sign-in service 503'),
		});
	}, 60_000);
});

test('nobody connected yet', async () => {
	bench = await start({});
	const stored = bench.credentials.stored.get('nmbrs');
	if (stored === undefined) throw new Error('no credential');
	delete stored.data['oauthTokenData'];
	await expect(bench.run()).rejects.toThrow('was never completed');
});

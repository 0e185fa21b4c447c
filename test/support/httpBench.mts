import { fakeContext } from './fakeContext.mts';
import { startServer, type Handler, type TestServer } from './httpServer.mts';
import {
	createTransport,
	type ApiFailure,
	type ApiRequest,
	type Transport,
	type TransportOptions,
} from '../../nodes/shared/http';

export const READ: ApiRequest = {
	method: 'GET',
	path: '/people',
	template: '/people',
	retry: 'read',
};
export const ALLOW = [
	{ method: 'GET', template: '/people' },
	{ method: 'GET', template: '/people/{id}' },
	{ method: 'POST', template: '/people' },
];

/** Waits are written down, not waited. */
export function scriptedClock(): { clock: TransportOptions['clock']; waits: number[] } {
	const waits: number[] = [];
	let now = Date.parse('2026-11-24T04:00:00Z');
	return {
		waits,
		clock: {
			now: () => now,
			random: () => 0,
			sleep: async (ms) => {
				waits.push(ms);
				now += ms;
			},
		},
	};
}

export interface Setup {
	server: TestServer;
	transport: Transport;
	waits: number[];
	log: string[];
}

export async function setup(
	handler: Handler,
	more: Partial<TransportOptions> = {},
	context: Parameters<typeof fakeContext>[0] = {},
): Promise<Setup> {
	const server = await startServer(handler);
	const { clock, waits } = scriptedClock();
	const fake = fakeContext({
		credentials: { testApi: { data: { token: 'token-0123456789' } } },
		...context,
	});
	const transport = createTransport(fake.context, {
		vendor: 'nmbrs',
		baseUrl: server.url,
		credentialType: 'testApi',
		allow: ALLOW,
		concurrency: 2,
		...(clock === undefined ? {} : { clock }),
		...more,
	});
	return { server, transport, waits, log: fake.log };
}

export async function failureOf(transport: Transport, request: ApiRequest): Promise<ApiFailure> {
	const result = await transport.send(request);
	if (result.ok) throw new Error(`expected a failure, got status ${result.response.status}`);
	return result.failure;
}

export async function textOf(transport: Transport, request: ApiRequest): Promise<string> {
	const result = await transport.send(request);
	if (!result.ok) throw new Error(`expected an answer, got ${JSON.stringify(result.failure)}`);
	return result.response.text;
}

let open: TestServer[] = [];
export const track = (made: Setup): Setup => {
	open.push(made.server);
	return made;
};
/** Servers to close after each test. */
export const opened = (server: TestServer): void => void open.push(server);

afterEach(async () => {
	await Promise.all(open.map(async (server) => await server.close()));
	open = [];
});

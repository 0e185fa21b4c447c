import { startAlleo } from '../../sandbox/alleo/server.mts';
import type { AlleoStandIn } from '../../sandbox/alleo/server.mts';
import { CREDENTIALS } from '../../sandbox/world/credentials.mts';
import { generateWorld } from '../../sandbox/world/generate.mts';
import type { World } from '../../sandbox/world/types.mts';
import { requestProblems, responseProblems } from './openapi.mts';

/** Calls to the Alleo stand-in that check both sides of each exchange against the OpenAPI file. */

const { accessKey, secretKey } = CREDENTIALS.alleo;

export interface Answer {
	status: number;
	headers: Headers;
	text: string;
	json: () => Record<string, unknown>;
}

export interface CallOptions {
	body?: unknown;
	form?: Record<string, string>;
	headers?: Record<string, string>;
	/** The request is meant to break the contract; its answer never may. */
	badRequest?: boolean;
}

export const complete = (email: string): Record<string, unknown> => ({
	email,
	first_name: 'Sil',
	last_name: 'Verzonnen',
	prefix: null,
	language: 'nl',
	company_group_id: 4101,
	birthday: '1996-12-05',
	work_anniversary: '2026-04-01',
	private_email: null,
	external_id: 'nmbrs-1005',
});

export interface AlleoSession {
	alleo: AlleoStandIn;
	token: string;
	world: World;
	/** `METHOD path-without-ids status` of every call. */
	exercised: Set<string>;
	call: (method: string, path: string, options?: CallOptions) => Promise<Answer>;
	getToken: (secret?: string) => Promise<Answer>;
	/** Id of an active employee of company 41. */
	firstId: () => Promise<number>;
}

/** Starts the stand-in for a test file and puts it back before each test. */
export function useAlleo(): AlleoSession {
	const world = generateWorld({ employees: 120, seed: 3, referenceDate: '2026-10-05' });
	async function call(method: string, path: string, options: CallOptions = {}): Promise<Answer> {
		const { body, form } = options;
		const problems = requestProblems(method, path, form ?? body);
		if (options.badRequest !== true) expect(problems).toEqual([]);
		const response = await fetch(`${session.alleo.url}${path}`, {
			method,
			headers: {
				accept: 'application/json',
				authorization: `Bearer ${session.token}`,
				...(body === undefined ? {} : { 'content-type': 'application/json' }),
				...options.headers,
			},
			...(form === undefined ? {} : { body: new URLSearchParams(form) }),
			...(body === undefined ? {} : { body: JSON.stringify(body) }),
		});
		const text = await response.text();
		const answer = { method, path, status: response.status, headers: response.headers, body: text };
		expect(responseProblems(answer)).toEqual([]);
		session.exercised.add(
			`${method} ${path.split('?')[0]?.replace(/\/\d+/g, '/{}')} ${response.status}`,
		);
		return {
			status: response.status,
			headers: response.headers,
			text,
			json: () => JSON.parse(text) as Record<string, unknown>,
		};
	}

	const session = {
		token: '',
		world,
		exercised: new Set<string>(),
		call,
		getToken: (secret: string = secretKey) =>
			call('POST', '/oauth/token', {
				form: { grant_type: 'client_credentials', client_id: accessKey, client_secret: secret },
			}),
		firstId: async () => {
			const page = await call('GET', '/companies/41/employees?skip=0&limit=1&is_active=true');
			return (page.json()['data'] as Array<{ id: number }>)[0]?.id ?? 0;
		},
	} as AlleoSession;

	beforeAll(async () => {
		session.alleo = await startAlleo(world);
	});
	afterAll(() => session.alleo.close());
	beforeEach(async () => {
		await fetch(`${session.alleo.origin}/_control/reset`, { method: 'POST' });
		session.token = String((await session.getToken()).json()['access_token']);
	});
	return session;
}

import { giveConsent } from '../../sandbox/nmbrs/consent.mts';
import { startNmbrs } from '../../sandbox/nmbrs/server.mts';
import type { NmbrsOptions, NmbrsStandIn } from '../../sandbox/nmbrs/server.mts';
import { CREDENTIALS } from '../../sandbox/world/credentials.mts';
import { generateWorld } from '../../sandbox/world/generate.mts';
import type { World } from '../../sandbox/world/types.mts';

/** A plain client of the Nmbrs stand-in: what any HTTP client can do, nothing of the package. */

export const CALLBACK = 'http://localhost:5678/rest/oauth2-credential/callback';

export const ALL_SCOPES = [
	'offline_access',
	'company.info.read',
	'employee.info.read',
	'employee.employment.read',
	'employee.payment.read',
	'employee.orgstructure.read',
	'company.leave.read',
].join(' ');

const { clientId, clientSecret, subscriptionKey, soapUsername, soapToken, soapDomain } =
	CREDENTIALS.nmbrs;

export const REFERENCE_DATE = '2026-05-15';

export const smallWorld = (employees = 60): World =>
	generateWorld({ employees, seed: 1, referenceDate: REFERENCE_DATE, systems: ['nmbrs'] });

interface Info {
	basicInfo: { lastName: string; employeeType: string };
	contactInfo: { businessEmail: string | null };
	period: { year: number; period: number };
}

/** What the tests read of an item of a list; each list fills its own part. */
export interface Item {
	employeeId: string;
	companyId: string;
	debtorId: string;
	payrollRunId: string;
	locked: boolean;
	number: number;
	email: string;
	info: Info[];
	personalInfo: Info;
	employments: Array<{ startDate: string; endDate: string | null }>;
	privateInfos: Array<{ BSN: string }>;
}

/** What the tests read of a JSON answer; each endpoint fills its own part. */
export interface Body {
	data: Item[];
	pagination: {
		pageNumber: number;
		pageSize: number;
		totalPages: number;
		totalRecords: number;
		nextPage?: string | null;
		previousPage: string | null;
	};
	title: string;
	message: string;
	error: string;
	access_token: string;
	refresh_token: string;
	expires_in: number;
	taskId: string;
	authorization_endpoint: string;
	token_endpoint: string;
	revocation_endpoint: string;
	scopes_supported: string[];
}

export interface Answer {
	status: number;
	headers: Headers;
	text: string;
	/** An answer that is no JSON is `null`, whatever its type says. */
	json: Body;
}

const toAnswer = async (response: Response): Promise<Answer> => {
	const text = await response.text();
	let json: unknown = null;
	try {
		json = JSON.parse(text);
	} catch {
		json = null;
	}
	return { status: response.status, headers: response.headers, text, json: json as Body };
};

export function authorizeUrl(origin: string, query: Record<string, string> = {}): string {
	const fields = {
		client_id: clientId,
		redirect_uri: CALLBACK,
		response_type: 'code',
		scope: ALL_SCOPES,
		state: 'some-state',
		...query,
	};
	return `${origin}/connect/authorize?${new URLSearchParams(fields)}`;
}

export async function post(
	url: string,
	fields: Record<string, string>,
	headers: Record<string, string> = {},
): Promise<Answer> {
	return toAnswer(await fetch(url, { method: 'POST', body: new URLSearchParams(fields), headers }));
}

/** A token request with the client's credentials in the body. */
export const token = (origin: string, fields: Record<string, string>): Promise<Answer> =>
	post(`${origin}/connect/token`, {
		client_id: clientId,
		client_secret: clientSecret,
		...fields,
	});

export async function getCode(
	origin: string,
	query: Record<string, string> = {},
	debtorIds: string[] = [],
): Promise<string> {
	const callback = await giveConsent(authorizeUrl(origin, query), debtorIds);
	return new URL(callback).searchParams.get('code') ?? '';
}

export interface SoapOptions {
	version?: '1.1' | '1.2';
	/** The whole auth header. */
	header?: string;
	/** null: none. */
	action?: string | null;
	/** Namespace of the auth header. */
	namespace?: string;
}

export class NmbrsClient {
	readonly server: NmbrsStandIn;
	readonly world: World;
	accessToken = '';
	refreshToken = '';

	private constructor(server: NmbrsStandIn, world: World) {
		this.server = server;
		this.world = world;
	}

	static async start(options: NmbrsOptions & { world?: World } = {}): Promise<NmbrsClient> {
		const world = options.world ?? smallWorld();
		return new NmbrsClient(await startNmbrs(world, options), world);
	}

	async connect(scope: string = ALL_SCOPES, debtorIds: string[] = []): Promise<this> {
		const code = await getCode(this.server.origin, { scope }, debtorIds);
		const fields = { grant_type: 'authorization_code', code, redirect_uri: CALLBACK };
		const { json } = await token(this.server.origin, fields);
		this.accessToken = json.access_token;
		this.refreshToken = json.refresh_token;
		return this;
	}

	async get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
		const common = {
			authorization: `Bearer ${this.accessToken}`,
			'x-subscription-key': subscriptionKey,
			accept: 'application/json',
		};
		return toAnswer(
			await fetch(`${this.server.origin}${path}`, { headers: { ...common, ...headers } }),
		);
	}

	/** Every page of a list, by `totalPages`. */
	async all(path: string, pageSize = 100): Promise<Item[]> {
		const items: Item[] = [];
		for (let page = 1, pages = 1; page <= pages; page++) {
			const join = path.includes('?') ? '&' : '?';
			const { json } = await this.get(`${path}${join}pageNumber=${page}&pageSize=${pageSize}`);
			pages = json.pagination.totalPages;
			items.push(...json.data);
		}
		return items;
	}

	/** A SOAP call; the answer as it came. */
	raw(service: string, operation: string, body = '', options: SoapOptions = {}): Promise<Response> {
		const namespace = `https://api.nmbrs.nl/soap/v3/${service}`;
		const headerNamespace = options.namespace ?? namespace;
		const header =
			options.header ??
			`<AuthHeaderWithDomain xmlns="${headerNamespace}"><Username>${soapUsername}</Username>` +
				`<Token>${soapToken}</Token><Domain>${soapDomain}</Domain></AuthHeaderWithDomain>`;
		const version = options.version ?? '1.1';
		const envelope =
			version === '1.1'
				? 'http://schemas.xmlsoap.org/soap/envelope/'
				: 'http://www.w3.org/2003/05/soap-envelope';
		const type = version === '1.1' ? 'text/xml' : 'application/soap+xml';
		const headers: Record<string, string> = { 'content-type': `${type}; charset=utf-8` };
		const action = options.action === undefined ? `${namespace}/${operation}` : options.action;
		if (action !== null && version === '1.1') headers['soapaction'] = `"${action}"`;
		return fetch(`${this.server.origin}/soap/v3/${service}.asmx`, {
			method: 'POST',
			headers,
			body:
				`<?xml version="1.0" encoding="utf-8"?><s:Envelope xmlns:s="${envelope}">` +
				`<s:Header>${header}</s:Header>` +
				`<s:Body><${operation} xmlns="${namespace}">${body}</${operation}></s:Body></s:Envelope>`,
		});
	}

	async soap(
		service: string,
		operation: string,
		body = '',
		options: SoapOptions = {},
	): Promise<Answer> {
		return toAnswer(await this.raw(service, operation, body, options));
	}

	close = (): Promise<void> => this.server.close();
}

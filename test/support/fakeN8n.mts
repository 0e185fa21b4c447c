import { randomUUID } from 'node:crypto';
import { NEEDED_SCOPES } from '../../nodes/shared/n8nApi/operations';
import { FakeWorkflows } from './fakeWorkflows.mts';
import { json, startServer, type SeenRequest, type TestServer } from './httpServer.mts';

/** n8n's public API as far as connecting uses it: same addresses, scopes, answers and refusals. */

export interface StoredCredential {
	id: string;
	name: string;
	type: string;
	data: Record<string, unknown>;
}

type Row = Record<string, unknown> & { id: number };
interface Table {
	id: string;
	name: string;
	columns: string[];
	rows: Row[];
}

interface Condition {
	columnName: string;
	condition: string;
	value: unknown;
}

const API_KEY = 'n8n-api-key-0123456789';

const matches = (row: Row, { columnName, condition, value }: Condition): boolean => {
	const given = row[columnName];
	if (condition === 'eq') return given === value;
	if (condition === 'neq') return given !== value;
	if (condition !== 'like') throw new Error(`The stand-in has no condition ${condition}`);
	const pattern = String(value)
		.split('%')
		.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
		.join('.*');
	return new RegExp(`^${pattern}$`, 's').test(String(given));
};

/** n8n takes no plus sign for a space in a filter. */
const hasPlus = ({ search }: URL): boolean => search.includes('+');
const NOT_ENCODED =
	"Parameter 'filter' must be url encoded. Its value may not contain reserved characters.";

export class FakeN8n {
	readonly apiKey = API_KEY;
	readonly credentials = new Map<string, StoredCredential>();
	readonly tables = new Map<string, Table>();
	/** As the public API gives them. */
	readonly workflows: object[] = [];
	readonly installed = new FakeWorkflows(this.workflows);
	scopes: string[] = [...NEEDED_SCOPES];
	/** Answers every request with this status. */
	broken: number | null = null;
	/** Answers 500 to requests such as `PATCH /credentials/x`, as when n8n stops on the way. */
	failing: ((request: string) => boolean) | null = null;
	/** Carries requests such as `PATCH /credentials/x` out, and answers 500 all the same. */
	losing: ((request: string) => boolean) | null = null;
	server!: TestServer;

	static async start(): Promise<FakeN8n> {
		const fake = new FakeN8n();
		fake.server = await startServer((request, response) => {
			const line = `${request.method} ${request.url.replace('/api/v1', '').split('?')[0] ?? ''}`;
			const answered = fake.answer(request);
			const lost = fake.losing?.(line) === true;
			const { status, body } = lost ? { status: 500, body: { message: 'lost' } } : answered;
			if (status === 204) {
				response.writeHead(204);
				response.end();
			} else json(response, body, status);
		});
		return fake;
	}

	get url(): string {
		return this.server.url;
	}

	/** The rows of the one table. */
	rows(): Row[] {
		return [...this.tables.values()].flatMap(({ rows }) => rows);
	}

	ofType(type: string): StoredCredential[] {
		return [...this.credentials.values()].filter((one) => one.type === type);
	}

	private answer(request: SeenRequest): { status: number; body?: unknown } {
		const fail = (status: number, message: string) => ({ status, body: { message } });
		const url = new URL(request.url, 'http://n8n');
		const body = request.body === '' ? {} : (JSON.parse(request.body) as Record<string, never>);
		if (this.broken !== null) return fail(this.broken, 'broken');
		const line = `${request.method} ${url.pathname.replace('/api/v1', '')}`;
		if (this.failing?.(line) === true) return fail(500, 'broken');
		if (request.headers['x-n8n-api-key'] !== API_KEY) return fail(401, 'unauthorized');
		const path = url.pathname.replace(/^\/api\/v1/, '');
		const id = decodeURIComponent(path.split('/')[2] ?? '');
		const needs = (scope: string): boolean => !this.scopes.includes(scope);
		const key = `${request.method} ${path.replace(/^(\/[\w-]+)\/[^/]+/, '$1/:id')}`;
		switch (key) {
			case 'GET /discover':
				return { status: 200, body: { data: { scopes: this.scopes } } };
			case 'GET /credentials':
				if (needs('credential:list')) return fail(403, 'Forbidden');
				return { status: 200, body: { data: [...this.credentials.values()].map(withoutData) } };
			case 'POST /credentials': {
				if (needs('credential:create')) return fail(403, 'Forbidden');
				const made = { ...(body as unknown as StoredCredential), id: randomUUID().slice(0, 16) };
				this.credentials.set(made.id, made);
				return { status: 200, body: withoutData(made) };
			}
			case 'PATCH /credentials/:id': {
				if (needs('credential:update')) return fail(403, 'Forbidden');
				const known = this.credentials.get(id);
				if (known === undefined) return fail(404, 'Credential not found');
				Object.assign(known, { ...(body as object) });
				return { status: 200, body: withoutData(known) };
			}
			case 'DELETE /credentials/:id': {
				if (needs('credential:delete')) return fail(403, 'Forbidden');
				const known = this.credentials.get(id);
				if (known === undefined) return fail(404, 'Not Found');
				this.credentials.delete(id);
				return { status: 200, body: withoutData(known) };
			}
			case 'GET /workflows':
				if (needs('workflow:list')) return fail(403, 'Forbidden');
				return { status: 200, body: { data: this.workflows } };
			case 'GET /workflows/:id': {
				if (needs('workflow:read')) return fail(403, 'Forbidden');
				const found = this.workflows.find((one) => 'id' in one && one.id === id);
				return found === undefined ? fail(404, 'Not Found') : { status: 200, body: found };
			}
			case 'GET /data-tables': {
				if (hasPlus(url)) return fail(400, NOT_ENCODED);
				if (needs('dataTable:list')) return fail(403, 'Forbidden');
				const { name } = JSON.parse(url.searchParams.get('filter') ?? '{}') as { name?: string };
				const found = [...this.tables.values()].filter((one) => one.name === name);
				return {
					status: 200,
					body: { data: found.map(shownTable) },
				};
			}
			case 'POST /data-tables': {
				if (needs('dataTable:create')) return fail(403, 'Forbidden');
				const { name, columns } = body as unknown as {
					name: string;
					columns: Array<{ name: string }>;
				};
				if ([...this.tables.values()].some((one) => one.name === name)) return fail(409, 'exists');
				const table = {
					id: randomUUID().slice(0, 16),
					name,
					columns: columns.map((one) => one.name),
					rows: [],
				};
				this.tables.set(table.id, table);
				return { status: 201, body: shownTable(table) };
			}
			default:
				return (
					this.installed.answer(request.method, path, url.search, body, needs) ??
					this.answerRows(request.method, path, url, body, needs)
				);
		}
	}

	private answerRows(
		method: string,
		path: string,
		url: URL,
		body: Record<string, unknown>,
		needs: (scope: string) => boolean,
	): { status: number; body?: unknown } {
		const fail = (status: number, message: string) => ({ status, body: { message } });
		const column = /^\/data-tables\/([^/]+)\/columns$/.exec(path)?.[1];
		if (column !== undefined && method === 'POST') return this.addColumn(column, body, needs);
		const found = /^\/data-tables\/([^/]+)\/rows(\/update)?$/.exec(path);
		const table = this.tables.get(found?.[1] ?? '');
		if (table === undefined) return fail(404, 'Not Found');
		const action = `${method}${found?.[2] ?? ''}`;
		if (action === 'GET') {
			if (needs('dataTableRow:read')) return fail(403, 'Forbidden');
			if (hasPlus(url)) return fail(400, NOT_ENCODED);
			const { filters } = JSON.parse(url.searchParams.get('filter') ?? '{"filters":[]}') as {
				filters: Condition[];
			};
			const rows = table.rows.filter((row) => filters.every((one) => matches(row, one)));
			return { status: 200, body: { data: rows, nextCursor: null } };
		}
		if (action === 'POST') {
			if (needs('dataTableRow:create')) return fail(403, 'Forbidden');
			const made = (body['data'] as object[]).map((row) => {
				const unknown = Object.keys(row).find((name) => !table.columns.includes(name));
				if (unknown !== undefined) throw new Error(`no column ${unknown}`);
				const full = { ...row, id: table.rows.length + 1 };
				table.rows.push(full);
				return full;
			});
			return { status: 200, body: made };
		}
		if (action !== 'PATCH/update') return fail(404, 'Not Found');
		if (needs('dataTableRow:update')) return fail(403, 'Forbidden');
		const { filters } = body['filter'] as { filters: Condition[] };
		const rows = table.rows.filter((row) => filters.every((one) => matches(row, one)));
		const odd = Object.keys(body['data'] as object).find((name) => !table.columns.includes(name));
		if (odd !== undefined) return fail(400, `unknown column name '${odd}'`);
		for (const row of rows) Object.assign(row, body['data']);
		return { status: 200, body: rows };
	}

	private addColumn(
		id: string,
		body: Record<string, unknown>,
		needs: (scope: string) => boolean,
	): { status: number; body?: unknown } {
		if (needs('dataTableColumn:create')) return { status: 403, body: { message: 'Forbidden' } };
		const table = this.tables.get(id);
		if (table === undefined) return { status: 404, body: { message: 'Not Found' } };
		const name = String(body['name']);
		if (table.columns.includes(name)) return { status: 409, body: { message: 'exists' } };
		table.columns.push(name);
		for (const row of table.rows) row[name] = null;
		return { status: 201, body: { name } };
	}
}

const shownTable = ({ id, name, columns }: Table) => ({
	id,
	name,
	columns: columns.map((column) => ({ name: column, type: 'string' })),
});

const withoutData = ({ id, name, type }: StoredCredential) => ({ id, name, type });

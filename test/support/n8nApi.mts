import type { ServerResponse } from 'node:http';
import { INVITATION_COLUMNS } from '../../core/connect/invitation';
import { RUN_LOG_COLUMNS, RUN_LOG_TABLE } from '../../core/runLog/columns';
import { json, startServer } from './httpServer.mts';
import type { SeenRequest, TestServer } from './httpServer.mts';
import { readWorkflow } from './templates.mts';

/**
 * n8n's public API as far as daily syncs use it, as strict as the real one (2.41): unknown keys of a
 * workflow are 400, a missing id 404, a key without the scope 403. Credential data never comes out.
 */

export interface KeptWorkflow {
	id: string;
	name: string;
	active: boolean;
	isArchived: boolean;
	nodes: Array<Record<string, unknown>>;
	connections: object;
	settings: object;
	/** What is published; null while nothing is. */
	published: Array<Record<string, unknown>> | null;
	/** The versions of the draft and of what is published, counted up by each save that changes something. */
	version?: number;
	publishedVersion?: number;
	updatedAt?: string | undefined;
}

interface Condition {
	columnName: string;
	condition?: string;
	value: unknown;
}

/** As n8n's query: a cell that is empty is never greater than anything. */
const holds = (
	row: Record<string, unknown>,
	{ columnName, condition, value }: Condition,
): boolean =>
	condition === 'gte'
		? typeof row[columnName] === 'string' && row[columnName] >= String(value)
		: row[columnName] === value;

interface KeptCredential {
	id: string;
	name: string;
	type: string;
	createdAt?: string;
	updatedAt?: string | undefined;
}

export interface N8nStandIn {
	server: TestServer;
	workflows: Map<string, KeptWorkflow>;
	/** The desk, beside the workflows of customers; empty where nobody imported one. */
	desks: KeptWorkflow[];
	credentials: Map<string, KeptCredential>;
	/** Rows of the table of invitations; null while there is no such table. */
	invitations: Array<Record<string, unknown>> | null;
	/** The same of the run log, in the order in which they came in. */
	runLog: Array<Record<string, unknown>> | null;
	/** Answers of calls from now on: `PUT` (method) or `POST /publish` (method and end of path). */
	refuse: Map<string, number>;
	/** Writes, such as `PUT /workflows/w1`. */
	writes(): string[];
}

const RUN_LOG_NAMES = RUN_LOG_COLUMNS.map(({ name }) => name);

const TOP_KEYS = new Set(['name', 'nodes', 'connections', 'settings', 'staticData', 'pinData']);
const NODE_KEYS = new Set(
	'id name webhookId disabled notesInFlow notes type typeVersion executeOnce alwaysOutputData retryOnFail maxTries waitBetweenTries continueOnFail onError position parameters credentials customTelemetryTags'.split(
		' ',
	),
);

interface Body {
	name: string;
	nodes: Array<Record<string, unknown>>;
	connections: object;
	settings: object;
}

function problemOf(body: Body): string | null {
	const odd = Object.keys(body).find((key) => !TOP_KEYS.has(key));
	if (odd !== undefined) return `request/body must NOT have additional property "${odd}"`;
	for (const node of body.nodes) {
		const key = Object.keys(node).find((name) => !NODE_KEYS.has(name));
		if (key !== undefined) return `request/body/nodes must NOT have additional property "${key}"`;
	}
	return body.name.length > 128 ? 'name is too long' : null;
}

const shown = ({
	published,
	version = 1,
	publishedVersion = version,
	...workflow
}: KeptWorkflow): object => ({
	...workflow,
	versionId: `v${version}`,
	activeVersionId: published === null ? null : `v${publishedVersion}`,
	activeVersion:
		published === null
			? null
			: {
					versionId: `v${publishedVersion}`,
					nodes: published,
					connections: workflow.connections,
				},
	createdAt: '2026-11-28T04:00:00.000Z',
	shared: [],
	tags: [],
});

/** A template of an earlier version, adapted by ops: `nmbrs-daily-sync.v2`, as workflow `id`. */
export function keepPast(n8n: N8nStandIn, file: string, id: string): void {
	const { name, nodes, connections, settings } = readWorkflow(`past/${file}`);
	const own = nodes as unknown as KeptWorkflow['nodes'];
	const state = { active: false, isArchived: false, published: null };
	n8n.workflows.set(id, { id, name, nodes: own, connections, settings, ...state });
}

/** A template that somebody imported and published. */
export const importedTemplate = (file: string, id: string): KeptWorkflow => {
	const { name, nodes, connections, settings } = readWorkflow(file);
	const own = nodes as unknown as KeptWorkflow['nodes'];
	const state = { active: true, isArchived: false, published: own };
	return { id, name, nodes: own, connections, settings, ...state };
};

export const importedDesk = (id = 'desk1'): KeptWorkflow => importedTemplate('alleo-desk', id);

export async function startN8nApi(): Promise<N8nStandIn> {
	const workflows = new Map<string, KeptWorkflow>();
	const desks: KeptWorkflow[] = [importedDesk()];
	const credentials = new Map<string, KeptCredential>();
	const refuse = new Map<string, number>();
	const tables: Pick<N8nStandIn, 'invitations' | 'runLog'> = { invitations: null, runLog: null };
	let made = 0;

	function save(kept: KeptWorkflow | undefined, body: Body, response: ServerResponse): void {
		const problem = problemOf(body);
		if (problem !== null) return json(response, { message: problem }, 400);
		made++;
		const { name, nodes, connections, settings } = body;
		const next: KeptWorkflow = {
			...(kept ?? { id: `new${made}`, active: false, isArchived: false, published: null }),
			...{ name, nodes, connections },
			// n8n keeps the settings that are not sent.
			settings: { ...kept?.settings, ...settings },
			version: (kept?.version ?? 0) + (changesVersion(kept, body) ? 1 : 0),
		};
		workflows.set(next.id, next);
		json(response, shown(next));
	}

	const changesVersion = (kept: KeptWorkflow | undefined, body: Body): boolean =>
		JSON.stringify([kept?.nodes, kept?.connections]) !==
		JSON.stringify([body.nodes, body.connections]);

	const publish = (kept: KeptWorkflow, nodes: KeptWorkflow['published']): void => {
		kept.published = nodes;
		kept.active = nodes !== null;
		if (nodes !== null && kept.version !== undefined) kept.publishedVersion = kept.version;
	};

	function table(
		method: string,
		id: string | undefined,
		query: string,
		body: string,
		response: ServerResponse,
	): void {
		const kept = [
			{
				id: 't1',
				name: 'alleo_invitations',
				columns: INVITATION_COLUMNS,
				rows: tables.invitations,
			},
			{ id: 't2', name: RUN_LOG_TABLE, columns: RUN_LOG_NAMES, rows: tables.runLog },
		];
		if (id === undefined) {
			const all = kept.flatMap(({ rows, columns, ...about }) =>
				rows === null ? [] : [{ ...about, columns: columns.map((name) => ({ name })) }],
			);
			return json(response, { data: all, nextCursor: null });
		}
		const rows = kept.find((one) => one.id === id)?.rows ?? [];
		const asked = new URLSearchParams(query);
		const read = asked.get('filter');
		const change = body === '' ? null : (JSON.parse(body) as { filter: object; data: object });
		const { filters, type } = (change?.filter ?? JSON.parse(read ?? '{"filters":[]}')) as {
			filters: Condition[];
			type?: string;
		};
		const found = rows.filter((row) =>
			type === 'or'
				? filters.some((condition) => holds(row, condition))
				: filters.every((condition) => holds(row, condition)),
		);
		if (method !== 'PATCH') {
			if (asked.get('sortBy') === 'id:desc') found.reverse();
			const from = Number(asked.get('cursor') ?? 0);
			const to = from + Number(asked.get('limit') ?? 100);
			const nextCursor = to < found.length ? String(to) : null;
			return json(response, { data: found.slice(from, to), nextCursor });
		}
		for (const row of found) Object.assign(row, change?.data);
		json(response, found);
	}

	function answer({ method, url, body, headers }: SeenRequest, response: ServerResponse): void {
		const [path = '', query = ''] = url.replace('/api/v1', '').split('?');
		if (headers['x-n8n-api-key'] !== 'the-api-key') {
			return json(response, { message: 'unauthorized' }, 401);
		}
		const [, kind, id, verb] = path.split('/');
		const refused = refuse.get(method) ?? refuse.get(`${method} /${verb ?? kind}`);
		if (refused !== undefined) return json(response, { message: 'Forbidden' }, refused);
		const data = body === '' ? {} : (JSON.parse(body) as Body);
		if (kind === 'credentials') {
			if (method === 'GET') {
				return json(response, { data: [...credentials.values()], nextCursor: null });
			}
			const known = credentials.get(id ?? '');
			if (known === undefined) return json(response, { message: 'Not Found' }, 404);
			credentials.delete(known.id);
			return json(response, known);
		}
		if (kind === 'data-tables') return table(method, id, query, body, response);
		if (kind !== 'workflows') return json(response, { message: 'Not Found' }, 404);
		if (id === undefined || id === '') {
			if (method === 'POST') return save(undefined, data as Body, response);
			return json(response, {
				data: [...desks, ...workflows.values()].map(shown),
				nextCursor: null,
			});
		}
		const kept = workflows.get(id);
		if (kept === undefined) return json(response, { message: 'Not Found' }, 404);
		if (method === 'PUT') {
			save(kept, data as Body, response);
			const saved = workflows.get(id);
			if (saved?.active === true && query.includes('publishIfActive=true')) {
				publish(saved, saved.nodes);
			}
			return;
		}
		if (verb === 'publish') publish(kept, kept.nodes);
		if (verb === 'unpublish') publish(kept, null);
		json(response, shown(kept));
	}

	const server = await startServer((request, response) => answer(request, response));
	return Object.assign(tables, {
		server,
		workflows,
		desks,
		credentials,
		refuse,
		writes: () =>
			server.seen
				.filter(({ method }) => method !== 'GET')
				.map(({ method, url }) => `${method} ${url.replace('/api/v1', '').split('?')[0] ?? ''}`),
	});
}

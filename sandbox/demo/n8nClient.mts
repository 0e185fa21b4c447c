import { setTimeout as sleep } from 'node:timers/promises';
import type { Execution, RunData, Workflow } from './n8nTypes.mts';
import { SCHEDULE, scheduledRun } from './scheduledRun.mts';

/** Talks to a running n8n as its editor does (session cookie), and by its public API (key). */
export class N8nClient {
	readonly url: string;
	cookie = '';
	#apiKey = '';

	constructor(url: string) {
		this.url = url;
	}

	async #send(method: string, path: string, body: unknown, headers: Record<string, string>) {
		const ask = async (): Promise<{ response: Response; text: string }> => {
			const response = await fetch(`${this.url}${path}`, {
				method,
				headers: {
					...headers,
					...(body === undefined ? {} : { 'content-type': 'application/json' }),
				},
				...(body === undefined ? {} : { body: JSON.stringify(body) }),
				redirect: 'manual',
			});
			return { response, text: await response.text() };
		};
		// A busy n8n closes a connection that was idle just as it is used again: what only reads is asked once more.
		let { response, text } = await ask().catch(async (error: unknown) => {
			if (method !== 'GET' || !(error instanceof TypeError)) throw error;
			return await ask();
		});
		// n8n on a busy machine misses its own ping of the database, and then looks at no request at all.
		for (let turn = 0; turn < 60 && text.includes('Database is not ready!'); turn++) {
			await sleep(500);
			({ response, text } = await ask());
		}
		if (!response.ok) {
			throw new Error(
				`n8n answered ${response.status} to ${method} ${path}: ${text.slice(0, 500)}`,
			);
		}
		return { response, json: text === '' ? null : (JSON.parse(text) as unknown) };
	}

	/** The editor's own API; answers `data`. */
	async rest<T>(method: string, path: string, body?: unknown): Promise<T> {
		const { json } = await this.#send(method, `/rest${path}`, body, { cookie: this.cookie });
		return (json as { data: T }).data;
	}

	/** The public API. */
	async api<T>(method: string, path: string, body?: unknown): Promise<T> {
		const headers = { 'x-n8n-api-key': this.#apiKey };
		const { json } = await this.#send(method, `/api/v1${path}`, body, headers);
		return json as T;
	}

	/** Logs in as the owner and makes an API key. */
	async login(email: string, password: string): Promise<void> {
		const body = { emailOrLdapLoginId: email, password };
		const { response } = await this.#send('POST', '/rest/login', body, {});
		this.cookie = response.headers
			.getSetCookie()
			.map((cookie) => cookie.split(';')[0])
			.join('; ');
		const scopes = await this.rest<string[]>('GET', '/api-keys/scopes');
		const label = 'demo';
		const key = await this.rest<{ rawApiKey: string }>('POST', '/api-keys', {
			label,
			expiresAt: null,
			scopes,
		});
		this.#apiKey = key.rawApiKey;
	}

	/** Full names of the node types that are loaded. */
	async nodeTypes(): Promise<string[]> {
		const { json } = await this.#send('GET', '/types/nodes.json', undefined, {
			cookie: this.cookie,
		});
		return (json as Array<{ name: string }>).map(({ name }) => name);
	}

	/** Stores a credential. @returns its id */
	async createCredential(name: string, type: string, data: object): Promise<string> {
		const created = await this.rest<{ id: string }>('POST', '/credentials', { name, type, data });
		return created.id;
	}

	/** What the "Test" of a credential says. */
	async testCredential(
		id: string,
		name: string,
		type: string,
		data: object,
	): Promise<{ status: string; message: string }> {
		return await this.rest('POST', '/credentials/test', { credentials: { id, name, type, data } });
	}

	async createWorkflow(workflow: Workflow): Promise<Workflow & { id: string; versionId: string }> {
		return await this.rest('POST', '/workflows', workflow);
	}

	/** Publishes the present version, so that its schedule runs. */
	async publish(id: string): Promise<void> {
		const { versionId } = await this.rest<{ versionId: string }>('GET', `/workflows/${id}`);
		await this.rest('POST', `/workflows/${id}/activate`, { versionId });
	}

	/** Changes a workflow as its editor does, and publishes it. */
	async changeWorkflow(id: string, change: (workflow: Workflow) => void): Promise<void> {
		const { nodes, connections, settings, name, versionId } = await this.rest<
			Workflow & { versionId: string }
		>('GET', `/workflows/${id}`);
		const workflow = { name, nodes, connections, settings };
		change(workflow);
		await this.rest('PATCH', `/workflows/${id}`, { ...workflow, versionId });
		await this.publish(id);
	}

	async unpublish(id: string): Promise<void> {
		await this.rest('POST', `/workflows/${id}/deactivate`, {});
	}

	async activeWorkflows(): Promise<string[]> {
		return await this.rest('GET', '/active-workflows');
	}

	/**
	 * Starts a workflow at one of its triggers: a schedule by itself, as n8n's clock does, any other as
	 * "Execute workflow" does.
	 * @returns the id of the execution
	 */
	async runFrom(workflowId: string, trigger: string): Promise<string> {
		const { nodes } = await this.rest<Workflow>('GET', `/workflows/${workflowId}`);
		const started = nodes.find(({ name }) => name === trigger);
		if (started?.type === SCHEDULE) return await scheduledRun(this, workflowId, trigger);
		return await this.runByHand(workflowId, trigger);
	}

	/** Presses "Execute workflow" on one of its triggers. @returns the id of the execution */
	async runByHand(workflowId: string, trigger: string): Promise<string> {
		const { executionId } = await this.rest<{ executionId: string }>(
			'POST',
			`/workflows/${workflowId}/run`,
			{ triggerToStartFrom: { name: trigger } },
		);
		return executionId;
	}

	/** Rows of a Data Table for which these columns have these values, oldest first. */
	async tableRows<T>(name: string, where: Record<string, string> = {}): Promise<T[]> {
		const tables = await this.#list<{ id: string; name: string }>('/data-tables', {
			filter: JSON.stringify({ name }),
		});
		const table = tables.find((one) => one.name === name);
		if (table === undefined) throw new Error(`There is no Data Table "${name}"`);
		const filters = Object.entries(where).map(([columnName, value]) => {
			return { columnName, condition: 'eq', value };
		});
		const filter = filters.length === 0 ? {} : { filter: JSON.stringify({ type: 'and', filters }) };
		return await this.#list<T>(`/data-tables/${table.id}/rows`, filter);
	}

	/** Everything that a list of the public API holds, page by page. */
	async #list<T>(path: string, query: Record<string, string>): Promise<T[]> {
		const all: T[] = [];
		for (let cursor: string | null = ''; cursor !== null; ) {
			const asked = new URLSearchParams({
				limit: '250',
				...query,
				...(cursor === '' ? {} : { cursor }),
			});
			const page: { data: T[]; nextCursor: string | null } = await this.api(
				'GET',
				// n8n takes no plus sign for a space.
				`${path}?${asked.toString().replaceAll('+', '%20')}`,
			);
			all.push(...page.data);
			cursor = page.nextCursor ?? null;
		}
		return all;
	}

	async execution(id: string): Promise<Execution> {
		return await this.api('GET', `/executions/${id}?includeData=true`);
	}

	/** @param status of n8n; without one those that no longer run */
	async executionsOf(workflowId: string, status = ''): Promise<Execution[]> {
		const list = await this.api<{ data: Execution[] }>(
			'GET',
			`/executions?workflowId=${workflowId}${status === '' ? '' : `&status=${status}`}`,
		);
		return list.data;
	}

	/** The workflow's newest execution, once n8n lists it: its list leaves out what still runs. */
	async newestOf(workflowId: string, withinMs = 60_000): Promise<Execution> {
		const deadline = Date.now() + withinMs;
		for (;;) {
			const [newest] = await this.executionsOf(workflowId);
			if (newest !== undefined) return newest;
			if (Date.now() > deadline) {
				throw new Error(`Workflow ${workflowId} has no execution after ${withinMs / 1000} s`);
			}
			await sleep(100);
		}
	}

	/** Waits until the execution waits for a person, or has ended; whatever comes first. */
	async settled(id: string, withinMs = 300_000): Promise<Execution> {
		return await this.#until(id, withinMs, (execution) =>
			['waiting', 'success', 'error', 'canceled', 'crashed'].includes(execution.status),
		);
	}

	/** Waits until the execution has ended. */
	async ended(id: string, withinMs = 300_000): Promise<Execution> {
		return await this.#until(id, withinMs, (execution) =>
			['success', 'error', 'canceled', 'crashed'].includes(execution.status),
		);
	}

	async #until(
		id: string,
		withinMs: number,
		condition: (execution: Pick<Execution, 'status'>) => boolean,
	): Promise<Execution> {
		const deadline = Date.now() + withinMs;
		for (;;) {
			// Its data only once: n8n unpacks all of it each time.
			const execution = await this.api<Pick<Execution, 'status'>>('GET', `/executions/${id}`);
			if (condition(execution)) return await this.execution(id);
			if (Date.now() > deadline) {
				throw new Error(
					`Execution ${id} is still "${execution.status}" after ${withinMs / 1000} s`,
				);
			}
			await sleep(200);
		}
	}
}

/** Items that left a node, per output; an output without items is an empty list. */
export function outputOf(execution: Execution, node: string, output = 0): object[] {
	const runs: RunData[string] = execution.data?.resultData.runData[node] ?? [];
	return runs.flatMap((run) => (run.data?.main[output] ?? []).map((item) => item.json));
}

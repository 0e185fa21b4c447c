import type { AlleoEmployee } from '../../core/model/employee';
import { emailKey } from '../../core/identity/keys';
import type { ApiRequest, ApiResult, Transport } from '../../nodes/shared/http';
import { account } from '../support/people.mts';

/**
 * Alleo as a list in memory, on the wire format of the Customer API: thousands of runs in seconds.
 * Trouble comes by script, one entry per write, and reads can fail too.
 */

export type Trouble =
	| 'none'
	/** Not stored; the outcome looks unknown. */
	| 'lost'
	/** Stored; the answer never comes. */
	| 'silent'
	/** Stored, answered with a server fault. */
	| 'fault'
	/** Refused. */
	| 'invalid'
	| 'forbidden'
	/** The execution is stopped while this call is out. */
	| 'stop';

export const GROUPS = [{ id: 7, name: 'Kantoor' }];

export class MemoryAlleo implements Pick<Transport, 'send'> {
	accounts: AlleoEmployee[];

	writes = 0;

	/** Off: a careless client would make two accounts of one person here. */
	uniqueAddresses = true;

	#script: Trouble[];

	#nextId: number;

	readonly #stop: AbortController;

	constructor(
		accounts: readonly AlleoEmployee[],
		script: readonly Trouble[] = [],
		stop = new AbortController(),
	) {
		this.accounts = accounts.map((entry) => ({ ...entry }));
		this.#nextId = 5000;
		this.#script = [...script];
		this.#stop = stop;
	}

	async send(request: Omit<ApiRequest, 'retry'>): Promise<ApiResult> {
		const [, , company = '', , employee = '', action = ''] = request.path.split('/');
		if (request.method === 'GET') return this.#read(request, Number(company), Number(employee));
		this.writes += 1;
		const trouble = this.#script.shift() ?? 'none';
		if (trouble === 'lost') return failed('NETWORK');
		if (trouble === 'invalid') return answer(422, { detail: 'no' });
		if (trouble === 'forbidden') return answer(403, { detail: 'no' });
		const reply = this.#write(request, Number(company), Number(employee), action);
		if (trouble === 'stop') this.#stop.abort();
		if (trouble === 'silent') return failed('TIMEOUT');
		return trouble === 'fault' ? answer(503, {}) : reply;
	}

	#read(request: Omit<ApiRequest, 'retry'>, company: number, employee: number): ApiResult {
		if (request.template === '/companies') return answer(200, [{ id: 41 }, { id: 42 }]);
		if (request.path.endsWith('/groups')) return answer(200, GROUPS);
		const own = this.accounts.filter((entry) => entry.company_id === company);
		if (request.template.endsWith('{employee}')) {
			const found = own.find(({ id }) => id === employee);
			return found === undefined ? answer(404, { detail: 'gone' }) : answer(200, found);
		}
		const query = new URLSearchParams(request.query);
		const search = query.get('search')?.toLowerCase() ?? '';
		const rows = own.filter(
			(entry) =>
				String(entry.is_active) === query.get('is_active') &&
				(entry.email ?? '').toLowerCase().includes(search),
		);
		const skip = Number(query.get('skip'));
		const data = rows.slice(skip, skip + Math.min(3, Number(query.get('limit'))));
		return answer(200, { data, count: rows.length });
	}

	#write(
		request: Omit<ApiRequest, 'retry'>,
		company: number,
		employee: number,
		action: string,
	): ApiResult {
		const fields = (typeof request.body === 'object' ? request.body : {}) as Partial<AlleoEmployee>;
		const { email } = fields;
		const taken =
			this.uniqueAddresses &&
			typeof email === 'string' &&
			this.accounts.some(
				(entry) =>
					entry.company_id === company &&
					entry.id !== employee &&
					emailKey(entry.email ?? '') === emailKey(email),
			);
		if (taken) return answer(409, { detail: 'in use' });
		const group = GROUPS.find(({ id }) => id === fields.company_group_id);
		const named = 'company_group_id' in fields ? { group_name: group?.name ?? null } : {};
		if (request.method === 'POST' && action === '') {
			const created = {
				...account(1),
				...fields,
				...named,
				id: this.#nextId++,
				company_id: company,
				is_active: true,
			};
			this.accounts.push(created);
			return answer(201, created);
		}
		const found = this.accounts.find(
			(entry) => entry.company_id === company && entry.id === employee,
		);
		if (found === undefined) return answer(404, { detail: 'gone' });
		if (action === '') Object.assign(found, fields, named);
		else found.is_active = action === 'activate';
		return answer(200, found);
	}
}

const answer = (status: number, body: unknown): ApiResult => ({
	ok: true,
	response: {
		status,
		headers: { 'content-type': 'application/json', 'x-request-id': 'req-1' },
		text: JSON.stringify(body),
		durationMs: 1,
		damaged: false,
		quote: String,
	},
});

const failed = (code: 'NETWORK' | 'TIMEOUT'): ApiResult => ({
	ok: false,
	failure: { code, status: null, detail: code, attempts: 1, outcomeUnknown: true },
});

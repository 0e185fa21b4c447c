import type { ZodTypeDef, ZodType } from 'zod';
import type { AlleoEmployee } from '../../../core/model/employee';
import type { CreateBody, EditBody } from '../../../core/apply/fields';
import type { ApiRequest, RetryMode, Transport } from '../../shared/http';
import { ACTIVATE, COMPANIES, DEACTIVATE, EMPLOYEE, EMPLOYEES, GROUPS, pathOf } from './operations';
import {
	faultOfFailure,
	faultOfResponse,
	parseJson,
	requestIdOf,
	unreadable,
	type Reply,
} from './reply';
import { Companies, employeeOf, Groups, Page } from './schemas';
import type { Company, EmployeePage, Group } from './schemas';

export interface PageQuery {
	skip: number;
	limit: number;
	isActive: boolean;
	/** Narrows only: what Alleo searches is unknown, so the caller compares what comes back. */
	search?: string;
}

const queryOf = ({ skip, limit, isActive, search }: PageQuery): string => {
	const parts = [`skip=${skip}`, `limit=${limit}`, `is_active=${isActive}`];
	if (search !== undefined) parts.push(`search=${encodeURIComponent(search)}`);
	return parts.join('&');
};

interface Call {
	method: ApiRequest['method'];
	template: string;
	ids?: { company?: number; employee?: number };
	query?: string;
	body?: object;
	retry: RetryMode;
}

/** The Customer API, one method per call; errors are data. Base: the vendor SDK's client.py. */
export class AlleoClient {
	/** Of a row's own client: whether a call of the row is out already. */
	#begun = false;

	constructor(
		private readonly transport: Pick<Transport, 'send'>,
		private readonly isRow = false,
	) {}

	/**
	 * A client for the calls of one row: once the first one is out, a stopped execution lets the others
	 * follow, so that no row is left half written.
	 */
	whole(): AlleoClient {
		return new AlleoClient(this.transport, true);
	}

	/** GET /companies: the companies that the keys reach, without paging. */
	async companies(): Promise<Reply<Company[]>> {
		return await this.#call({ method: 'GET', template: COMPANIES, retry: 'read' }, Companies);
	}

	/** GET /companies/{id}/groups, without paging. */
	async groups(company: number): Promise<Reply<Group[]>> {
		return await this.#call(
			{ method: 'GET', template: GROUPS, ids: { company }, retry: 'read' },
			Groups,
		);
	}

	/** One page; `count` is the total over all pages for this filter. */
	async page(company: number, query: PageQuery): Promise<Reply<EmployeePage>> {
		const call: Call = {
			method: 'GET',
			template: EMPLOYEES,
			ids: { company },
			query: queryOf(query),
			retry: 'read',
		};
		const schema = employeeOf(company);
		return await this.#call(
			call,
			Page.transform(({ data, count }, context) => {
				const rows: AlleoEmployee[] = [];
				for (const raw of data) {
					const row = schema.safeParse(raw);
					if (row.success) rows.push(row.data);
					else context.addIssue({ code: 'custom', message: 'not an employee' });
				}
				return { rows, count };
			}),
		);
	}

	async employee(company: number, employee: number): Promise<Reply<AlleoEmployee>> {
		return await this.#call(
			{ method: 'GET', template: EMPLOYEE, ids: { company, employee }, retry: 'read' },
			employeeOf(company),
		);
	}

	/** POST: never repeated here when its outcome is unknown (createSafely). */
	async create(company: number, body: CreateBody): Promise<Reply<AlleoEmployee>> {
		return await this.#call(
			{ method: 'POST', template: EMPLOYEES, ids: { company }, body, retry: 'throttle' },
			employeeOf(company),
		);
	}

	/** PATCH with the changed keys only; repeating it gives the same end state. */
	async edit(company: number, employee: number, body: EditBody): Promise<Reply<AlleoEmployee>> {
		return await this.#call(
			{ method: 'PATCH', template: EMPLOYEE, ids: { company, employee }, body, retry: 'read' },
			employeeOf(company),
		);
	}

	/** No body, no date: takes effect at once. */
	async setActive(
		company: number,
		employee: number,
		active: boolean,
	): Promise<Reply<AlleoEmployee>> {
		const template = active ? ACTIVATE : DEACTIVATE;
		return await this.#call(
			{ method: 'POST', template, ids: { company, employee }, retry: 'throttle' },
			employeeOf(company),
		);
	}

	async #call<T>(call: Call, schema: ZodType<T, ZodTypeDef, unknown>): Promise<Reply<T>> {
		const { method, template, ids, query, body, retry } = call;
		const name = `${method} ${template}`;
		const result = await this.transport.send({
			method,
			template,
			path: pathOf(template, ids),
			...(query === undefined ? {} : { query }),
			...(body === undefined ? {} : { body }),
			retry,
			finishes: this.#begun,
		});
		this.#begun = this.isRow;
		if (!result.ok) return { ok: false, fault: faultOfFailure(result.failure, name) };
		const { response } = result;
		if (response.status < 200 || response.status > 299) {
			return { ok: false, fault: faultOfResponse(response, name) };
		}
		const parsed = schema.safeParse(parseJson(response.text));
		return parsed.success
			? { ok: true, value: parsed.data, status: response.status, requestId: requestIdOf(response) }
			: { ok: false, fault: unreadable(response, name) };
	}
}

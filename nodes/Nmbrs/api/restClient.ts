import {
	messageOf,
	type ApiFailure,
	type ApiResponse,
	type ApiResult,
	type Transport,
	type TransportClock,
} from '../../shared/http';
import { failureProblem } from '../../shared/outcome';
import { REST_TEMPLATES, SCOPE_OF, type ListName } from './allowed';
import { parsePage, type Page } from './page';
import { done, failed, type Problem, type Result } from '../../../core/model/result';
import { isFatal } from './fatal';

/** Which page of which list. */
export interface ListPageQuery {
	debtor?: string;
	company?: string;
	/** How messages call the debtor or company. */
	label?: string;
	/** Narrows a list to one employee. */
	employeeId?: string;
	/** Payroll year and period of wage components. */
	year?: number | undefined;
	period?: number | undefined;
	page: number;
	size: number;
}

/** How long another process gets to save the token that it has just refreshed. */
const CONSENT_GRACE_MS = 3000;

type Failed = { ok: false; problem: Problem };

function pathOf(list: ListName, query: ListPageQuery): string {
	const ids: Record<string, string | undefined> = { debtor: query.debtor, company: query.company };
	return REST_TEMPLATES[list].replace(/\{(\w+)\}/g, (_place, name: string) =>
		encodeURIComponent(ids[name] ?? ''),
	);
}

function queryOf({ employeeId, year, period, page, size }: ListPageQuery): string {
	const parts: Array<[string, string | number | undefined]> = [
		['pageNumber', page],
		['pageSize', size],
		['employeeId', employeeId],
		['year', year],
		['period', period],
	];
	return parts
		.flatMap(([name, value]) =>
			value === undefined ? [] : [`${name}=${encodeURIComponent(String(value))}`],
		)
		.join('&');
}

/** https://nmbrs.stoplight.io: the title carries a final dot; compared without it and without case. */
const isMultiDebtor = ({ status, text }: ApiResponse): boolean =>
	status === 403 && /"title"\s*:\s*"ForbiddenMultiDebtor\.?"/i.test(text);

/**
 * Reads pages. After a problem of the whole connection (consent lost, key refused, stopped) nothing
 * more is sent: every later call gives that same problem.
 */
export class RestClient {
	#dead: Failed | null = null;

	/** The one wait for another process's token, shared by all calls that were under way. */
	#grace: Promise<void> | null = null;

	#graceOver = false;

	constructor(
		private readonly transport: Transport,
		private readonly credential: string,
		/** What to ask for per page; lowered when the server refuses it. */
		public pageSize: number,
		private readonly clock: TransportClock,
	) {}

	get stats(): Transport['stats'] {
		return this.transport.stats;
	}

	/** One page. An answer that is no page is asked for once more before it is a problem. */
	async getPage(list: ListName, query: ListPageQuery): Promise<Result<Page>> {
		const first = await this.#ask(list, query);
		if (first.ok || first.problem.code !== 'NMBRS_ANSWER_UNREADABLE') return first;
		return await this.#ask(list, query);
	}

	async #ask(list: ListName, query: ListPageQuery): Promise<Result<Page>> {
		if (this.#dead !== null) return this.#dead;
		const beforeGrace = !this.#graceOver;
		let sent = await this.#send(list, query);
		if (!sent.ok && sent.failure.reason === 'reconnect' && beforeGrace) {
			// n8n serialises refreshes in one process and, with a lock service, between processes. What is
			// left: a process that spent the token and has not saved its successor yet. n8n reads the
			// stored token anew for each request, so one later try finds it.
			this.#grace ??= this.#waitOnce();
			await this.#grace;
			sent = await this.#send(list, query);
		}
		const read = sent.ok ? this.#read(list, query, sent.response) : this.#failure(sent.failure);
		if (!read.ok && isFatal(read.problem)) this.#dead = read;
		return read;
	}

	async #waitOnce(): Promise<void> {
		await this.clock.sleep(CONSENT_GRACE_MS, undefined);
		this.#graceOver = true;
	}

	async #send(list: ListName, query: ListPageQuery): Promise<ApiResult> {
		return await this.transport.send({
			method: 'GET',
			path: pathOf(list, query),
			template: REST_TEMPLATES[list],
			query: queryOf(query),
			retry: 'read',
		});
	}

	#read(list: ListName, query: ListPageQuery, response: ApiResponse): Result<Page> {
		const { status } = response;
		const label = query.label ?? query.company ?? query.debtor ?? '';
		const parsed = status === 200 ? parsePage(response) : null;
		if (parsed?.ok === true) return done(parsed.page);
		const detail =
			`GET ${REST_TEMPLATES[list]}: ${status} ${response.quote(messageOf(response.text))}`.trim();
		if (parsed !== null) {
			return failed('NMBRS_ANSWER_UNREADABLE', { list, problem: parsed.problem }, detail);
		}
		if (isMultiDebtor(response)) return failed('NMBRS_MULTI_DEBTOR', {}, detail);
		if (status === 403)
			return failed('NMBRS_SCOPE_MISSING', { list, scope: SCOPE_OF[list] }, detail);
		if (status === 404 && query.company !== undefined) {
			return failed('NMBRS_COMPANY_NOT_COVERED', { company: label }, detail);
		}
		if (status === 404 && query.debtor !== undefined) {
			return failed('NMBRS_DEBTOR_NOT_COVERED', { debtor: label }, detail);
		}
		return failed('NMBRS_REQUEST_REFUSED', { list, status }, detail);
	}

	#failure(failure: ApiFailure): Failed {
		const { credential } = this;
		const { code, reason, detail } = failure;
		if (code !== 'UNAUTHORIZED') return { ok: false, problem: failureProblem('nmbrs', failure) };
		if (reason === 'reconnect') return failed('NMBRS_CONSENT_LOST', { credential }, detail);
		if (reason === 'noRefresh') {
			return failed('NMBRS_CONSENT_LOST_NO_REFRESH', { credential }, detail);
		}
		if (reason === 'notConnected') return failed('NMBRS_NOT_CONNECTED', { credential }, detail);
		if (reason === 'client') return failed('NMBRS_CLIENT_REFUSED', { credential }, detail);
		return failed('NMBRS_ACCESS_REFUSED', { credential }, detail);
	}
}

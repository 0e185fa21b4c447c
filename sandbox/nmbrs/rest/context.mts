import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { NmbrsCompany, NmbrsPerson } from '../../world/types.mts';
import type { Consent } from '../identity/types.mts';
import { takeListFaults } from '../listFaults.mts';
import type { NmbrsState } from '../state.mts';
import { badRequest, notFound } from './errors.mts';
import { checkAccess, checkDebtor, needScope } from './guard.mts';
import { pageOf, readPaging } from './paging.mts';

export type Handler = (request: FastifyRequest, consent: Consent, reply: FastifyReply) => unknown;

export const queryOf = (request: FastifyRequest): URLSearchParams =>
	new URLSearchParams(request.url.split('?')[1] ?? '');

export const param = (request: FastifyRequest, name: string): string =>
	(request.params as Record<string, string>)[name] ?? '';

/** What every route of the REST API needs: access, ids that the consent covers, and pages. */
export class RestContext {
	readonly state: NmbrsState;
	private readonly app: FastifyInstance;

	constructor(app: FastifyInstance, state: NmbrsState) {
		this.app = app;
		this.state = state;
	}

	/** A route behind subscription key, bearer token and one of these scopes. */
	get(path: string, scopes: string[], handler: Handler): void {
		this.app.get(path, (request, reply) => {
			const consent = this.access(request, scopes);
			return handler(request, consent, reply);
		});
	}

	/** A route that finds its scopes itself. */
	open(path: string, handler: (request: FastifyRequest) => unknown): void {
		this.app.get(path, handler);
	}

	access(request: FastifyRequest, scopes: string[]): Consent {
		const consent = checkAccess(this.state, request);
		needScope(this.state, consent, scopes);
		return consent;
	}

	/** One page of `all`, with the list faults that are set for it. */
	page<T>(
		request: FastifyRequest,
		list: string,
		companyId: string | null,
		all: readonly T[],
		render: (item: T) => object,
	): object {
		const { settings } = this.state;
		const paging = readPaging(queryOf(request), settings);
		if (paging === null) throw badRequest('pageNumber or pageSize is not valid.');
		const faults = takeListFaults(settings.listFaults, { list, companyId, page: paging.page });
		if (faults.has('vanishCompany') && companyId !== null) {
			this.state.vanish(companyId);
			throw notFound('Company');
		}
		const host = request.headers.host ?? 'localhost';
		const url = `http://${host}${request.url.split('?')[0] ?? ''}`;
		return pageOf(all, paging, url, settings, faults, render);
	}

	isPresent = (company: NmbrsCompany): boolean =>
		!this.state.settings.vanishedCompanies.includes(company.companyId);

	/** 404 for an unknown or vanished company, 403 outside the consent. */
	company(consent: Consent, id: string): NmbrsCompany {
		const company = this.state.model.company(id);
		if (company === undefined || !this.isPresent(company)) throw notFound('Company');
		checkDebtor(consent, company.debtorId);
		return company;
	}

	person(consent: Consent, id: string): NmbrsPerson {
		const person = this.state.model.person(id);
		if (person === undefined) throw notFound('Employee');
		this.company(consent, person.companyId);
		return person;
	}
}

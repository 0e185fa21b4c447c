import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { guid } from '../../world/catalogue.mts';
import type { NmbrsCompany, NmbrsPerson } from '../../world/types.mts';
import type { Consent } from '../identity/grants.mts';
import { infoInForce } from '../inForce.mts';
import { takeListFaults } from '../listFaults.mts';
import type { NmbrsState } from '../state.mts';
import { badRequest, notFound } from './errors.mts';
import { checkAccess, checkDebtor, checkMultiDebtor, mayRead, needScope } from './guard.mts';
import {
	basicInfo,
	INFO_SCOPES,
	LEAVE_SCOPES,
	PAYMENT_SCOPES,
	personalInfo,
	REST_LISTS,
	type RestList,
} from './lists.mts';
import { pageOf, readPaging } from './paging.mts';
import { runsOf } from './runs.mts';

const COMPANY_SCOPES = ['company.info.read', 'company.info', 'company.payrollsettings.read'];
const EMPTY_PDF = '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';

const queryOf = (request: FastifyRequest): URLSearchParams =>
	new URLSearchParams(request.url.split('?')[1] ?? '');

/** The REST API under `/api`: reads only; anything else is recorded as an attempt to write. */
export function restRoutes(app: FastifyInstance, state: NmbrsState): void {
	const { model } = state;

	const answer = <T,>(
		request: FastifyRequest,
		list: string,
		companyId: string | null,
		all: readonly T[],
		render: (item: T) => object,
	): object => {
		const { settings } = state;
		const paging = readPaging(queryOf(request), settings);
		if (paging === null) throw badRequest('pageNumber or pageSize is not valid.');
		const faults = takeListFaults(settings.listFaults, { list, companyId, page: paging.page });
		if (faults.has('vanishCompany') && companyId !== null) {
			state.vanish(companyId);
			throw notFound('Company');
		}
		const host = request.headers.host ?? 'localhost';
		const url = `http://${host}${request.url.split('?')[0] ?? ''}`;
		return pageOf(all, paging, url, settings, faults, render);
	};

	const findCompany = (consent: Consent, id: string): NmbrsCompany => {
		const company = model.company(id);
		if (company === undefined || state.settings.vanishedCompanies.includes(id)) {
			throw notFound('Company');
		}
		checkDebtor(consent, company.debtorId);
		return company;
	};

	const companyItem = (company: NmbrsCompany): object => ({
		companyId: company.companyId,
		number: company.number,
		name: company.name,
		debtorId: company.debtorId,
	});

	const present = (company: NmbrsCompany): boolean =>
		!state.settings.vanishedCompanies.includes(company.companyId);

	const filterPeople = (
		people: NmbrsPerson[],
		query: URLSearchParams,
		byType: boolean,
	): NmbrsPerson[] => {
		const id = query.get('employeeId')?.toLowerCase();
		const type = byType ? query.get('employeeType')?.toLowerCase() : undefined;
		if (id === undefined && type === undefined) return people;
		return people.filter(
			(person) =>
				(id === undefined || person.employeeId.toLowerCase() === id) &&
				(type === undefined || person.employeeType.toLowerCase() === type),
		);
	};

	type Handler = (request: FastifyRequest, consent: Consent, reply: FastifyReply) => unknown;
	const get = (path: string, scopes: string[], handler: Handler): void => {
		app.get(path, (request, reply) => {
			const consent = checkAccess(state, request);
			needScope(state, consent, scopes);
			return handler(request, consent, reply);
		});
	};
	const param = (request: FastifyRequest, name: string): string =>
		(request.params as Record<string, string>)[name] ?? '';

	get('/api/debtors', COMPANY_SCOPES, (request, consent) => {
		const visible = model.world.debtors.filter((debtor) => mayRead(consent, debtor.debtorId));
		return answer(request, 'debtors', null, visible, ({ debtorId, number, name }) => ({
			debtorId,
			number,
			name,
		}));
	});

	get('/api/companies', COMPANY_SCOPES, (request, consent) => {
		checkMultiDebtor(state, consent);
		const visible = model.world.companies.filter(
			(company) => mayRead(consent, company.debtorId) && present(company),
		);
		return answer(request, 'companies', null, visible, companyItem);
	});

	get('/api/debtors/:d/companies', COMPANY_SCOPES, (request, consent) => {
		const debtor = model.debtor(param(request, 'd'));
		if (debtor === undefined) throw notFound('Debtor');
		checkDebtor(consent, debtor.debtorId);
		const theirs = model.world.companies.filter(
			(company) => company.debtorId === debtor.debtorId && present(company),
		);
		return answer(request, 'companies', null, theirs, companyItem);
	});

	get('/api/debtors/:d/managers', COMPANY_SCOPES, (request, consent) => {
		const debtor = model.debtor(param(request, 'd'));
		if (debtor === undefined) throw notFound('Debtor');
		checkDebtor(consent, debtor.debtorId);
		const managers = new Map<string, object>();
		for (const company of model.world.companies) {
			if (company.debtorId !== debtor.debtorId) continue;
			for (const row of model.peopleOf(company.companyId).flatMap((one) => one.managers)) {
				const { employeeId: managerId, firstName, lastName, email } = row;
				managers.set(managerId, { managerId, firstName, lastName, email });
			}
		}
		return answer(request, 'managers', null, [...managers.values()], (item) => item);
	});

	get('/api/companies/:c/period', COMPANY_SCOPES, (request, consent) => {
		const company = findCompany(consent, param(request, 'c'));
		const current = { year: company.currentYear, period: company.currentPeriod };
		const nested = state.settings.periodShape === 'nested';
		return answer(request, 'period', company.companyId, [current], (item) =>
			nested ? { period: item } : item,
		);
	});

	get('/api/companies/:c/leaveGroups', LEAVE_SCOPES, (request, consent) => {
		const company = findCompany(consent, param(request, 'c'));
		return answer(request, 'leavegroups', company.companyId, company.leaveGroups, (group) => ({
			leaveGroupId: group.id,
			group: group.group,
			description: group.description,
		}));
	});

	get('/api/companies/:c/runs', [...PAYMENT_SCOPES, ...COMPANY_SCOPES], (request, consent) => {
		const company = findCompany(consent, param(request, 'c'));
		const year = Number(queryOf(request).get('year') ?? String(company.currentYear));
		return answer(request, 'runs', company.companyId, runsOf(company, year), (run) => ({
			payrollRunId: run.payrollRunId,
			number: run.number,
			description: run.description,
			year: run.year,
			createdAt: run.createdAt,
			locked: true,
		}));
	});

	const employeeItem = (person: NmbrsPerson): object => ({
		employeeId: person.employeeId,
		employeeBasicInfo: basicInfo(person),
	});

	get('/api/companies/:c/runs/:run/employees', PAYMENT_SCOPES, (request, consent) => {
		const company = findCompany(consent, param(request, 'c'));
		const people = model.peopleOf(company.companyId);
		const paid = people.filter((person) => person.employeeType === 'payroll');
		return answer(request, 'runemployees', company.companyId, paid, employeeItem);
	});

	get('/api/companies/:c/employees', INFO_SCOPES, (request, consent) => {
		const company = findCompany(consent, param(request, 'c'));
		const people = filterPeople(model.peopleOf(company.companyId), queryOf(request), true);
		return answer(request, 'employees', company.companyId, people, employeeItem);
	});

	const anyList = (request: FastifyRequest, list: RestList, name: string): object => {
		const consent = checkAccess(state, request);
		needScope(state, consent, list.scopes);
		const company = findCompany(consent, param(request, 'c'));
		const query = queryOf(request);
		const people = filterPeople(model.peopleOf(company.companyId), query, name === 'personalinfo');
		return answer(request, name, company.companyId, people, (person) => ({
			employeeId: person.employeeId,
			...list.item(person, state.settings, company),
		}));
	};

	app.get('/api/companies/:c/employees/:list', (request) => {
		const name = param(request, 'list').toLowerCase();
		const list = REST_LISTS[name];
		if (list === undefined) throw notFound('Resource');
		const template = `/api/companies/{c}/employees/${param(request, 'list')}`;
		if (request.sandbox !== null) request.sandbox.entry.operation = template;
		if (list.bait === true) state.baits.push(request.url);
		return anyList(request, list, name);
	});

	const findPerson = (consent: Consent, id: string): NmbrsPerson => {
		const person = model.person(id);
		if (person === undefined) throw notFound('Employee');
		findCompany(consent, person.companyId);
		return person;
	};

	get('/api/employees/:e', INFO_SCOPES, (request, consent) => {
		const person = findPerson(consent, param(request, 'e'));
		const newest = infoInForce(person, findCompany(consent, person.companyId));
		return answer(request, 'employee', person.companyId, [person], () => ({
			employeeId: person.employeeId,
			personalInfo: newest === undefined ? null : personalInfo(person, newest, state.settings),
		}));
	});

	for (const path of [
		'/api/employees/:e/payslipperperiod',
		'/api/employees/:e/payslipperperiod/',
	]) {
		get(path, PAYMENT_SCOPES, (request, consent) => {
			const person = findPerson(consent, param(request, 'e'));
			return { taskId: guid('d0', person.soapId) };
		});
	}

	get('/api/documents/:taskId', PAYMENT_SCOPES, (_request, _consent, reply) =>
		reply.type('application/pdf').send(EMPTY_PDF),
	);

	for (const bait of ['privateInfo', 'addresses', 'bankaccount', 'bankaccounts', 'children']) {
		get(`/api/employees/:e/${bait}`, INFO_SCOPES, (request, consent) => {
			state.baits.push(request.url);
			const person = findPerson(consent, param(request, 'e'));
			return { data: [{ employeeId: person.employeeId, ...person.bait }] };
		});
	}
}

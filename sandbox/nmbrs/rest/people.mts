import { guid } from '../../world/catalogue.mts';
import type { NmbrsCompany, NmbrsPerson } from '../../world/types.mts';
import { infoInForce } from '../inForce.mts';
import { param, queryOf, type RestContext } from './context.mts';
import { notFound } from './errors.mts';
import { REST_LISTS, type RestList } from './lists.mts';
import { basicInfo, personalInfo } from './render.mts';
import { INFO, PAYMENT } from './scopes.mts';

const EMPTY_PDF = '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';

/** Lists whose people `employeeType` narrows; elsewhere the parameter means nothing. */
const BY_TYPE = new Set(['employees', 'personalinfo']);

function filterPeople(people: NmbrsPerson[], query: URLSearchParams, list: string): NmbrsPerson[] {
	const id = query.get('employeeId')?.toLowerCase();
	const type = BY_TYPE.has(list) ? query.get('employeeType')?.toLowerCase() : undefined;
	if (id === undefined && type === undefined) return people;
	return people.filter(
		(person) =>
			(id === undefined || person.employeeId.toLowerCase() === id) &&
			(type === undefined || person.employeeType.toLowerCase() === type),
	);
}

const isOld = (row: unknown, from: string): boolean =>
	typeof row === 'object' &&
	row !== null &&
	'createdAt' in row &&
	String(row.createdAt).slice(0, 10) < from;

/** `createdFrom` keeps the rows that were created since, and the people who have such rows. */
function createdSince(items: object[], from: string): object[] {
	return items.flatMap((item) => {
		const entries = Object.entries(item).map(([key, value]): [string, unknown] => [
			key,
			Array.isArray(value) ? value.filter((row) => !isOld(row, from)) : value,
		]);
		const isEmpty = entries.some(([, value]) => Array.isArray(value) && value.length === 0);
		return isEmpty ? [] : [Object.fromEntries(entries)];
	});
}

const employeeItem = (person: NmbrsPerson): object => ({
	employeeId: person.employeeId,
	employeeBasicInfo: basicInfo(person),
});

/** Employees and their histories; the bait among them answers and is written down. */
export function peopleRoutes(rest: RestContext): void {
	const { state } = rest;
	const { model } = state;

	rest.get('/api/companies/:c/employees', INFO, (request, consent) => {
		const { companyId } = rest.company(consent, param(request, 'c'));
		const people = filterPeople(model.peopleOf(companyId), queryOf(request), 'employees');
		return rest.page(request, 'employees', companyId, people, employeeItem);
	});

	rest.get('/api/companies/:c/runs/:run/employees', PAYMENT, (request, consent) => {
		const { companyId } = rest.company(consent, param(request, 'c'));
		const paid = model.peopleOf(companyId).filter((person) => person.employeeType === 'payroll');
		return rest.page(request, 'runemployees', companyId, paid, employeeItem);
	});

	const renderer =
		(list: RestList, company: NmbrsCompany) =>
		(person: NmbrsPerson): object => ({
			employeeId: person.employeeId,
			...list.item(person, state.settings, company),
		});

	rest.open('/api/companies/:c/employees/:list', (request) => {
		const name = param(request, 'list').toLowerCase();
		const list = REST_LISTS[name];
		if (list === undefined) throw notFound('Resource');
		const template = `/api/companies/{c}/employees/${param(request, 'list')}`;
		if (request.sandbox !== null) request.sandbox.entry.operation = template;
		if (list.bait === true) state.baits.push(request.url);
		const company = rest.company(rest.access(request, list.scopes), param(request, 'c'));
		const query = queryOf(request);
		const people = filterPeople(model.peopleOf(company.companyId), query, name);
		const render = renderer(list, company);
		const from = query.get('createdFrom');
		if (from === null) return rest.page(request, name, company.companyId, people, render);
		const items = createdSince(people.map(render), from.slice(0, 10));
		return rest.page(request, name, company.companyId, items, (item) => item);
	});

	rest.get('/api/employees/:e', INFO, (request, consent) => {
		const person = rest.person(consent, param(request, 'e'));
		const info = infoInForce(person, rest.company(consent, person.companyId));
		return rest.page(request, 'employee', person.companyId, [person], ({ employeeId }) => ({
			employeeId,
			personalInfo: info === undefined ? null : personalInfo(person, info, state.settings),
		}));
	});

	for (const end of ['', '/']) {
		rest.get(`/api/employees/:e/payslipperperiod${end}`, PAYMENT, (request, consent) => ({
			taskId: guid('d0', rest.person(consent, param(request, 'e')).soapId),
		}));
	}

	rest.get('/api/documents/:taskId', PAYMENT, (_request, _consent, reply) =>
		reply.type('application/pdf').send(EMPTY_PDF),
	);

	for (const bait of ['privateInfo', 'addresses', 'bankaccount', 'bankaccounts', 'children']) {
		rest.get(`/api/employees/:e/${bait}`, INFO, (request, consent) => {
			state.baits.push(request.url);
			const person = rest.person(consent, param(request, 'e'));
			return { data: [{ employeeId: person.employeeId, ...person.bait }] };
		});
	}
}

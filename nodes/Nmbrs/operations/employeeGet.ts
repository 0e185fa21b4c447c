import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { readCompanies, type CompanyPartition } from '../listing/companies';
import type { RawEmployee } from '../employee/rawEmployee';
import { readWithExtraFields } from '../employee/readEmployees';
import { done, failed, type Result } from '../../../core/model/result';
import type { RestClient } from '../api/restClient';
import { hasTokenCredential } from '../api/soap/client';
import type { SoapReader } from '../api/soap/reader';
import { EMPLOYEE_TYPES } from '../employee/types';
import { tellRemarks } from '../../shared/source/tell';
import { closeExtraFields } from '../employee/extraFieldRemarks';
import { failedItem, toError, toItems, type Outputs } from '../../shared/outcome';
import { readAll } from '../../shared/parameters';
import { companyId, employeeId, extraFieldNames, include } from './descriptions/employee';
import { day } from './descriptions/partitions';
import { openRest, openSoap } from './readCompanies';

const ASKED = { include, companyId, employeeId, referenceDate: day, choice: extraFieldNames };

interface Session {
	client: RestClient;
	companies: Map<string, CompanyPartition>;
	soap: SoapReader | null;
}

/** What all items share: one client and one list of companies, however many items come in. */
async function openSession(context: IExecuteFunctions): Promise<Result<Session>> {
	const client = await openRest(context);
	if (!client.ok) return client;
	const read = await readCompanies(client.value);
	if (!read.ok) return read;
	const companies = new Map(read.value.companies.map((company) => [company.id, company]));
	if (!hasTokenCredential(context)) return done({ client: client.value, companies, soap: null });
	const soap = await openSoap(context);
	return soap.ok ? done({ client: client.value, companies, soap: soap.value }) : soap;
}

async function getOne(
	context: IExecuteFunctions,
	session: Session,
	item: number,
): Promise<Result<RawEmployee>> {
	const asked = readAll(context, ASKED, item);
	if (!asked.ok) return asked;
	const { companyId: id, choice, ...options } = asked.value;
	const wantsExtra = options.include.has('extraFields');
	if (wantsExtra && session.soap === null) return failed('NMBRS_SOAP_CREDENTIAL_MISSING');
	const company = session.companies.get(id);
	if (company === undefined) return failed('NMBRS_COMPANY_NOT_COVERED', { company: id });
	const { soap } = session;
	const extra = wantsExtra && soap !== null ? { soap, choice } : null;
	const read = await readWithExtraFields(session.client, extra, company, {
		...options,
		employeeTypes: new Set<string>(EMPLOYEE_TYPES),
	});
	// A server that ignores the filter answers everybody: only the one asked for goes on.
	const wanted = options.employeeId.toLowerCase();
	const person = read.items.find((one) => one.employeeId.toLowerCase() === wanted);
	if (person !== undefined) {
		if (extra !== null) tellRemarks(context, closeExtraFields([person], extra.choice));
		return done(person);
	}
	return read.problem !== null
		? { ok: false, problem: read.problem }
		: failed('NMBRS_EMPLOYEE_NOT_FOUND', { company: company.name ?? company.id });
}

/** One employee per input item, in the same form as Get Many. */
export async function employeeGet(context: IExecuteFunctions): Promise<Result<Outputs>> {
	const session = await openSession(context);
	if (!session.ok) return session;
	const people: INodeExecutionData[] = [];
	const count = context.getInputData().length;
	for (let item = 0; item < count; item += 1) {
		const read = await getOne(context, session.value, item);
		if (read.ok) people.push(...toItems([read.value], item));
		else people.push(failedItem(context, toError(context, read.problem, item), item));
	}
	return done([people, []]);
}

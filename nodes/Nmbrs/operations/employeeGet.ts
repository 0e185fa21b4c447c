import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { createRestClient } from '../api/client';
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
import {
	readClientOptions,
	readExtraFieldChoice,
	readId,
	readInclude,
	readReferenceDate,
} from './parameters';
import { openSoap } from './readCompanies';

interface Session {
	client: RestClient;
	companies: Map<string, CompanyPartition>;
	soap: SoapReader | null;
}

/** What all items share: one client and one list of companies, however many items come in. */
async function openSession(context: IExecuteFunctions): Promise<Result<Session>> {
	const client = await createRestClient(context, readClientOptions(context));
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
	const include = readInclude(context, item);
	if (!include.ok) return include;
	const companyId = readId(context, 'companyId', 'Company Name or ID', item);
	if (!companyId.ok) return companyId;
	const employeeId = readId(context, 'employeeId', 'Employee ID', item);
	if (!employeeId.ok) return employeeId;
	const referenceDate = readReferenceDate(context, item);
	if (!referenceDate.ok) return referenceDate;
	const wantsExtra = include.value.has('extraFields');
	if (wantsExtra && session.soap === null) return failed('NMBRS_SOAP_CREDENTIAL_MISSING');
	const company = session.companies.get(companyId.value);
	if (company === undefined)
		return failed('NMBRS_COMPANY_NOT_COVERED', { company: companyId.value });
	const options = {
		include: include.value,
		employeeTypes: new Set<string>(EMPLOYEE_TYPES),
		referenceDate: referenceDate.value,
		employeeId: employeeId.value,
	};
	const { soap } = session;
	const choice = readExtraFieldChoice(context, item);
	if (!choice.ok) return choice;
	const extra = wantsExtra && soap !== null ? { soap, choice: choice.value } : null;
	const read = await readWithExtraFields(session.client, extra, company, options);
	// A server that ignores the filter answers everybody: only the one asked for goes on.
	const asked = employeeId.value.toLowerCase();
	const person = read.items.find((one) => one.employeeId.toLowerCase() === asked);
	if (person !== undefined) {
		if (extra !== null) tellRemarks(context, closeExtraFields([person], extra.choice));
		return done(person);
	}
	const problem = read.problem ?? read.beside ?? null;
	return problem !== null
		? { ok: false, problem }
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

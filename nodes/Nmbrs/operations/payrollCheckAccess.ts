import type { IExecuteFunctions } from 'n8n-workflow';

import { resolveCarried } from '../../../core/issues';
import { done, failed, type Result } from '../../../core/model/result';
import { isFatal } from '../api/fatal';
import { hasTokenCredential } from '../api/soap/client';
import {
	accessOf,
	PAYROLL_SERVICES,
	type ServiceAnswer,
	type PayrollService,
	type ServiceAccess,
} from '../api/soap/payrollServices';
import type { SoapReader } from '../api/soap/reader';
import { toItems, type Outputs } from '../../shared/outcome';
import { day } from './descriptions/partitions';
import { openSoap } from './readCompanies';

async function ask(
	soap: SoapReader,
	service: PayrollService,
	company: number,
	year: number,
): Promise<Result<ServiceAnswer>> {
	const { operation: name, fields } = service;
	const answer = await soap.ask({
		service: service.service,
		name,
		fields: fields(company, year),
		lists: [],
	});
	if (answer.ok) return done({ kind: 'answered' });
	const fault = soap.faultOf(name);
	if (fault !== null) return done({ kind: 'fault', fault });
	return isFatal(answer.problem) ? answer : done({ kind: 'lost' });
}

const toItem = ({ code, params, ...access }: ServiceAccess): object => {
	const issue = code === null ? null : resolveCarried({ code, params });
	return { ...access, code, message: issue?.message ?? null, action: issue?.action ?? null };
};

/** One item for each of the six services: may the API user call it, and what to do if not. */
export async function payrollCheckAccess(context: IExecuteFunctions): Promise<Result<Outputs>> {
	if (!hasTokenCredential(context)) return failed('NMBRS_PAYROLL_SOAP_OFF');
	const soap = await openSoap(context);
	if (!soap.ok) return soap;
	const date = day.read(context);
	if (!date.ok) return date;
	const companies = await soap.value.companies();
	const company = companies.ok ? (companies.value[0]?.id ?? 0) : 0;
	const access: ServiceAccess[] = [];
	for (const service of PAYROLL_SERVICES) {
		const answer = await ask(soap.value, service, company, Number(date.value.slice(0, 4)));
		if (!answer.ok) return answer;
		access.push(accessOf(service, answer.value));
	}
	return done([toItems(access.map(toItem)), []]);
}

import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { literal } from '../../../core/connect/evaluated';
import { toError } from '../../shared/outcome';
import { createRestClient, DEFAULT_CLIENT_OPTIONS } from '../api/client';
import { choosePartitions, companyLabel, type CompanyPartition } from '../listing/companies';
import { done, failed, type Result } from '../../../core/model/result';
import { findCompany } from '../employee/bridge';
import { createSoapReader, hasTokenCredential } from '../api/soap/client';
import { PayrollReader } from '../payroll/payrollReader';
import type { SoapReader } from '../api/soap/reader';
import { namesOf } from '../../shared/parameters';

/** A picker asks for every company; a firm with more than these types the number. */
const MOST_COMPANIES = 25;

interface Chosen {
	soap: SoapReader;
	companies: Array<{ company: CompanyPartition; soapId: number }>;
}

/** The companies that the node reads, with their SOAP ids. */
async function chosenCompanies(context: ILoadOptionsFunctions): Promise<Result<Chosen>> {
	if (!hasTokenCredential(context)) return failed('NMBRS_PAYROLL_SOAP_OFF');
	const client = await createRestClient(context);
	if (!client.ok) return client;
	const debtorIds = namesOf(context.getCurrentNodeParameter('debtorIds')) ?? [];
	const companyIds = namesOf(context.getCurrentNodeParameter('companyIds')) ?? [];
	const read = await choosePartitions(client.value, debtorIds, companyIds);
	if (!read.ok) return read;
	const soap = await createSoapReader(context, DEFAULT_CLIENT_OPTIONS);
	if (!soap.ok) return soap;
	const known = await soap.value.companies();
	if (!known.ok) return known;
	const companies: Chosen['companies'] = [];
	for (const company of read.value.companies.slice(0, MOST_COMPANIES)) {
		const found = findCompany(known.value, company);
		if (found.ok) companies.push({ company, soapId: found.value.id });
		else if (read.value.companies.length === 1) return found;
	}
	return done({ soap: soap.value, companies });
}

const byName = (one: INodePropertyOptions, other: INodePropertyOptions): number =>
	one.name.localeCompare(other.name, 'en', { numeric: true });

/** Wage codes of the chosen companies, `4000 Vakantiegeld`; one number may have several names. */
export async function getWageCodes(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const chosen = await chosenCompanies(this);
	if (!chosen.ok) throw toError(this, chosen.problem);
	const names = new Map<string, Set<string>>();
	for (const { soapId } of chosen.value.companies) {
		const codes = await chosen.value.soap.wageCodes(soapId);
		if (!codes.ok) throw toError(this, codes.problem);
		for (const [code, description] of codes.value) {
			const known = names.get(code) ?? new Set<string>();
			names.set(code, known.add(description ?? ''));
		}
	}
	return [...names]
		.map(([code, known]) => ({
			name: [code, [...known].filter((name) => name !== '').join(' / ')].join(' ').trim(),
			value: literal(code),
		}))
		.sort(byName);
}

/** Runs of this year and the year before, newest first. */
export async function getRuns(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const chosen = await chosenCompanies(this);
	if (!chosen.ok) throw toError(this, chosen.problem);
	const reader = new PayrollReader(chosen.value.soap);
	const year = new Date().getUTCFullYear();
	const options: Array<INodePropertyOptions & { rank: number }> = [];
	for (const { company, soapId } of chosen.value.companies) {
		for (const one of [year, year - 1]) {
			const runs = await reader.runs(soapId, one);
			if (!runs.ok) throw toError(this, runs.problem);
			for (const run of runs.value) {
				const period = `${run.year}-${String(run.period).padStart(2, '0')}`;
				const parts = [companyLabel(company), period, run.description ?? ''];
				const name = [...parts, run.locked ? '' : '(not locked)'].filter(Boolean).join(' ');
				options.push({ name, value: run.id, rank: run.year * 100 + run.period });
			}
		}
	}
	return options
		.sort((one, other) => other.rank - one.rank || byName(one, other))
		.map(({ name, value }) => ({ name, value }));
}

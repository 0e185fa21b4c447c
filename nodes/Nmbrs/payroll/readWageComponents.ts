import { companyLabel, type CompanyPartition } from '../listing/companies';
import { emptyRead, type PartitionRead } from '../../shared/source/source';
import { readTable } from '../listing/readTable';
import type { RestClient } from '../api/restClient';
import { WageComponentRow } from '../api/schemas';
import { findCompany } from '../employee/bridge';
import type { SoapReader } from '../api/soap/reader';

/** One wage component of one employee: input of payroll, not the outcome of a run. */
export interface WageComponentItem {
	source: 'nmbrs';
	employeeId: string;
	kind: 'fixed' | 'variable';
	id: string | null;
	code: string | null;
	/** Name of the wage code; null without the SOAP credential. */
	description: string | null;
	value: number | null;
	endYear: number | null;
	endPeriod: number | null;
	costCenterId: string | null;
	costUnitId: string | null;
	company: { id: string; number: string | null; name: string | null };
}

export interface WageOptions {
	year: number | undefined;
	period: number | undefined;
}

/** Names of the wage codes; empty when SOAP is not set or does not give them: codes say it too. */
async function wageCodes(
	soap: SoapReader | null,
	company: CompanyPartition,
): Promise<Map<string, string | null>> {
	if (soap === null) return new Map();
	const companies = await soap.companies();
	const found = companies.ok ? findCompany(companies.value, company) : companies;
	const codes = found.ok ? await soap.wageCodes(found.value.id) : found;
	return codes.ok ? codes.value : new Map();
}

/** Fixed and variable wage components of one company. */
export async function readCompanyWages(
	client: RestClient,
	soap: SoapReader | null,
	company: CompanyPartition,
	options: WageOptions,
): Promise<PartitionRead<WageComponentItem>> {
	const query = { company: company.id, label: companyLabel(company), ...options };
	const [fixed, variable, names] = await Promise.all([
		readTable(client, 'fixedwagecomponents', 'fixedWageComponents', WageComponentRow, query),
		readTable(client, 'variablewagecomponents', 'variableWageComponents', WageComponentRow, query),
		wageCodes(soap, company),
	]);
	if (!fixed.ok) return emptyRead(fixed.problem);
	if (!variable.ok) return emptyRead(variable.problem);
	const { id, number, name } = company;
	const itemsOf = (
		kind: 'fixed' | 'variable',
		table: Map<string, WageComponentRow[]>,
	): WageComponentItem[] =>
		[...table].flatMap(([employeeId, rows]) =>
			rows.map((row) => ({
				source: 'nmbrs' as const,
				employeeId,
				kind,
				id: row.id,
				code: row.code,
				description: names.get(row.code ?? '') ?? null,
				value: row.value,
				endYear: row.endYear,
				endPeriod: row.endPeriod,
				costCenterId: row.costCenterId,
				costUnitId: row.costUnitId,
				company: { id, number, name },
			})),
		);
	return {
		items: [
			...itemsOf('fixed', fixed.value.byEmployee),
			...itemsOf('variable', variable.value.byEmployee),
		],
		employees: new Set([...fixed.value.byEmployee.keys(), ...variable.value.byEmployee.keys()])
			.size,
		pages: fixed.value.pages + variable.value.pages,
		checks: [...fixed.value.checks, ...variable.value.checks],
		problem: fixed.value.problem ?? variable.value.problem,
	};
}

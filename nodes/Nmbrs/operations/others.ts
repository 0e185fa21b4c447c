import type { IExecuteFunctions } from 'n8n-workflow';

import { choosePartitions, readDebtors } from '../listing/companies';
import { partitionProblem } from '../listing/source';
import { readCompanyLeave } from '../payroll/readLeave';
import { readCompanyWages } from '../payroll/readWageComponents';
import { done, type Result } from '../../../core/model/result';
import { hasTokenCredential } from '../api/soap/client';
import { toItems, type Outputs } from '../../shared/outcome';
import { readAll } from '../../shared/parameters';
import { leaveGroups, period, year } from './descriptions/leaveAndPayroll';
import { debtorIds } from './descriptions/partitions';
import { openRest, openSoap, readCompanies } from './readCompanies';

/** Every debtor that the consent covers. */
export async function debtorGetAll(context: IExecuteFunctions): Promise<Result<Outputs>> {
	const client = await openRest(context);
	if (!client.ok) return client;
	const debtors = await readDebtors(client.value);
	if (!debtors.ok) return debtors;
	return done([toItems(debtors.value.map(({ id, ...rest }) => ({ debtorId: id, ...rest }))), []]);
}

/** Every company, or those of the chosen debtors; a debtor that is not covered is an error. */
export async function companyGetAll(context: IExecuteFunctions): Promise<Result<Outputs>> {
	const chosen = debtorIds.read(context);
	if (!chosen.ok) return chosen;
	const client = await openRest(context);
	if (!client.ok) return client;
	const read = await choosePartitions(client.value, chosen.value, []);
	if (!read.ok) return read;
	const [gone] = read.value.missing;
	if (gone !== undefined) return { ok: false, problem: partitionProblem(gone, gone.problem) };
	const companies = read.value.companies.map(({ id, ...rest }) => ({ companyId: id, ...rest }));
	return done([toItems(companies), []]);
}

/** Leave balances, statutory or not by the node's table. */
export async function leaveGetAll(context: IExecuteFunctions): Promise<Result<Outputs>> {
	const rules = leaveGroups.read(context);
	if (!rules.ok) return rules;
	return await readCompanies(
		context,
		async (client, company) => await readCompanyLeave(client, company, rules.value),
	);
}

/** Fixed and variable wage components; their names come along when the SOAP credential is set. */
export async function getWageComponents(context: IExecuteFunctions): Promise<Result<Outputs>> {
	const when = readAll(context, { year, period });
	if (!when.ok) return when;
	const soap = hasTokenCredential(context) ? await openSoap(context) : null;
	if (soap !== null && !soap.ok) return soap;
	return await readCompanies(
		context,
		async (client, company) =>
			await readCompanyWages(client, soap?.value ?? null, company, when.value),
	);
}

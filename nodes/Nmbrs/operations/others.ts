import type { IExecuteFunctions } from 'n8n-workflow';

import { createRestClient } from '../api/client';
import { choosePartitions, readDebtors } from '../listing/companies';
import { partitionProblem } from '../listing/source';
import { readCompanyLeave } from '../payroll/readLeave';
import { readCompanyWages } from '../payroll/readWageComponents';
import { done, type Result } from '../../../core/model/result';
import { hasTokenCredential } from '../api/soap/client';
import { toItems, type Outputs } from '../../shared/outcome';
import { readChoice, readClientOptions, readCount, readLeaveRules } from './parameters';
import { openSoap, readCompanies } from './readCompanies';

/** Every debtor that the consent covers. */
export async function debtorGetAll(context: IExecuteFunctions): Promise<Result<Outputs>> {
	const client = await createRestClient(context, readClientOptions(context));
	if (!client.ok) return client;
	const debtors = await readDebtors(client.value);
	if (!debtors.ok) return debtors;
	return done([toItems(debtors.value.map(({ id, ...rest }) => ({ debtorId: id, ...rest }))), []]);
}

/** Every company, or those of the chosen debtors; a debtor that is not covered is an error. */
export async function companyGetAll(context: IExecuteFunctions): Promise<Result<Outputs>> {
	const choice = readChoice(context);
	if (!choice.ok) return choice;
	const client = await createRestClient(context, readClientOptions(context));
	if (!client.ok) return client;
	const read = await choosePartitions(client.value, choice.value.debtorIds, []);
	if (!read.ok) return read;
	const [gone] = read.value.missing;
	if (gone !== undefined) return { ok: false, problem: partitionProblem(gone, gone.problem) };
	const companies = read.value.companies.map(({ id, ...rest }) => ({ companyId: id, ...rest }));
	return done([toItems(companies), []]);
}

/** Leave balances, statutory or not by the node's table. */
export async function leaveGetAll(context: IExecuteFunctions): Promise<Result<Outputs>> {
	const rules = readLeaveRules(context);
	return await readCompanies(
		context,
		async (client, company) => await readCompanyLeave(client, company, rules),
	);
}

/** Fixed and variable wage components; their names come along when the SOAP credential is set. */
export async function getWageComponents(context: IExecuteFunctions): Promise<Result<Outputs>> {
	const soap = hasTokenCredential(context) ? await openSoap(context) : null;
	if (soap !== null && !soap.ok) return soap;
	const year = readCount(context, 'year');
	const period = readCount(context, 'period');
	const options = {
		...(year === undefined ? {} : { year }),
		...(period === undefined ? {} : { period }),
	};
	return await readCompanies(
		context,
		async (client, company) =>
			await readCompanyWages(client, soap?.value ?? null, company, options),
	);
}

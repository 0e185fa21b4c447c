import type { IExecuteFunctions } from 'n8n-workflow';

import { createRestClient } from '../api/client';
import { choosePartitions, readDebtors } from '../api/companies';
import { partitionProblem } from '../api/partitionError';
import { readCompanyLeave } from '../api/readLeave';
import { readCompanyWages } from '../api/readWageComponents';
import { done, type Read } from '../api/result';
import { hasTokenCredential } from '../api/soap/client';
import { toItems, type Outputs } from '../../shared/outcome';
import { readChoice, readClientOptions, readCount, readLeaveRules } from '../parameters';
import { openSoap, runPerCompany } from './listRun';

/** Every debtor that the consent covers. */
export async function debtorGetAll(context: IExecuteFunctions): Promise<Read<Outputs>> {
	const client = await createRestClient(context, readClientOptions(context));
	if (!client.ok) return client;
	const debtors = await readDebtors(client.value);
	if (!debtors.ok) return debtors;
	return done([toItems(debtors.value.map(({ id, ...rest }) => ({ debtorId: id, ...rest }))), []]);
}

/** Every company, or those of the chosen debtors; a debtor that is not covered is an error. */
export async function companyGetAll(context: IExecuteFunctions): Promise<Read<Outputs>> {
	const choice = readChoice(context);
	if (!choice.ok) return choice;
	const client = await createRestClient(context, readClientOptions(context));
	if (!client.ok) return client;
	const read = await choosePartitions(client.value, choice.value.debtorIds, []);
	if (!read.ok) return read;
	const [gone] = read.value.missing;
	if (gone !== undefined) {
		return partitionProblem(gone.item.name ?? gone.item.partition, gone.problem);
	}
	const companies = read.value.companies.map(({ id, ...rest }) => ({ companyId: id, ...rest }));
	return done([toItems(companies), []]);
}

/** Leave balances, statutory or not by the node's table. */
export async function leaveGetAll(context: IExecuteFunctions): Promise<Read<Outputs>> {
	const rules = readLeaveRules(context);
	const read = await runPerCompany(
		context,
		async (client, company) => await readCompanyLeave(client, company, rules),
	);
	return read.ok ? done([toItems(read.value.items), toItems(read.value.coverage)]) : read;
}

/** Fixed and variable wage components; their names come along when the SOAP credential is set. */
export async function getWageComponents(context: IExecuteFunctions): Promise<Read<Outputs>> {
	const soap = hasTokenCredential(context) ? await openSoap(context) : null;
	if (soap !== null && !soap.ok) return soap;
	const year = readCount(context, 'year');
	const period = readCount(context, 'period');
	const options = {
		...(year === undefined ? {} : { year }),
		...(period === undefined ? {} : { period }),
	};
	const read = await runPerCompany(
		context,
		async (client, company) =>
			await readCompanyWages(client, soap?.value ?? null, company, options),
	);
	return read.ok ? done([toItems(read.value.items), toItems(read.value.coverage)]) : read;
}

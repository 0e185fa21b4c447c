import type { IExecuteFunctions } from 'n8n-workflow';

import { failed, type Result } from '../../../core/model/result';
import type { Outputs } from '../../shared/outcome';
import { hasTokenCredential } from '../api/soap/client';
import { closeExtraFields } from '../employee/extraFieldRemarks';
import { readWithExtraFields, type ExtraFieldsSource } from '../employee/readEmployees';
import { readAll } from '../../shared/parameters';
import { tellReached } from '../../shared/source/reached';
import { employeeTypes, extraFieldNames, include } from './descriptions/employee';
import { day } from './descriptions/partitions';
import { openSoap, readCompanies } from './readCompanies';

/** Employees on output 1, coverage on output 2. Settings first, so that a wrong one costs no call. */
export async function employeeGetAll(context: IExecuteFunctions): Promise<Result<Outputs>> {
	const asked = readAll(context, { include, employeeTypes, referenceDate: day });
	if (!asked.ok) return asked;
	const options = asked.value;
	let extra: ExtraFieldsSource | null = null;
	if (options.include.has('extraFields')) {
		const choice = extraFieldNames.read(context);
		if (!choice.ok) return choice;
		if (!hasTokenCredential(context)) return failed('NMBRS_SOAP_CREDENTIAL_MISSING');
		const opened = await openSoap(context);
		if (!opened.ok) return opened;
		extra = { soap: opened.value, choice: choice.value };
	}
	const all = await readCompanies(
		context,
		async (client, company) => await readWithExtraFields(client, extra, company, options),
		(people) => (extra === null ? [] : closeExtraFields(people, extra.choice)),
	);
	if (all.ok) tellReached(context, await domainOf(context, extra !== null), all.value);
	return all;
}

/** The domain of the SOAP user, where SOAP is read; REST knows companies only. */
async function domainOf(context: IExecuteFunctions, withSoap: boolean): Promise<string> {
	if (!withSoap) return 'Nmbrs';
	const { domain } = await context.getCredentials('nmbrsTokenApi');
	return typeof domain === 'string' && domain !== '' ? `Nmbrs ${domain}` : 'Nmbrs';
}

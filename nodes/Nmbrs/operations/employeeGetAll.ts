import type { IExecuteFunctions } from 'n8n-workflow';

import { failed, type Result } from '../../../core/model/result';
import type { Outputs } from '../../shared/outcome';
import { hasTokenCredential } from '../api/soap/client';
import { closeExtraFields } from '../employee/extraFieldRemarks';
import { readWithExtraFields, type ExtraFieldsSource } from '../employee/readEmployees';
import {
	readEmployeeTypes,
	readExtraFieldChoice,
	readInclude,
	readReferenceDate,
} from './parameters';
import { openSoap, readCompanies } from './readCompanies';

/** Employees on output 1, coverage on output 2. Settings first, so that a wrong one costs no call. */
export async function employeeGetAll(context: IExecuteFunctions): Promise<Result<Outputs>> {
	const include = readInclude(context, 0);
	if (!include.ok) return include;
	const employeeTypes = readEmployeeTypes(context);
	if (!employeeTypes.ok) return employeeTypes;
	const referenceDate = readReferenceDate(context, 0);
	if (!referenceDate.ok) return referenceDate;
	let extra: ExtraFieldsSource | null = null;
	if (include.value.has('extraFields')) {
		const choice = readExtraFieldChoice(context, 0);
		if (!choice.ok) return choice;
		if (!hasTokenCredential(context)) return failed('NMBRS_SOAP_CREDENTIAL_MISSING');
		const opened = await openSoap(context);
		if (!opened.ok) return opened;
		extra = { soap: opened.value, choice: choice.value };
	}
	const options = {
		include: include.value,
		employeeTypes: employeeTypes.value,
		referenceDate: referenceDate.value,
	};
	return await readCompanies(
		context,
		async (client, company) => await readWithExtraFields(client, extra, company, options),
		(people) => (extra === null ? [] : closeExtraFields(people, extra.choice)),
	);
}

import type { IExecuteFunctions } from 'n8n-workflow';

import type { AllRead } from '../api/perCompany';
import type { RawEmployee } from '../api/person';
import { readWithExtraFields, type ExtraFieldsSource } from '../api/readEmployees';
import { failed, type Read } from '../api/result';
import { hasTokenCredential } from '../api/soap/client';
import { closeExtraFields } from '../extraFieldHints';
import { toItems, type Outputs } from '../../shared/outcome';
import {
	readEmployeeTypes,
	readExtraFieldChoice,
	readInclude,
	readReferenceDate,
} from '../parameters';
import { openSoap, runPerCompany } from './listRun';

/** Settings first, so that a wrong one costs no call. */
async function read(context: IExecuteFunctions): Promise<Read<AllRead<RawEmployee>>> {
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
	const all = await runPerCompany(
		context,
		async (client, company) => await readWithExtraFields(client, extra, company, options),
	);
	if (all.ok && extra !== null) closeExtraFields(context, all.value.items, extra.choice);
	return all;
}

/** Employees on output 1, coverage on output 2. */
export async function employeeGetAll(context: IExecuteFunctions): Promise<Read<Outputs>> {
	const all = await read(context);
	if (!all.ok) return all;
	return { ok: true, value: [toItems(all.value.items), toItems(all.value.coverage)] };
}

import type { IExecuteFunctions } from 'n8n-workflow';

import { readCompanyPayroll } from '../payroll/readPayroll';
import { needsSoap, type PayrollSettings } from '../payroll/settings';
import type { SoapSource } from '../payroll/soapFigures';
import { done, type Result } from '../../../core/model/result';
import { hasTokenCredential } from '../api/soap/client';
import { hint, type Outputs } from '../../shared/outcome';
import { employeeTypes } from './descriptions/employee';
import { readPayrollSettings } from './payrollParameters';
import { openSoap, readCompanies } from './readCompanies';

/** Without the SOAP credential what only SOAP has stays empty, and everybody is told so. */
async function openSource(
	context: IExecuteFunctions,
	settings: PayrollSettings,
): Promise<Result<SoapSource | null>> {
	if (!hasTokenCredential(context)) {
		if (needsSoap(settings)) hint(context, 'NMBRS_PAYROLL_SOAP_OFF');
		return done(null);
	}
	const soap = await openSoap(context);
	if (!soap.ok) return soap;
	const { clock } = soap.value;
	const signal = context.getExecutionCancelSignal();
	return done({ soap: soap.value, limits: { limitMs: settings.reportLimitMs, clock, signal } });
}

/** Payroll records on output 1, one per person; coverage per company on output 2. */
export async function payrollGetAll(context: IExecuteFunctions): Promise<Result<Outputs>> {
	const settings = readPayrollSettings(context);
	if (!settings.ok) return settings;
	const types = employeeTypes.read(context);
	if (!types.ok) return types;
	const source = await openSource(context, settings.value);
	if (!source.ok) return source;
	return await readCompanies(
		context,
		async (client, company) =>
			await readCompanyPayroll(client, source.value, company, settings.value, types.value),
	);
}

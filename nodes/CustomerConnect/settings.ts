import type { Result } from '../../core/model/result';
import type { IExecuteFunctions, IWebhookFunctions } from 'n8n-workflow';
import { INVITATION_TABLE } from '../../core/connect/invitation';
import type { PayConnectors } from '../../core/connect/pay';
import { NMBRS_SOAP_URL, SOAP_TAILS } from '../Nmbrs/api/soap/services';
import { resolveBaseUrl } from '../shared/baseUrl';
import { dataTable } from '../shared/connect/table';
import type { Parameter } from '../shared/parameters';
import { APP_CREDENTIAL, readApp, type NmbrsApp } from './nmbrs/app';
import {
	contractsConnector,
	EMPLOYEES_CONNECTOR,
	employeesConnector,
	options,
	TRIES_PER_HOUR,
} from './properties';

/** What ops set in the node. None of it comes from the customer. */
export interface ConnectSettings {
	dataTable: string;
	connectors: { employees: string; contracts: string };
	/** Connectors with pay that the page proposes. */
	payConnectors: PayConnectors;
	/** As given: empty means the vendor's own address. */
	afasBaseUrl: string;
	afasIntegrationId: string;
	soapBaseUrl: string;
	/** As given: empty means Alleo's own address. */
	alleoBaseUrl: string;
	/** Tests of typed secrets for one link. */
	triesPerHour: number;
	/** Where to test, without a final slash; null when the setting cannot be used. */
	soapUrl: string | null;
}

/**
 * A page cannot send a customer back to the node: what cannot be used is as if it were not set. So a
 * limit that cannot be read is the usual one, never none.
 */
function onPage<T>(
	context: IWebhookFunctions,
	{ field, parse }: Parameter<T>,
	otherwise: T,
	path = field.name,
): T {
	const read = parse(context.getNodeParameter(path, field.default));
	return read.ok ? read.value : otherwise;
}

export function readSettings(context: IWebhookFunctions): ConnectSettings {
	const option = <T>(one: Parameter<T>, otherwise: T): T =>
		onPage(context, one, otherwise, `options.${one.field.name}`);
	const soapBaseUrl = option(options.soapBaseUrl, '');
	const soap = resolveBaseUrl(soapBaseUrl, NMBRS_SOAP_URL, { strip: SOAP_TAILS });
	return {
		dataTable: onPage(context, dataTable, INVITATION_TABLE),
		connectors: {
			employees: onPage(context, employeesConnector, '') || EMPLOYEES_CONNECTOR,
			contracts: onPage(context, contractsConnector, ''),
		},
		payConnectors: {
			salary: option(options.paySalaryConnector, ''),
			wageComponents: option(options.payWagesConnector, ''),
			plans: option(options.payPlansConnector, ''),
			leave: option(options.payLeaveConnector, ''),
		},
		afasBaseUrl: option(options.afasBaseUrl, ''),
		alleoBaseUrl: option(options.alleoBaseUrl, ''),
		afasIntegrationId: option(options.afasIntegrationId, ''),
		soapBaseUrl,
		triesPerHour: option(options.triesPerHour, TRIES_PER_HOUR),
		soapUrl: soap.ok ? soap.value : null,
	};
}

/** Our app at NMBRS; why not, where the node has no such credential or it cannot work. */
export async function readNmbrsApp(
	context: IWebhookFunctions | IExecuteFunctions,
): Promise<Result<NmbrsApp, string>> {
	if (context.getNode().credentials?.[APP_CREDENTIAL] === undefined) {
		return { ok: false, problem: 'the node has no Nmbrs App API credential' };
	}
	const read = readApp(await context.getCredentials(APP_CREDENTIAL));
	return read.ok ? read : { ok: false, problem: `Nmbrs App API: check ${read.problem}` };
}

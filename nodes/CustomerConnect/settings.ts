import type { Result } from '../../core/model/result';
import type { IExecuteFunctions, IWebhookFunctions } from 'n8n-workflow';
import { INVITATION_TABLE } from '../../core/connect/invitation';
import { NMBRS_SOAP_URL, SOAP_TAILS } from '../Nmbrs/api/soap/services';
import { resolveBaseUrl } from '../shared/baseUrl';
import { APP_CREDENTIAL, readApp, type NmbrsApp } from './nmbrs/app';

/** What ops set in the node. None of it comes from the customer. */
export interface Settings {
	dataTable: string;
	connectors: { employees: string; contracts: string };
	/** As given: empty means the vendor's own address. */
	afasBaseUrl: string;
	afasIntegrationId: string;
	soapBaseUrl: string;
	/** Tests of typed secrets for one link. */
	triesPerHour: number;
	/** Where to test, without a final slash; null when the setting cannot be used. */
	soapUrl: string | null;
}

const text = (context: IWebhookFunctions, name: string): string => {
	const value: unknown = context.getNodeParameter(name, '');
	return typeof value === 'string' ? value.trim() : '';
};

const TRIES_PER_HOUR = 5;

/** A setting that cannot be used is no reason to test without a limit. */
function triesOf(context: IWebhookFunctions): number {
	const given = Number(context.getNodeParameter('options.triesPerHour', TRIES_PER_HOUR));
	return Number.isInteger(given) && given >= 1 && given <= 1000 ? given : TRIES_PER_HOUR;
}

export function readSettings(context: IWebhookFunctions): Settings {
	const soapBaseUrl = text(context, 'options.soapBaseUrl');
	const soap = resolveBaseUrl(soapBaseUrl, NMBRS_SOAP_URL, { strip: SOAP_TAILS });
	return {
		dataTable: text(context, 'dataTable') || INVITATION_TABLE,
		connectors: {
			employees: text(context, 'employeesConnector') || 'Profit_Employees_Alleo',
			contracts: text(context, 'contractsConnector'),
		},
		afasBaseUrl: text(context, 'options.afasBaseUrl'),
		afasIntegrationId: text(context, 'options.afasIntegrationId'),
		soapBaseUrl,
		triesPerHour: triesOf(context),
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

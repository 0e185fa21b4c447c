import type { IssueCode, IssueParams } from '../../../../core/issues';
import {
	buildEnvelope,
	child,
	findFault,
	items,
	parseXml,
	soapHeaders,
	textOf,
	type SoapFault,
	type SoapOperation,
	type XmlNode,
} from '../../../shared/soap';
import { bareDomain, ENVIRONMENT_OPERATION, withLogin, type SoapLogin } from './authHeader';
import { faultIssue } from './faults';
import { pathOf, soapOperation, type SoapService } from './services';

/** Sends one POST and gives the body as text; null when no answer came. */
export type SendSoap = (
	path: string,
	headers: Record<string, string>,
	body: string,
) => Promise<string | null>;

export type LoginCheck =
	| { ok: true; domain: string | null; companies: number }
	| { ok: false; code: IssueCode; params: IssueParams };

type Probe = { ok: true; result: XmlNode } | { ok: false; fault: SoapFault | null };

/**
 * Tries a login the way the node will use it: whose environment it is, which companies it sees, and
 * whether the API template allows reading extra fields. Says what is wrong; changes nothing.
 */
export async function checkLogin(send: SendSoap, login: SoapLogin): Promise<LoginCheck> {
	const probe = async (
		service: SoapService,
		name: string,
		fields: SoapOperation['fields'] = [],
	): Promise<Probe> => {
		const operation = soapOperation(service, name, fields);
		const headers = soapHeaders(operation);
		const body = withLogin(buildEnvelope(operation), headers['SOAPAction'] ?? '', login);
		const text = await send(pathOf(service), headers, body);
		const parsed = parseXml(text ?? '', ['Company']);
		if (!parsed.ok) return { ok: false, fault: null };
		const fault = findFault(parsed.root);
		if (fault !== null) return { ok: false, fault };
		const result = child(parsed.root, 'Envelope', 'Body', `${name}Response`, `${name}Result`);
		return {
			ok: true,
			result: typeof result === 'object' && !Array.isArray(result) ? (result ?? {}) : {},
		};
	};
	const refuse = (fault: SoapFault | null, operation: string): LoginCheck =>
		fault === null
			? { ok: false, code: 'NMBRS_SOAP_UNREACHABLE', params: { operation } }
			: { ok: false, ...faultIssue(fault, operation) };

	const environment = await probe('DebtorService', ENVIRONMENT_OPERATION);
	// A template may forbid this one (1002); the calls that matter come next.
	if (!environment.ok && environment.fault?.code !== 1002)
		return refuse(environment.fault, ENVIRONMENT_OPERATION);
	const domain = environment.ok
		? (textOf(environment.result, 'SubDomain') ?? textOf(environment.result, 'Domain'))
		: null;
	const given = bareDomain(login.domain);
	if (domain !== null && given !== '' && domain.toLowerCase() !== given.toLowerCase()) {
		return { ok: false, code: 'NMBRS_SOAP_DOMAIN', params: { domain } };
	}
	const companies = await probe('CompanyService', 'List_GetAll');
	if (!companies.ok) return refuse(companies.fault, 'CompanyService: List_GetAll');
	// Employee 0 does not exist: an allowed call answers 2003, a forbidden one 1002.
	const extra = await probe('EmployeeService', 'ExtraFields_GetList', [['EmployeeId', 0]]);
	if (!extra.ok && extra.fault?.code === 1002)
		return refuse(extra.fault, 'EmployeeService: ExtraFields_GetList');
	return { ok: true, domain, companies: items(companies.result, 'Company').length };
}

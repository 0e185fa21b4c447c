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
import {
	accessOf,
	COMPANY_LIST,
	CONCERNS_ALL,
	PAYROLL_SERVICES,
	serviceLabel,
	type ServiceAnswer,
	type PayrollService,
	type ServiceAccess,
} from './payrollServices';
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

/** What the credential is for: only that is checked. */
export interface Uses {
	extraFields: boolean;
	payroll: boolean;
}

/** Employee 0 does not exist: an allowed call answers 2003, a forbidden one 1002. */
export const EXTRA_FIELDS: PayrollService = {
	service: 'EmployeeService',
	operation: 'ExtraFields_GetList',
	purpose: 'extra fields of one employee',
	fields: () => [['EmployeeId', 0]],
	ofCompany: false,
};

const servicesFor = ({ extraFields, payroll }: Uses): PayrollService[] => [
	...(payroll ? PAYROLL_SERVICES : [COMPANY_LIST]),
	...(extraFields ? [EXTRA_FIELDS] : []),
];

/**
 * Tries a login the way the node will use it: whose environment it is, which companies it sees, and
 * which of the services that are needed the API template allows. Names every one that is refused; changes
 * nothing.
 */
export async function checkLogin(
	send: SendSoap,
	login: SoapLogin,
	uses: Uses,
	year: number,
): Promise<LoginCheck> {
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
	const services = servicesFor(uses);
	const access: ServiceAccess[] = [];
	let company = 0;
	let seen = 0;
	for (const service of services) {
		const answer = await probe(service.service, service.operation, service.fields(company, year));
		if (!answer.ok && answer.fault === null) return refuse(null, service.operation);
		// Login and licence concern every service alike: one message, not seven.
		if (!answer.ok && CONCERNS_ALL.has(answer.fault?.code ?? null)) {
			return refuse(answer.fault, service.operation);
		}
		if (answer.ok && service.operation === 'List_GetAll') {
			const companies = items(answer.result, 'Company');
			seen = companies.length;
			company = Number(textOf(companies[0], 'ID') ?? textOf(companies[0], 'Id') ?? 0);
		}
		const known = company > 0 || !service.ofCompany;
		const asked = { ...service, ofCompany: known && service.ofCompany };
		const given: ServiceAnswer =
			answer.ok || answer.fault === null
				? { kind: 'answered' }
				: { kind: 'fault', fault: answer.fault };
		access.push(accessOf(asked, given));
	}
	const refused = access.filter(({ allowed }) => allowed === false);
	if (refused.length > 0) {
		const names = refused.map(serviceLabel).join(', ');
		const params = { count: refused.length, services: names };
		return { ok: false, code: 'NMBRS_SERVICES_REFUSED', params };
	}
	return { ok: true, domain, companies: seen };
}

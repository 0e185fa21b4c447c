import { done, failed, type Result } from '../../../../core/model/result';
import {
	buildEnvelope,
	child,
	findFault,
	isXmlNode,
	items,
	parseXml,
	soapHeaders,
	textOf,
	type SoapFault,
	type SoapOperation,
	type XmlNode,
} from '../../../shared/soap';
import { bareDomain, ENVIRONMENT_OPERATION, withLogin, type SoapLogin } from './authHeader';
import { faultProblem } from './faults';
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

export type LoginCheck = Result<{ domain: string | null; companies: number }>;

/** Null: no answer that can be read. */
type Probe = Result<XmlNode, SoapFault | null>;

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
		if (!parsed.ok) return { ok: false, problem: null };
		const fault = findFault(parsed.value);
		if (fault !== null) return { ok: false, problem: fault };
		const result = child(parsed.value, 'Envelope', 'Body', `${name}Response`, `${name}Result`);
		return done(isXmlNode(result) ? result : {});
	};
	const refuse = (fault: SoapFault | null, operation: string): LoginCheck =>
		fault === null
			? failed('NMBRS_SOAP_UNREACHABLE', { operation })
			: { ok: false, problem: faultProblem(fault, operation) };

	const environment = await probe('DebtorService', ENVIRONMENT_OPERATION);
	// A template may forbid this one (1002); the calls that matter come next.
	if (!environment.ok && environment.problem?.code !== 1002)
		return refuse(environment.problem, ENVIRONMENT_OPERATION);
	const domain = environment.ok
		? (textOf(environment.value, 'SubDomain') ?? textOf(environment.value, 'Domain'))
		: null;
	const given = bareDomain(login.domain);
	if (domain !== null && given !== '' && domain.toLowerCase() !== given.toLowerCase()) {
		return failed('NMBRS_SOAP_DOMAIN', { domain });
	}
	const services = servicesFor(uses);
	const access: ServiceAccess[] = [];
	let company = 0;
	let seen = 0;
	for (const service of services) {
		const answer = await probe(service.service, service.operation, service.fields(company, year));
		if (!answer.ok && answer.problem === null) return refuse(null, service.operation);
		// Login and licence concern every service alike: one message, not seven.
		if (!answer.ok && CONCERNS_ALL.has(answer.problem?.code ?? null)) {
			return refuse(answer.problem, service.operation);
		}
		if (answer.ok && service.operation === 'List_GetAll') {
			const companies = items(answer.value, 'Company');
			seen = companies.length;
			company = Number(textOf(companies[0], 'ID') ?? textOf(companies[0], 'Id') ?? 0);
		}
		const known = company > 0 || !service.ofCompany;
		const asked = { ...service, ofCompany: known && service.ofCompany };
		const given: ServiceAnswer =
			answer.ok || answer.problem === null
				? { kind: 'answered' }
				: { kind: 'fault', fault: answer.problem };
		access.push(accessOf(asked, given));
	}
	const refused = access.filter(({ allowed }) => allowed === false);
	if (refused.length > 0) {
		const names = refused.map(serviceLabel).join(', ');
		return failed('NMBRS_SERVICES_REFUSED', { count: refused.length, services: names });
	}
	return done({ domain, companies: seen });
}

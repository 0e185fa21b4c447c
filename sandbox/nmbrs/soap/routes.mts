import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { NmbrsState } from '../state.mts';
import { companyService } from './companyService.mts';
import { debtorService } from './debtorService.mts';
import { employeeService } from './employeeService.mts';
import {
	childText,
	parseRequest,
	type SoapRequest,
	type SoapVersion,
	writeEnvelope,
	writeFault,
} from './envelope.mts';
import { contentTypeOf, encodeAnswer } from './encode.mts';
import { fault, SoapFault } from './faults.mts';
import { reportService } from './reportService.mts';
import { SoapCall, type SoapOperation, type SoapService } from './service.mts';

/** SOAP v3: one URL per service, the same checks in front of every operation. */

const SERVICES: Record<string, SoapService> = {
	DebtorService: debtorService,
	CompanyService: companyService,
	EmployeeService: employeeService,
	ReportService: reportService,
};

const NAMESPACE = 'https://api.nmbrs.nl/soap/v3/';
const WRITES =
	/insert|update|delete|remove|save|upload|create|import|activate|_set|set_|_add|add_|approve/i;
const THROTTLE_DELAY_MS = 500;

/** The action of a request: header in 1.1, a parameter of the content type in 1.2. */
function actionOf(request: FastifyRequest): string | null {
	const header = request.headers.soapaction;
	const fromType = /action="?([^";]+)"?/i.exec(request.headers['content-type'] ?? '')?.[1];
	const action = typeof header === 'string' ? header.replace(/^"|"$/g, '') : fromType;
	return action === undefined || action === '' ? null : action;
}

function checkAction(
	state: NmbrsState,
	request: FastifyRequest,
	soap: SoapRequest,
	namespace: string,
): void {
	const action = actionOf(request);
	if (action === null) {
		if (soap.version === '1.2' || !state.settings.soapActionRequired) return;
		throw new SoapFault(
			null,
			'Unable to handle request without a valid action parameter.',
			'Client',
		);
	}
	if (action !== `${namespace}/${soap.operation.name}`) {
		throw new SoapFault(
			null,
			`Server did not recognize the value of HTTP Header SOAPAction: ${action}.`,
			'Client',
		);
	}
}

/** User, token and domain, in the header element and namespace that belong to the service. */
function checkLogin(
	state: NmbrsState,
	{ header }: SoapRequest,
	namespace: string,
	{ withoutDomain = false }: SoapOperation,
): void {
	const expected = withoutDomain ? 'AuthHeader' : 'AuthHeaderWithDomain';
	if (header?.name !== expected || header.namespace !== namespace) throw fault(1001);
	const domain = childText(header, 'Domain');
	const user = state.settings.soapUsers.find(
		(one) =>
			one.username === childText(header, 'Username') &&
			one.token === childText(header, 'Token') &&
			(domain === undefined || domain === one.domain),
	);
	if (user === undefined) throw fault(1001);
}

function perform(state: NmbrsState, service: string, soap: SoapRequest): string {
	const namespace = `${NAMESPACE}${service}`;
	const { name } = soap.operation;
	const operation = SERVICES[service]?.[name];
	if (operation === undefined || soap.operation.namespace !== namespace) {
		throw new SoapFault(null, `Operation ${name} is not known here.`, 'Client');
	}
	checkLogin(state, soap, namespace, operation);
	if (state.settings.forbiddenOperations.includes(name)) throw fault(1002);
	if (operation.bait === true) state.baits.push(`${service}/${name}`);
	const result = operation.run(new SoapCall(state, soap.operation));
	const empty = state.settings.soapEmpty === 'missing' ? '' : `<${name}Result/>`;
	const inner = result === null ? empty : `<${name}Result>${result}</${name}Result>`;
	return `<${name}Response xmlns="${namespace}">${inner}</${name}Response>`;
}

/** Over the vendor's ceiling every call is delayed; the second starts with its first call. */
function createThrottle(state: NmbrsState): () => Promise<void> {
	let second = 0;
	let calls = 0;
	return async () => {
		const current = Math.floor(Date.now() / 1000);
		if (current !== second) [second, calls] = [current, 0];
		calls += 1;
		if (calls <= state.settings.soapCallsPerSecond) return;
		state.throttled += 1;
		await sleep(THROTTLE_DELAY_MS);
	};
}

export function soapRoutes(app: FastifyInstance, state: NmbrsState): void {
	const throttle = createThrottle(state);

	for (const service of Object.keys(SERVICES)) {
		const path = `/soap/v3/${service}.asmx`;

		app.get(path, (_request, reply) => {
			const operations = Object.keys(SERVICES[service] ?? {}).map(
				(name) => `<operation name="${name}"/>`,
			);
			return reply
				.type('text/xml; charset=utf-8')
				.send(
					`<definitions xmlns="http://schemas.xmlsoap.org/wsdl/" targetNamespace="${NAMESPACE}${service}">` +
						`<portType name="${service}Soap">${operations.join('')}</portType></definitions>`,
				);
		});

		app.post(path, async (request, reply) => {
			const soap = parseRequest(typeof request.body === 'string' ? request.body : '');
			const send = (version: SoapVersion, status: number, text: string): FastifyReply =>
				reply
					.code(status)
					.type(contentTypeOf(version, state.settings))
					.send(encodeAnswer(text, state.settings));
			if (soap === null) {
				return send('1.1', 500, writeFault('1.1', 'Client', 'Unable to read the SOAP envelope.'));
			}
			const { name } = soap.operation;
			const entry = request.sandbox?.entry;
			if (entry !== undefined) {
				entry.operation = `${service}/${name}`;
				entry.write = SERVICES[service]?.[name] === undefined && WRITES.test(name);
			}
			await throttle();
			try {
				checkAction(state, request, soap, `${NAMESPACE}${service}`);
				return send(soap.version, 200, writeEnvelope(soap.version, perform(state, service, soap)));
			} catch (error) {
				if (!(error instanceof SoapFault)) throw error;
				const status = error.who === 'Client' ? 500 : state.settings.soapFaultStatus;
				return send(soap.version, status, writeFault(soap.version, error.who, error.message));
			}
		});
	}
}

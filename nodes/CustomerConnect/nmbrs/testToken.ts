import type { ConnectTest } from '../../../core/connect/connection';
import { isNmbrsComponent } from '../../../core/payroll/componentCode';
import { done, failed, type Result } from '../../../core/model/result';
import type { SoapLogin } from '../../Nmbrs/api/soap/authHeader';
import type { SoapCompany } from '../../Nmbrs/api/soap/reader';
import { findCompany } from '../../Nmbrs/employee/bridge';
import type { CompanyPartition } from '../../Nmbrs/listing/companies';
import { bareDomain } from '../../Nmbrs/api/soap/authHeader';
import { faultProblem } from '../../Nmbrs/api/soap/faults';
import {
	COMPANY_LIST,
	CONCERNS_ALL,
	isRefused,
	type PayrollService,
} from '../../Nmbrs/api/soap/payrollServices';
import { pathOf, SOAP_ANSWER_MB, soapOperation } from '../../Nmbrs/api/soap/services';
import { answerLimit, createTransport, type Transport } from '../../shared/http';
import { carrying, type PlainContext } from '../../shared/http/carried';
import { items, soapCall, textOf, type SoapResult, type XmlNode } from '../../shared/soap';
import { PAGE_BUDGET } from './oauth';
import { signWith } from './signWith';
import { TOKEN_ALLOWED, TOKEN_SERVICES, WAGE_CODES } from './tokenServices';

export interface TokenTest {
	tests: ConnectTest[];
	wages: Array<{ code: string; name: string | null }>;
}

/** Wage codes of this many companies are offered; an accountant's token sees hundreds. */
const MOST_COMPANIES = 10;

const ask = async (
	transport: Transport,
	asked: PayrollService,
	company: number,
	year: number,
): Promise<SoapResult> =>
	await soapCall(transport, {
		operation: soapOperation(asked.service, asked.operation, asked.fields(company, year)),
		path: pathOf(asked.service),
		lists: ['Company', 'WageCode'],
	});

const unreachable = (operation: string, result: SoapResult) =>
	failed(
		'NMBRS_SOAP_UNREACHABLE',
		{ operation },
		!result.ok && result.kind === 'transport' ? result.failure.detail : operation,
	);

const companiesOf = (result: XmlNode): SoapCompany[] =>
	items(result, 'Company')
		.map((company) => ({
			id: Number(textOf(company, 'ID') ?? textOf(company, 'Id') ?? 0),
			number: textOf(company, 'Number'),
			name: textOf(company, 'Name'),
		}))
		.filter(({ id }) => id > 0);

/** Those that the customer chose; an accountant's token sees those of others too. */
function idsOf(companies: readonly SoapCompany[], chosen: readonly CompanyPartition[]): number[] {
	if (chosen.length === 0) return companies.map(({ id }) => id);
	return chosen.flatMap((company) => {
		const found = findCompany(companies, company);
		return found.ok ? [found.value.id] : [];
	});
}

/**
 * Tries the services one by one, as the nodes will use them. A login that is refused as a whole is one
 * answer; a service that the template does not allow is one line of `tests`.
 */
export async function testToken(
	context: PlainContext,
	baseUrl: string,
	login: SoapLogin,
	{ year, chosen }: { year: number; chosen: readonly CompanyPartition[] },
): Promise<Result<TokenTest>> {
	const transport = createTransport(carrying(context, signWith(login)), {
		vendor: 'nmbrs',
		baseUrl,
		credentialType: 'nmbrsTokenApi',
		allow: TOKEN_ALLOWED,
		concurrency: 4,
		timeoutMs: 20_000,
		retryBudget: PAGE_BUDGET,
		maxAnswerBytes: answerLimit(undefined, SOAP_ANSWER_MB),
		secrets: [login.token, login.username],
	});
	const first = await ask(transport, COMPANY_LIST, 0, year);
	if (!first.ok && first.kind !== 'fault') return unreachable(COMPANY_LIST.operation, first);
	if (!first.ok) {
		const asked = `${COMPANY_LIST.service}: ${COMPANY_LIST.operation}`;
		return { ok: false, problem: faultProblem(first.fault, asked) };
	}
	const companies = companiesOf(first.result);
	const tests: ConnectTest[] = [
		{
			code: 'CONNECT_TEST_TOKEN_COMPANIES',
			ok: companies.length > 0,
			params: { count: companies.length, domain: bareDomain(login.domain) },
		},
	];
	const ids = idsOf(companies, chosen);
	const company = ids[0] ?? companies[0]?.id ?? 0;
	for (const one of TOKEN_SERVICES) {
		const result = await ask(transport, one, company, year);
		if (!result.ok && result.kind !== 'fault') return unreachable(one.operation, result);
		const fault = result.ok ? null : result.fault.code;
		if (!result.ok && CONCERNS_ALL.has(fault)) {
			const asked = `${one.service}: ${one.operation}`;
			return { ok: false, problem: faultProblem(result.fault, asked) };
		}
		const refused = !result.ok && isRefused(one.ofCompany && company > 0, fault);
		tests.push({
			code: 'CONNECT_TEST_SERVICE',
			ok: !refused,
			params: { service: `${one.service}: ${one.operation}` },
		});
	}
	return done({ tests, wages: await wageCodes(transport, ids, year) });
}

/** Wage codes of the companies, each once, with every name it has; a company that gives none adds none. */
async function wageCodes(transport: Transport, companies: readonly number[], year: number) {
	const codes = new Map<string, Set<string>>();
	for (const company of companies.slice(0, MOST_COMPANIES)) {
		const result = await ask(transport, WAGE_CODES, company, year);
		if (!result.ok) continue;
		for (const wage of items(result.result, 'WageCode')) {
			const code = textOf(wage, 'Code');
			const name = textOf(wage, 'Description');
			// What the node would refuse is no choice.
			if (code === null || !isNmbrsComponent(code)) continue;
			const names = codes.get(code) ?? new Set();
			codes.set(code, name === null ? names : names.add(name));
		}
	}
	return [...codes].map(([code, names]) => ({
		code,
		name: names.size === 0 ? null : [...names].join(' / '),
	}));
}

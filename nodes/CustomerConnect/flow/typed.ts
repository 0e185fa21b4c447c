import type { Language } from '../../../core/issues';
import type { InvitationRow } from '../../../core/connect/invitation';
import { connectorField, type AfasForm } from '../../../core/connect/page/afas';
import type { PayConnector, PayConnectors } from '../../../core/connect/pay';
import type { PageProblem } from '../../../core/connect/page/customerWords';
import { say, type ConnectTextKey } from '../../../core/connect/page/text';
import {
	LONGEST_TYPED,
	readChoice,
	readClientId,
	readConnector,
	readDomain,
	readSecret,
	readUserName,
	shownAgain,
	type Typed,
	type TypedProblem,
} from '../../../core/connect/typed';
import { classicTokenXml } from '../../Afas/api/classicToken';
import { environmentNumber, ENVIRONMENTS, isEnvironmentType } from '../../Afas/api/environment';
import { bareDomain, type SoapLogin } from '../../Nmbrs/api/soap/authHeader';
import type { AfasAccess } from '../afas/authorize';
import { asksPay } from './path';
import { first, type Visit } from './visit';

/** What the customer typed, read once: from here on there is only the value in its one spelling. */

const CODES = {
	long: 'CONNECT_TYPED_LONG',
	characters: 'CONNECT_TYPED_CHARACTERS',
	form: 'CONNECT_TYPED_FORM',
} as const;

/** The first thing that is wrong with what was typed, and which fields are empty. */
class Faults {
	readonly missing: string[] = [];
	problem: PageProblem | null = null;

	constructor(private readonly language: Language) {}

	/** The value; empty when there is none, and then `missing` or `problem` says why. */
	value(name: string, label: ConnectTextKey, read: Typed): string {
		if (read.ok) return read.value;
		if (read.problem === 'missing') this.missing.push(name);
		else this.refuse(label, read.problem);
		return '';
	}

	refuse(label: ConnectTextKey, problem: Exclude<TypedProblem, 'missing'>): void {
		this.because({ code: CODES[problem], params: { field: say(this.language)(label) } });
	}

	because(problem: PageProblem): void {
		this.problem ??= problem;
	}
}

const given = (visit: Visit, name: string): string => first(visit.body, name);

const withinLength = (text: string): Typed =>
	text.length > LONGEST_TYPED ? { ok: false, problem: 'long' } : { ok: true, value: text };

export interface TypedLogin {
	/** What may stand in the fields again. */
	shown: { domain: string; username: string };
	missing: readonly string[];
	problem: PageProblem | null;
	/** To be used only where nothing is missing and nothing is wrong. */
	login: SoapLogin;
}

/** The NMBRS API token, with the domain and the user that it belongs to. */
export function typedLogin(visit: Visit, language: Language): TypedLogin {
	const faults = new Faults(language);
	const typedDomain = withinLength(given(visit, 'domain'));
	const domain = typedDomain.ok ? bareDomain(typedDomain.value) : '';
	const login = {
		domain: faults.value(
			'domain',
			'tokenDomain',
			typedDomain.ok ? readDomain(domain) : typedDomain,
		),
		username: faults.value('username', 'tokenUser', readUserName(given(visit, 'username'))),
		token: faults.value('token', 'tokenToken', readSecret(given(visit, 'token'))),
	};
	const shown = { domain: shownAgain(domain), username: shownAgain(given(visit, 'username')) };
	return { shown, missing: faults.missing, problem: faults.problem, login };
}

/** A value that AFAS's own parser reads; null from it is the refusal with this code. */
function readAfas(
	faults: Faults,
	typed: { name: string; label: ConnectTextKey; text: string },
	parse: (text: string) => string | null,
	code: 'AFAS_ENVIRONMENT_NUMBER_INVALID' | 'AFAS_TOKEN_UNREADABLE',
): string {
	if (typed.text.trim() === '') {
		faults.missing.push(typed.name);
		return '';
	}
	const bounded = withinLength(typed.text);
	if (!bounded.ok) {
		faults.refuse(typed.label, 'long');
		return '';
	}
	const value = parse(bounded.value);
	if (value === null) faults.because({ code, params: {} });
	return value ?? '';
}

export interface TypedAfas {
	form: AfasForm;
	missing: readonly string[];
	problem: PageProblem | null;
	/** To be used only where nothing is missing and nothing is wrong. */
	access: AfasAccess;
	/** Connectors with pay; null where they are not asked for. */
	pay: PayConnectors | null;
}

/** The AFAS environment and the way into it; the way of the credential that is replaced, where there is one. */
export function typedAfas(visit: Visit, row: InvitationRow, language: Language): TypedAfas {
	const faults = new Faults(language);
	const types = Object.keys(ENVIRONMENTS).filter(isEnvironmentType);
	const environment = readChoice(given(visit, 'environment'), types);
	if (environment === null) faults.refuse('afasType', 'form');
	const replaced =
		row.replaces_type === 'afasTokenApi' || row.replaces_type === 'afasOAuth2Api'
			? row.replaces_type
			: null;
	const way = readChoice(given(visit, 'way'), ['token', 'oauth']);
	if (replaced === null && way === null) faults.refuse('afasWay', 'form');
	const byToken = replaced === null ? way === 'token' : replaced === 'afasTokenApi';
	const number = {
		name: 'environmentNumber',
		label: 'afasNumber',
		text: given(visit, 'environmentNumber'),
	} as const;
	const token = { name: 'token', label: 'afasToken', text: given(visit, 'token') } as const;
	const access: AfasAccess = {
		type: byToken ? 'afasTokenApi' : 'afasOAuth2Api',
		environmentNumber: readAfas(
			faults,
			number,
			environmentNumber,
			'AFAS_ENVIRONMENT_NUMBER_INVALID',
		),
		environment: environment ?? 'production',
		token: byToken ? readAfas(faults, token, classicTokenXml, 'AFAS_TOKEN_UNREADABLE') : '',
		clientId: byToken
			? ''
			: faults.value('clientId', 'afasClientId', readClientId(given(visit, 'clientId'))),
		clientSecret: byToken
			? ''
			: faults.value('clientSecret', 'afasClientSecret', readSecret(given(visit, 'clientSecret'))),
		baseUrl: visit.settings.afasBaseUrl,
		integrationId: visit.settings.afasIntegrationId,
	};
	const connector = (part: PayConnector, label: ConnectTextKey): string =>
		faults.value(connectorField(part), label, readConnector(given(visit, connectorField(part))));
	const pay = asksPay(row)
		? {
				salary: connector('salary', 'paySalary'),
				wageComponents: connector('wageComponents', 'payWages'),
				plans: connector('plans', 'payPlans'),
				leave: connector('leave', 'payLeave'),
			}
		: null;
	const form: AfasForm = {
		environmentNumber: shownAgain(number.text),
		environment: access.environment,
		way: byToken ? 'token' : 'oauth',
		clientId: byToken ? '' : shownAgain(given(visit, 'clientId')),
	};
	return { form, missing: faults.missing, problem: faults.problem, access, pay };
}

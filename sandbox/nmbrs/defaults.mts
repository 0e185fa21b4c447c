import { CREDENTIALS } from '../world/credentials.mts';
import type { NmbrsClient, NmbrsSettings, SoapUser } from './settings.mts';

/** Scopes that the sandbox's identity server knows (reference: scopes page and client code). */
export const KNOWN_SCOPES = [
	'offline_access',
	'company.info',
	'company.info.read',
	'company.payrollsettings.read',
	'company.leave.read',
	'employee.info',
	'employee.info.read',
	'employee.employment',
	'employee.employment.read',
	'employee.payment',
	'employee.payment.read',
	'employee.orgstructure.read',
	'employee.leave.read',
	'employee.absence.read',
];

export const SANDBOX_CLIENT: NmbrsClient = {
	clientId: CREDENTIALS.nmbrs.clientId,
	clientSecret: CREDENTIALS.nmbrs.clientSecret,
	redirectUris: [
		'http://localhost:5678/rest/oauth2-credential/callback',
		'http://127.0.0.1:5678/rest/oauth2-credential/callback',
	],
	scopes: KNOWN_SCOPES,
};

export const SANDBOX_SOAP_USER: SoapUser = {
	username: CREDENTIALS.nmbrs.soapUsername,
	token: CREDENTIALS.nmbrs.soapToken,
	domain: CREDENTIALS.nmbrs.soapDomain,
};

export const defaultSettings = (): NmbrsSettings => ({
	clients: [structuredClone(SANDBOX_CLIENT)],
	subscriptionKeys: [CREDENTIALS.nmbrs.subscriptionKey],
	soapUsers: [{ ...SANDBOX_SOAP_USER }],
	accessTokenSeconds: 3600,
	codeSeconds: 300,
	refreshTokenDays: 30,
	refreshLife: 'absolute',
	refreshReuse: 'refuse',
	logins: [],
	oneConsentPerLogin: false,
	invalidScope: 'page',
	multiDebtor: 'auto',
	defaultPageSize: 20,
	maxPageSize: 100,
	pageSizeOverflow: 'cut',
	nextPage: 'null',
	totals: 'present',
	dates: 'zulu',
	variableComponentsKey: 'variablewagecomponents',
	periodShape: 'flat',
	managerContact: false,
	checkScopes: true,
	soapFaultStatus: 500,
	soapContractItem: 'EmployeeContractItemGlobal',
	soapFirstName: 'FirstName',
	soapNull: 'nil',
	soapEmpty: 'element',
	soapEncoding: 'utf-8',
	soapDamage: 'none',
	soapActionRequired: true,
	soapCallsPerSecond: 150,
	extraFieldsEmpty: 'listed',
	extraFieldNames: {},
	extraFieldsAnswer: 'fields',
	forbiddenOperations: [],
	hiddenCompanies: [],
	refusedCompanies: [],
	refusedEmployees: [],
	vanishedCompanies: [],
	listFaults: [],
	reportPolls: 2,
	reportEnd: 'Success',
	reportEscapes: 1,
	reportDecimals: 'comma',
	reportRoot: 'payslips',
	reportDeclaration: true,
	reportEmpty: false,
	reportLostTimes: 0,
	reportLostFault: 2021,
	reportText: null,
	reportCdata: false,
});

const MAX_REDIRECT_URIS = 5;

/** Settings with a patch applied; refuses unknown names and what the vendor's portal refuses. */
export function patchSettings(
	settings: NmbrsSettings,
	patch: Partial<NmbrsSettings>,
): NmbrsSettings {
	const unknown = Object.keys(patch).filter((name) => !(name in settings));
	if (unknown.length > 0) throw new Error(`Unknown Nmbrs setting: ${unknown.join(', ')}`);
	const next = { ...settings, ...patch };
	for (const client of next.clients) {
		if (client.redirectUris.length > MAX_REDIRECT_URIS) {
			throw new Error(`${client.clientId} has more than ${MAX_REDIRECT_URIS} redirect URLs`);
		}
	}
	return next;
}

import type { ListFault } from './listFaults.mts';

/**
 * Every switch of the Nmbrs stand-in. Defaults imitate the documented behaviour; the rest exists
 * because the vendor's pages leave it open, and a reader must survive both answers.
 */

export interface NmbrsClient {
	clientId: string;
	clientSecret: string;
	/** Exact callback URLs, at most five, as in the vendor's portal. */
	redirectUris: string[];
	/** Scopes that this client may ask for; one other scope fails the whole authorize request. */
	scopes: string[];
}

export interface SoapUser {
	username: string;
	token: string;
	domain: string;
}

/** A person who can log in, and what of the environment that login may read. */
export interface NmbrsLogin {
	email: string;
	/** REST debtor ids; null = all. */
	debtorIds: string[] | null;
	/** `none`: consent works, and every read answers 403. `empty`: lists hold nothing. */
	rights: 'full' | 'none' | 'empty';
}

export type SoapEncoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'iso-8859-1';

export interface NmbrsSettings {
	clients: NmbrsClient[];
	subscriptionKeys: string[];
	soapUsers: SoapUser[];
	/** Life of an access token in seconds; vendor: 3600. */
	accessTokenSeconds: number;
	/** Life of an authorization code in seconds; vendor: 300. */
	codeSeconds: number;
	refreshTokenDays: number;
	/** `absolute`: counted from the consent. `sliding`: from the last refresh. */
	refreshLife: 'absolute' | 'sliding';
	/** What a used refresh token does: refused, or refused and the whole consent withdrawn. */
	refreshReuse: 'refuse' | 'revokeConsent';
	/** Who can log in; empty = anybody, with all rights. */
	logins: NmbrsLogin[];
	/** A new consent of a login ends the earlier ones of that login for the same client. */
	oneConsentPerLogin: boolean;
	/** A scope that the client was not granted: the vendor's own page, or back with `invalid_scope`. */
	invalidScope: 'page' | 'redirect';
	/** `auto`: `/api/companies` answers ForbiddenMultiDebtor when the consent covers several debtors. */
	multiDebtor: 'auto' | 'on' | 'off';
	defaultPageSize: number;
	maxPageSize: number;
	/** A page size over the maximum is cut to it, or refused with 400. */
	pageSizeOverflow: 'cut' | 'refuse';
	/** The mark of the last page; sources disagree. */
	nextPage: 'null' | 'empty' | 'absent';
	/** `totalPages` and `totalRecords` in every page, only `totalPages`, or neither. */
	totals: 'present' | 'pages' | 'absent';
	/** Date-times with `Z` or without. */
	dates: 'zulu' | 'plain';
	variableComponentsKey: 'variablewagecomponents' | 'variableWageComponents';
	/** Shape of `/period`, which no source shows: `{year, period}` or `{period: {year, period}}`. */
	periodShape: 'flat' | 'nested';
	/** Adds `managerId` and `email` to managers (uncertain in the vendor's API). */
	managerContact: boolean;
	/** Missing scope answers 403; off = scopes are not checked per endpoint. */
	checkScopes: boolean;
	soapFaultStatus: 500 | 200;
	soapContractItem: 'EmployeeContractItemGlobal' | 'EmployeeContractItem';
	soapFirstName: 'FirstName' | 'FistName';
	/** How a missing value is written. */
	soapNull: 'nil' | 'missing';
	/** How an empty list is written: empty result, or a response without result. */
	soapEmpty: 'element' | 'missing';
	/** How SOAP answers are encoded; asmx writes plain UTF-8. */
	soapEncoding: SoapEncoding;
	/** Cuts SOAP answers in half, or puts a DOCTYPE before them. */
	soapDamage: 'none' | 'cut' | 'doctype';
	/** A missing SOAPAction header faults when true. */
	soapActionRequired: boolean;
	/** Calls a second over which every SOAP call is delayed by half a second; vendor: 150. */
	soapCallsPerSecond: number;
	/** Extra fields that are empty: listed without a value, or not listed. */
	extraFieldsEmpty: 'listed' | 'left out';
	/** Other names for extra fields, such as `{alleo_access: 'yourcampus_access'}`. */
	extraFieldNames: Record<string, string>;
	/** Extra fields of nobody can be read: each call answers this fault (9999, 2003), or `none` says that nobody has any. */
	extraFieldsAnswer: 'fields' | 'none' | 9999 | 2003;
	/** Operations that the API template does not allow (1002). */
	forbiddenOperations: string[];
	/** SOAP company ids (integers) outside the user's filter (1003), or refused as 2004. */
	hiddenCompanies: number[];
	refusedCompanies: number[];
	/** SOAP employee ids that answer 2003. */
	refusedEmployees: number[];
	/** REST company GUIDs that are gone: not listed, and 404 when asked for. */
	vanishedCompanies: string[];
	/** Lists that lie about their pages. */
	listFaults: ListFault[];
	/** Reports: polls before the end, how the task ends, and how its content is written. */
	reportPolls: number;
	reportEnd: 'Success' | 'Error' | 'Unknown' | 'never';
	reportEscapes: 1 | 2;
	reportDecimals: 'comma' | 'point';
	reportRoot: string;
	reportDeclaration: boolean;
	reportEmpty: boolean;
	/** So many tasks are lost after they were started, and answer with this fault. */
	reportLostTimes: number;
	reportLostFault: 2019 | 2020 | 2021;
	/** Writes the report itself: a text instead of what the ledger says. */
	reportText: string | null;
	/** Writes the report as CDATA instead of escaped text. */
	reportCdata: boolean;
}

export { SANDBOX_CLIENT } from './defaults.mts';

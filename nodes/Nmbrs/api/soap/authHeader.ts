import { escapeXml, SOAP_HEADER_PLACE } from '../../../shared/soap';

/** What the credential "NMBRS Token API" holds. */
export interface SoapLogin {
	username: string;
	token: string;
	domain: string;
}

/** Spaces around a value are no part of it; one in front keeps n8n from running one with a "=". */
const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

export const loginOf = (credentials: Readonly<Record<string, unknown>>): SoapLogin => ({
	username: text(credentials['username']),
	token: text(credentials['token']),
	domain: text(credentials['domain']),
});

/** `https://voorbeeld.nmbrs.nl/` and `voorbeeld.nmbrs.nl` are the domain `voorbeeld`. */
export const bareDomain = (text: string): string =>
	text
		.trim()
		.replace(/^https?:\/\//i, '')
		.replace(/[/?#].*$/s, '')
		.replace(/\.nmbrs\.(nl|se|com)$/i, '');

/** The one call that tells the domain; it takes the header without one. */
export const ENVIRONMENT_OPERATION = 'Environment_Get';

/** `Domain` may be left out: calls are slower then, but work. */
function headerXml(login: SoapLogin, namespace: string, operation: string): string {
	const domain = bareDomain(login.domain);
	const alone = operation === ENVIRONMENT_OPERATION;
	const element = alone ? 'AuthHeader' : 'AuthHeaderWithDomain';
	const domainXml = alone || domain === '' ? '' : `<Domain>${escapeXml(domain)}</Domain>`;
	return (
		`<soap:Header><${element} xmlns="${namespace}">` +
		`<Username>${escapeXml(login.username)}</Username>` +
		`<Token>${escapeXml(login.token)}</Token>${domainXml}` +
		`</${element}></soap:Header>`
	);
}

/**
 * The envelope with the header that Nmbrs asks for, in the namespace of the called service
 * (https://support.nmbrs.com/hc/en-us/articles/360014783140). The namespace comes from the quoted
 * action, `"<namespace>/<operation>"`.
 */
export function withLogin(envelope: string, soapAction: string, login: SoapLogin): string {
	const action = soapAction.replace(/^"|"$/g, '');
	const slash = action.lastIndexOf('/');
	const header = headerXml(login, action.slice(0, slash), action.slice(slash + 1));
	return envelope.replace(SOAP_HEADER_PLACE, () => header);
}

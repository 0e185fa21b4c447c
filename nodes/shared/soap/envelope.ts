/** A service of a SOAP API: its namespace is that of the body element and of the header. */
export interface SoapOperation {
	/** Such as `https://api.nmbrs.nl/soap/v3/EmployeeService`. */
	namespace: string;
	name: string;
	/** Children in the order of the contract: asmx reads an `xs:sequence`. */
	fields?: ReadonlyArray<readonly [name: string, value: string | number]>;
}

/** Stands for the authentication header: only the credential itself puts it in (authenticate). */
export const SOAP_HEADER_PLACE = '<soap:Header/>';

const ENTITIES: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&apos;',
};

/** Text as XML content; characters that XML 1.0 cannot hold are dropped. */
export const escapeXml = (text: string): string =>
	text
		.replace(/[\p{Cs}\uFFFE\uFFFF]/gu, '')
		.replace(/\p{Cc}/gu, (character) => ('\t\n\r'.includes(character) ? character : ''))
		.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

const element = ([name, value]: readonly [string, string | number]): string =>
	`<${name}>${escapeXml(String(value))}</${name}>`;

/** A SOAP 1.1 envelope without secrets: the header is a place that the credential fills. */
export function buildEnvelope({ namespace, name, fields = [] }: SoapOperation): string {
	return (
		'<?xml version="1.0" encoding="utf-8"?>' +
		'<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">' +
		`${SOAP_HEADER_PLACE}<soap:Body><${name} xmlns="${namespace}">` +
		`${fields.map(element).join('')}</${name}></soap:Body></soap:Envelope>`
	);
}

/** The headers of a call; the action is quoted, as asmx wants it. */
export const soapHeaders = ({ namespace, name }: SoapOperation): Record<string, string> => ({
	'Content-Type': 'text/xml; charset=utf-8',
	Accept: 'text/xml, application/soap+xml',
	SOAPAction: `"${namespace}/${name}"`,
});

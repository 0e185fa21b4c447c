import { XMLParser } from 'fast-xml-parser';
import { escapeXml } from './xml.mts';

/** Reading and writing SOAP envelopes, 1.1 and 1.2; the reply takes the version of the request. */

export type SoapVersion = '1.1' | '1.2';

export interface XmlElement {
	/** Local name. */
	name: string;
	namespace: string;
	text: string;
	children: XmlElement[];
}

const VERSIONS: Record<string, SoapVersion> = {
	'http://schemas.xmlsoap.org/soap/envelope/': '1.1',
	'http://www.w3.org/2003/05/soap-envelope': '1.2',
};

const ENVELOPES: Record<SoapVersion, string> = {
	'1.1': 'http://schemas.xmlsoap.org/soap/envelope/',
	'1.2': 'http://www.w3.org/2003/05/soap-envelope',
};

const parser = new XMLParser({
	preserveOrder: true,
	ignoreAttributes: false,
	attributeNamePrefix: '',
	parseTagValue: false,
	parseAttributeValue: false,
	trimValues: true,
	ignoreDeclaration: true,
	processEntities: true,
});

type Node = Record<string, unknown>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** One node of the parser's ordered form, with its prefixes resolved to namespaces. */
function toElement(node: Node, inherited: Record<string, string>): XmlElement | null {
	const tag = Object.keys(node).find((key) => key !== ':@');
	if (tag === undefined || tag === '#text') return null;
	const attributes = isNode(node[':@']) ? node[':@'] : {};
	const scope = { ...inherited };
	for (const [key, value] of Object.entries(attributes)) {
		if (key === 'xmlns') scope[''] = String(value);
		else if (key.startsWith('xmlns:')) scope[key.slice(6)] = String(value);
	}
	const colon = tag.indexOf(':');
	const inner = Array.isArray(node[tag]) ? node[tag].filter(isNode) : [];
	return {
		name: tag.slice(colon + 1),
		namespace: scope[colon < 0 ? '' : tag.slice(0, colon)] ?? '',
		text: inner
			.map((child) => ('#text' in child ? String(child['#text']) : ''))
			.join('')
			.trim(),
		children: inner
			.map((child) => toElement(child, scope))
			.filter((child): child is XmlElement => child !== null),
	};
}

export interface SoapRequest {
	version: SoapVersion;
	header: XmlElement | null;
	/** The operation: first child of the body. */
	operation: XmlElement;
}

/** The request, or null when it is not a SOAP envelope with one operation. */
export function parseRequest(text: string): SoapRequest | null {
	if (/<!DOCTYPE/i.test(text)) return null;
	let root: XmlElement | null = null;
	try {
		const parsed: unknown = parser.parse(text);
		const nodes = Array.isArray(parsed) ? parsed.filter(isNode) : [];
		root = nodes.map((node) => toElement(node, {})).find((node) => node !== null) ?? null;
	} catch {
		return null;
	}
	const version = root === null ? undefined : VERSIONS[root.namespace];
	if (root?.name !== 'Envelope' || version === undefined) return null;
	const part = (name: string): XmlElement | undefined =>
		root.children.find((child) => child.name === name && child.namespace === root.namespace);
	const operation = part('Body')?.children[0];
	if (operation === undefined) return null;
	return { version, header: part('Header')?.children[0] ?? null, operation };
}

/** Text of a direct child, or undefined. Element names are compared exactly, as asmx does. */
export const childText = (element: XmlElement, name: string): string | undefined =>
	element.children.find((child) => child.name === name)?.text;

const DECLARATION = '<?xml version="1.0" encoding="utf-8"?>';

export function writeEnvelope(version: SoapVersion, body: string): string {
	return (
		`${DECLARATION}<soap:Envelope xmlns:soap="${ENVELOPES[version]}"` +
		' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"' +
		` xmlns:xsd="http://www.w3.org/2001/XMLSchema"><soap:Body>${body}</soap:Body></soap:Envelope>`
	);
}

export function writeFault(version: SoapVersion, who: 'Client' | 'Server', text: string): string {
	const fault =
		version === '1.1'
			? `<soap:Fault><faultcode>soap:${who}</faultcode><faultstring>${escapeXml(text)}</faultstring><detail/></soap:Fault>`
			: `<soap:Fault><soap:Code><soap:Value>soap:${who === 'Server' ? 'Receiver' : 'Sender'}</soap:Value></soap:Code>` +
				`<soap:Reason><soap:Text xml:lang="en">${escapeXml(text)}</soap:Text></soap:Reason><soap:Detail/></soap:Fault>`;
	return writeEnvelope(version, fault);
}

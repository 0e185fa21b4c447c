import { child, isXmlNode, textOf, type XmlNode } from './parse';

/** A refusal in a SOAP answer. `code` is the vendor's four digits, null when it gives none. */
export interface SoapFault {
	code: number | null;
	/** Who is to blame by SOAP: true when our request is wrong (Client, Sender). */
	ours: boolean;
}

/**
 * The fault in an envelope, in SOAP 1.1 form (faultcode, faultstring) or 1.2 form (Code/Value,
 * Reason/Text); null when there is none. asmx wraps the vendor's code as `… ---> 1002: text`.
 */
export function findFault(envelope: XmlNode): SoapFault | null {
	const body = child(envelope, 'Envelope', 'Body');
	const fault = child(body, 'Fault');
	if (!isXmlNode(body) || !('Fault' in body)) return null;
	const who = textOf(fault, 'faultcode') ?? textOf(child(fault, 'Code'), 'Value') ?? '';
	const reason = child(fault, 'Reason', 'Text');
	const text =
		textOf(fault, 'faultstring') ??
		(typeof reason === 'string' ? reason : null) ??
		(Array.isArray(reason) ? reason.filter((part) => typeof part === 'string').join(' ') : '');
	const code = /--->\s*(\d{4})\s*:/.exec(text)?.[1] ?? /^\s*(\d{4})\s*:/.exec(text)?.[1];
	return { code: code === undefined ? null : Number(code), ours: /client|sender/i.test(who) };
}

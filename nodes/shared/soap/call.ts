import type { ApiFailure, Transport } from '../http';

import { BulkReader, type DocumentSink } from './bulk';
import { buildEnvelope, soapHeaders, type SoapOperation } from './envelope';
import { findFault, type SoapFault } from './fault';
import { child, isXmlNode, parseXml, type XmlNode } from './parse';

export type SoapResult =
	| {
			ok: true;
			/** Inside of `<Operation>Result`; empty when the result is empty or missing. */ result: XmlNode;
			/** The result as text where it is no structure. */ text: string | null;
	  }
	| { ok: false; kind: 'fault'; fault: SoapFault }
	| { ok: false; kind: 'transport'; failure: ApiFailure }
	| { ok: false; kind: 'unreadable'; problem: string; status: number };

export interface SoapCall {
	operation: SoapOperation;
	/** Path of the service below the base URL, such as `/soap/v3/EmployeeService.asmx`. */
	path: string;
	/** Names of elements that are lists. */
	lists: readonly string[];
	/** An element whose inside is a document as text, too big to be held; its sink is made anew for each attempt. */
	bulk?: { element: string; open: () => DocumentSink };
}

/**
 * One reading SOAP call. A fault is looked for at any HTTP status, 200 included; 500 is therefore no
 * reason to try again, 429, 502, 503 and dropped connections are.
 */
export async function soapCall(transport: Transport, call: SoapCall): Promise<SoapResult> {
	const { operation, path, lists, bulk } = call;
	const sent = await transport.send({
		method: 'POST',
		path,
		template: `${path}#${operation.name}`,
		headers: soapHeaders(operation),
		body: buildEnvelope(operation),
		retry: 'read',
		finalStatuses: [500],
		...(bulk === undefined
			? {}
			: { reader: (type: string) => new BulkReader(type, bulk.element, bulk.open()) }),
	});
	if (!sent.ok) return { ok: false, kind: 'transport', failure: sent.failure };
	const { status, text, damaged } = sent.response;
	const unreadable = (problem: string): SoapResult => ({
		ok: false,
		kind: 'unreadable',
		problem,
		status,
	});
	if (damaged) return unreadable('text in another encoding than declared');
	const parsed = parseXml(text, lists);
	if (!parsed.ok) return unreadable(`${parsed.problem}, status ${status}`);
	const fault = findFault(parsed.value);
	if (fault !== null) return { ok: false, kind: 'fault', fault };
	if (status !== 200) return unreadable(`status ${status}`);
	const body = child(parsed.value, 'Envelope', 'Body');
	const response = `${operation.name}Response`;
	if (!isXmlNode(body) || !(response in body)) return unreadable('no answer to this operation');
	const result = child(body, response, `${operation.name}Result`);
	return {
		ok: true,
		result: isXmlNode(result) ? result : {},
		text: typeof result === 'string' ? result : null,
	};
}

export { BulkReader, Unescaper, type DocumentSink } from './bulk';
export { soapCall, type SoapCall, type SoapResult } from './call';
export {
	buildEnvelope,
	escapeXml,
	SOAP_HEADER_PLACE,
	soapHeaders,
	type SoapOperation,
} from './envelope';
export { findFault, type SoapFault } from './fault';
export { child, isXmlNode, items, parseXml, textOf, type XmlNode, type XmlValue } from './parse';

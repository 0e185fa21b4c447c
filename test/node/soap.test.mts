import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
	buildEnvelope,
	child,
	escapeXml,
	findFault,
	items,
	parseXml,
	textOf,
	type XmlNode,
} from '../../nodes/shared/soap';
import { bareDomain, withLogin } from '../../nodes/Nmbrs/api/soap/authHeader';
import { soapOperation } from '../../nodes/Nmbrs/api/soap/services';
import { soapHeaders } from '../../nodes/shared/soap';

const sample = (name: string): string =>
	readFileSync(join(process.cwd(), 'test/fixtures/nmbrs/soap', name), 'utf8');

function parsed(text: string, lists: string[] = []): XmlNode {
	const result = parseXml(text, lists);
	if (!result.ok) throw new Error(result.problem);
	return result.value;
}

const squeeze = (xml: string): string => xml.replace(/>\s+</g, '><').trim();

describe('envelopes', () => {
	const login = { username: 'api@example.nl', token: 'made-up-token', domain: 'voorbeeld' };
	test.each([
		[
			'employee.ExtraFields_GetList.request.xml',
			soapOperation('EmployeeService', 'ExtraFields_GetList', [['EmployeeId', 700012]]),
		],
		[
			'company.Converter_GetByCompany_IntToGuid.request.xml',
			soapOperation('CompanyService', 'Converter_GetByCompany_IntToGuid', [
				['Entity', 'Employee'],
				['CompanyId', 10001],
			]),
		],
		[
			'employee.List_GetByCompany.request.xml',
			soapOperation('EmployeeService', 'List_GetByCompany', [
				['CompanyId', 10001],
				['EmployeeType', 2],
			]),
		],
		['debtor.Environment_Get.request.xml', soapOperation('DebtorService', 'Environment_Get')],
		['company.List_GetAll.request.xml', soapOperation('CompanyService', 'List_GetAll')],
	])('%s is what we send', (name, operation) => {
		const action = soapHeaders(operation)['SOAPAction'] ?? '';
		const sent = withLogin(buildEnvelope(operation), action, login);
		const same = (xml: string): XmlNode => parsed(squeeze(xml));
		expect(same(sent)).toEqual(same(sample(name)));
		expect(sent).toContain(`xmlns="${operation.namespace}"`);
	});

	test('the envelope that the node builds holds no secret', () => {
		expect(buildEnvelope(soapOperation('DebtorService', 'List_GetAll'))).not.toMatch(
			/Token|Username/,
		);
	});

	test('values cannot break out of their element, nor a token out of the header', () => {
		const operation = soapOperation('CompanyService', 'List_GetAll', [['Name', '</Name><x>&"\'']]);
		const sent = withLogin(buildEnvelope(operation), soapHeaders(operation)['SOAPAction'] ?? '', {
			...login,
			token: '$& </Token><Evil/>',
		});
		const root = parsed(sent);
		expect(child(root, 'Envelope', 'Body', 'List_GetAll', 'Name')).toBe('</Name><x>&"\'');
		expect(child(root, 'Envelope', 'Header', 'AuthHeaderWithDomain', 'Token')).toBe(
			'$& </Token><Evil/>',
		);
		expect(sent).not.toContain('<Evil/>');
	});

	test('characters that XML cannot hold are dropped', () => {
		expect(escapeXml('a\u0000b\u0007c\ud800d\n')).toBe('abcd\n');
	});

	test.each([
		['voorbeeld', 'voorbeeld'],
		['voorbeeld.nmbrs.nl', 'voorbeeld'],
		['https://voorbeeld.nmbrs.nl/', 'voorbeeld'],
		[' Voorbeeld.nmbrs.NL/applications/x ', 'Voorbeeld'],
	])('domain %s means %s', (given, expected) => {
		expect(bareDomain(given)).toBe(expected);
	});
});

describe('parsing', () => {
	test('one element where a list is expected is a list of one', () => {
		const result = (name: string): XmlNode[] =>
			items(
				child(
					parsed(sample(name), ['Employee']),
					'Envelope',
					'Body',
					'List_GetByCompanyResponse',
					'List_GetByCompanyResult',
				),
				'Employee',
			);
		expect(result('employee.List_GetByCompany.response.xml')).toHaveLength(1);
		expect(result('employee.List_GetByCompany.two-items.response.xml')).toHaveLength(2);
		expect(result('employee.List_GetByCompany.empty.response.xml')).toEqual([]);
	});

	test('nil, empty and missing are null; codes stay text', () => {
		const root = parsed(
			'<a xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><b xsi:nil="true"/><c/><d>0010</d><e xsi:nil="1">x</e></a>',
		);
		const a = child(root, 'a');
		expect(['b', 'c', 'd', 'e', 'f'].map((name) => textOf(a, name))).toEqual([
			null,
			null,
			'0010',
			null,
			null,
		]);
	});

	test('entities, CDATA, emoji and right-to-left text', () => {
		const a = child(
			parsed('<a><b>Zo&#235; &amp; &#x1F600; 😀 مثال</b><c><![CDATA[<x> & y]]></c></a>'),
			'a',
		);
		expect([textOf(a, 'b'), textOf(a, 'c')]).toEqual(['Zoë & 😀 😀 مثال', '<x> & y']);
	});

	test('a name that would reach into objects does no harm', () => {
		parseXml('<a><__proto__><polluted>1</polluted></__proto__><constructor>x</constructor></a>');
		expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
	});

	test.each([
		['a DOCTYPE', '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'],
		['a web page', '<html><body>down</body></html>'],
		['a cut answer', '<a><b>1</b><b>'],
		['JSON', '{"a": 1}'],
		['nothing', ''],
	])('%s is refused', (_name, text) => {
		expect(parseXml(text).ok).toBe(false);
	});
});

describe('faults', () => {
	test.each([
		['fault-1001.soap11.response.xml', 1001],
		['fault-1002.soap12.response.xml', 1002],
		['fault-no-code.soap11.response.xml', null],
	])('%s', (name, code) => {
		expect(findFault(parsed(sample(name)))?.code).toBe(code);
	});

	test('an answer is no fault', () => {
		expect(findFault(parsed(sample('company.List_GetAll.response.xml')))).toBeNull();
	});

	test('an empty fault is a fault', () => {
		expect(
			findFault(parsed('<s:Envelope xmlns:s="x"><s:Body><s:Fault/></s:Body></s:Envelope>')),
		).toMatchObject({ code: null });
	});
});

import { PayslipScanner, type Payslip } from '../../nodes/Nmbrs/payroll/payslipScanner';
import { BulkReader, Unescaper } from '../../nodes/shared/soap';

describe('a document inside an answer, whatever the pieces it comes in', () => {
	const read = (
		answer: string,
		size: number,
		encoding: 'utf8' | 'utf16le' | 'latin1' = 'utf8',
		contentType = 'text/xml; charset=utf-8',
	) => {
		let document = '';
		let ended = 0;
		const reader = new BulkReader(contentType, 'Content', {
			write: (piece) => {
				document += piece;
				return true;
			},
			end: () => void (ended += 1),
		});
		const bytes = Buffer.from(answer, encoding);
		for (let at = 0; at < bytes.length; at += size) reader.write(bytes.subarray(at, at + size));
		reader.end();
		return { document, ended, kept: reader.text, damaged: reader.damaged };
	};
	const texts: Array<[name: string, answer: string, document: string, kept: string]> = [
		[
			'escaped once',
			'<r><S>x</S><Content>&lt;a&gt;&amp;amp;&lt;/a&gt;</Content></r>',
			'<a>&amp;</a>',
			'<r><S>x</S><Content></Content></r>',
		],
		[
			'escaped twice',
			'<r><Content> &amp;lt;a&amp;gt;1&amp;lt;/a&amp;gt;</Content></r>',
			' <a>1</a>',
			'<r><Content></Content></r>',
		],
		[
			'CDATA',
			'<r><Content><![CDATA[<a>&lt;</a>]]></Content></r>',
			'<a>&lt;</a>',
			'<r><Content></Content></r>',
		],
		[
			'a prefix and an attribute',
			'<r><n:Content x="1">&lt;a/&gt;</n:Content></r>',
			'<a/>',
			'<r><n:Content x="1"></n:Content></r>',
		],
		[
			'numbers',
			'<r><Content>&#60;a&#x3E;&#38;lt;&#x0;&lt;/a&gt;</Content></r>',
			'<a>&lt;</a>',
			'<r><Content></Content></r>',
		],
		[
			'other letters',
			'<r><Content>&lt;a&gt;é🎉&lt;/a&gt;</Content></r>',
			'<a>é🎉</a>',
			'<r><Content></Content></r>',
		],
		['empty', '<r><Content></Content></r>', '', '<r><Content></Content></r>'],
		['none', '<r><Status>Success</Status></r>', '', '<r><Status>Success</Status></r>'],
		['closed at once', '<r><Content/></r>', '', '<r><Content/></r>'],
		['never closed', '<r><Content>&lt;a', '<a', '<r><Content>'],
		[
			'a name that only begins like it',
			'<r><Contents>x</Contents></r>',
			'',
			'<r><Contents>x</Contents></r>',
		],
	];
	test.each(texts)('%s', (_name, answer, document, kept) => {
		for (const size of [1, 2, 3, 5, 7, 16, 1000]) {
			expect(read(answer, size)).toEqual({ document, ended: 1, kept, damaged: false });
		}
	});

	test('utf-16 and Latin-1, by the header or the byte order mark', () => {
		const answer = '<r><Content>&lt;a&gt;é&lt;/a&gt;</Content></r>';
		const marked = read(`\uFEFF${answer}`, 1024, 'utf16le', 'text/xml');
		expect(marked.document).toBe('<a>é</a>');
		expect(read(answer, 7, 'latin1', 'text/xml; charset=iso-8859-1').document).toBe('<a>é</a>');
		expect(read(answer, 7, 'latin1').damaged).toBe(true);
	});

	test('wherever a reference is cut', () => {
		const text = '&lt;a&gt;&amp;quot;&#x1F600;&lt;/a&gt;';
		const whole = new Unescaper();
		const expected = whole.push(text) + whole.end();
		for (let size = 1; size < text.length; size += 1) {
			const cut = new Unescaper();
			let unescaped = '';
			for (let at = 0; at < text.length; at += size)
				unescaped += cut.push(text.slice(at, at + size));
			expect(unescaped + cut.end()).toBe(expected);
		}
	});
});

describe('the payslip report', () => {
	const REPORT =
		'\uFEFF<?xml version="1.0" encoding="utf-16"?>\n<payslips>' +
		'<payslip><employeeid>7</employeeid><employeename>A &amp; B</employeename><period>5</period><year>2026</year>' +
		'<header><headerItem><key>Vakantiegeld</key><value>nee</value></headerItem></header>' +
		'<lines><line><code>4010</code><description>Opbouw</description><value>1,00</value></line>' +
		'<line><code>1000</code><value>9</value></line></lines>' +
		'<reservations><reservation><key>Vakantiegeld</key><value>1,00</value><saldo>2,00</saldo></reservation>' +
		'<reservation><key>Spaar</key><value>3</value></reservation></reservations>' +
		'<leave_list><leave type="1"><key>Vakantiegeld</key><value type="saldo">9</value></leave></leave_list>' +
		'</payslip></payslips>';
	const scan = (text: string, size: number): { slips: Payslip[]; problem: string | null } => {
		const scanner = new PayslipScanner({
			line: (code) => code === '4010',
			reservation: (key) => key === 'Vakantiegeld',
		});
		for (let at = 0; at < text.length; at += size) scanner.write(text.slice(at, at + size));
		scanner.end();
		return { slips: [...scanner.slips.values()].flat(), problem: scanner.problem };
	};

	test('only what was asked for is kept, and only from where it belongs', () => {
		expect(scan(REPORT, REPORT.length)).toEqual({
			problem: null,
			slips: [
				{
					employeeId: 7,
					year: 2026,
					period: 5,
					lines: [{ code: '4010', description: 'Opbouw', value: '1,00' }],
					reservations: [{ key: 'Vakantiegeld', value: '1,00', saldo: '2,00' }],
				},
			],
		});
	});

	test.each([64, 100, 1000])('in pieces of %i characters it is the same', (size) => {
		expect(scan(REPORT, size)).toEqual(scan(REPORT, REPORT.length));
	});

	test('everywhere it can be cut off, it is not readable', () => {
		for (let end = 1; end < REPORT.length; end += 7) {
			expect(scan(REPORT.slice(0, end), 4096).problem).not.toBeNull();
		}
	});
});

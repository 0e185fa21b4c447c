import { reportName } from '../../../core/report/fileName';

test.each([
	['Bakkerij Van Dijk', 'alleo-bakkerij-van-dijk-2026-11-24'],
	['Café Ünal & Zn. B.V.', 'alleo-cafe-unal-zn-b-v-2026-11-24'],
	['../../etc/passwd', 'alleo-etc-passwd-2026-11-24'],
	['CON\r\nSet-Cookie: x="1"', 'alleo-con-set-cookie-x-1-2026-11-24'],
	['株式会社', 'alleo-plan-2026-11-24'],
	['', 'alleo-plan-2026-11-24'],
	[`${'a'.repeat(59)}  b`, `alleo-${'a'.repeat(59)}-2026-11-24`],
])('the report of %j is called %s', (title, name) => {
	expect(reportName(title, '2026-11-24')).toBe(name);
});

test('a day that is none is left out', () => {
	expect(reportName('Bakkerij', 'soon"\r\n')).toBe('alleo-bakkerij');
});

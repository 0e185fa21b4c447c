import { visibleText } from '../support/approvalPage.mts';
import { bigPlan, makePlan } from '../support/approvalPlan.mts';
import { MIXED, PAST, SOON, validUntil, waitingPage } from '../support/approvalWebhook.mts';

describe('GET shows and never decides', () => {
	const page = waitingPage(MIXED);

	test('as often as anybody likes, whatever the query asks for', () => {
		for (const query of [{}, {}, { decision: 'approve', approver: 'x' }, { go: 'approve' }]) {
			const reply = page.get({ ...query, plan_hash: MIXED.summary.plan.hash });
			expect(reply.status).toBe(200);
			expect(reply.resumed).toBeNull();
			expect(visibleText(reply.body)).toContain('Chaima El Amrani');
		}
	});

	test('nothing is stored, framed, sniffed, indexed or told to another site', () => {
		const { headers } = page.get();
		expect(headers['cache-control']).toBe('no-store');
		expect(headers['x-frame-options']).toBe('DENY');
		expect(headers['referrer-policy']).toBe('same-origin');
		expect(headers['x-content-type-options']).toBe('nosniff');
		expect(headers['x-robots-tag']).toContain('noindex');
		expect(headers['content-security-policy']).toContain("default-src 'none'");
		expect(headers['content-type']).toBe('text/html; charset=utf-8');
	});

	test('search, filter and pages come from the query', () => {
		expect(visibleText(page.get({ q: 'esmee' }).body)).not.toContain('Guusje');
		expect(visibleText(page.get({ action: 'create' }).body)).not.toContain('Chaima');
		const many = waitingPage(validUntil(bigPlan(250), SOON));
		expect(visibleText(many.get({ page: '3' }).body)).toContain('201 to 250 of 250');
	});

	test('a field or a pair of values chooses the rows, by link and by button', () => {
		const changes = (to: string) => [{ field: 'group', from: 'Kantoor', to }];
		const plan = makePlan([
			{ action: 'update', row_id: 'a', name: 'Anna A', changes: changes('Buiten') },
			{ action: 'update', row_id: 'b', name: 'Bram B', changes: changes('Binnen') },
			{ action: 'create', row_id: 'c', name: 'Chaima C' },
		]);
		const changed = waitingPage(validUntil(plan, SOON));
		const names = (body: string) =>
			[...body.matchAll(/<strong><bdi>([^<]*)/g)].map(([, name]) => name);
		expect(names(changed.get({ field: 'group' }).body)).toEqual(['Anna A', 'Bram B']);
		expect(names(changed.get({ field: 'group:1' }).body)).toEqual(['Bram B']);
		const hash = plan.summary.plan.hash;
		const posted = changed.post([
			['plan_hash', hash],
			['view_page', '1'],
			['go', 'field:group:2'],
		]);
		expect(names(posted.body)).toEqual(['Anna A']);
		expect(posted.resumed).toBeNull();
		const again = changed.post([
			['plan_hash', hash],
			['view_page', '1'],
			['view_field', 'group:2'],
			['go', 'field:group:2'],
		]);
		expect(names(again.body)).toHaveLength(3);
	});

	test('every link back keeps the token', () => {
		for (const [, href] of page.get({ q: 'a', page: '2' }).body.matchAll(/href="(\?[^"]*)"/g)) {
			expect(href).toContain('signature=token-1');
		}
	});

	test.each([
		['csv', 'text/csv; charset=utf-8', 'Guusje Visser'],
		['md', 'text/markdown; charset=utf-8', 'Guusje Visser'],
		['html', 'text/html; charset=utf-8', 'Guusje Visser'],
	])('the report as %s is a file to save', (format, type, content) => {
		const reply = page.get({ format });
		expect(reply.headers['content-type']).toBe(type);
		expect(reply.headers['content-disposition']).toBe(
			`attachment; filename="alleo-bakkerij-van-dijk-2026-11-24.${format}"`,
		);
		expect(reply.body).toContain(content);
		expect(reply.headers['cache-control']).toBe('no-store');
		expect(reply.resumed).toBeNull();
	});

	test('the page can ask whether its plan still waits, without the plan', () => {
		const reply = page.get({ format: 'state' });
		expect(reply).toMatchObject({ status: 200, body: 'waiting', resumed: null });
		expect(reply.headers['cache-control']).toBe('no-store');
	});

	test('the times are those of the workflow', () => {
		const { body } = page.get();
		expect(visibleText(body)).toContain('24 November 2026 04:00');
	});

	test('the language is the one of the node', () => {
		const { body } = waitingPage(MIXED, { parameters: { language: 'nl' } }).get();
		expect(body).toContain('<html lang="nl">');
		expect(visibleText(body)).toContain('Wacht op uw besluit');
	});

	test('an n8n that hides the items is asked by expression', () => {
		const { body } = waitingPage(MIXED, { byExpression: true }).get();
		expect(visibleText(body)).toContain('Chaima El Amrani');
	});

	test('a plan past its end is shown as expired, without buttons', () => {
		const reply = waitingPage(validUntil(MIXED, PAST)).get();
		expect(reply.resumed).toBeNull();
		expect(visibleText(reply.body)).toContain('This plan expired');
		expect(reply.body).not.toContain('name="decision"');
	});
});

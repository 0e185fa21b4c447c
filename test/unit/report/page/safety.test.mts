import { createHash } from 'node:crypto';
import { decide } from '../../../../core/approval/decide';
import { renderPage, renderReport } from '../../../../core/report/page';
import { APPROVAL_SHELL } from '../../../../core/report/page/shell';
import { escapeHtml, html } from '../../../../core/ui/html';
import { renderDecided, renderRefused } from '../../../../core/report/page/result';
import { formFor, pageInput, visibleText } from '../../../support/approvalPage.mts';
import {
	DURING,
	HOSTILE_NAMES,
	makePlan,
	reason,
	trippedGuard,
} from '../../../support/approvalPlan.mts';

/** Everything that comes from outside is hostile: names, ids, reasons, evidence, guards, notices. */
function hostilePage(text: string) {
	const plan = makePlan(
		[
			{
				action: 'update',
				name: text,
				email: text,
				external_id: text,
				row_id: `update-${text}`,
				changes: [{ field: text, from: text, to: text }],
				evidence: { [text]: text, company: text },
				notices: [{ code: text, field: text, message: text, action: text, params: {} }],
			},
			{ action: 'hold', name: text, row_id: 'hold-1', reason: { code: text, text, params: {} } },
			{
				action: 'create',
				row_id: 'create-1',
				budgets: { [text]: 5 },
				linked_row_id: `update-${text}`,
			},
		],
		{
			guards: [{ ...trippedGuard('CREATE_LIMIT'), code: text, message: text, action: text }],
			partitions: [
				{
					partition: text,
					name: text,
					complete: false,
					employees: 1,
					error: { code: text, message: text, action: text },
				},
			],
			notices: [
				{
					external_id: text,
					name: text,
					code: text,
					message: text,
					action: text,
					params: {},
					date: null,
				},
			],
			needs_approval_because: [text],
		},
	);
	const form = formFor(plan, {
		approver: text,
		comment: text,
		reason: text,
		offboardings: '0',
		exclusions: new Map([[`update-${text}`, text]]),
	});
	const input = pageInput(plan, { title: text, form, view: { action: null, q: text, page: 1 } });
	const all = pageInput(plan, { title: text, form });
	const problem = { code: 'APPROVAL_FORM_TAMPERED' as const, field: null, params: {} };
	const verdict = decide({
		plan: plan.summary.plan,
		rows: plan.rows,
		rules: all.rules,
		form,
		requireComment: false,
		now: DURING,
	});
	if (verdict.kind !== 'decided') throw new Error('expected a decision');
	return {
		searched: renderPage(input),
		page: renderPage({ ...all, problems: [problem] }),
		report: renderReport(all),
		decided: renderDecided(all, plan.rows, verdict.approval, verdict.leftOut),
		refused: renderRefused(all, problem, `signature=${encodeURIComponent(text)}`),
	};
}

const withoutOwn = (page: string): string => page.replace(/<(style|script)>[\s\S]*?<\/\1>/g, '');

describe.each(HOSTILE_NAMES)('the hostile name %j', (name) => {
	const pages = Object.entries(hostilePage(name));

	test.each(pages)('adds no markup to the %s', (_kind, page) => {
		const foreign = withoutOwn(page);
		expect(foreign).not.toMatch(/<script|<img|<\/textarea><|onerror=[^&]*>/i);
		// Every tag is one of the page's own, and no attribute carries a handler.
		for (const [tag] of foreign.matchAll(/<[a-z][^>]*>/g)) {
			expect(tag.replace(/"[^"]*"/g, '""')).not.toMatch(/\son[a-z]+\s*=|javascript:/i);
		}
		expect(foreign.match(/<title>/g)).toHaveLength(1);
	});

	test('is still shown as text', () => {
		const shown = name.replaceAll('\u202e', '\ufffd');
		const { page, report, decided } = hostilePage(name);
		for (const text of [page, report, decided].map(visibleText)) {
			expect(text).toContain(shown.replace(/\s+/g, ' '));
		}
	});
});

describe('escaping', () => {
	test('covers elements and quoted attributes', () => {
		expect(escapeHtml(`<a href="x" b='y' c=\`z\`>&`)).toBe(
			'&lt;a href=&quot;x&quot; b=&#39;y&#39; c=&#96;z&#96;&gt;&amp;',
		);
	});

	test('shows marks that turn text around instead of obeying them', () => {
		expect(escapeHtml('a\u202eb\u2066c\u0000d')).toBe('a\ufffdb\ufffdc\ufffdd');
	});

	test('what the template made is not escaped twice, and nothing else slips through', () => {
		const inner = html`<b>${'<i>'}</b>`;
		expect(html`${inner}${[inner, '<u>']}${null}${undefined}${false}${0}`.markup).toBe(
			'<b>&lt;i&gt;</b><b>&lt;i&gt;</b>&lt;u&gt;0',
		);
	});
});

describe('the content security policy', () => {
	const plan = makePlan([{ action: 'create', reason: reason('NEW_IN_SERVICE') }]);
	const page = renderPage(pageInput(plan));
	const hashOf = (element: 'style' | 'script'): string => {
		const text = new RegExp(`<${element}>([\\s\\S]*?)</${element}>`).exec(page)?.[1] ?? '';
		return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
	};

	test('names the very style and script of the page, and no remote source', () => {
		expect(APPROVAL_SHELL.policy).toContain(`style-src ${hashOf('style')}`);
		expect(APPROVAL_SHELL.policy).toContain(`script-src ${hashOf('script')}`);
		expect(APPROVAL_SHELL.policy).toContain("default-src 'none'");
		const directives = APPROVAL_SHELL.policy.split('; ').filter((part) => !part.includes('sha256'));
		expect(directives.sort()).toEqual([
			"base-uri 'none'",
			"connect-src 'self'",
			"default-src 'none'",
			"form-action 'self'",
			"frame-ancestors 'none'",
			'img-src data:',
		]);
		expect(APPROVAL_SHELL.policy).not.toMatch(/https?:|\*|unsafe/);
	});

	test('is not needed for a remote file: page and report name none', () => {
		for (const text of [page, renderReport(pageInput(plan))]) {
			expect(text).not.toMatch(/(?:src|href|action)="(?:https?:)?\/\//);
			expect(text).not.toMatch(/@import|url\(/);
			expect(text).not.toMatch(/ style="/);
		}
	});

	test('the report brings its own policy and runs no script', () => {
		const report = renderReport(pageInput(plan));
		expect(report).toContain('http-equiv="Content-Security-Policy"');
		expect(report).not.toContain('<script');
		expect(report).not.toMatch(/<form|<button|<input|signature=/);
	});
});

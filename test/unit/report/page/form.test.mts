import { renderPage } from '../../../../core/report/page';
import { formFor, pageInput, visibleText } from '../../../support/approvalPage.mts';
import { AFTER, makePlan, trippedGuard } from '../../../support/approvalPlan.mts';

describe('what the page offers', () => {
	const buttons = (page: string): string[] =>
		[...page.matchAll(/name="decision"\s+value="(\w+)"/g)].map((match) => match[1]!);

	test('approve, approve without off-boardings, reject', () => {
		expect(buttons(renderPage(pageInput(makePlan([{ action: 'deactivate' }]))))).toEqual([
			'approve',
			'approveWithoutOffboardings',
			'reject',
		]);
	});

	test('a plan without off-boardings has no button to leave them out', () => {
		expect(buttons(renderPage(pageInput(makePlan([{ action: 'create' }]))))).toEqual([
			'approve',
			'reject',
		]);
	});

	test.each(['EMPTY_SOURCE', 'IDENTITY_KEYS_CHANGED'] as const)('%s leaves only reject', (code) => {
		const plan = makePlan([{ action: 'deactivate' }], { guards: [trippedGuard(code)] });
		const page = renderPage(pageInput(plan));
		expect(buttons(page)).toEqual(['reject']);
		expect(visibleText(page)).toContain('This plan cannot be approved');
	});

	test('an expired plan has nothing to press', () => {
		const page = renderPage(pageInput(makePlan([{ action: 'create' }]), { now: AFTER }));
		expect(buttons(page)).toEqual([]);
		expect(visibleText(page)).toContain('This plan expired');
		expect(page).not.toContain('name="excluded"');
	});

	test('a typed number is asked for when a guard tripped, not otherwise', () => {
		const blocked = makePlan([{ action: 'create' }], { guards: [trippedGuard('CREATE_LIMIT')] });
		expect(renderPage(pageInput(blocked))).toContain('name="offboardings"');
		expect(renderPage(pageInput(makePlan([{ action: 'create' }])))).not.toContain(
			'name="offboardings"',
		);
	});

	test('pressing Enter in a text field never decides: the first button only shows the page', () => {
		const page = renderPage(pageInput(makePlan([{ action: 'deactivate' }])));
		const first = /<button[^>]*>/.exec(page)?.[0] ?? '';
		expect(first).toContain('name="go"');
		expect(first).toContain('value="search"');
	});

	test('the form posts to the address it came from, so that the token stays in it', () => {
		const page = renderPage(pageInput(makePlan([{ action: 'create' }])));
		expect(page).toMatch(/<form method="post"(?![^>]*action=)[^>]*>/);
		expect(page).toContain('href="?signature=abc123&amp;format=csv"');
	});

	test('what was typed is still there after a problem', () => {
		const plan = makePlan([{ action: 'deactivate', row_id: 'deactivate-nmbrs-1' }]);
		const form = formFor(plan, {
			approver: '',
			comment: 'Checked with HR',
			exclusions: new Map([['deactivate-nmbrs-1', 'Stays until January']]),
		});
		const problems = [
			{ code: 'APPROVAL_NAME_MISSING' as const, field: 'approver' as const, params: {} },
		];
		const page = renderPage(pageInput(plan, { form, problems }));
		expect(page).toContain('Checked with HR');
		expect(page).toContain('value="Stays until January"');
		expect(page).toMatch(/value="deactivate-nmbrs-1"\s+data-of="deactivate"\s+checked/);
		expect(page).toMatch(/id="approver"[^>]*aria-invalid="true"/);
		expect(visibleText(page)).toContain('Nothing was decided yet Your name is missing.');
	});
});

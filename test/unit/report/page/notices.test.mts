import { renderPage, renderReport } from '../../../../core/report/page';
import { pageInput, visibleText } from '../../../support/approvalPage.mts';
import { makePlan } from '../../../support/approvalPlan.mts';

describe('people of whom the plan only says something', () => {
	test('coming starters and leavers with their dates', () => {
		const who = { external_id: 'nmbrs-7', name: 'Ilse Bakker', message: '', action: '' };
		const plan = makePlan([{ action: 'create' }], {
			notices: [
				{ ...who, code: 'UPCOMING_START', params: { date: '2026-12-01' }, date: '2026-12-01' },
				{ ...who, code: 'UPCOMING_END', params: { date: '2026-12-31' }, date: '2026-12-31' },
			],
		});
		expect(visibleText(renderPage(pageInput(plan, { language: 'nl' })))).toContain(
			'Begint op 1 dec 2026.',
		);
		expect(visibleText(renderPage(pageInput(plan, { language: 'nl' })))).toContain(
			'Laatste dag in dienst is 31 dec 2026.',
		);
	});

	test('hundreds of coming starters are counted, folded, and all in the report', () => {
		const notices = Array.from({ length: 300 }, (_, index) => ({
			external_id: `nmbrs-${index}`,
			name: `Starter ${index}`,
			code: 'UPCOMING_START',
			message: '',
			action: '',
			params: { date: '2026-12-01' },
			date: '2026-12-01',
		}));
		const plan = makePlan([{ action: 'create' }], { notices });
		const page = renderPage(pageInput(plan));
		expect(visibleText(page)).toContain('Start later 300');
		expect(visibleText(page)).toContain('and 250 more');
		expect(page).toMatch(/<details>\s*<summary>Start later/);
		expect(renderReport(pageInput(plan)).match(/Starts on 1 Dec 2026/g)).toHaveLength(300);
	});
});

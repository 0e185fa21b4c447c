import { readForm } from '../../sandbox/demo/approvalPage.mts';
import type { EngineRun } from './engine.mts';

/** Answers the waiting page with its own fields, and with what was typed. */
export async function answerPage(
	engine: EngineRun,
	typed: Record<string, unknown>,
): Promise<string> {
	const { page } = await engine.request('GET');
	const fields = readForm(page).values;
	const excluded = fields.filter(([name]) => name === 'excluded').map(([, value]) => value);
	const form = { ...Object.fromEntries(fields), excluded, approver: 'Anke Voorbeeld', ...typed };
	await engine.request('POST', form);
	return page;
}

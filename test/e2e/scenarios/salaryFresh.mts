import assert from 'node:assert/strict';
import { TYPES_OF } from '../../../sandbox/demo/credentials.mts';
import { outputOf } from '../../../sandbox/demo/n8nClient.mts';
import { approvalLink } from '../../../sandbox/demo/run.mts';
import { expectSuccess } from '../expect.mts';
import type { Scenario } from '../run.mts';
import {
	dryRun,
	press,
	salaryLeaveWorkflow,
	sftpCredential,
	STEP,
	withSftp,
} from '../salaryLeave.mts';
import { load } from '../waitingPlan.mts';
import type * as IssuesModule from '../../../core/issues/index';

/** Salary and leave out of the box. */

const { isIssueCode, resolveCarried } = await load<typeof IssuesModule>('core/issues/index.ts');

interface Planned {
	action: string;
	reason: { code: string; params: Record<string, string | number> };
}

const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim();

export const scenarios: Record<string, Scenario> = {
	'as imported, for the made-up company: whoever is held has the cure on the page': withSftp(
		async (context, sftp) => {
			const bindings = await context.credentials(TYPES_OF.nmbrs);
			const credential = await sftpCredential(context, sftp);
			const settings = { full_time_hours_per_month: 0 };
			const customer = { system: 'nmbrs', bindings, sftp: credential, settings } as const;
			const waiting = await dryRun(context, await salaryLeaveWorkflow(context, customer));
			const rows = outputOf(waiting, STEP.compare) as Planned[];
			assert.ok(
				rows.some(({ action }) => action === 'update'),
				'nobody has a line',
			);
			const held = rows.filter(({ action }) => action === 'hold');
			const page = await context.strangersPage();
			await page.goto(approvalLink(waiting));
			await context.screenshot(page, 'held', true);
			const text = squeezed((await page.locator('main, body').first().textContent()) ?? '');
			const causes = new Map(held.map(({ reason }) => [reason.code, reason]));
			for (const [code, { params }] of causes) {
				assert.ok(isIssueCode(code));
				const { action } = resolveCarried({ code, params }, 'nl');
				assert.ok(text.includes(squeezed(action)), `${code}: "${action}" is not on the page`);
			}
			await press(page, 'reject');
			expectSuccess(await context.client.ended(waiting.id));
			process.stdout.write(`        held: ${[...causes.keys()].join(', ') || 'nobody'}\n`);
		},
	),
};

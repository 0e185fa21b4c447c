import assert from 'node:assert/strict';
import { TYPES_OF } from '../../../sandbox/demo/credentials.mts';
import { decide } from '../../../sandbox/demo/approvalPage.mts';
import { approvalLink, offboardings } from '../../../sandbox/demo/run.mts';
import type { Message } from '../../../sandbox/demo/mailbox.mts';
import {
	bindCredentials,
	fillSettings,
	keepExecutions,
	NODE,
	readWorkflow,
} from '../../../sandbox/demo/template.mts';
import type { Context } from '../context.mts';
import { expectSuccess } from '../expect.mts';
import type { Scenario } from '../run.mts';

/** The watchdog as shipped, but for an hour that is over at once. */
async function importWatchdog(context: Context): Promise<string> {
	const workflow = keepExecutions(await readWorkflow('watchdog'));
	fillSettings(workflow, { undecided_hours: 0.000001 });
	bindCredentials(workflow, { alleoN8nApi: context.desk.instance });
	return await context.import(workflow);
}

export const scenarios: Record<string, Scenario> = {
	'a plan that nobody decides on is said once, and once that it is solved': async (context) => {
		const bindings = await context.credentials(TYPES_OF.afas);
		const daily = await context.customer('afas', bindings);
		const watchdog = await importWatchdog(context);
		const runFrom = async (trigger: string): Promise<void> =>
			expectSuccess(await context.client.ended(await context.client.runFrom(watchdog, trigger)));
		/** What people are told about the customer by one look. */
		const look = async (): Promise<Message[]> => {
			const before = context.told(daily).length;
			await runFrom('Look now');
			return context.told(daily).slice(before);
		};
		const waiting = await context.client.settled(await context.client.runFrom(daily, NODE.dryRun));
		assert.equal(waiting.status, 'waiting');
		const [undecided, ...more] = await look();
		assert.match(undecided?.subject ?? '', /Voorbeeld Zorg/);
		assert.deepEqual(more, []);
		const states = await context.client.tableRows<{ key: string }>('Alleo watchdog', {
			workflow: daily,
		});
		assert.ok(states.some(({ key }) => key === `${daily}:undecided`));
		assert.deepEqual(await look(), [], 'said once');
		await decide(approvalLink(waiting), {
			decision: 'approve',
			approver: 'Anke Voorbeeld',
			comment: 'Ja',
			offboardings: offboardings(waiting),
		});
		expectSuccess(await context.client.ended(waiting.id));
		assert.match((await look())[0]?.subject ?? '', /opgelost/);
		assert.deepEqual(await look(), [], 'solved is said once');
		await runFrom('Every Monday at 08:00');
		const [digest, ...others] = context.told(watchdog);
		assert.deepEqual(others, []);
		assert.match(digest?.subject ?? '', /de week tot/);
	},
};

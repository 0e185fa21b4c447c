import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { TYPES_OF } from '../../../sandbox/demo/credentials.mts';
import { outputOf } from '../../../sandbox/demo/n8nClient.mts';
import { decide } from '../../../sandbox/demo/approvalPage.mts';
import { approvalLink, offboardings } from '../../../sandbox/demo/run.mts';
import type { Workflow } from '../../../sandbox/demo/n8nTypes.mts';
import { ROOT } from '../../../sandbox/demo/paths.mts';
import { keepExecutions, NODE, nodeOf } from '../../../sandbox/demo/template.mts';
import type { Context } from '../context.mts';
import { expectSuccess } from '../expect.mts';
import type { Scenario } from '../run.mts';

/** The watchdog as shipped, but for an hour that is over at once. */
async function importWatchdog(context: Context): Promise<string> {
	const file = path.join(ROOT, 'workflows/watchdog.json');
	const workflow = keepExecutions(JSON.parse(await readFile(file, 'utf8')) as Workflow);
	const { assignments } = nodeOf(workflow, 'Settings').parameters['assignments'] as {
		assignments: Array<{ name: string; value: unknown }>;
	};
	for (const assignment of assignments) {
		if (assignment.name === 'undecided_hours') assignment.value = 0.000001;
	}
	return await context.import(workflow);
}

interface Said {
	key: string;
	subject: string;
}

export const scenarios: Record<string, Scenario> = {
	'a plan that nobody decides on is said once, and once that it is solved': async (context) => {
		const bindings = await context.credentials(TYPES_OF.afas);
		const daily = await context.customer('afas', bindings);
		const watchdog = await importWatchdog(context);
		const look = async (trigger = 'Look now'): Promise<Said[]> => {
			const id = await context.client.runFrom(watchdog, trigger);
			const execution = await context.client.ended(id);
			expectSuccess(execution);
			const said = outputOf(execution, 'Send message') as Said[];
			return trigger === 'Look now' ? said.filter(({ key }) => key.startsWith(daily)) : said;
		};
		const waiting = await context.client.settled(await context.client.runFrom(daily, NODE.dryRun));
		assert.equal(waiting.status, 'waiting');
		assert.deepEqual(
			(await look()).map(({ key }) => key),
			[`${daily}:undecided`],
		);
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
		const [digest, ...more] = await look('Every Monday at 08:00');
		assert.equal(more.length, 0);
		assert.match(digest?.subject ?? '', /de week tot/);
	},
};

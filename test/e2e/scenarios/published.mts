import assert from 'node:assert/strict';
import { TYPES_OF } from '../../../sandbox/demo/credentials.mts';
import { instanceCredential } from '../../../sandbox/demo/instanceKey.mts';
import { outputOf } from '../../../sandbox/demo/n8nClient.mts';
import type { Execution, Workflow } from '../../../sandbox/demo/n8nTypes.mts';
import { approvalLink } from '../../../sandbox/demo/run.mts';
import { NODE, nodeOf } from '../../../sandbox/demo/template.mts';
import type { Context } from '../context.mts';
import { expectNoWrites } from '../expect.mts';
import type { Scenario } from '../run.mts';

/** A draft beside the published version of its workflow: the comparison, and the page of its dry run. */

interface Line {
	field: string;
	alleo_field: string;
	source_before: string;
	source_now: string;
	people: number;
	people_affected: number;
	examples: Array<{ from: string; to: string; people: number }>;
}

const BANNER = '.banner.draft';

/** Changes the draft as the editor saves it; what is published stays. */
async function edit(
	context: Context,
	id: string,
	change: (workflow: Workflow) => void,
): Promise<void> {
	const { name, nodes, connections, settings } = await context.client.api<Workflow>(
		'GET',
		`/workflows/${id}`,
	);
	const workflow = { name, nodes, connections, settings };
	change(workflow);
	await context.client.api('PUT', `/workflows/${id}?publishIfActive=false`, workflow);
}

const setMode = (workflow: Workflow, mode: string): void => {
	nodeOf(workflow, NODE.normalize).parameters['mode'] = mode;
};

const setGroup = (workflow: Workflow, value: string): void => {
	const { fields } = nodeOf(workflow, NODE.normalize).parameters as {
		fields: { value: Record<string, string> };
	};
	fields.value['group'] = value;
};

const dryRun = async (context: Context, id: string): Promise<Execution> =>
	await context.client.settled(await context.client.runFrom(id, NODE.dryRun));

export const scenarios: Record<string, Scenario> = {
	'a draft is compared with what is published, and its dry run says what differs': async (
		context,
	) => {
		await context.useWorld({ employees: 250 });
		const bindings = await context.credentials(TYPES_OF.nmbrs);
		const alleoN8nApi = await instanceCredential(context.client);
		const id = await context.customer('nmbrs', bindings, {}, (workflow) => {
			nodeOf(workflow, NODE.normalize).credentials = { alleoN8nApi };
			nodeOf(workflow, NODE.approval).credentials = { alleoN8nApi };
		});
		const page = await context.strangersPage();

		// Nothing is published yet: the page says that, and the comparison cannot be made.
		const first = await dryRun(context, id);
		assert.equal(first.status, 'waiting');
		await page.goto(approvalLink(first));
		await page.locator(BANNER).waitFor();
		await context.screenshot(page, 'first');
		await edit(context, id, (workflow) => setMode(workflow, 'compare'));
		const tooEarly = await dryRun(context, id);
		assert.equal(tooEarly.status, 'waiting', 'the comparison stops nobody');
		const [why] = outputOf(tooEarly, NODE.normalize, 2) as Array<{ problem?: string }>;
		assert.match(why?.problem ?? '', /published yet/);

		await edit(context, id, (workflow) => setMode(workflow, 'normalize'));
		await context.client.publish(id);

		// The same as what is published: no banner.
		const same = await dryRun(context, id);
		await page.goto(approvalLink(same));
		await page.locator('#decision').waitFor();
		assert.equal(await page.locator(BANNER).count(), 0, 'no banner without a difference');

		// The draft reads the group from another field.
		await edit(context, id, (workflow) => {
			setGroup(workflow, '={{ $json.company.name }}');
			setMode(workflow, 'compare');
		});
		const compared = await dryRun(context, id);
		const lines = outputOf(compared, NODE.normalize, 2) as Line[];
		const [group] = lines;
		assert.ok(group, 'there are lines');
		assert.equal(group.alleo_field, 'group');
		assert.equal(group.source_before, 'department.description');
		assert.equal(group.source_now, 'company.name');
		assert.ok(group.people >= 240, `over all people, not five: ${group.people}`);
		assert.ok(group.people_affected >= 200, `most of them move: ${group.people_affected}`);
		assert.ok(group.examples[0] && group.examples[0].people >= 3);
		assert.ok(lines.slice(1).every((line) => line.people_affected === 0));
		const text = JSON.stringify(lines);
		for (const person of context.sandbox.world.nmbrs.people) {
			const { email } = person as { email?: string };
			if (email !== undefined) assert.ok(!text.includes(email), 'no address in a line');
		}
		assert.equal(compared.status, 'waiting', 'the people went on to the plan');
		assert.ok(outputOf(compared, NODE.compare, 0).length > 0);

		await edit(context, id, (workflow) => setMode(workflow, 'normalize'));
		const draft = await dryRun(context, id);
		assert.equal(draft.status, 'waiting');
		for (const visit of ['banner', 'again']) {
			await page.goto(approvalLink(draft));
			const banner = page.locator(BANNER);
			await banner.waitFor();
			const said = await banner.innerText();
			for (const part of ['Company Group', 'department.description', 'company.name']) {
				assert.ok(said.includes(part), `${visit}: ${part} in ${said}`);
			}
			assert.equal((await banner.locator('tbody tr').count()) > 1, false, `only that: ${said}`);
		}
		await context.screenshot(page, 'banner');
		expectNoWrites(context);

		// Published, it is a draft no more.
		await context.client.publish(id);
		const published = await dryRun(context, id);
		await page.goto(approvalLink(published));
		await page.locator('#decision').waitFor();
		assert.equal(await page.locator(BANNER).count(), 0, 'no banner once it is published');
	},
};

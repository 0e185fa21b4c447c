import { randomUUID } from 'node:crypto';
import { TYPES_OF } from '../../sandbox/demo/credentials.mts';
import { startDesk } from '../../sandbox/demo/desk.mts';
import type { Desk } from '../../sandbox/demo/desk.mts';
import {
	bindCredentials,
	chooseDesk,
	customerWorkflow,
	keepExecutions,
	nodeOf,
	readWorkflow,
} from '../../sandbox/demo/template.mts';
import type { SettingValues } from '../../sandbox/demo/template.mts';
import type { Context } from './context.mts';

/** A desk with a page of plans, as Start here makes them, and a customer of it. */

export interface WithPlanPage {
	desk: Desk;
	workflowId: string;
}

export async function withPlanPage(
	context: Context,
	settings: SettingValues = {},
): Promise<WithPlanPage> {
	const { client } = context;
	const path = randomUUID();
	const desk = await startDesk(client, path);
	context.atEnd(() => desk.mailbox.close());
	const page = await readWorkflow('plan-page');
	nodeOf(page, 'When a plan is opened').parameters['path'] = path;
	nodeOf(page, 'When a plan is opened').webhookId = path;
	bindCredentials(page, { alleoN8nApi: desk.instance });
	await client.publish(await context.importAsIs(page));
	const bindings = await context.credentials(TYPES_OF.afas);
	const workflow = keepExecutions(await customerWorkflow('afas', bindings, settings));
	chooseDesk(workflow, desk.id);
	return { desk, workflowId: await context.importAsIs(workflow) };
}

import assert from 'node:assert/strict';
import { chooseSender, sendingWorkflow } from '../../../sandbox/demo/delivery.mts';
import type { Execution, Workflow } from '../../../sandbox/demo/n8nTypes.mts';
import { NODE, nodeOf, readWorkflow } from '../../../sandbox/demo/template.mts';
import type { SftpStandIn } from '../../../sandbox/sftp/server.mts';
import type { Context } from '../context.mts';
import type { Scenario } from '../run.mts';
import { sentOf, sftpCredential, STEP, withSftp } from '../salaryLeave.mts';

/** The look at the folder that files go to, with everything that can be wrong with it. */

const FILE = '/alleo/alleo_budgets.csv';
const LAST = 'Email,alleo_monthly_all_budget\nwas.er.al@example.nl,25\n';

interface Item {
	json: { delivery?: { ok: boolean; code: string | null; last: string } };
	binary?: Record<string, unknown>;
}

const itemsOf = (execution: Execution, node: string): Item[] => {
	const runs = execution.data?.resultData.runData[node] ?? [];
	return runs.flatMap((run) => run.data?.main ?? []).flatMap((list) => list ?? []) as Item[];
};

/** In the place of Build file. */
const fileNodes = (content: string): Workflow['nodes'] => [
	{
		id: 'a-text',
		name: 'A text',
		type: 'n8n-nodes-base.set',
		typeVersion: 3.4,
		position: [0, 0],
		parameters: { mode: 'raw', jsonOutput: JSON.stringify({ content }), options: {} },
	},
	{
		id: 'a-file',
		name: 'A file',
		type: 'n8n-nodes-base.convertToFile',
		typeVersion: 1.1,
		position: [0, 0],
		parameters: { operation: 'toText', sourceProperty: 'content', options: {} },
	},
];

/** A workflow that does nothing but one step of the budgets template. */
async function caller(
	context: Context,
	senderId: string,
	step: string,
	values: Record<string, unknown> = {},
	content: string | null = null,
): Promise<string> {
	const template = await readWorkflow('nmbrs-budgets');
	const node = nodeOf(template, step);
	const { value } = node.parameters['workflowInputs'] as { value: Record<string, unknown> };
	Object.assign(value, values, {
		settings: { customer_name: 'Voorbeeld Holding', language: 'nl' },
	});
	const file = content === null ? [] : fileNodes(content);
	const steps = [nodeOf(template, NODE.dryRun), ...file, node];
	const workflow: Workflow = {
		...template,
		name: step,
		settings: { ...template.settings, saveManualExecutions: true },
		nodes: steps,
		connections: Object.fromEntries(
			steps
				.slice(1)
				.map(({ name }, at) => [
					steps[at]?.name ?? '',
					{ main: [[{ node: name, type: 'main', index: 0 }]] },
				]),
		),
	};
	chooseSender(workflow, senderId);
	return await context.importAsIs(workflow);
}

interface Case {
	before?: (sftp: SftpStandIn) => void;
	login?: Partial<SftpStandIn>;
	where?: Record<string, string>;
	code: string | null;
	/** Whether the file of last time comes with it. */
	file: boolean;
}

const CASES: Record<string, Case> = {
	'a folder in order': { code: null, file: true },
	'a folder in order, without a file': {
		before: (sftp) => void sftp.folder.files.clear(),
		code: null,
		file: false,
	},
	'another password': {
		login: { password: 'een-ander-wachtwoord' },
		code: 'DELIVERY_LOGIN_REFUSED',
		file: false,
	},
	'another port': { login: { port: 1 }, code: 'DELIVERY_NOT_REACHED', file: false },
	'a folder that is not there': {
		where: { folder: '/aleo' },
		code: 'DELIVERY_FOLDER_MISSING',
		file: false,
	},
	'a setting that is no choice': {
		where: { one_off_budgets: 'Once' },
		code: 'DELIVERY_SETTINGS',
		file: false,
	},
	'a full disk': {
		before: ({ faults }) => void faults.add('noSpace'),
		code: 'DELIVERY_CUT',
		file: true,
	},
	'no right to write': {
		before: ({ faults }) => void faults.add('noWrite'),
		code: 'DELIVERY_NOT_WRITABLE',
		file: true,
	},
	'no right to remove': {
		before: ({ faults }) => void faults.add('noRemove'),
		code: 'DELIVERY_NOT_REMOVABLE',
		file: true,
	},
	'no right to read the file': {
		before: ({ faults }) => void faults.add('noRead'),
		code: 'DELIVERY_FILE_UNREADABLE',
		file: false,
	},
};

/** Which file is there, as the look says it. */
function lastOf({ folder }: SftpStandIn): string {
	const content = folder.files.get(FILE);
	const seconds = folder.changed.get(FILE) ?? 0;
	return content === undefined ? 'none' : `${content.length} ${seconds * 1000}`;
}

function fillWhere(workflow: Workflow, values: Record<string, string>): void {
	const { assignments } = nodeOf(workflow, 'Where files go').parameters['assignments'] as {
		assignments: Array<{ name: string; value: string }>;
	};
	for (const one of assignments) one.value = values[one.name] ?? one.value;
}

async function looks(context: Context, sftp: SftpStandIn, wanted: Case): Promise<void> {
	const { before = () => undefined, login = {}, where = {}, code, file } = wanted;
	sftp.faults.clear();
	sftp.folder.files.clear();
	sftp.folder.put(FILE, LAST);
	sftp.log.length = 0;
	before(sftp);
	const credential = await sftpCredential(context, { ...sftp, ...login });
	const sender = await sendingWorkflow(context.desk.id, credential);
	fillWhere(sender, where);
	const senderId = await context.importAsIs(sender);
	await context.client.publish(senderId);
	const workflowId = await caller(context, senderId, STEP.look);
	const run = await context.client.runFrom(workflowId, NODE.dryRun);
	const ended = await context.client.ended(run);
	const found = itemsOf(ended, STEP.look);
	const [item] = found;
	assert.equal(found.length, 1);
	const { last, ...said } = item?.json.delivery ?? {};
	assert.deepEqual(said, {
		ok: code === null,
		code,
		folder: where['folder'] ?? '/alleo',
		file_name: 'alleo_budgets.csv',
		one_off_budgets: 'once',
		stopped_budgets: 'zero',
	});
	assert.equal(last, code === null ? lastOf(sftp) : '');
	assert.equal(item?.binary !== undefined && 'data' in item.binary, file);
	assert.deepEqual(sentOf(sftp), [], 'nothing but the probe was written');
	const left = [...sftp.folder.files.keys()].filter((name) => name.includes('folder-check'));
	assert.equal(left.length, code === 'DELIVERY_NOT_REMOVABLE' ? 1 : 0, `left: ${left.join()}`);
	assert.deepEqual(await context.client.executionsOf(senderId), [], 'no run of it is kept');
	assert.ok(!sftp.folder.folders.has('/aleo'), 'no folder was made');
}

export const scenarios: Record<string, Scenario> = {
	...Object.fromEntries(
		Object.entries(CASES).map(([name, wanted]) => [
			`look: ${name}`,
			withSftp(async (context, sftp) => looks(context, sftp, wanted)),
		]),
	),

	'send: a folder that is gone stops the run, and is not made': withSftp(async (context, sftp) => {
		const sender = await sendingWorkflow(context.desk.id, await sftpCredential(context, sftp));
		const senderId = await context.importAsIs(sender);
		await context.client.publish(senderId);
		const where = { folder: '/weg', file_name: 'alleo_budgets.csv', bytes: 3, people: 1, held: 0 };
		const values = { ...where, last: 'none' };
		const workflowId = await caller(context, senderId, STEP.send, values);
		const ended = await context.client.ended(await context.client.runFrom(workflowId, NODE.dryRun));
		assert.equal(ended.status, 'error');
		assert.match(ended.data?.resultData.error?.message ?? '', /No such file/);
		assert.deepEqual([...sftp.folder.folders].sort(), ['/', '/alleo']);
		assert.deepEqual(sftp.log, []);
	}),

	'send: a plan that was compared with another last file sends nothing': withSftp(
		async (context, sftp) => {
			const sender = await sendingWorkflow(context.desk.id, await sftpCredential(context, sftp));
			const senderId = await context.importAsIs(sender);
			await context.client.publish(senderId);
			const sendAfter = async (last: string) => {
				const content = 'Email\nanna@example.nl\n';
				const where = { folder: '/alleo', file_name: 'alleo_budgets.csv', people: 1, held: 0 };
				const values = { ...where, bytes: content.length, last };
				const workflowId = await caller(context, senderId, STEP.send, values, content);
				return await context.client.ended(await context.client.runFrom(workflowId, NODE.dryRun));
			};
			sftp.folder.put(FILE, LAST);
			const compared = lastOf(sftp);
			// As long, and sent a second later.
			sftp.folder.put(FILE, LAST, new Date(Date.now() + 1000));
			for (const last of [compared, 'none']) {
				const ended = await sendAfter(last);
				assert.equal(ended.status, 'error');
				assert.match(ended.data?.resultData.error?.message ?? '', /FILE_SENT_MEANWHILE/);
				assert.equal(sftp.folder.text(FILE), LAST);
			}
			assert.equal((await sendAfter(lastOf(sftp))).status, 'success');
			assert.match(sftp.folder.text(FILE), /anna/);
			sftp.folder.files.clear();
			assert.equal((await sendAfter('none')).status, 'success');
		},
	),

	'look by hand: the same answer, without anybody’s file': withSftp(async (context, sftp) => {
		sftp.folder.put('/alleo/alleo_flex_salary.csv', LAST);
		const sender = await sendingWorkflow(context.desk.id, await sftpCredential(context, sftp));
		sender.settings['saveManualExecutions'] = true;
		const run = await context.client.runFrom(await context.importAsIs(sender), 'Check this folder');
		const [item] = itemsOf(await context.client.ended(run), 'Answer');
		assert.equal(item?.json.delivery?.code, null);
		assert.equal(item.binary?.['data'], undefined);
	}),
};

import { startInstance, WEBHOOKS } from '../support/installation.mts';
import type { Instance, Pressed } from '../support/installation.mts';
import type { FakeWorkflow } from '../support/fakeWorkflows.mts';
import { pastTemplate } from '../support/upgrade.mts';

/** Start here and the message step: how the desk writes to people, chosen on the form, kept where it is somebody's own. */

let instance: Instance;

beforeEach(async () => {
	instance = await startInstance();
});
afterEach(async () => {
	await instance.close();
});

type Node = Record<string, unknown> & { parameters: Record<string, unknown> };

const deskOf = (pressed: Pressed): FakeWorkflow =>
	instance.workflow(instance.lineOf(pressed, 'alleo-desk'));
const nodeOf = ({ nodes }: FakeWorkflow, name: string): Node => {
	const found = nodes.find((node) => node['name'] === name);
	if (found === undefined) throw new Error(`no node ${name}`);
	return found as Node;
};
const toDo = ({ to_do: list }: Pressed): string[] =>
	list.map(({ key }) => key).filter((key) => key.startsWith('message'));

function addCredential(type: string, id = `${type}-1`): void {
	instance.n8n.credentials.set(id, { id, name: `Our ${type}`, type, data: {} });
}

const email = {
	messageStep: 'email',
	recipients: 'ops@example.com',
	sender: 'Alleo <sync@example.com>',
};

test('nothing chosen: nobody is told anything, and the page says so in red', async () => {
	const pressed = await instance.press();
	expect(toDo(pressed)).toEqual(['message']);
	expect(pressed.html).toMatch(/<li class="urgent">\s*<p><strong>Niemand krijgt bericht/);
	expect(nodeOf(deskOf(pressed), 'Send message')['type']).toBe('n8n-nodes-base.noOp');
});

test('e-mail: n8n’s own node in the place of the step, wired, filled, published; with the one SMTP credential', async () => {
	addCredential('smtp');
	const pressed = await instance.press({ messages: email });
	const desk = deskOf(pressed);
	const node = nodeOf(desk, 'Send message');
	expect(node).toMatchObject({
		type: 'n8n-nodes-base.emailSend',
		onError: 'continueRegularOutput',
		credentials: { smtp: { id: 'smtp-1', name: 'Our smtp' } },
		parameters: {
			fromEmail: 'Alleo <sync@example.com>',
			toEmail: "={{ $json.recipients.filter((one) => one.includes('@')).join(', ') }}",
			subject: '={{ $json.subject }}',
			text: '={{ $json.text }}',
			emailFormat: 'text',
		},
	});
	expect(JSON.stringify(desk.connections)).toContain('"Send message"');
	expect(nodeOf(desk, 'Desk').parameters).toMatchObject({
		operatorRecipients: 'ops@example.com',
		explainUrl: expect.stringContaining(`${WEBHOOKS}/form/`),
	});
	expect(desk.activeVersionId).toBe(desk.versionId);
	expect(toDo(pressed)).toEqual([]);
});

test('twice is once; another choice takes the place of ours, with what ops filled in gone with it', async () => {
	addCredential('smtp');
	await instance.press({ messages: email });
	const again = await instance.press({ messages: email });
	expect(again.changed).toBe(false);
	const kept = await instance.press();
	expect(kept.changed).toBe(false);
	const slack = await instance.press({ messages: { messageStep: 'slack' } });
	const node = nodeOf(deskOf(slack), 'Send message');
	expect(node['type']).toBe('n8n-nodes-base.slack');
	expect(node['credentials']).toBeUndefined();
	expect(toDo(slack)).toEqual(['messageCredential']);
	expect(instance.lineOf(slack, 'alleo-desk').changes).toContain('message');
	const none = await instance.press({ messages: { messageStep: 'none' } });
	expect(nodeOf(deskOf(none), 'Send message')['type']).toBe('n8n-nodes-base.noOp');
	expect(toDo(none)).toEqual(['message']);
});

test('what ops chose in our node stays: the sender, the credential, the team and the channel', async () => {
	addCredential('smtp', 'a');
	addCredential('smtp', 'b');
	const first = await instance.press({ messages: { ...email, sender: '', recipients: '' } });
	expect(toDo(first)).toEqual(['messageCredential', 'messageFrom', 'messageRecipients']);
	const node = nodeOf(deskOf(first), 'Send message');
	node['credentials'] = { smtp: { id: 'b', name: 'B' } };
	node.parameters['fromEmail'] = 'us@example.com';
	node.parameters['options'] = { replyTo: 'help@example.com' };
	nodeOf(deskOf(first), 'Desk').parameters['operatorRecipients'] = 'ops@example.com';
	const before = structuredClone(node);
	const again = await instance.press({ messages: { messageStep: 'email' } });
	expect(nodeOf(deskOf(again), 'Send message')).toEqual(before);
	expect(toDo(again)).toEqual([]);
	const teams = await instance.press({ messages: { messageStep: 'teams' } });
	expect(toDo(teams)).toEqual(['messageCredential', 'messageChannel']);
});

test.each(['none', 'email', 'slack', 'teams'])(
	'a node that ops put there by hand stays, also where %s is chosen',
	async (messageStep) => {
		const first = await instance.press();
		const node = nodeOf(deskOf(first), 'Send message');
		const parameters = { chatId: '5' };
		Object.assign(node, { type: 'n8n-nodes-base.telegram', parameters });
		const before = structuredClone(node);
		const again = await instance.press({ messages: { messageStep } });
		expect(nodeOf(deskOf(again), 'Send message')).toEqual(before);
		// It would end the desk's call where it fails; that is said, and left to them.
		expect(toDo(again)).toEqual(['messageStops']);
		node['onError'] = 'continueRegularOutput';
		expect(toDo(await instance.press())).toEqual([]);
	},
);

test('a mail node of their own, with another subject, is theirs', async () => {
	addCredential('smtp');
	const first = await instance.press({ messages: email });
	nodeOf(deskOf(first), 'Send message').parameters['subject'] = '={{ "[Alleo] " + $json.subject }}';
	const before = structuredClone(nodeOf(deskOf(first), 'Send message'));
	const again = await instance.press({ messages: { messageStep: 'slack' } });
	expect(nodeOf(deskOf(again), 'Send message')).toEqual(before);
});

test('what is typed is a text, whatever it begins with', async () => {
	const pressed = await instance.press({
		messages: { messageStep: 'email', recipients: '={{ $env.X }}', sender: '={{ 1 }}' },
	});
	const desk = deskOf(pressed);
	expect(JSON.stringify(desk.nodes)).not.toContain('$env.X');
	expect(nodeOf(desk, 'Send message').parameters['fromEmail']).toMatch(/^=\{\{ "[^"{}$]*" \}\}$/);
});

describe('a desk of before', () => {
	const old = (change: (node: Node) => void): FakeWorkflow => {
		const desk = instance.n8n.installed.add(
			structuredClone(pastTemplate('alleo-desk', 3)) as never,
		);
		change(nodeOf(desk, 'Send message'));
		instance.n8n.installed.publish(desk);
		return desk;
	};

	test('is upgraded, and gets the chosen step', async () => {
		const desk = old(() => undefined);
		const pressed = await instance.press({ messages: email });
		expect(deskOf(pressed)).toBe(desk);
		expect(instance.lineOf(pressed, 'alleo-desk').changes).toEqual(
			expect.arrayContaining(['upgraded', 'message']),
		);
		expect(nodeOf(desk, 'Send message')['type']).toBe('n8n-nodes-base.emailSend');
		expect(nodeOf(desk, 'Desk').parameters['sayDone']).toBe(true);
	});

	test('keeps the message node that ops put into it, with its wires', async () => {
		const desk = old((node) => {
			Object.assign(node, {
				type: 'n8n-nodes-base.telegram',
				typeVersion: 1.2,
				parameters: { chatId: '5', text: '={{ $json.subject }}' },
			});
		});
		const pressed = await instance.press({ messages: email });
		expect(deskOf(pressed)).toBe(desk);
		expect(instance.lineOf(pressed, 'alleo-desk').issues).toEqual([]);
		expect(nodeOf(desk, 'Send message')).toMatchObject({
			type: 'n8n-nodes-base.telegram',
			parameters: { chatId: '5', text: '={{ $json.subject }}' },
		});
		const told = (desk.connections as Record<string, { main: Array<Array<{ node: string }>> }>)[
			'Desk'
		];
		expect(told?.main[1]).toEqual([{ node: 'Send message', type: 'main', index: 0 }]);
		expect(toDo(pressed)).toEqual(['messageStops']);
	});
});

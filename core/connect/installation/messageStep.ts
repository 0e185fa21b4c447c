import { isRow, same } from '../templates/upgrade/values';
import { wiresOf } from '../templates/upgrade/wires';
import type { CredentialRef } from '../connection';
import type { Workflow, WorkflowNode } from '../templates/workflow';

/**
 * How the desk sends its messages: a node of n8n that Start here puts behind the output "Tell", or one that
 * ops put there by hand, which is never touched.
 */

export const SENDERS = ['email', 'slack', 'teams'] as const;
export type Sender = (typeof SENDERS)[number];

/** `own`: a node of somebody's own. `none`: nothing is sent to anybody. */
export type MessageStep = Sender | 'own' | 'none';

/** What Start here is asked for; `keep` leaves it as it is. */
export const MESSAGE_CHOICES = ['keep', ...SENDERS, 'none'] as const;
export type MessageChoice = (typeof MESSAGE_CHOICES)[number];

const NO_OP = 'n8n-nodes-base.noOp';
const DESK_NODE = 'n8n-nodes-alleo.syncRunLog';
/** The output of the desk that gives messages: Log, Tell, Enable, … */
const TELL = 1;

type Parameters = Readonly<Record<string, unknown>>;

interface Step {
	type: string;
	typeVersion: number;
	/** Types of credentials that it can send with, the usual one first. */
	credentials: readonly string[];
	/** As they have to be for what the desk gives; everything else of the node is ops' to choose. */
	fixed: Parameters;
	/** What ops choose, as it is at first. */
	open: Parameters;
}

/**
 * Slack takes what stands in angle brackets for a link or a call to everybody, also in a name that comes from
 * an HR system (https://docs.slack.dev/messaging/formatting-message-text#escaping).
 */
const SLACK_TEXT =
	"={{ ($json.subject + '\\n\\n' + $json.text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;') }}";
const SLACK_CHANNEL = "={{ $json.recipients.find((one) => !one.includes('@')) ?? '' }}";

/** n8n-nodes-base 2.41: EmailSend v2, Slack v2, Microsoft Teams v2. */
const STEPS: Readonly<Record<Sender, Step>> = {
	email: {
		type: 'n8n-nodes-base.emailSend',
		typeVersion: 2.1,
		credentials: ['smtp'],
		fixed: {
			resource: 'email',
			operation: 'send',
			toEmail: "={{ $json.recipients.filter((one) => one.includes('@')).join(', ') }}",
			subject: '={{ $json.subject }}',
			emailFormat: 'text',
			text: '={{ $json.text }}',
		},
		open: { fromEmail: '', options: { appendAttribution: false } },
	},
	slack: {
		type: 'n8n-nodes-base.slack',
		typeVersion: 2.7,
		credentials: ['slackApi', 'slackOAuth2Api'],
		fixed: {
			resource: 'message',
			operation: 'post',
			select: 'channel',
			channelId: { __rl: true, mode: 'name', value: SLACK_CHANNEL },
			messageType: 'text',
			text: SLACK_TEXT,
		},
		open: { authentication: 'accessToken', otherOptions: { includeLinkToWorkflow: false } },
	},
	teams: {
		type: 'n8n-nodes-base.microsoftTeams',
		typeVersion: 2,
		credentials: ['microsoftTeamsOAuth2Api'],
		fixed: {
			resource: 'channelMessage',
			operation: 'create',
			contentType: 'text',
			message: "={{ $json.subject + '\\n\\n' + $json.text }}",
		},
		open: {
			teamId: { __rl: true, mode: 'list', value: '' },
			channelId: { __rl: true, mode: 'list', value: '' },
			options: { includeLinkToWorkflow: false },
		},
	},
};

export const credentialsOf = (sender: Sender): readonly string[] => STEPS[sender].credentials;

/** n8n leaves a parameter away that is at its default. */
const LEFT_AWAY: ReadonlySet<string> = new Set([
	'resource',
	'operation',
	'messageType',
	'contentType',
	'emailFormat',
]);

const keeps = ({ fixed }: Step, parameters: Parameters): boolean =>
	Object.entries(fixed).every(
		([name, value]) =>
			same(parameters[name], value) || (LEFT_AWAY.has(name) && parameters[name] === undefined),
	);

/** Which of ours a node is; null for any other. */
export const senderOf = ({ type, parameters }: WorkflowNode): Sender | null =>
	SENDERS.find((sender) => STEPS[sender].type === type && keeps(STEPS[sender], parameters)) ?? null;

/** The desk itself among the nodes of its workflow. */
export const deskNode = ({ nodes }: Pick<Workflow, 'nodes'>): WorkflowNode | null =>
	nodes.find(({ type, parameters }) => type === DESK_NODE && parameters['stage'] === 'desk') ??
	null;

/** The nodes that get the messages, from the desk's output on. */
export function messageNodes({ nodes, connections }: Workflow): WorkflowNode[] {
	const desk = deskNode({ nodes });
	const names = new Set(
		wiresOf(connections)
			.filter(({ from, output }) => from === desk?.name && output === TELL)
			.map(({ to }) => to),
	);
	return nodes.filter(({ name }) => names.has(name));
}

/** How messages are sent now. Of several nodes one that is not empty is somebody's own arrangement. */
export function messageStepOf(workflow: Workflow): MessageStep {
	const nodes = messageNodes(workflow).filter(
		({ type, disabled }) => type !== NO_OP && disabled !== true,
	);
	const [first] = nodes;
	if (first === undefined) return 'none';
	return nodes.length === 1 ? (senderOf(first) ?? 'own') : 'own';
}

export interface MessageWish {
	choice: MessageChoice;
	/** The address that mail comes from; empty leaves what is there. */
	from: string;
	/** Of the type that the sender takes, where this n8n has exactly one. */
	credential: (type: string) => CredentialRef | null;
}

const chosenCredential = ({ credentials = {} }: WorkflowNode, { credentials: types }: Step) =>
	types.find((type) => typeof credentials[type]?.id === 'string') ?? null;

function filled(
	node: WorkflowNode,
	sender: Sender,
	{ from, credential }: MessageWish,
): WorkflowNode {
	const step = STEPS[sender];
	const parameters =
		sender === 'email' && from !== '' ? { ...node.parameters, fromEmail: from } : node.parameters;
	const [usual = ''] = step.credentials;
	const only = chosenCredential(node, step) === null ? credential(usual) : null;
	const credentials =
		only === null ? node.credentials : { ...node.credentials, [usual]: { ...only } };
	return {
		...node,
		parameters,
		...(credentials === undefined ? {} : { credentials }),
	};
}

/** In the place of the node that was there: under its name, its id and its wires. */
function replaced(node: WorkflowNode, choice: Sender | 'none'): WorkflowNode {
	const { id, name, position } = { position: [0, 0], ...node };
	if (choice === 'none') {
		return { id, name, type: NO_OP, typeVersion: 1, position, parameters: {} };
	}
	const { type, typeVersion, fixed, open } = STEPS[choice];
	return {
		id,
		name,
		type,
		typeVersion,
		position,
		// A message that cannot be sent must not end the call of a customer's run.
		onError: 'continueRegularOutput',
		parameters: { ...fixed, ...open },
	};
}

/** The desk's workflow with the chosen step; a step of somebody's own stays, and twice is once. */
export function withMessageStep<W extends Workflow>(
	workflow: W,
	wish: MessageWish,
): { workflow: W; changed: boolean } {
	const nodes = messageNodes(workflow);
	const [node] = nodes;
	const now = messageStepOf(workflow);
	if (node === undefined || nodes.length > 1 || now === 'own') return { workflow, changed: false };
	const choice = wish.choice === 'keep' ? now : wish.choice;
	const base = choice === now ? node : replaced(node, choice);
	const next = choice === 'none' ? base : filled(base, choice, wish);
	if (next === node || same(next, node)) return { workflow, changed: false };
	return {
		workflow: { ...workflow, nodes: workflow.nodes.map((one) => (one === node ? next : one)) },
		changed: true,
	};
}

/** Whether the node ends the desk's call where it fails: its own setting, or that of n8n's older versions. */
export const stopsOnError = ({ type, ...node }: WorkflowNode): boolean =>
	type !== NO_OP &&
	node['continueOnFail'] !== true &&
	(node['onError'] ?? 'stopWorkflow') === 'stopWorkflow';

/** What is still empty in a step of ours, for the person who has to fill it in. */
export type MessageGap = 'credential' | 'from' | 'channel';

export function messageGaps(node: WorkflowNode): MessageGap[] {
	const sender = senderOf(node);
	if (sender === null) return [];
	const { teamId, channelId, fromEmail } = node.parameters;
	const isEmpty = (locator: unknown): boolean => !isRow(locator) || (locator['value'] ?? '') === '';
	return [
		...(chosenCredential(node, STEPS[sender]) === null ? (['credential'] as const) : []),
		...(sender === 'email' && (fromEmail ?? '') === '' ? (['from'] as const) : []),
		...(sender === 'teams' && (isEmpty(teamId) || isEmpty(channelId))
			? (['channel'] as const)
			: []),
	];
}

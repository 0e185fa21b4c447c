import type { Workflow } from '../../core/connect/templates/workflow';
import { assignmentsOf, connectionsIn, diffOf, line, own, sourceOf } from './editor.mts';
import { nodeOf } from './upgrade.mts';

/** Edits after which it can't be, unless somebody says that they may go; the node that must be named. */
export const REFUSED: ReadonlyArray<{
	name: string;
	code: string;
	node: string;
	optional: boolean;
	apply(workflow: Workflow): void;
}> = [
	{
		name: 'a message step of its own',
		code: 'UPGRADE_MESSAGE_STEP',
		node: 'Send message',
		optional: true,
		apply: (workflow) => {
			const at = workflow.nodes.findIndex(({ name }) => name === 'Send message');
			const mail = own('Send message', { type: 'n8n-nodes-base.emailSend', id: 'mail' });
			workflow.nodes.splice(at, 1, mail);
		},
	},
	{
		name: 'a node behind Send message',
		code: 'UPGRADE_MESSAGE_STEP',
		node: 'Mail aan Anja',
		optional: true,
		apply: (workflow) => {
			workflow.nodes.push(own('Mail aan Anja'));
			connectionsIn(workflow)['Send message'] = { main: [[line('Mail aan Anja')]] };
		},
	},
	{
		name: 'a changed message',
		code: 'UPGRADE_NODE_RETIRED',
		node: 'Held people message',
		optional: true,
		apply: (workflow) => {
			const [first] = assignmentsOf(nodeOf(workflow, 'Held people message'));
			if (first !== undefined) first.value = 'Kijk even';
		},
	},
	{
		name: 'an approval that reads the log',
		code: 'UPGRADE_REFERENCE_GONE',
		node: 'Compare with Alleo',
		optional: false,
		apply: (workflow) => {
			diffOf(workflow).parameters['approval'] =
				"={{ $('Read run log').all().length > 3 ? 'whenGuardTrips' : 'always' }}";
		},
	},
	{
		name: 'an expression that works out what it reads',
		code: 'UPGRADE_REFERENCE_COMPUTED',
		node: 'Compare with Alleo',
		optional: false,
		apply: (workflow) => {
			diffOf(workflow).parameters['companyId'] =
				"={{ $(['Set','tings'].join('')).first().json.x }}";
		},
	},
	{
		name: 'a filter between Settings and the source',
		code: 'UPGRADE_WIRE_CUT',
		node: 'Settings',
		optional: false,
		apply: (workflow) => {
			const source = sourceOf(workflow).name;
			workflow.nodes.push(own('Alleen werkdagen'));
			const connections = connectionsIn(workflow);
			const targets = connections['Settings']?.main[0] ?? [];
			targets.splice(
				targets.findIndex(({ node }) => node === source),
				1,
				line('Alleen werkdagen'),
			);
			connections['Alleen werkdagen'] = { main: [[line(source)]] };
		},
	},
	{
		name: 'the approval taken out',
		code: 'UPGRADE_NODE_REMOVED',
		node: 'Review and approve',
		optional: false,
		apply: (workflow) => {
			workflow.nodes = workflow.nodes.filter(({ name }) => name !== 'Review and approve');
		},
	},
];

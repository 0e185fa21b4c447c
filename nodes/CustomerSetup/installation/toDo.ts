import { bundled, DESK, INSTALLED } from '../../../core/connect/installation/bundle';
import type { TemplateName } from '../../../core/connect/installation/bundle';
import {
	copiedWorkflows,
	customerGaps,
	presetNames,
} from '../../../core/connect/installation/customerGaps';
import type { CustomerGap } from '../../../core/connect/installation/customerGaps';
import { findInstalled } from '../../../core/connect/installation/find';
import type { PlaceInN8n, ToDo, ToDoKey } from '../../../core/connect/installation/report';
import {
	deskNode,
	messageGaps,
	messageNodes,
	messageStepOf,
	stopsOnError,
} from '../../../core/connect/installation/messageStep';
import type { MessageGap } from '../../../core/connect/installation/messageStep';
import { emptyPlaces } from '../../../core/connect/installation/wire';
import { readRecipients } from '../../../core/runLog/desk/compose';
import { settingsNode } from '../../../core/connect/templates/settings';
import type { StoredWorkflow } from '../../../core/connect/templates/workflow';
import { DEFAULT_PATH } from '../../shared/connect/table';
import type { N8nCredential } from '../../shared/n8nApi';
import { editorUrl } from '../dailySync/store';
import { stored } from './job';
import type { Job } from './job';

/** What is left for a person, each with the node that it is about. */

const CONNECT_NODE = 'n8n-nodes-alleo.customerConnect';

/** A node in the editor: n8n opens it at this address. */
const nodePlace = (
	{ given }: Job,
	workflow: StoredWorkflow,
	node: { id?: string | undefined; name: string },
	template?: TemplateName,
): PlaceInN8n => ({
	id: workflow.id,
	name: node.name,
	url: `${editorUrl(given, workflow.id)}${node.id === undefined ? '' : `/${node.id}`}`,
	...(template === undefined ? {} : { template }),
});

/** Nodes of the installation in which no credential of this type is chosen. */
function placesFor(job: Job, all: readonly StoredWorkflow[], type: string): PlaceInN8n[] {
	const asked = INSTALLED.filter((name) => bundled(name).without?.includes(type) !== true);
	return asked.flatMap((name) => {
		const found = findInstalled(name, all, job.origin);
		if (found.kind !== 'one') return [];
		const { workflow } = found;
		return emptyPlaces(workflow, type).map((node) => nodePlace(job, workflow, node, name));
	});
}

/** Where NMBRS sends the browser of a customer back to: the pages of the workflow that invites for it. */
function redirectOf(job: Job, all: readonly StoredWorkflow[]): string {
	const found = findInstalled('connect-nmbrs-customer', all, job.origin);
	if (found.kind !== 'one') return '';
	const path = found.workflow.nodes.find(({ type }) => type === CONNECT_NODE)?.parameters['path'];
	return `${job.webhooks}/webhook/${typeof path === 'string' ? path : DEFAULT_PATH}`;
}

const isLocal = (address: string): boolean =>
	/^https?:\/\/(localhost|127\.|0\.0\.0\.0|\[::1\])/.test(address);

const GAPS = {
	credential: 'messageCredential',
	from: 'messageFrom',
	channel: 'messageChannel',
} as const satisfies Record<MessageGap, ToDoKey>;

/** What keeps the desk's messages from arriving. */
function messageToDo(job: Job, desk: StoredWorkflow): Array<[ToDoKey, PlaceInN8n[]]> {
	const nodes = messageNodes(desk);
	const step = messageStepOf(desk);
	if (step === 'none') {
		const places = nodes.length === 0 ? [{ name: desk.name }] : nodes.map(({ name }) => ({ name }));
		// On the canvas: an empty step has no settings of its own.
		return [['message', places.map((one) => nodePlace(job, desk, one, DESK))]];
	}
	// Channel and recipients of Microsoft Teams stand in the node; whose own step it is, knows what it sends to.
	const self = deskNode(desk);
	const needsNames = step === 'email' || step === 'slack';
	const isNobody = readRecipients(self?.parameters['operatorRecipients']).length === 0;
	return [
		...nodes.flatMap((node) =>
			messageGaps(node).map((gap): [ToDoKey, PlaceInN8n[]] => [
				GAPS[gap],
				[nodePlace(job, desk, node, DESK)],
			]),
		),
		...nodes
			.filter(stopsOnError)
			.map((node): [ToDoKey, PlaceInN8n[]] => ['messageStops', [nodePlace(job, desk, node, DESK)]]),
		...(needsNames && self !== null && isNobody
			? [
					['messageRecipients', [nodePlace(job, desk, self, DESK)]] satisfies [
						ToDoKey,
						PlaceInN8n[],
					],
				]
			: []),
	];
}

const CUSTOMER_KEYS = {
	company: 'customerCompany',
	name: 'customerName',
} as const satisfies Record<CustomerGap, ToDoKey>;

/** Customers' own workflows in which something is still empty, each by its name. */
function customersToDo(job: Job, all: readonly StoredWorkflow[]): Array<[ToDoKey, PlaceInN8n[]]> {
	const living = all.filter(({ isArchived }) => !isArchived);
	const copied = copiedWorkflows(living);
	const presets = presetNames(job.shipped.map(({ workflow }) => workflow));
	const gaps = living
		.filter(({ id }) => !copied.has(id))
		.flatMap((workflow) => customerGaps(workflow, presets).map((gap) => ({ gap, workflow })));
	const place = (workflow: StoredWorkflow): PlaceInN8n => {
		const { id } = settingsNode(workflow) ?? {};
		return nodePlace(job, workflow, { id, name: workflow.name });
	};
	return (['company', 'name'] as const).map((one) => [
		CUSTOMER_KEYS[one],
		gaps.filter(({ gap }) => gap === one).map(({ workflow }) => place(workflow)),
	]);
}

export function toDoOf(job: Job, credentials: readonly N8nCredential[]): ToDo[] {
	const all = job.workflows.map(stored);
	const desk = findInstalled(DESK, all, job.origin);
	const messages = desk.kind === 'one' ? messageToDo(job, desk.workflow) : [];
	const apps = credentials.filter(({ type }) => type === 'nmbrsAppApi').length;
	const found: Array<[ToDoKey, PlaceInN8n[]]> = [
		...messages,
		[apps > 1 ? 'nmbrsAppChoose' : 'nmbrsApp', placesFor(job, all, 'nmbrsAppApi')],
		['alleo', placesFor(job, all, 'alleoApi')],
		...customersToDo(job, all),
	];
	return [
		...found.flatMap(([key, places]) => {
			const address = key === 'nmbrsApp' ? redirectOf(job, all) : '';
			return places.length > 0 ? [{ key, places, address }] : [];
		}),
		...(isLocal(job.webhooks) ? [{ key: 'address' as const, places: [], address: '' }] : []),
		{ key: 'unverified', places: [], address: '' },
	];
}

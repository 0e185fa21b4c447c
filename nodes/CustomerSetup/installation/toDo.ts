import { bundled, DESK, INSTALLED } from '../../../core/connect/installation/bundle';
import { findInstalled } from '../../../core/connect/installation/find';
import type { PlaceInN8n, ToDo, ToDoKey } from '../../../core/connect/installation/report';
import { emptyPlaces } from '../../../core/connect/installation/wire';
import type { StoredWorkflow } from '../../../core/connect/templates/workflow';
import { DEFAULT_PATH } from '../../shared/connect/table';
import type { N8nCredential } from '../../shared/n8nApi';
import { editorUrl } from '../dailySync/store';
import { stored } from './job';
import type { Job } from './job';

/** What is left for a person, each with the node that it is about. */

const MESSAGE_NODE = 'Send message';
const CONNECT_NODE = 'n8n-nodes-alleo.customerConnect';
const NO_OP = 'n8n-nodes-base.noOp';

/** A node in the editor: n8n opens it at this address. */
const nodePlace = (
	{ given }: Job,
	workflow: StoredWorkflow,
	node: { id?: string | undefined; name: string },
): PlaceInN8n => ({
	id: workflow.id,
	name: node.name,
	url: `${editorUrl(given, workflow.id)}${node.id === undefined ? '' : `/${node.id}`}`,
});

/** Nodes of the installation in which no credential of this type is chosen. */
const placesFor = (job: Job, installed: readonly StoredWorkflow[], type: string): PlaceInN8n[] =>
	installed.flatMap((workflow) =>
		emptyPlaces(workflow, type).map((node) => nodePlace(job, workflow, node)),
	);

/** Where NMBRS sends the browser of a customer back to: the pages of the workflow that invites for it. */
function redirectOf(job: Job, all: readonly StoredWorkflow[]): string {
	const found = findInstalled('connect-nmbrs-customer', all, job.origin);
	if (found.kind !== 'one') return '';
	const path = found.workflow.nodes.find(({ type }) => type === CONNECT_NODE)?.parameters['path'];
	return `${job.webhooks}/webhook/${typeof path === 'string' ? path : DEFAULT_PATH}`;
}

const isLocal = (address: string): boolean =>
	/^https?:\/\/(localhost|127\.|0\.0\.0\.0|\[::1\])/.test(address);

export function toDoOf(job: Job, credentials: readonly N8nCredential[]): ToDo[] {
	const all = job.workflows.map(stored);
	const ofName = (without: string): StoredWorkflow[] =>
		INSTALLED.filter((name) => bundled(name).without?.includes(without) !== true).flatMap(
			(name) => {
				const found = findInstalled(name, all, job.origin);
				return found.kind === 'one' ? [found.workflow] : [];
			},
		);
	const desk = findInstalled(DESK, all, job.origin);
	const messages =
		desk.kind !== 'one'
			? []
			: desk.workflow.nodes
					.filter(({ name, type }) => name === MESSAGE_NODE && type === NO_OP)
					.map((node) => nodePlace(job, desk.workflow, node));
	const apps = credentials.filter(({ type }) => type === 'nmbrsAppApi').length;
	const found: Array<[ToDoKey, PlaceInN8n[]]> = [
		['message', messages],
		[
			apps > 1 ? 'nmbrsAppChoose' : 'nmbrsApp',
			placesFor(job, ofName('nmbrsAppApi'), 'nmbrsAppApi'),
		],
		['alleo', placesFor(job, ofName('alleoApi'), 'alleoApi')],
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

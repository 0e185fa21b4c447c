import { randomUUID } from 'node:crypto';

/** Workflows and tags of n8n's public API, as far as Installation uses them: same answers and refusals. */

export interface FakeWorkflow {
	id: string;
	name: string;
	active: boolean;
	isArchived: boolean;
	nodes: Array<Record<string, unknown>>;
	connections: object;
	settings: object;
	versionId: string;
	activeVersionId: string | null;
	tags: Array<{ id: string; name: string }>;
	shared: Array<{ role: string; projectId: string }>;
}

type Answer = { status: number; body?: unknown };
type Needs = (scope: string) => boolean;

const refuse = (status: number, message: string): Answer => ({ status, body: { message } });

export class FakeWorkflows {
	readonly tags: Array<{ id: string; name: string }> = [];

	constructor(private readonly list: object[]) {}

	get all(): FakeWorkflow[] {
		return this.list as FakeWorkflow[];
	}

	/** A workflow that somebody imported in the editor. */
	add(given: {
		name: string;
		nodes: unknown;
		connections: object;
		settings?: object | null;
	}): FakeWorkflow {
		const { name, nodes, connections, settings } = given;
		const made: FakeWorkflow = {
			id: randomUUID().replaceAll('-', '').slice(0, 16),
			name,
			active: false,
			isArchived: false,
			nodes: structuredClone(nodes) as FakeWorkflow['nodes'],
			connections,
			settings: settings ?? {},
			versionId: randomUUID(),
			activeVersionId: null,
			tags: [],
			shared: [{ role: 'workflow:owner', projectId: 'project-1' }],
		};
		for (const node of made.nodes) {
			// n8n gives each form an address when it stores the workflow.
			if (node['type'] === 'n8n-nodes-base.formTrigger') node['webhookId'] ??= randomUUID();
		}
		this.list.push(made);
		return made;
	}

	publish(workflow: FakeWorkflow): void {
		workflow.active = true;
		workflow.activeVersionId = workflow.versionId;
	}

	unpublish(workflow: FakeWorkflow): void {
		workflow.active = false;
		workflow.activeVersionId = null;
	}

	/** Null: none of these addresses. */
	answer(method: string, path: string, query: string, body: unknown, needs: Needs): Answer | null {
		if (path === '/tags') return this.#tags(method, body as { name: string }, needs);
		const [, kind, id = '', verb = ''] = path.split('/');
		if (kind !== 'workflows' || (method === 'GET' && id === '')) return null;
		if (method === 'POST' && id === '') {
			if (needs('workflow:create')) return refuse(403, 'Forbidden');
			const made = this.add(body as FakeWorkflow);
			const { projectId } = body as { projectId?: string };
			if (projectId !== undefined) made.shared = [{ role: 'workflow:owner', projectId }];
			return { status: 200, body: made };
		}
		const found = this.all.find((one) => one.id === id);
		const scope = {
			GET: 'workflow:read',
			PUT: 'workflow:update',
			POST: 'workflow:activate',
		}[method];
		const asked = verb === 'tags' ? 'workflowTags:update' : scope;
		if (asked === undefined || needs(asked)) return refuse(403, 'Forbidden');
		if (found === undefined) return refuse(404, 'Not Found');
		if (verb === 'tags') {
			const ids = (body as Array<{ id: string }>).map((tag) => tag.id);
			found.tags = this.tags.filter((tag) => ids.includes(tag.id));
			return { status: 200, body: found.tags };
		}
		if (verb === 'publish') this.publish(found);
		if (method === 'PUT') {
			const { name, nodes, connections, settings } = body as FakeWorkflow;
			Object.assign(found, { name, nodes, connections, settings, versionId: randomUUID() });
			if (found.active && query.includes('publishIfActive=true')) this.publish(found);
		}
		return { status: 200, body: found };
	}

	#tags(method: string, { name }: { name: string }, needs: Needs): Answer {
		if (method === 'GET') {
			return needs('tag:list')
				? refuse(403, 'Forbidden')
				: { status: 200, body: { data: this.tags, nextCursor: null } };
		}
		if (needs('tag:create')) return refuse(403, 'Forbidden');
		if (this.tags.some((tag) => tag.name === name)) return refuse(409, 'Tag already exists');
		const made = { id: randomUUID().slice(0, 16), name };
		this.tags.push(made);
		return { status: 201, body: made };
	}
}

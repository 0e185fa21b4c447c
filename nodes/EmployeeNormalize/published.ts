import type { IExecuteFunctions } from 'n8n-workflow';
import { done, failed } from '../../core/model/result';
import type { Result } from '../../core/model/result';
import { N8N_CREDENTIAL, connectN8n } from '../shared/n8nApi';
import type { VersionNode } from '../shared/n8nApi';
import { isRecord } from '../shared/parameters';
import type { ParameterContext, Row } from '../shared/parameters';
import { settingsOf } from './parameters';
import type { NormalizeSettings } from './parameters';
import { accessField, asked } from './properties';

/** What the published version of this workflow says in this node, read as the node reads its own. */

export interface PublishedSettings {
	settings: NormalizeSettings;
	/** Labels of settings that could not be worked out here; they have the draft's value. */
	notCompared: string[];
}

/** The same node in another version: a rename keeps the id, a node made again may keep the name. */
function sameNode(context: IExecuteFunctions, nodes: readonly VersionNode[]): VersionNode | null {
	const { id, name, type } = context.getNode();
	const own = nodes.filter(
		(node) => node.type === type && (node.parameters['dataset'] ?? 'employees') === 'employees',
	);
	return own.find((node) => node.id === id) ?? own.find((node) => node.name === name) ?? null;
}

/** This node as it is published; or why nothing can be compared. */
async function publishedNode(context: IExecuteFunctions): Promise<Result<VersionNode>> {
	if (context.getNode().credentials?.[N8N_CREDENTIAL] === undefined) {
		return failed('PUBLISHED_CREDENTIAL_MISSING');
	}
	const id = context.getWorkflow().id ?? '';
	if (id === '') return failed('PUBLISHED_WORKFLOW_UNKNOWN');
	const connection = await connectN8n(context);
	if (!connection.ok) return connection;
	const versions = await connection.value.client.workflowVersions(id);
	if (!versions.ok) {
		return versions.problem.status === 404
			? failed('PUBLISHED_WORKFLOW_UNKNOWN', {}, versions.problem.detail)
			: versions;
	}
	const { published } = versions.value;
	if (published === null) return failed('PUBLISHED_NOTHING');
	const node = sameNode(context, published.nodes);
	return node === null
		? failed('PUBLISHED_NODE_MISSING', { node: context.getNode().name })
		: done(node);
}

/** The label of a setting of the node, or of one of its options. */
function labelOf(path: readonly string[]): string {
	const [name = '', option] = path;
	const known = Object.values({ ...asked, accessField }).find(({ field }) => field.name === name);
	const inner = known?.field.options?.find((one) => one.name === option);
	return (
		(inner !== undefined && 'displayName' in inner ? inner.displayName : null) ??
		known?.field.displayName ??
		name
	);
}

/**
 * Reads the parameters of the published node where the draft runs: an expression that both have is what
 * the draft made of it, another is worked out here, and what cannot be is the draft's.
 */
class PublishedContext implements ParameterContext {
	readonly notCompared = new Set<string>();
	readonly #own: Row;

	constructor(
		private readonly context: IExecuteFunctions,
		private readonly raw: Row,
	) {
		this.#own = context.getNode().parameters;
	}

	getTimezone(): string {
		return this.context.getTimezone();
	}

	getNodeParameter(name: string, item: number, fallback?: unknown): unknown {
		const { context } = this;
		const value: unknown = context.getNodeParameter(name, item, fallback);
		if (!Object.hasOwn(this.raw, name)) return fallback;
		return this.#resolved(this.raw[name], this.#own[name], value, [name]);
	}

	#resolved(raw: unknown, own: unknown, ownValue: unknown, path: readonly string[]): unknown {
		if (typeof raw === 'string' && raw.startsWith('=')) {
			if (raw === own) return ownValue;
			const value = this.#evaluated(raw);
			if (value !== undefined) return value;
			this.notCompared.add(labelOf(path));
			return ownValue;
		}
		if (Array.isArray(raw)) {
			const [owns, values] = [own, ownValue].map((one) => (Array.isArray(one) ? one : []));
			return raw.map((one, at) => this.#resolved(one, owns?.[at], values?.[at], path));
		}
		if (!isRecord(raw)) return raw;
		const owns = isRecord(own) ? own : {};
		const values = isRecord(ownValue) ? ownValue : {};
		return Object.fromEntries(
			Object.entries(raw).map(([key, one]) => [
				key,
				this.#resolved(one, owns[key], values[key], [...path, key]),
			]),
		);
	}

	/** undefined where it fails, or reads something that is not there. */
	#evaluated(expression: string): unknown {
		try {
			return this.context.evaluateExpression(expression.slice(1), 0);
		} catch {
			return undefined;
		}
	}
}

/** The settings of this node in the published version of the workflow. */
export async function readPublished(
	context: IExecuteFunctions,
): Promise<Result<PublishedSettings>> {
	const node = await publishedNode(context);
	if (!node.ok) return node;
	const { parameters } = node.value;
	const published = new PublishedContext(context, parameters);
	const settings = settingsOf(published, parameters);
	if (settings.ok)
		return done({ settings: settings.value, notCompared: [...published.notCompared] });
	const { setting = '', problem = '' } = settings.problem.params;
	return failed('PUBLISHED_MAPPING_STOPS', { problem: `${setting}: ${problem}` });
}

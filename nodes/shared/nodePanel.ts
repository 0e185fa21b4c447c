import type { IExecuteFunctions, INode, INodeParameters, INodeTypeDescription } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';
import { isRecord } from './parameters';
import { running } from './running';

/** What the nodes of this n8n say of their panels: names for settings, and the defaults that n8n leaves away. */

export type Describe = (type: string, version: number) => INodeTypeDescription | null;

const isDescription = (value: unknown): value is INodeTypeDescription =>
	isRecord(value) && Array.isArray(value['properties']);

/** Descriptions of the installed nodes; null for one that is not installed, or not to be had. */
export function descriptions(context: IExecuteFunctions): Describe {
	const { nodeTypes } = running(context);
	return (type, version) => {
		try {
			if (!isRecord(nodeTypes)) return null;
			const get: unknown = nodeTypes['getByNameAndVersion'];
			const found: unknown =
				typeof get === 'function' ? get.call(nodeTypes, type, version) : undefined;
			const description = isRecord(found) ? found['description'] : null;
			return isDescription(description) ? description : null;
		} catch {
			return null;
		}
	};
}

/** They came as the JSON of n8n's own parameters. */
const isParameters = (value: unknown): value is INodeParameters => isRecord(value);

type Described = Pick<INode, 'typeVersion'> & { type: string; parameters: Record<string, unknown> };

/** The parameters with the defaults that n8n leaves away when it saves, and without hidden ones; null where unknown. */
export function filledParameters(node: Described, describe: Describe): INodeParameters | null {
	const description = describe(node.type, node.typeVersion);
	if (description === null || !isParameters(node.parameters)) return null;
	try {
		return NodeHelpers.getNodeParameters(
			description.properties,
			node.parameters,
			true,
			false,
			node,
			description,
		);
	} catch {
		return null;
	}
}

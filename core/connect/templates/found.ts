import type { AccessSeen } from '../access';
import type { FilterSeen } from '../filter';
import { literal } from '../evaluated';
import { isSettingsNode } from './settingsNode';
import type { Workflow } from './workflow';

/**
 * What was found while the customer connected, put into Sync Settings for whoever sets it: counts in words, and
 * the values of the routing field for its list. Values and counts, no person.
 */

export interface FoundAtConnecting {
	access: AccessSeen | null;
	filter: FilterSeen | null;
}

const among = ({ looked, people }: AccessSeen | FilterSeen): string =>
	people === null || people === looked
		? `of ${looked} people`
		: `of ${looked} people looked at, ${people} in all`;

const accessText = (seen: AccessSeen | null): string[] =>
	seen === null || seen.field === null
		? []
		: [
				`${seen.field}: yes ${seen.yes}, no ${seen.no}, empty ${seen.empty}, something else ${seen.other}, ${among(seen)}`,
			];

function filterText(seen: FilterSeen | null): string[] {
	if (seen === null || seen.field === null) return [];
	const values = seen.values.map(({ value, people }) => `${value} ${people}`);
	const shown = values.length === 0 ? `${seen.different} different values` : values.join(', ');
	return [`${seen.field}: ${shown}, empty ${seen.empty}, ${among(seen)}`];
}

export const foundText = ({ access, filter }: FoundAtConnecting): string =>
	[...accessText(access), ...filterText(filter)].join('. ');

/** The workflow with it, where it has the step and anything was found. */
export function withFound<W extends Pick<Workflow, 'nodes'>>(
	workflow: W,
	found: FoundAtConnecting,
): W {
	const text = foundText(found);
	if (text === '') return workflow;
	const values = (found.filter?.values ?? []).map(({ value }) => value);
	const nodes = workflow.nodes.map((node) =>
		isSettingsNode(node)
			? {
					...node,
					parameters: {
						...node.parameters,
						found: literal(text),
						filterValues: JSON.stringify(values),
					},
				}
			: node,
	);
	return { ...workflow, nodes };
}

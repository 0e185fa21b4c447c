import { templateOf } from '../version';
import type { TemplateVersion } from '../version';
import type { Workflow, WorkflowNode } from '../workflow';
import { asSaved, isNote, matchNodes } from './match';
import { same } from './values';
import { wireKey, wiresOf } from './wires';

/** From which template a workflow was made: as its note says, else by what it has in common with each. */

export interface TemplateFile extends TemplateVersion {
	workflow: Workflow;
}

const OWN = 'n8n-nodes-alleo.';
/** Of the nodes of a template so many are in a workflow that was made from it, at least. */
const LEAST = 0.5;
/** Templates this near to the nearest are looked at closely. */
const NEARLY = 0.1;

const realNodes = ({ nodes }: Workflow) => nodes.filter((node) => !isNote(node));

const keysOf = ({ id, name, type }: WorkflowNode): string[] => [`${type} ${id}`, `${type} ${name}`];

/** The share of a template's nodes that a workflow has, by their ids and names; a first look at all templates. */
function overlap(known: ReadonlySet<string>, template: Workflow): number {
	const nodes = realNodes(template);
	return nodes.filter((node) => keysOf(node).some((key) => known.has(key))).length / nodes.length;
}

/** Nodes, parameters and wires in common; null where it can't be this template. */
function likeness(stored: Workflow, template: Workflow): number | null {
	const nodes = realNodes(template);
	const types = new Set(stored.nodes.map(({ type }) => type));
	const own = nodes.filter(({ type }) => type.startsWith(OWN));
	if (own.filter(({ type }) => types.has(type)).length < own.length * LEAST) return null;
	const found = matchNodes(nodes, realNodes(stored), asSaved, false);
	if (found.size < nodes.length * LEAST) return null;
	const alike = [...found].filter(([one, other]) => same(one.parameters, other.parameters)).length;
	const wires = new Set(wiresOf(stored.connections).map(wireKey));
	const wired = wiresOf(template.connections);
	const common = wired.filter((wire) => wires.has(wireKey(wire))).length;
	return (found.size + alike) / nodes.length + (wired.length === 0 ? 0 : common / wired.length);
}

/** The templates that share most names and ids with it, and those that share nearly as many. */
function candidates(stored: Workflow, templates: readonly TemplateFile[]): TemplateFile[] {
	const known = new Set(realNodes(stored).flatMap(keysOf));
	const shares = templates.map((template) => ({
		template,
		share: overlap(known, template.workflow),
	}));
	const most = Math.max(0, ...shares.map(({ share }) => share));
	return shares.filter(({ share }) => share >= most - NEARLY).map(({ template }) => template);
}

/**
 * The template and version that a workflow came from; null for a workflow of others.
 * @param templates every version that this package knows, of each template
 */
export function recognise(
	stored: Workflow,
	templates: readonly TemplateFile[],
): TemplateFile | TemplateVersion | null {
	const said = templateOf(stored);
	if (said !== null) {
		const known = templates.find(
			({ name, version }) => name === said.name && version === said.version,
		);
		return known ?? said;
	}
	if (!stored.nodes.some(({ type }) => type.startsWith(OWN))) return null;
	let best: { score: number; template: TemplateFile } | null = null;
	for (const template of candidates(stored, templates)) {
		const score = likeness(stored, template.workflow);
		// Of two that are as like, the newer: it has the less to bring up to date.
		const newer = best === null || template.version >= best.template.version;
		if (
			score === null ||
			(best !== null && (score < best.score || (score === best.score && !newer)))
		) {
			continue;
		}
		best = { score, template };
	}
	return best === null ? null : best.template;
}

export const isTemplate = (found: TemplateFile | TemplateVersion): found is TemplateFile =>
	'workflow' in found;

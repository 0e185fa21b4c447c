import type { Workflow } from './workflow';

/**
 * Which template a workflow was made from, and which version of it: the last line of its note "Overview".
 * A note survives what n8n's API, an export and an import do to a workflow, and people can read it.
 */

export interface TemplateVersion {
	/** File name in workflows/, without .json. */
	name: string;
	/** Counts up with each release that changes the template. */
	version: number;
}

const STICKY = 'n8n-nodes-base.stickyNote';
const MARK = /^Template ([a-z][a-z0-9-]*), version (\d{1,6})\.?$/m;

/** Null where no note says it: workflows of before version 3, or a note that somebody took away. */
export function templateOf({ nodes }: Pick<Workflow, 'nodes'>): TemplateVersion | null {
	for (const { type, parameters } of nodes) {
		const { content } = parameters;
		if (type !== STICKY || typeof content !== 'string') continue;
		const [, name, version] = MARK.exec(content) ?? [];
		if (name !== undefined && version !== undefined) return { name, version: Number(version) };
	}
	return null;
}

const lineOf = ({ name, version }: TemplateVersion): string =>
	`Template ${name}, version ${version}`;

/** The workflow with the line of this template, and of no other, at the end of its note "Overview". */
export function withTemplate<W extends Pick<Workflow, 'nodes'>>(
	workflow: W,
	mark: TemplateVersion,
): W {
	const nodes = workflow.nodes.map((node) => {
		const { content } = node.parameters;
		if (node.type !== STICKY || typeof content !== 'string') return node;
		if (node.name !== 'Overview' && !MARK.test(content)) return node;
		const text = content.replace(MARK, '').trimEnd();
		const marked = node.name === 'Overview' ? `${text}\n\n${lineOf(mark)}` : text;
		return { ...node, parameters: { ...node.parameters, content: marked } };
	});
	return { ...workflow, nodes };
}

import type { IExecuteFunctions, IWebhookFunctions } from 'n8n-workflow';
import { draftDifferences } from '../../core/connect/versions';
import type { PanelField } from '../../core/connect/versions';
import { DraftFacts } from '../../core/model/draft';
import type { DraftDifference } from '../../core/model/draft';
import { compileValue, describeSource } from '../../core/normalize/mapping';
import { N8N_CREDENTIAL, connectN8n } from '../shared/n8nApi';
import type { VersionNode, WorkflowVersion } from '../shared/n8nApi';
import { descriptions, filledParameters, type Describe } from '../shared/nodePanel';
import { running } from '../shared/running';
import { kindOf } from '../shared/outcome';
import { isRecord } from '../shared/parameters';

/**
 * Whether a run is of a draft, and what that draft does otherwise than the published version. Found out
 * once, before the wait, and kept in the node's context, which n8n saves with the waiting execution.
 */

const KEY = 'draft';

const NOT_COMPARED: DraftFacts = { published: false, differences: [], unknown: true };

/** Somebody waits for the run; a page without the comparison says so. */
const BUDGET = { attempts: 2, totalWaitMs: 5_000 };

/** The parameters with the defaults that n8n leaves away when it saves, and without hidden ones. */
const filled = (version: WorkflowVersion, describe: Describe): WorkflowVersion => ({
	...version,
	nodes: version.nodes.map((node): VersionNode => {
		const parameters = filledParameters(node, describe);
		return parameters === null ? node : { ...node, parameters };
	}),
});

/** The draft as it runs: what was changed in the editor after the last save counts too. */
function asItRuns(saved: WorkflowVersion, context: IExecuteFunctions): WorkflowVersion {
	const { nodes: present } = running(context);
	if (!isRecord(present)) return saved;
	const byId = new Map(
		Object.values(present).flatMap((node) => (isRecord(node) ? [[node['id'], node] as const] : [])),
	);
	const nodes = saved.nodes.map((node): VersionNode => {
		const parameters = byId.get(node.id)?.['parameters'];
		return isRecord(parameters) ? { ...node, parameters } : node;
	});
	return { ...saved, nodes };
}

/** A field that is read is named as in the panel, however n8n wrote it down: `department.description`. */
function sourceOf(text: string | null): string | null {
	if (text === null) return null;
	const compiled = compileValue(text);
	return compiled.kind === 'path' || compiled.kind === 'chain' ? describeSource(compiled) : text;
}

const named = (difference: DraftDifference): DraftDifference => ({
	...difference,
	from: sourceOf(difference.from),
	to: sourceOf(difference.to),
});

async function compare(context: IExecuteFunctions): Promise<DraftFacts | null> {
	const id = context.getWorkflow().id ?? '';
	if (id === '' || context.getNode().credentials?.[N8N_CREDENTIAL] === undefined) {
		return NOT_COMPARED;
	}
	const connection = await connectN8n(context, { retryBudget: BUDGET });
	if (!connection.ok) return NOT_COMPARED;
	const versions = await connection.value.client.workflowVersions(id);
	if (!versions.ok) return NOT_COMPARED;
	const { draft, published } = versions.value;
	if (published === null) return { published: false, differences: [], unknown: false };
	const describe = descriptions(context);
	const panelOf = (type: string): readonly PanelField[] | null => {
		const version = draft.nodes.find((node) => node.type === type)?.typeVersion ?? 1;
		return describe(type, version)?.properties ?? null;
	};
	const differences = draftDifferences(
		filled(published, describe),
		filled(asItRuns(draft, context), describe),
		panelOf,
	);
	return differences.length === 0
		? null
		: { published: true, differences: differences.map(named), unknown: false };
}

/**
 * Notes with the waiting execution what the page has to say of a run of the editor's version. Nothing for
 * any other run: n8n runs the published version by itself. It never stops a run.
 */
export async function noteDraft(context: IExecuteFunctions): Promise<void> {
	if (context.getMode() !== 'manual') return;
	let facts: DraftFacts | null = NOT_COMPARED;
	try {
		facts = await compare(context);
	} catch (error) {
		context.logger.warn('Sync Approval could not compare the draft with the published version', {
			error: kindOf(error),
		});
	}
	if (facts !== null) context.getContext('node')[KEY] = facts;
}

/** What was noted; null for a run of the published version, or of a draft that is the same. */
export function notedDraft(context: IWebhookFunctions): DraftFacts | null {
	try {
		const name = JSON.stringify(context.getNode().name);
		const noted: unknown = context.evaluateExpression(`{{ $node[${name}].context["${KEY}"] }}`);
		if (noted === undefined || noted === null || noted === '') return null;
		const facts = DraftFacts.safeParse(noted);
		return facts.success ? facts.data : NOT_COMPARED;
	} catch (error) {
		context.logger.warn('Sync Approval could not read what it noted of the draft', {
			error: kindOf(error),
		});
		return context.getMode() === 'manual' ? NOT_COMPARED : null;
	}
}

import type { StoredWorkflow } from '../../../core/connect/templates/workflow';
import { deliveriesOf, isDelivery } from '../../../core/connect/templates/delivery';
import { linesOf } from '../../../core/connect/templates/upgrade/words';
import type { WorkflowReport } from '../../../core/connect/templates/upgrade/words';
import type { Unmerged, Upgraded } from '../../../core/connect/templates/upgrade';
import { resolveCarried } from '../../../core/issues';
import type { Language } from '../../../core/issues';
import { customerOf } from '../dailySync/describe';
import { editorUrl } from '../dailySync/store';
import type { ItemContext } from '../resources/operation';
import type { SeenVersions } from './choose';
import { draftProblem } from './draft';
import { isCustomers, lookAt, prepareUpgrade } from './look';
import { versionOf, writeUpgrade } from './write';
import type { WrittenUpgrade } from './write';

/** Each workflow that is meant, looked at and, where that was asked, upgraded. One that can't be stops no other. */

export interface UpgradedWorkflow {
	report: WorkflowReport;
	item: {
		workflow_id: string;
		workflow_name: string;
		workflow_url: string;
		customer: string;
		published: boolean;
		outcome: WorkflowReport['outcome'];
		template: string | null;
		from_version: number | null;
		to_version: number | null;
		/** n8n's id of the version that is saved. */
		version: string;
		changes: Array<{ kind: string; names: string[] }>;
		problems: Array<{ code: string; message: string; action: string }>;
		text: string;
	};
}

interface Asked {
	apply: boolean;
	others: boolean;
	unmerged: Unmerged;
	language: Language;
}

interface Chosen {
	all: readonly StoredWorkflow[];
	chosen: { workflows: readonly StoredWorkflow[]; named: boolean };
	/** What an earlier run showed; null where nothing was. */
	shown: SeenVersions;
}

type Outcome = Pick<WorkflowReport, 'outcome' | 'changes' | 'problems' | 'detail'> & {
	version: string;
};

function shownOutcome(upgraded: Exclude<Upgraded, { kind: 'foreign' }>, version: string): Outcome {
	if (upgraded.kind === 'current') {
		return { outcome: 'current', changes: [], problems: [], detail: '', version };
	}
	return upgraded.kind === 'refused'
		? { outcome: 'refused', changes: [], problems: upgraded.problems, detail: '', version }
		: { outcome: 'would', changes: upgraded.changes, problems: [], detail: '', version };
}

function told(
	given: ItemContext,
	workflow: StoredWorkflow,
	upgraded: Exclude<Upgraded, { kind: 'foreign' }>,
	{ version, ...outcome }: Outcome,
	language: Language,
): UpgradedWorkflow {
	const report: WorkflowReport = {
		workflow: workflow.name,
		url: editorUrl(given, workflow.id),
		customer: customerOf(workflow),
		from: upgraded.from,
		to: upgraded.kind === 'current' ? upgraded.from : upgraded.to,
		...outcome,
	};
	return {
		report,
		item: {
			workflow_id: workflow.id,
			workflow_name: workflow.name,
			workflow_url: report.url,
			customer: report.customer,
			published: workflow.active,
			outcome: report.outcome,
			template: report.to?.name ?? null,
			from_version: report.from?.version ?? null,
			to_version: report.to?.version ?? null,
			version,
			changes: report.changes.map((change) => ({ ...change })),
			problems: report.problems.map((problem) => {
				const { code, message, action } = resolveCarried(problem, language);
				return { code, message, action };
			}),
			text: linesOf(report, language).join('\n'),
		},
	};
}

/** What a workflow sends its files by comes along, and first: the others ask it to look at the folder. */
function deliveriesFirst({ all, chosen, shown }: Chosen): StoredWorkflow[] {
	const ids = new Set(chosen.workflows.flatMap(deliveriesOf));
	const called = all.filter(
		(one) => ids.has(one.id) && isDelivery(one) && !one.isArchived && shown?.has(one.id) !== false,
	);
	const others = chosen.workflows.filter((one) => !called.includes(one));
	return [...called, ...others.filter(isDelivery), ...others.filter((one) => !isDelivery(one))];
}

export async function upgradeAll(
	given: ItemContext,
	what: Chosen,
	{ apply, others, unmerged, language }: Asked,
): Promise<UpgradedWorkflow[]> {
	const upgrading = prepareUpgrade(given, what.all, unmerged);
	const results: UpgradedWorkflow[] = [];
	for (const workflow of deliveriesFirst(what)) {
		const looked = lookAt(workflow, upgrading);
		if (looked.kind === 'foreign') continue;
		if (!what.chosen.named && !others && !isCustomers(looked)) continue;
		const version = versionOf(workflow);
		const open = looked.kind === 'upgrade' ? await draftProblem(given, workflow) : null;
		const upgraded: typeof looked =
			looked.kind === 'upgrade' && open !== null
				? { kind: 'refused', from: looked.from, to: looked.to, problems: [open] }
				: looked;
		let outcome = shownOutcome(upgraded, version);
		const since = what.shown?.get(workflow.id) ?? version;
		if (apply && upgraded.kind === 'upgrade') {
			const written: WrittenUpgrade =
				since === version
					? await writeUpgrade(given, workflow, upgraded)
					: { outcome: 'changed', problems: [], detail: '', version };
			outcome = { ...outcome, ...written };
		}
		if (outcome.outcome === 'would' || outcome.outcome === 'upgraded') {
			upgrading.deliveries.add(workflow.id);
		}
		results.push(told(given, workflow, upgraded, outcome, language));
	}
	return results;
}

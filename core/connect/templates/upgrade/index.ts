import { problem } from '../../../model/result';
import { readSchedule } from '../schedule';
import type { TemplateVersion } from '../version';
import type { Workflow } from '../workflow';
import { asSaved } from './match';
import type { Filled } from './match';
import { mergeWorkflow } from './merge';
import type { Merge } from './merge';
import type { UpgradeChange, UpgradeProblem, Unmerged } from './problems';
import { isTemplate, recognise } from './recognise';
import type { TemplateFile } from './recognise';
import { withSettingsStep } from './settingsStep';

export type { Filled } from './match';
export type { TemplateFile } from './recognise';
export { UNMERGED } from './problems';
export type { UpgradeChange, UpgradeProblem, Unmerged } from './problems';

/** A workflow that this package made, brought to the template that ships now. */

export interface UpgradeOptions {
	/** Every template that ships, and every version that went before. */
	shipped: readonly TemplateFile[];
	past: readonly TemplateFile[];
	/** The new template as it is for this workflow: the desk's id in it, the customer's time. */
	prepare?: (template: Workflow) => Workflow;
	/** Parameters with the defaults that n8n leaves away; what the nodes themselves say, where it is known. */
	filled?: Filled;
	/** What becomes of nodes that have no place in the new template; they refuse the upgrade by default. */
	unmerged?: Unmerged;
	/** A random UUID at each call, for forms that are new in the template. */
	newAddress: () => string;
}

export type Upgraded =
	/** No workflow of this package. */
	| { kind: 'foreign' }
	| { kind: 'current'; from: TemplateVersion }
	| { kind: 'refused'; from: TemplateVersion; to: TemplateVersion; problems: UpgradeProblem[] }
	| {
			kind: 'upgrade';
			from: TemplateVersion;
			to: TemplateVersion;
			/** With the name, the id and everything else of the stored one. */
			workflow: Workflow;
			changes: UpgradeChange[];
			/** What the switch let go of. */
			parted: UpgradeProblem[];
			sources: Merge['sources'];
	  };

const DRY_RUN = 'dry-run';

const versionOf = ({ name, version }: TemplateVersion): TemplateVersion => ({ name, version });

const refused = (
	from: TemplateVersion,
	to: TemplateVersion,
	...problems: UpgradeProblem[]
): Upgraded => ({ kind: 'refused', from: versionOf(from), to: versionOf(to), problems });

/** When it runs from then on, where nobody had chosen the time of before. */
function otherTimes(stored: Workflow, upgraded: Workflow): UpgradeChange[] {
	const { runs_at: names, cron } = readSchedule(upgraded);
	const isSame = JSON.stringify(cron) === JSON.stringify(readSchedule(stored).cron);
	return names === null || isSame ? [] : [{ kind: 'schedule', names }];
}

/** What an upgrade of this workflow is; pure, so that it can be shown before it is done. */
export function upgradeWorkflow(stored: Workflow, options: UpgradeOptions): Upgraded {
	const { shipped, past, prepare = (one) => one, filled = asSaved, newAddress } = options;
	const { unmerged = 'refuse' } = options;
	const from = recognise(stored, [...past, ...shipped]);
	if (from === null) return { kind: 'foreign' };
	const next = shipped.find(({ name }) => name === from.name);
	if (next === undefined) return { kind: 'foreign' };
	if (from.version === next.version) return { kind: 'current', from: versionOf(from) };
	if (from.version > next.version || !isTemplate(from)) {
		const { code, params } = problem('UPGRADE_VERSION_UNKNOWN', {
			template: from.name,
			version: from.version,
			shipped: next.version,
		});
		return refused(from, next, { code, params, node: '', optional: false });
	}
	const prepared = prepare(next.workflow);
	const ready = withSettingsStep(from.workflow, stored, prepared, filled);
	const merged = mergeWorkflow(ready.base, ready.stored, prepared, {
		filled,
		unmerged,
		newAddress,
		mark: versionOf(next),
		dryRun: shipped.find(({ name }) => name === DRY_RUN)?.workflow ?? null,
	});
	const { workflow, changes, sources } = merged;
	const problems = [...ready.problems, ...merged.problems];
	const barring = problems.filter(({ optional }) => !optional || unmerged === 'refuse');
	if (barring.length > 0) return refused(from, next, ...barring);
	return {
		kind: 'upgrade',
		from: versionOf(from),
		to: versionOf(next),
		workflow,
		changes: [...changes, ...otherTimes(stored, workflow)],
		parted: problems,
		sources,
	};
}

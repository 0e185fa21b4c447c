import { StoredWorkflow } from '../../../core/connect/templates/workflow';
import type { UpgradeOutcome } from '../../../core/connect/templates/upgrade/words';
import type { Upgraded } from '../../../core/connect/templates/upgrade';
import { isUnchanged } from '../../../core/connect/templates/upgrade/merge';
import type { Problem } from '../../../core/model/result';
import { bodyOf } from '../dailySync/store';
import type { ItemContext } from '../resources/operation';

/** Writes one upgraded workflow: as a whole, in one request, over nothing that somebody saved meanwhile. */

export interface WrittenUpgrade {
	outcome: Extract<UpgradeOutcome, 'upgraded' | 'changed' | 'failed'>;
	problems: Array<Pick<Problem, 'code' | 'params'>>;
	detail: string;
	/** n8n's id of the version that is saved now; as before where nothing was written. */
	version: string;
}

export const versionOf = (workflow: StoredWorkflow): string => String(workflow['versionId'] ?? '');

const failed = ({ code, params, detail }: Problem, version: string): WrittenUpgrade => ({
	outcome: 'failed',
	problems: [{ code, params }],
	detail,
	version,
});

/** @param shown the version that was looked at */
export async function writeUpgrade(
	given: ItemContext,
	shown: StoredWorkflow,
	{ workflow, sources }: Extract<Upgraded, { kind: 'upgrade' }>,
): Promise<WrittenUpgrade> {
	const { client } = given;
	const read = await client.workflow(shown.id);
	if (!read.ok) return failed(read.problem, versionOf(shown));
	const present = StoredWorkflow.parse(read.value);
	const version = versionOf(present);
	const same = version === versionOf(shown) && isUnchanged(present, shown);
	if (!same || present.active !== shown.active || present.isArchived) {
		return { outcome: 'changed', problems: [], detail: '', version };
	}
	const written = await client.updateWorkflow(
		present.id,
		bodyOf(workflow),
		{ nodes: sources },
		present.active,
	);
	if (!written.ok) return failed(written.problem, version);
	return {
		outcome: 'upgraded',
		problems: [],
		detail: '',
		version: versionOf(StoredWorkflow.parse(written.value)),
	};
}

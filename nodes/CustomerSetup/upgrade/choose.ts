import { z } from 'zod';
import type { StoredWorkflow } from '../../../core/connect/templates/workflow';
import { issueError } from '../../shared/outcome';
import { customerOf } from '../dailySync/describe';
import { settingError } from '../resources/invitation/shared';
import type { ItemContext } from '../resources/operation';

/** Which workflows are meant: by names and ids, those that were shown, or all. */

const Seen = z.array(z.object({ workflow_id: z.string(), version: z.string() }));

/** By the id of the workflow the version that was shown; null where nothing was shown before. */
export type SeenVersions = ReadonlyMap<string, string> | null;

export function readSeen(given: ItemContext, seen: string): SeenVersions {
	if (seen === '') return null;
	try {
		const entries = Seen.parse(JSON.parse(seen));
		return new Map(entries.map(({ workflow_id, version }) => [workflow_id, version]));
	} catch {
		throw settingError(given, 'As Shown', 'it must be what this node gave in "seen"');
	}
}

const linesOf = (text: string): string[] =>
	text
		.split(/\r?\n/)
		.map((line) => line.trim())
		.filter((line) => line !== '');

/** Of a name every workflow that has it: the daily one, and the monthly ones beside it. */
export function chooseWorkflows(
	{ context, item }: ItemContext,
	all: readonly StoredWorkflow[],
	{ customers }: { customers: string },
	shown: SeenVersions,
): { workflows: StoredWorkflow[]; named: boolean } {
	const living = all.filter(({ isArchived }) => !isArchived);
	const lines = linesOf(customers);
	const wanted = new Set<StoredWorkflow>();
	for (const line of lines) {
		const byId = living.filter(({ id }) => id === line);
		const found = byId.length > 0 ? byId : living.filter((one) => customerOf(one) === line);
		if (found.length === 0) {
			throw issueError(context, 'SYNC_WORKFLOW_NOT_FOUND', { workflow: line }, item);
		}
		for (const workflow of found) wanted.add(workflow);
	}
	const named = lines.length > 0;
	const chosen = named ? [...wanted] : living;
	return {
		workflows: shown === null ? chosen : chosen.filter(({ id }) => shown.has(id)),
		named: named || shown !== null,
	};
}

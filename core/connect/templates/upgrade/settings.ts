import { merge3 } from './values';
import type { MergeLog } from './values';

type Settings = Readonly<Record<string, unknown>>;

/** n8n leaves away what is its own default. */
const asSet = (settings: Settings, key: string): unknown =>
	settings[key] === 'DEFAULT' || settings[key] === '' ? undefined : settings[key];

/** The settings of the workflow: time zone, what n8n saves of runs, the error workflow. */
export function mergeSettings(
	base: Settings,
	theirs: Settings,
	next: Settings,
): { merged: Record<string, unknown>; ownErrorWorkflow: boolean } {
	const keys = new Set([base, theirs, next].flatMap((settings) => Object.keys(settings)));
	const log: MergeLog = { kept: [], over: [] };
	const merged = [...keys].flatMap((key) => {
		const value = merge3(asSet(base, key), asSet(theirs, key), asSet(next, key), key, log);
		return value === undefined ? [] : [[key, value] as const];
	});
	return {
		merged: Object.fromEntries(merged),
		ownErrorWorkflow: log.over.includes('errorWorkflow'),
	};
}

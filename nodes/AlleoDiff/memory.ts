import type { IDataObject } from 'n8n-workflow';
import { daysBetween, isCivilDate } from '../../core/model/dates';

/**
 * The partitions that recent runs read, so that one that drops out of the consent is noticed. n8n
 * keeps this with the workflow, for production runs only; a manual dry run reads it and leaves it.
 */

/** After this long a partition that is gone is taken as gone on purpose. */
const REMEMBER_DAYS = 14;

const lastSeen = (memory: IDataObject): Record<string, string> => {
	const stored = memory['partitions'];
	if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) return {};
	return Object.fromEntries(
		Object.entries(stored).filter(
			(entry): entry is [string, string] => typeof entry[1] === 'string' && isCivilDate(entry[1]),
		),
	);
};

export function rememberedPartitions(memory: IDataObject, today: string): string[] {
	return Object.entries(lastSeen(memory))
		.filter(([, date]) => daysBetween(date, today) <= REMEMBER_DAYS)
		.map(([partition]) => partition);
}

export function rememberPartitions(
	memory: IDataObject,
	partitions: readonly string[],
	today: string,
): void {
	const recent = Object.entries(lastSeen(memory)).filter(
		([, date]) => daysBetween(date, today) <= REMEMBER_DAYS,
	);
	memory['partitions'] = Object.fromEntries([
		...recent,
		...partitions.map((partition) => [partition, today]),
	]);
}

import type { ListName } from '../api/allowed';
import type { CoverageCheck } from '../../shared/source/coverage';
import { problemOf } from './coverage';
import { checkListing, readHistories } from './histories';
import { readListing, type ListQuery } from './listing';
import type { RowReader } from '../api/fields';
import { done, type Problem, type Result } from '../../../core/model/result';
import { isFatal } from '../api/fatal';
import type { RestClient } from '../api/restClient';

/** One list by itself: its rows by employee, the proof, and the problem when the proof fails. */
export interface Table<T> {
	byEmployee: Map<string, T[]>;
	checks: CoverageCheck[];
	pages: number;
	problem: Problem | null;
}

/** Reads one employee list of a company; again once when it does not prove itself. */
export async function readTable<T>(
	client: RestClient,
	list: ListName,
	key: string,
	readRow: RowReader<T>,
	query: ListQuery,
): Promise<Result<Table<T>>> {
	const once = async (): Promise<Result<Table<T>>> => {
		const listing = await readListing(client, list, query);
		if (!listing.ok) return listing;
		const histories = readHistories(listing.value.rows, key, readRow);
		const checks = checkListing(listing.value, histories);
		const problem = problemOf(checks, [listing.value]);
		return done({ byEmployee: histories.byEmployee, checks, pages: listing.value.pages, problem });
	};
	const first = await once();
	if (!first.ok || first.value.problem === null) return first;
	const second = await once();
	return second.ok || isFatal(second.problem) ? second : first;
}

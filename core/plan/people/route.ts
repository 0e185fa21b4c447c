import type { Employee } from '../../model/employee';
import type { DiffOptions } from '../options';

/** Routing: which Alleo company a person belongs to. An unknown value is held, never guessed (I10). */
export type Route =
	| { ok: true; companyId: number }
	| { ok: false; code: 'FILTER_UNROUTED' | 'COMPANY_MISSING' };

/** The spelling in which routing values are compared. */
export const filterKey = (filter: string): string => filter.trim().toLowerCase();

export function compileRoute(options: DiffOptions): (person: Employee) => Route {
	const table = new Map(options.routing.map((entry) => [filterKey(entry.filter), entry.companyId]));
	return (person) => {
		const filter = person.alleo_filter;
		if (filter !== null && filter.trim() !== '') {
			const companyId = table.get(filterKey(filter));
			return companyId === undefined
				? { ok: false, code: 'FILTER_UNROUTED' }
				: { ok: true, companyId };
		}
		return options.companyId === null
			? { ok: false, code: 'COMPANY_MISSING' }
			: { ok: true, companyId: options.companyId };
	};
}

/** The Alleo companies that this workflow manages: the default and every routed one. */
export const managedCompanies = (options: DiffOptions): ReadonlySet<number> =>
	new Set([
		...(options.companyId === null ? [] : [options.companyId]),
		...options.routing.map((entry) => entry.companyId),
	]);

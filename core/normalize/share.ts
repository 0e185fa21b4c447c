import { sharer } from '../model/share';
import type { Employee } from '../model/employee';

/** The same list for everybody who has none. */
const listSharer = <T>(): ((list: T[]) => T[]) => {
	const none: T[] = [];
	return (list) => (list.length === 0 ? none : list);
};

/** Reasons without places say the same under the same code; the others are each their own. */
function reasonSharer(): (reason: Employee['reason']) => Employee['reason'] {
	const known = new Map<string, Employee['reason']>();
	return (reason) => {
		if (Object.keys(reason.params).length > 0) return reason;
		const first = known.get(reason.code);
		if (first === undefined) known.set(reason.code, reason);
		return first?.text === reason.text ? first : reason;
	};
}

function companySharer(): (company: Employee['company']) => Employee['company'] {
	const known = new Map<string | null, Employee['company']>();
	return (company) => {
		const first = known.get(company.id);
		if (first === undefined) known.set(company.id, company);
		return first?.number === company.number && first.name === company.name ? first : company;
	};
}

/**
 * The parts that people have in common, for one run: n8n keeps what was read while a plan waits, and
 * thousands of people have the same employer, the same reason and no remark. Nobody's content changes.
 */
export function partsSharer(): (person: Employee) => Employee {
	const reason = reasonSharer();
	const company = companySharer();
	const budgets = sharer<Employee['budgets']>();
	const issues = listSharer<Employee['issues'][number]>();
	const words = listSharer<string>();
	return (person) => {
		person.reason = reason(person.reason);
		person.company = company(person.company);
		person.budgets = budgets(person.budgets);
		person.issues = issues(person.issues);
		person.notices = issues(person.notices);
		person.clear = words(person.clear);
		person.unmapped = words(person.unmapped);
		return person;
	};
}

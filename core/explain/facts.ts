import { displayName } from '../model/employee';
import type { Language } from '../issues';
import type { Outcome, PlanRow } from '../model/plan';
import { rowsAbout } from './history';
import type { History } from './history';
import { say } from './text';
import type { Facts, Subject } from './types';

/** What every step asks of the facts. */

/** The external ids that rows about a subject carry: the person's, and that of the account. */
function idsOf({ person, account }: Subject): { external: Set<string>; alleo: Set<number> } {
	const external = new Set<string>();
	if (person?.external_id) external.add(person.external_id);
	// A linked account's own id; for a transfer both the old and the new one are the person's.
	if (account?.external_id) external.add(account.external_id);
	return { external, alleo: new Set(account === null ? [] : [account.id]) };
}

type AboutSubject = (row: { external_id: string | null; alleo_id: number | null }) => boolean;

export function aboutSubject(subject: Subject): AboutSubject {
	const { external, alleo } = idsOf(subject);
	return ({ external_id, alleo_id }) =>
		(external_id !== null && external.has(external_id)) ||
		(external_id === null && alleo_id !== null && alleo.has(alleo_id));
}

export function historyOf(
	subject: Subject,
	history: History,
): Pick<Facts, 'onRecord' | 'outcomes'> {
	const isAbout = aboutSubject(subject);
	return {
		onRecord: rowsAbout(history, isAbout),
		outcomes: history.outcomes.filter((outcome: Outcome) => isAbout(outcome)),
	};
}

/** The rows of the plan of now about this subject: none, one, or the two of a move. */
export const rowsNow = (rows: readonly PlanRow[], subject: Subject): PlanRow[] => {
	const { person, account } = subject;
	return rows.filter((row) => {
		if (person === null) return account !== null && row.alleo_id === account.id;
		if (person.external_id !== null) return row.external_id === person.external_id;
		return (
			row.external_id === null &&
			row.evidence['employee_number'] === (person.source.employee_number ?? undefined)
		);
	});
};

/** A person as a reader knows them; held people have no name of their own in the run. */
export function nameOf({ person, account }: Subject, language: Language): string {
	const name =
		(person === null ? null : displayName(person)) ??
		(account === null ? null : displayName(account));
	if (name !== null) return name;
	const number = person?.source.employee_number ?? null;
	if (number !== null) return say(language)('numbered', { number });
	return person?.external_id ?? account?.external_id ?? say(language)('someone');
}

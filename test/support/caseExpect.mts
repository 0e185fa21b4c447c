import type { Employee } from '../../core/model/employee';
import type { PlanRow } from '../../core/model/plan';
import type { Case, CaseExpect, ExpectedPerson } from './caseModel.mts';
import { accountOf } from './casePeople.mts';
import type { CaseResult } from './caseRun.mts';

/** The words of `expect`, each as one thing that a reader of the plan would see. */

const rowsOf = (rows: readonly PlanRow[], id: string): PlanRow[] =>
	rows.filter((row) => row.external_id === id);

const actionsOf = (rows: readonly PlanRow[], id: string): Array<string | null> => {
	const own = rowsOf(rows, id).map(({ action }) => action);
	return own.length === 0 ? [null] : own;
};

function expectPerson(person: Employee | undefined, expected: ExpectedPerson): void {
	const { issue, statusOrNotice, heldOr, ...fields } = expected;
	expect(person).toMatchObject(fields);
	if (person === undefined) return;
	if (issue !== undefined) expect(person.issues.map(({ code }) => code)).toContain(issue);
	if (statusOrNotice !== undefined && person.notices.length === 0)
		expect(statusOrNotice).toContain(person.status);
	if (heldOr === undefined || person.status === 'held') return;
	const found = person as unknown as Record<string, unknown>;
	for (const [field, allowed] of Object.entries(heldOr)) {
		expect(allowed).toContainEqual(found[field]);
	}
}

function expectRows({ rows, summary }: CaseResult, expected: CaseExpect): void {
	for (const [id, allowed] of Object.entries(expected.actions ?? {})) {
		for (const action of actionsOf(rows, id)) {
			expect([id, [allowed].flat()]).toEqual([id, expect.arrayContaining([action])]);
		}
	}
	if (expected.only !== undefined) {
		const found = rows.map((row) => [row.external_id, row.action]);
		expect(found.sort()).toEqual(Object.entries(expected.only).sort());
	}
	for (const never of expected.never ?? []) {
		expect(rows).not.toContainEqual(expect.objectContaining(never));
	}
	const asks = summary?.needs_approval === true;
	if (expected.askedOrHeld !== undefined) {
		const own = expected.askedOrHeld.flatMap((id) => rowsOf(rows, id));
		expect(own).not.toEqual([]);
		if (!asks) for (const { action } of own) expect(action).toBe('hold');
	}
	for (const id of expected.flagged ?? []) {
		const told = (summary?.notices ?? []).some((notice) => notice.external_id === id);
		const own = rowsOf(rows, id).some(
			({ action, notices }) => action === 'hold' || notices.length > 0,
		);
		expect([id, asks || told || own]).toEqual([id, true]);
	}
}

function expectValues(given: Case, { rows }: CaseResult, expected: CaseExpect): void {
	for (const [id, surname] of Object.entries(expected.surname ?? {})) {
		const at = (given.alleo ?? []).findIndex((account) => account['external_id'] === id);
		const written = rowsOf(rows, id).filter(({ action }) => action !== 'hold');
		const after = Object.assign({}, ...written.map((row) => row.after)) as object;
		const { prefix, last_name } = { ...accountOf(given.alleo?.[at] ?? {}, at), ...after };
		expect([prefix, last_name].filter(Boolean).join(' ')).toBe(surname);
	}
	for (const [id, text] of Object.entries(expected.notWritten ?? {})) {
		expect(JSON.stringify(rowsOf(rows, id).map(({ after }) => after))).not.toContain(text);
	}
}

export function expectOutcome(given: Case, result: CaseResult): void {
	const { expect: expected } = given;
	const { people, rows, summary } = result;
	for (const [index, person] of Object.entries(expected.people ?? {})) {
		expectPerson(people[Number(index)], person);
	}
	expectRows(result, expected);
	expectValues(given, result, expected);
	const tripped = (summary?.guards ?? []).filter((guard) => guard.tripped).map(({ code }) => code);
	expect(tripped).toEqual(expect.arrayContaining(expected.tripped ?? []));
	if (expected.needsApproval !== undefined)
		expect(summary?.needs_approval).toBe(expected.needsApproval);
	const notices = [...(summary?.notices ?? []), ...rows.flatMap((row) => row.notices)];
	for (const code of expected.noNotice ?? []) {
		expect(notices.map((notice) => notice.code)).not.toContain(code);
	}
}

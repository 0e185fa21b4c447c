import type {
	AlleoAccount,
	BudgetField,
	PersonBase,
	System,
	World,
} from '../../sandbox/world/types.mts';

/**
 * The budget file as it must arrive, worked out from the made-up world and from what went out before: nothing
 * here is shared with what makes the file. It holds for people without a story, and for those of
 * `sandbox/world/payMonths.mts`: whom other cases are about has no budget in that world.
 */

/** In cents. */
type Amounts = Record<string, number>;

export interface SentBudgets {
	csv: string;
	/** Everything that was given, by address: cells, and what is only remembered. */
	given: ReadonlyMap<string, Amounts>;
}

export const NOTHING_SENT: SentBudgets = { csv: '', given: new Map() };

/** Alleo's number of the account: an address changes. */
const ACCOUNT = 'Alleo ID';
const REMEMBERED = 'Sent Before';

const isBudget = (name: string): name is BudgetField => /^alleo_(monthly|oneoff)_/.test(name);

/** What the HR system holds; an empty field is no amount, 0 is one. */
function amountsOf({ extraFields }: PersonBase): Amounts {
	const amounts: Amounts = {};
	for (const [name, value] of Object.entries(extraFields)) {
		if (!isBudget(name) || value === null) continue;
		amounts[name] = Math.round(Number(value) * 100);
	}
	return amounts;
}

function isThere(person: PersonBase, day: string): boolean {
	return person.employments.some(
		({ startDate, endDate }) => startDate <= day && (endDate === null || endDate >= day),
	);
}

/** Who has left has nothing more: what ran is stopped. */
const wantedOf = (person: PersonBase, today: string): Amounts =>
	isThere(person, today) ? amountsOf(person) : {};

const euros = (cents: number): string => (cents === 0 ? '0' : (cents / 100).toFixed(2));

interface Line {
	email: string;
	alleoId: number;
	cells: Amounts;
	remembered: Amounts;
}

/** A monthly budget stands in every file; one that stopped is 0. A one-off is given once. */
function lineOf({ email, id }: AlleoAccount, wanted: Amounts, before: Amounts): Line {
	const line: Line = { email, alleoId: id, cells: {}, remembered: {} };
	for (const name of new Set([...Object.keys(before), ...Object.keys(wanted)])) {
		const [now, last] = [wanted[name], before[name]];
		const isOnce = name.startsWith('alleo_oneoff_');
		if (isOnce && last !== undefined && (now === undefined || now === last)) {
			line.remembered[name] = last;
		} else line.cells[name] = now ?? 0;
	}
	return line;
}

const remembered = (amounts: Amounts): string =>
	Object.entries(amounts)
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([name, cents]) => `${name}=${(cents / 100).toFixed(2)}`)
		.join('; ');

function csvOf(lines: readonly Line[]): string {
	const names = [
		...new Set(
			lines.flatMap(({ cells, remembered: sent }) => [...Object.keys(cells), ...Object.keys(sent)]),
		),
	].sort();
	const withMemory = lines.some(({ remembered: sent }) => Object.keys(sent).length > 0);
	const head = ['Email', ...names, ACCOUNT, ...(withMemory ? [REMEMBERED] : [])];
	const rows = lines.map(({ email, alleoId, cells, remembered: sent }) => [
		email,
		...names.map((name) => (cells[name] === undefined ? '' : euros(cells[name]))),
		String(alleoId),
		...(withMemory ? [remembered(sent)] : []),
	]);
	return [head, ...rows].map((cells) => `${cells.join(',')}\n`).join('');
}

/**
 * @param before what the last file said
 * @param companyId the Alleo company that the customer has; all where it is left out
 */
export function expectedBudgets(
	{ referenceDate, nmbrs, afas, alleo }: World,
	system: System,
	before: SentBudgets,
	companyId?: number,
): SentBudgets {
	const people: PersonBase[] = [...(system === 'nmbrs' ? nmbrs : afas).people];
	const accounts = new Map(
		alleo.accounts
			.filter((one) => one.is_active && one.company_id === (companyId ?? one.company_id))
			.map((one) => [one.external_id ?? '', one]),
	);
	const lines = people
		.sort((a, b) => (a.externalId < b.externalId ? -1 : 1))
		.flatMap((person) => {
			const account = accounts.get(person.externalId);
			if (account === undefined) return [];
			const last = before.given.get(account.email) ?? {};
			const line = lineOf(account, wantedOf(person, referenceDate), last);
			return Object.keys({ ...line.cells, ...line.remembered }).length === 0 ? [] : [line];
		});
	const given = lines.map(({ email, cells, remembered: sent }): [string, Amounts] => [
		email,
		{ ...sent, ...cells },
	]);
	return { csv: csvOf(lines), given: new Map(given) };
}

import { parse } from 'csv-parse/sync';
import { emailKey } from '../../identity/keys';
import { BUDGET_FILE, BUDGET_PATTERN, budgetPeriod } from '../../model/budget';
import { done } from '../../model/result';
import type { Result } from '../../model/result';

/**
 * The last budget file that was sent. It says what every account was given, so a doubt about any of it is
 * a doubt about all: a line that is not understood would make budgets look new, and a one-off be given twice.
 */
export type LastBudgets =
	/** No such file: the first one, or none is wired. */
	| { state: 'none' }
	| { state: 'failed'; problem: string }
	| {
			state: 'read';
			/** By emailKey: everything that was given, in EUR by field; cells and `Sent Before` together. */
			people: ReadonlyMap<string, LastBudgetsOfOne>;
			/** By emailKey: the address as it stands there, and Alleo's number of the account where it says one. */
			lines: ReadonlyMap<string, LastLine>;
			/** Alleo's number of the account to emailKey. */
			accounts: ReadonlyMap<number, string>;
			/** Lines that give a one-off: in a cell, not in `Sent Before`. */
			giving: number;
	  };

export type LastBudgetsOfOne = Readonly<Record<string, number>>;

export interface LastLine {
	email: string;
	alleoId: number | null;
}

type Read = Extract<LastBudgets, { state: 'read' }>;

const NOTHING: LastBudgetsOfOne = {};

/** As File: Build writes it. `1.250` and `1,25` read two ways, so neither is read at all. */
const AMOUNT = /^\d{1,12}(?:\.\d{1,2})?$/;
const ALLEO_ID = /^\d{1,15}$/;

const wrong = (problem: string): { ok: false; problem: string } => ({ ok: false, problem });

type Column = { kind: keyof typeof BUDGET_FILE } | { kind: 'budget'; field: string };

const KINDS = new Map(
	(Object.keys(BUDGET_FILE) as Array<keyof typeof BUDGET_FILE>).map((kind) => [
		BUDGET_FILE[kind].toLowerCase(),
		kind,
	]),
);

function columnsOf(head: readonly string[]): Result<Column[], string> {
	const names = head.map((name) => name.trim().toLowerCase());
	if (!names.includes(BUDGET_FILE.email.toLowerCase())) return wrong('it has no column "Email"');
	if (new Set(names).size < names.length) return wrong('it has a column twice');
	const columns: Column[] = [];
	for (const [at, name] of names.entries()) {
		const kind = KINDS.get(name);
		if (kind !== undefined) columns.push({ kind });
		else if (BUDGET_PATTERN.test(name)) columns.push({ kind: 'budget', field: name });
		else return wrong(`column ${at + 1} is none of a budget file`);
	}
	return done(columns);
}

/** `field=amount; field=amount`; null for anything else, also for a field that stands there twice. */
function readSentBefore(cell: string): Array<[field: string, amount: string]> | null {
	if (cell === '') return [];
	const parts = cell.split(';').map((part) => part.trim().split('='));
	const pairs: Array<[string, string]> = [];
	for (const [field = '', amount = '', ...more] of parts) {
		if (more.length > 0 || !BUDGET_PATTERN.test(field)) return null;
		pairs.push([field, amount]);
	}
	return pairs;
}

interface Line extends LastLine {
	given: Record<string, number>;
	gives: boolean;
}

function take(given: Line['given'], field: string, amount: string): boolean {
	if (!AMOUNT.test(amount) || Object.hasOwn(given, field)) return false;
	given[field] = Number(amount);
	return true;
}

/** One line; the problem names the column at most, never what stands there. */
function readLine(cells: readonly string[], columns: readonly Column[]): Result<Line, string> {
	const line: Line = { email: '', alleoId: null, given: {}, gives: false };
	for (const [at, column] of columns.entries()) {
		const cell = cells[at]?.trim() ?? '';
		if (column.kind === 'email') line.email = cell;
		if (cell === '') continue;
		if (column.kind === 'alleoId') {
			if (!ALLEO_ID.test(cell)) return wrong(`${BUDGET_FILE.alleoId} is no number`);
			line.alleoId = Number(cell);
		}
		if (column.kind === 'budget') {
			if (!take(line.given, column.field, cell)) {
				return wrong(`"${column.field}" is not one clear amount`);
			}
			line.gives ||= budgetPeriod(column.field) === 'oneoff' && Number(cell) > 0;
		}
		if (column.kind === 'sentBefore') {
			const sent = readSentBefore(cell);
			if (sent?.every(([field, amount]) => take(line.given, field, amount)) !== true) {
				return wrong(`"${BUDGET_FILE.sentBefore}" cannot be read`);
			}
		}
	}
	return line.email === '' ? wrong('it has no address') : done(line);
}

function addLine(
	line: Line,
	to: {
		people: Map<string, LastBudgetsOfOne>;
		lines: Map<string, LastLine>;
		accounts: Map<number, string>;
	},
): string | null {
	const key = emailKey(line.email);
	if (to.people.has(key)) return 'its address stands there before';
	if (line.alleoId !== null) {
		if (to.accounts.has(line.alleoId)) return `its ${BUDGET_FILE.alleoId} stands there before`;
		to.accounts.set(line.alleoId, key);
	}
	to.people.set(key, line.given);
	to.lines.set(key, { email: line.email, alleoId: line.alleoId });
	return null;
}

const failed = (problem: string): LastBudgets => ({ state: 'failed', problem });

/** @param content the file, decoded as UTF-8 */
export function readLastBudgets(content: string): LastBudgets {
	if (content.includes('\uFFFD')) return failed('it is not UTF-8');
	let rows: string[][];
	try {
		rows = parse(content, { bom: true, skip_empty_lines: true });
	} catch {
		return failed('it is no CSV');
	}
	const [head = [], ...lines] = rows;
	const columns = columnsOf(head);
	if (!columns.ok) return failed(columns.problem);
	const people = new Map<string, LastBudgetsOfOne>();
	const known = new Map<string, LastLine>();
	const accounts = new Map<number, string>();
	let giving = 0;
	for (const [at, cells] of lines.entries()) {
		const line = readLine(cells, columns.value);
		const problem = line.ok
			? addLine(line.value, { people, lines: known, accounts })
			: line.problem;
		if (problem !== null) return failed(`line ${at + 2}: ${problem}`);
		if (line.ok && line.value.gives) giving++;
	}
	return { state: 'read', people, lines: known, accounts, giving } satisfies Read;
}

/**
 * What an account was given until now, in EUR by field; {} where the file says nothing of it.
 *
 * @param email of the account in Alleo
 * @param alleoId of the account, which finds its line also after the address changed
 */
export function budgetsBefore(
	last: LastBudgets,
	email: string,
	alleoId: number | null = null,
): LastBudgetsOfOne {
	if (last.state !== 'read') return NOTHING;
	const own = alleoId === null ? undefined : last.accounts.get(alleoId);
	return last.people.get(own ?? emailKey(email)) ?? NOTHING;
}

import type { OtherSource } from '../../../core/payroll/record';
import { itemIssue } from '../../../core/issues';
import { readAmount, sumAmounts } from '../../../core/payroll/amount';
import type { AfasRow } from '../api/schemas';
import type { Notice } from '../../shared/source/source';
import { textCell } from '../listing/cells';
import { wholeCell } from './cells';
import type { PlansPart, WagePart } from './plan';
import type { PayrollSettings } from './settings';

/** Year and period as one number, or a plan number: what is later is greater. */
type Rank = number;

const PERIODS_FROM = 190_000;
const isPeriod = (rank: Rank): boolean => rank >= PERIODS_FROM && rank <= 299_999;

/** A calculated wage component: when it was paid, and which period it is about. */
interface Line {
	code: string;
	value: number | null;
	odd: boolean;
	paid: Rank;
	concerns: Rank;
	employment: string;
	description: string | null;
}

export interface WageFigures {
	accrual: number | null;
	balance: number | null;
	others: OtherSource[];
	/** Year times 100 plus period; null: only a plan number is known, or nothing. */
	paid: Rank | null;
	/** How many earlier periods are corrected. */
	corrections: number;
	employer: string | null;
	issues: Notice[];
	notices: Notice[];
}

/** Period of each plan, where a connector tells it. */
export function periodsOfPlans(rows: readonly AfasRow[], part: PlansPart): Map<string, Rank> {
	const periods = new Map<string, Rank>();
	const { plan, year, period } = part.columns;
	for (const row of rows) {
		const [id, ...at] = [textCell(row, plan), wholeCell(row, year), wholeCell(row, period)];
		const [inYear, inPeriod] = at;
		if (id === null || inYear === null || inPeriod === null) continue;
		periods.set(id, (inYear ?? 0) * 100 + (inPeriod ?? 0));
	}
	return periods;
}

type When = { rank: Rank } | { problem: 'AFAS_PLAN_UNKNOWN' | 'AFAS_PERIOD_UNREADABLE' };

/** Reads when a line was paid: by year and period, else by plan, through the plans connector if there is one. */
function whenOf(
	row: AfasRow,
	columns: { year: string | null; period: string | null; plan: string | null },
	plans: ReadonlyMap<string, Rank> | null,
): When | null {
	const { year, period, plan } = columns;
	if (year !== null && period !== null) {
		const [inYear, inPeriod] = [wholeCell(row, year), wholeCell(row, period)];
		if (inYear === null || inPeriod === null) return { problem: 'AFAS_PERIOD_UNREADABLE' };
		return { rank: inYear * 100 + inPeriod };
	}
	if (plan === null) return null;
	const id = textCell(row, plan);
	if (id === null) return { problem: 'AFAS_PERIOD_UNREADABLE' };
	if (plans !== null) {
		const rank = plans.get(id);
		return rank === undefined ? { problem: 'AFAS_PLAN_UNKNOWN' } : { rank };
	}
	const number = wholeCell(row, plan);
	return number === null ? { problem: 'AFAS_PERIOD_UNREADABLE' } : { rank: number };
}

function toLine(
	row: AfasRow,
	{ columns }: WagePart,
	plans: ReadonlyMap<string, Rank> | null,
): Line | { problem: 'AFAS_PLAN_UNKNOWN' | 'AFAS_PERIOD_UNREADABLE' } {
	const { paidYear, paidPeriod, paidPlan, forYear, forPeriod, forPlan } = columns;
	const paid = whenOf(row, { year: paidYear, period: paidPeriod, plan: paidPlan }, plans);
	if (paid === null) return { problem: 'AFAS_PERIOD_UNREADABLE' };
	if ('problem' in paid) return paid;
	const concerns = whenOf(row, { year: forYear, period: forPeriod, plan: forPlan }, plans) ?? paid;
	if ('problem' in concerns) return concerns;
	const amount = columns.value === null ? null : readAmount(row[columns.value]);
	return {
		code: textCell(row, columns.component) ?? '',
		value: amount?.kind === 'number' ? amount.value : null,
		odd: amount?.kind === 'odd',
		paid: paid.rank,
		concerns: concerns.rank,
		employment: textCell(row, columns.employment) ?? '',
		description: textCell(row, columns.description),
	};
}

/** Sums and balances over the lines of one person that were paid in the person's latest payroll. */
class PaidLines {
	readonly issues: Notice[] = [];

	constructor(
		readonly lines: readonly Line[],
		private readonly latest: Rank,
	) {}

	#of(code: string): Line[] {
		return code === '' ? [] : this.lines.filter((line) => line.code === code);
	}

	#values(lines: readonly Line[], field: string): number[] {
		if (lines.some(({ odd }) => odd)) {
			this.issues.push(itemIssue('AFAS_AMOUNT_UNREADABLE', field, { column: field }));
			return [];
		}
		return lines.flatMap(({ value }) => (value === null ? [] : [value]));
	}

	/** Built up: corrections of earlier periods are lines of their own and count in full. */
	sum(code: string, field: string): number | null {
		return sumAmounts(this.#values(this.#of(code), field));
	}

	/** A balance is a state: the one about the paid period itself, of each contract. */
	balance(code: string, field: string): number | null {
		const lines = this.#of(code).filter(({ concerns }) => concerns === this.latest);
		const perContract = new Map<string, number>();
		for (const { employment } of lines) {
			perContract.set(employment, (perContract.get(employment) ?? 0) + 1);
		}
		const most = Math.max(0, ...perContract.values());
		if (most > 1) {
			this.issues.push(itemIssue('AFAS_BALANCE_TWICE', field, { field, count: most }));
			return null;
		}
		return sumAmounts(this.#values(lines, field));
	}

	description(code: string): string | null {
		return this.#of(code).find(({ description }) => description !== null)?.description ?? null;
	}

	get corrected(): number {
		return new Set(
			this.lines.filter(({ concerns }) => concerns < this.latest).map(({ concerns }) => concerns),
		).size;
	}
}

/** The wage components of one person: accrual, balance and other sources of the latest payroll. */
export function readWages(
	rows: readonly AfasRow[],
	part: WagePart,
	plans: ReadonlyMap<string, Rank> | null,
	settings: PayrollSettings,
): WageFigures {
	const issues: Notice[] = [];
	const notices: Notice[] = [];
	const read = rows.map((row) => toLine(row, part, plans));
	const problems = new Set(read.flatMap((line) => ('problem' in line ? [line.problem] : [])));
	const employer = textCell(rows[0], part.columns.employer);
	const nothing = {
		accrual: null,
		balance: null,
		others: [],
		paid: null,
		corrections: 0,
		employer,
	};
	if (problems.size > 0) {
		for (const code of problems) issues.push(itemIssue(code, 'period'));
		return { ...nothing, issues, notices };
	}
	const lines = read.filter((line): line is Line => 'code' in line);
	if (lines.length === 0) {
		notices.push(itemIssue('AFAS_COMPONENTS_NONE', 'holiday_allowance_accrual'));
		return { ...nothing, issues, notices };
	}
	const latest = lines.reduce((most, { paid }) => Math.max(most, paid), 0);
	const paid = new PaidLines(
		lines.filter((line) => line.paid === latest),
		latest,
	);
	const { accrualComponent, balanceComponent } = settings;
	const accrual = paid.sum(accrualComponent, 'holiday_allowance_accrual');
	const balance = paid.balance(balanceComponent, 'holiday_allowance_balance');
	const others = settings.others.map((other) => ({
		code: other.accrual === '' ? other.balance : other.accrual,
		description: paid.description(other.accrual) ?? paid.description(other.balance),
		accrual: paid.sum(other.accrual, other.accrual),
		balance: paid.balance(other.balance, other.balance),
	}));
	if (paid.corrected > 0) {
		notices.push(itemIssue('AFAS_CORRECTIONS_ADDED', null, { count: paid.corrected }));
	}
	if (!isPeriod(latest)) notices.push(itemIssue('AFAS_PERIOD_BY_PLAN', 'period'));
	return {
		accrual,
		balance,
		others,
		paid: isPeriod(latest) ? latest : null,
		corrections: paid.corrected,
		employer,
		issues: [...issues, ...paid.issues],
		notices,
	};
}

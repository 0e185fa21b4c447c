import type { OtherSource } from '../../../core/payroll/record';
import { itemIssue, type Filling, type IssueCode, type PlacesOf } from '../../../core/issues';
import { readAmount, sumAmounts } from '../../../core/payroll/amount';
import type { Notice } from '../../shared/source/source';
import type { Payslip } from './payslipScanner';
import { namesReservation, type OtherSourceSetting, type NmbrsPayrollSettings } from './settings';

/** What the payslips of one person in one run come to. Amounts in EUR; null: not on the payslip. */
export interface Figures {
	accrual: number | null;
	balance: number | null;
	others: OtherSource[];
	hourlyWage: number | null;
	monthlySalary: number | null;
	/** How many earlier periods are corrected. */
	corrections: number;
	issues: Notice[];
	notices: Notice[];
}

export const noFigures = (): Figures => ({
	accrual: null,
	balance: null,
	others: [],
	hourlyWage: null,
	monthlySalary: null,
	corrections: 0,
	issues: [],
	notices: [],
});

/** Where an amount stands on a payslip. */
type Place =
	| { kind: 'component'; code: string }
	| { kind: 'reservation'; names: readonly string[]; column: 'value' | 'saldo' };

const rank = ({ year, period }: Payslip): number => (year ?? 0) * 100 + (period ?? 0);

const textsOf = (slip: Payslip, place: Place): Array<string | null> =>
	place.kind === 'component'
		? slip.lines.filter(({ code }) => code === place.code).map(({ value }) => value)
		: slip.reservations
				.filter(({ key }) => namesReservation(place.names, key))
				.map((reservation) => reservation[place.column]);

/** Reads the payslips of one person; collects what is wrong with them. */
class SlipReader {
	readonly figures = noFigures();

	readonly #present: readonly Payslip[];

	constructor(
		private readonly slips: readonly Payslip[],
		/** Year times 100 plus period of the run. */
		private readonly run: number,
	) {
		this.#present = slips.filter((slip) => rank(slip) === run);
	}

	issue<C extends IssueCode>(
		code: C,
		field: string | null,
		...filling: Filling<PlacesOf<C>>
	): void {
		this.figures.issues.push(itemIssue(code, field, ...filling));
	}

	notice<C extends IssueCode>(
		code: C,
		field: string | null,
		...filling: Filling<PlacesOf<C>>
	): void {
		this.figures.notices.push(itemIssue(code, field, ...filling));
	}

	/** Two payslips of one period: nobody can say which counts. */
	get doubled(): number {
		const counts = new Map<number, number>();
		for (const slip of this.slips) counts.set(rank(slip), (counts.get(rank(slip)) ?? 0) + 1);
		return Math.max(...counts.values());
	}

	get corrections(): number {
		return this.slips.filter((slip) => rank(slip) < this.run).length;
	}

	#numbers(texts: ReadonlyArray<string | null>, field: string): number[] {
		const numbers: number[] = [];
		for (const text of texts) {
			const read = readAmount(text);
			if (read.kind === 'number') numbers.push(read.value);
			if (read.kind === 'odd') this.issue('NMBRS_AMOUNT_UNREADABLE', field, { field });
		}
		return numbers;
	}

	/** What was built up: this period, and what corrections of earlier periods added or took back. */
	sum(place: Place, field: string): number | null {
		const numbers: number[] = [];
		for (const slip of this.slips) {
			const texts = textsOf(slip, place);
			if (place.kind === 'reservation' && texts.length > 1) {
				this.issue('NMBRS_RESERVE_TWICE', field, { field, count: texts.length });
				return null;
			}
			numbers.push(...this.#numbers(texts, field));
		}
		return sumAmounts(numbers);
	}

	/** What the payslip of the run's own period says: a balance or a wage is never added up. */
	only(place: Place, field: string): number | null {
		const texts = this.#present.flatMap((slip) => textsOf(slip, place));
		if (texts.length > 1 && new Set(texts).size > 1) {
			this.issue('NMBRS_RESERVE_TWICE', field, { field, count: texts.length });
			return null;
		}
		return this.#numbers(texts.slice(0, 1), field)[0] ?? null;
	}
}

const reservation = (names: readonly string[], column: 'value' | 'saldo'): Place => ({
	kind: 'reservation',
	names,
	column,
});
const component = (code: string): Place => ({ kind: 'component', code });

function readHoliday(reader: SlipReader, settings: NmbrsPayrollSettings): void {
	const { figures } = reader;
	const { holiday, reservationNames, accrualComponent, balanceComponent } = settings;
	const [accrual, balance] = ['holiday_allowance_accrual', 'holiday_allowance_balance'];
	if (holiday === 'payslipReservation') {
		figures.accrual = reader.sum(reservation(reservationNames, 'value'), accrual);
		figures.balance = reader.only(reservation(reservationNames, 'saldo'), balance);
	} else if (holiday === 'payslipComponents') {
		if (accrualComponent !== '') figures.accrual = reader.sum(component(accrualComponent), accrual);
		if (balanceComponent !== '')
			figures.balance = reader.only(component(balanceComponent), balance);
	} else return;
	if (figures.accrual === null && figures.balance === null && figures.issues.length === 0) {
		reader.notice('NMBRS_RESERVE_ABSENT', accrual, { field: 'holiday allowance' });
	}
}

function readOther(
	reader: SlipReader,
	slips: readonly Payslip[],
	{ kind, code }: OtherSourceSetting,
): OtherSource {
	if (kind === 'component') {
		const line = slips.flatMap(({ lines }) => lines).find((one) => one.code === code);
		const accrual = reader.sum(component(code), code);
		return { code, description: line?.description ?? null, accrual, balance: null };
	}
	const names = [code.toLowerCase()];
	const found = slips
		.flatMap(({ reservations }) => reservations)
		.find(({ key }) => namesReservation(names, key));
	return {
		code,
		description: found?.key ?? null,
		accrual: reader.sum(reservation(names, 'value'), code),
		balance: reader.only(reservation(names, 'saldo'), code),
	};
}

/**
 * The figures of one person from the payslips of one run. A run holds, beside the payslip of its own
 * period, one payslip for each earlier period that it corrects: their amounts are differences.
 */
export function figuresOf(
	slips: readonly Payslip[],
	run: { year: number; period: number },
	settings: NmbrsPayrollSettings,
): Figures {
	const dated = slips.map((slip) => ({
		...slip,
		year: slip.year ?? run.year,
		period: slip.period ?? run.period,
	}));
	const reader = new SlipReader(dated, run.year * 100 + run.period);
	const { figures, doubled, corrections } = reader;
	if (doubled > 1) {
		reader.issue('NMBRS_PAYSLIP_TWICE', null, { count: doubled });
		return figures;
	}
	readHoliday(reader, settings);
	figures.others = settings.others.map((other) => readOther(reader, dated, other));
	const { hourlyWageComponent: hourly, monthlySalaryComponent: monthly } = settings;
	if (hourly !== '') figures.hourlyWage = reader.only(component(hourly), 'gross_hourly_wage');
	if (monthly !== '')
		figures.monthlySalary = reader.only(component(monthly), 'gross_monthly_salary');
	figures.corrections = corrections;
	if (corrections > 0) reader.notice('NMBRS_CORRECTIONS_ADDED', null, { count: corrections });
	return figures;
}

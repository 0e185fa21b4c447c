import type { PayCycle } from '../../../core/payroll/record';
import type { LeaveRule } from '../../../core/payroll/leaveRules';
import type { PersonKeyType } from '../employee/columns';
import type { ReadingOptions } from '../operations/parameters';

/** A further source of budget: its component for what is built up, and for the balance where there is one. */
export interface OtherComponent {
	accrual: string;
	balance: string;
}

export type Given = Readonly<Partial<Record<string, string>>>;

/** What "Payroll: Get Many" was asked for. An empty connector is not read. */
export interface PayrollSettings {
	personKey: PersonKeyType;
	salaryConnector: string;
	wageConnector: string;
	plansConnector: string;
	leaveConnector: string;
	/** Columns that the node names, by role. */
	salaryColumns: Given;
	wageColumns: Given;
	planColumns: Given;
	leaveColumns: Given;
	accrualComponent: string;
	balanceComponent: string;
	others: readonly OtherComponent[];
	leaveRules: readonly LeaveRule[];
	leaveUnit: 'hours' | 'days';
	payCycle: PayCycle | null;
	referenceDate: string;
	reading: ReadingOptions;
}

/** Every wage component that is asked for, each once. */
export const componentsOf = ({
	accrualComponent,
	balanceComponent,
	others,
}: PayrollSettings): string[] => [
	...new Set(
		[
			accrualComponent,
			balanceComponent,
			...others.flatMap(({ accrual, balance }) => [accrual, balance]),
		].filter((code) => code !== ''),
	),
];

import { PAYSLIPS, TASK_RESULT } from '../api/soap/services';
import type { PayCycle } from '../../../core/payroll/record';
import { items, textOf, type DocumentSink, type XmlNode } from '../../shared/soap';
import { dayOfTime } from '../../../core/model/dates';
import { readDate } from '../api/fields';
import { done, failed, type Result } from '../../../core/model/result';
import type { SoapReader } from '../api/soap/reader';

/** A payroll run (Company: Run_GetList). `id` is what the report wants, not `number`. */
export interface Run {
	id: number;
	number: number | null;
	year: number;
	period: number;
	description: string | null;
	locked: boolean;
	/** The day on which it was made, `YYYY-MM-DD`. */
	day: string | null;
}

/** A reservation of one employee; the amount as text (v2.1 contract of Reservations_GetList). */
export interface Reservation {
	description: string | null;
	balance: string | null;
}

export const LEAVE_TYPES = ['Type1', 'Type2', 'Type3', 'Type4'] as const;
export type LeaveTypeName = (typeof LEAVE_TYPES)[number];

/** Status of a task, and the sink that the report went to; null where the answer had none. */
export interface TaskResult<S extends DocumentSink> {
	status: string;
	sink: S | null;
}

const whole = (node: XmlNode, ...names: string[]): number | null => {
	for (const name of names) {
		const text = textOf(node, name);
		if (text !== null && /^\d{1,12}$/.test(text)) return Number(text);
	}
	return null;
};

/** The day of a date-time, null for absent; what is no date stays as it came. */
const dayOf = (text: string | null): string | null =>
	(text === null ? null : dayOfTime(text)) ?? readDate(text);

function toRun(node: XmlNode): Run | null {
	const [id, year] = [whole(node, 'ID', 'Id'), whole(node, 'Year')];
	const period = whole(node, 'PeriodEnd') ?? whole(node, 'PeriodStart');
	if (id === null || year === null || period === null) return null;
	return {
		id,
		number: whole(node, 'Number'),
		year,
		period,
		description: textOf(node, 'Description'),
		locked: textOf(node, 'IsLocked')?.toLowerCase() === 'true',
		day: dayOf(textOf(node, 'RunAt')),
	};
}

/** The last part of `yyyy-pp-type` (enumerations, support.nmbrs.nl article 360009936440). */
const CYCLES: Readonly<Record<string, PayCycle>> = {
	M: 'month',
	M1: 'month',
	W4: 'fourWeeks',
	'4W': 'fourWeeks',
	W1: 'week',
	'1W': 'week',
};

/** The SOAP operations of payroll figures, on top of the reader of the run. */
export class PayrollReader {
	constructor(private readonly soap: SoapReader) {}

	/** Runs of one payroll year; rows that are no run are left out and counted. */
	async runs(companyId: number, year: number): Promise<Result<Run[]>> {
		const answer = await this.soap.ask({
			service: 'CompanyService',
			name: 'Run_GetList',
			fields: [
				['CompanyId', companyId],
				['Year', year],
			],
			lists: ['RunInfo'],
		});
		if (!answer.ok) return answer;
		const rows = items(answer.value.result, 'RunInfo');
		const runs = rows.map(toRun).filter((run) => run !== null);
		return runs.length === rows.length
			? done(runs)
			: failed(
					'NMBRS_SOAP_UNREACHABLE',
					{ operation: 'Run_GetList' },
					'a run without ID or period',
				);
	}

	/** How often the company pays; null where Nmbrs writes something that is not known here. */
	async payCycle(companyId: number): Promise<Result<PayCycle | null>> {
		const answer = await this.soap.ask({
			service: 'CompanyService',
			name: 'Company_GetCurrentPeriod',
			fields: [['CompanyId', companyId]],
			lists: [],
		});
		if (!answer.ok) return answer;
		const type = /^\d{4}-\d{1,2}-(\w{1,4})$/.exec((answer.value.text ?? '').trim())?.[1];
		return done(CYCLES[type?.toUpperCase() ?? ''] ?? null);
	}

	/** Starts the payslip report of a run; gives the id of the task. */
	async startPayslips(companyId: number, run: Run): Promise<Result<string>> {
		const answer = await this.soap.ask({
			service: 'ReportService',
			name: PAYSLIPS,
			fields: [
				['companyId', companyId],
				['runId', run.id],
				['year', run.year],
			],
			lists: [],
		});
		if (!answer.ok) return answer;
		const task = (answer.value.text ?? '').trim();
		return /^[\w-]{1,64}$/.test(task)
			? done(task)
			: failed('NMBRS_SOAP_UNREACHABLE', { operation: PAYSLIPS }, 'no task id');
	}

	/** Where the task stands; the report goes to the sink while it comes. */
	async taskResult<S extends DocumentSink>(
		task: string,
		open: () => S,
	): Promise<Result<TaskResult<S>>> {
		let sink: S | null = null;
		const answer = await this.soap.ask({
			service: 'ReportService',
			name: TASK_RESULT,
			fields: [['TaskId', task]],
			lists: [],
			bulk: {
				element: 'Content',
				open: () => {
					sink = open();
					return sink;
				},
			},
		});
		if (!answer.ok) return answer;
		return done({ status: textOf(answer.value.result, 'Status') ?? '', sink });
	}

	async reservations(
		employeeId: number,
		year: number,
		period: number,
	): Promise<Result<Reservation[]>> {
		const answer = await this.soap.ask({
			service: 'EmployeeService',
			name: 'Reservations_GetList',
			fields: [
				['EmployeeId', employeeId],
				['Year', year],
				['Period', period],
			],
			lists: ['Reservation'],
		});
		if (!answer.ok) return answer;
		return done(
			items(answer.value.result, 'Reservation').map((node) => ({
				description: textOf(node, 'Description'),
				balance: textOf(node, 'Saldo'),
			})),
		);
	}

	/** Current balance of one leave type, as text; null where Nmbrs gives none. */
	async leavePerType(employeeId: number, type: LeaveTypeName): Promise<Result<string | null>> {
		const answer = await this.soap.ask({
			service: 'EmployeeService',
			name: 'LeaveBalance_GetPerType',
			fields: [
				['EmployeeId', employeeId],
				['LeaveType', type],
			],
			lists: [],
		});
		return answer.ok ? done(textOf(answer.value.result, 'CurrentBalance')) : answer;
	}
}

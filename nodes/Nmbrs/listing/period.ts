import { isRecord } from '../../shared/parameters/values';
import { readNumber, type PayPeriod } from '../api/fields';

const byName = (record: Record<string, unknown>, name: string): unknown =>
	Object.entries(record).find(([key]) => key.toLowerCase() === name)?.[1];

/**
 * The current payroll period in the answer of `/period`, whose form no source shows: `{year, period}`
 * at any depth and in any case, or text `yyyy-pp`. null when there is none.
 */
export function findPeriod(rows: readonly unknown[]): PayPeriod | null {
	const queue: unknown[] = [...rows];
	for (let step = 0; queue.length > 0 && step < 50; step += 1) {
		const value = queue.shift();
		if (typeof value === 'string') {
			const match = /^(\d{4})-(\d{1,2})(?:-\w+)?$/.exec(value);
			if (match !== null) return { year: Number(match[1]), period: Number(match[2]) };
		}
		if (Array.isArray(value)) queue.push(...value.slice(0, 20));
		if (!isRecord(value)) continue;
		const year = readNumber(byName(value, 'year'));
		const period = readNumber(byName(value, 'period')) ?? readNumber(byName(value, 'periodnumber'));
		if (year !== null && period !== null) return { year, period };
		queue.push(...Object.values(value));
	}
	return null;
}

/** Without an answer: the month of the reference date, right for companies that pay monthly. */
export const periodOfMonth = (day: string): PayPeriod => ({
	year: Number(day.slice(0, 4)),
	period: Number(day.slice(5, 7)),
});

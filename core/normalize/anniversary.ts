import { NO_DAYS } from '../model/dates';
import { readDate } from './dates';
import { serviceStart } from './service';
import type { Findings } from './findings';
import type { NormalizeOptions } from './options';
import type { Period, Service } from './service';

/**
 * The work anniversary: the seniority or original date, else the first day of the present service
 * (employments that follow on each other without a gap); or, by the setting, the start of the present
 * employment.
 */
export function readAnniversary(
	seniority: unknown,
	service: Service,
	period: Period | null,
	options: NormalizeOptions,
	findings: Findings,
): string | null {
	if (options.anniversary === 'presentEmployment') return period?.start ?? null;
	const read = readDate(seniority, 'work_anniversary', findings);
	const empty = read !== null && NO_DAYS.has(read);
	if (empty) findings.note('FIELD_IGNORED', 'work_anniversary');
	const given = empty ? null : read;
	if (given !== null || period === null) return given;
	return serviceStart(service, period, options.gapDays);
}

import { resolveIssue } from '../issues';
import { FIELD_NAME_ALMOST, almostFields } from '../model/fieldsPresent';
import { compareText } from '../model/collect';
import type { Coverage } from '../model/employee';
import type { PlanNotice } from '../model/summary';

/** Fields that look like one for Alleo and that no rule reads, once each, whichever partition has them. */
export function almostNotices(coverage: readonly Coverage[]): PlanNotice[] {
	const fields = new Map(coverage.flatMap(almostFields).map(({ name, meant }) => [name, meant]));
	return [...fields]
		.sort(([a], [b]) => compareText(a, b))
		.map(([name, meant]) => {
			const { code, message, action, params } = resolveIssue(FIELD_NAME_ALMOST, { name, meant });
			return { external_id: null, name, code, message, action, params, date: null };
		});
}

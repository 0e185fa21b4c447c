import type { Issue } from '../model/employee';
import { itemIssue } from '../issues';
import type { Filling, IssueCode, PlacesOf } from '../issues';

/** What was found while one record was read: causes that hold the person, and remarks. */
export class PayrollFindings {
	readonly issues: Issue[] = [];
	readonly notices: Issue[] = [];

	hold<C extends IssueCode>(
		code: C,
		field: string | null = null,
		...filling: Filling<PlacesOf<C>>
	) {
		this.#add(this.issues, itemIssue(code, field, ...filling));
	}

	note<C extends IssueCode>(
		code: C,
		field: string | null = null,
		...filling: Filling<PlacesOf<C>>
	) {
		this.#add(this.notices, itemIssue(code, field, ...filling));
	}

	/** The same remark about the same field is one remark. */
	#add(list: Issue[], found: Issue): void {
		const { code, field } = found;
		if (list.some((issue) => issue.code === code && issue.field === field)) return;
		list.push(found);
	}
}

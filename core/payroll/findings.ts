import type { Issue } from '../model/employee';
import { itemIssue } from '../issues';
import type { IssueCode, IssueParams } from '../issues';

/** What was found while one record was read: causes that hold the person, and remarks. */
export class FlexFindings {
	readonly issues: Issue[] = [];
	readonly notices: Issue[] = [];

	hold(code: IssueCode, field: string | null = null, params: IssueParams = {}): void {
		this.#add(this.issues, code, field, params);
	}

	note(code: IssueCode, field: string | null = null, params: IssueParams = {}): void {
		this.#add(this.notices, code, field, params);
	}

	/** The same remark about the same field is one remark. */
	#add(list: Issue[], code: IssueCode, field: string | null, params: IssueParams): void {
		if (list.some((issue) => issue.code === code && issue.field === field)) return;
		list.push(itemIssue(code, field, params));
	}
}

import { resolveIssue } from '../issues';
import type { Issue, Reason } from '../model/employee';
import type { IssueCode, IssueParams } from '../issues';

/** Something found in one record: a code, the Alleo field, and counts or limits; never a value. */
export interface Finding {
	code: IssueCode;
	field: string | null;
	params: IssueParams;
}

/** What was found so far in one record. Nearly all records have none: the lists are made when needed. */
export class Findings {
	problems: Finding[] | null = null;
	notices: Finding[] | null = null;

	add(code: IssueCode, field: string | null, params: IssueParams = {}): null {
		(this.problems ??= []).push({ code, field, params });
		return null;
	}

	note(code: IssueCode, field: string | null, params: IssueParams = {}): void {
		(this.notices ??= []).push({ code, field, params });
	}
}

const texts = new Map<string, { message: string; action: string }>();

/** The texts of a code whose places hold nothing but the field's name, looked up once. */
function textsOf(code: IssueCode, field: string | null): { message: string; action: string } {
	const key = `${code} ${field ?? ''}`;
	const known = texts.get(key);
	if (known !== undefined) return known;
	const { message, action } = resolveIssue(code, field === null ? {} : { field });
	texts.set(key, { message, action });
	return { message, action };
}

/** A finding as it travels on an item, in English; the field's name also fills the texts. */
export function toIssue({ code, field, params }: Finding): Issue {
	const all: IssueParams = field === null ? params : { field, ...params };
	const own = Object.keys(params).length > 0;
	const { message, action } = own ? resolveIssue(code, all) : textsOf(code, field);
	return { code, field, message, action, params: all };
}

/** Why a person has their status; the texts are shared, the object is not. */
export function toReason(code: IssueCode): Reason {
	return { code, text: textsOf(code, null).message, params: {} };
}

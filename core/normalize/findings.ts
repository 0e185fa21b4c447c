import { resolveCarried } from '../issues';
import type { Issue, Reason } from '../model/employee';
import type { Ask } from '../model/inbox';
import type { Filling, IssueCode, IssueParams, PlacesOf } from '../issues';

/** Something found in one record: a code, the Alleo field, and counts or limits; never a value. */
export interface Finding {
	code: IssueCode;
	field: string | null;
	params: IssueParams;
}

/** The name of the field fills the place `field`, so a text with that place needs one. */
type FieldOf<C extends IssueCode> = 'field' extends PlacesOf<C> ? string : string | null;
type OtherPlaces<C extends IssueCode> = Filling<Exclude<PlacesOf<C>, 'field'>>;

/** What was found so far in one record. Nearly all records have none: the lists are made when needed. */
export class Findings {
	problems: Finding[] | null = null;
	notices: Finding[] | null = null;
	asks: Ask[] | null = null;

	add<C extends IssueCode>(code: C, field: FieldOf<C>, ...[params = {}]: OtherPlaces<C>): null {
		(this.problems ??= []).push({ code, field, params });
		return null;
	}

	note<C extends IssueCode>(code: C, field: FieldOf<C>, ...[params = {}]: OtherPlaces<C>): void {
		(this.notices ??= []).push({ code, field, params });
	}

	/** A value that somebody decides once for all who have it. */
	ask(ask: Ask): void {
		(this.asks ??= []).push(ask);
	}
}

const texts = new Map<string, { message: string; action: string }>();

/** The texts of a code whose places hold nothing but the field's name, looked up once. */
function textsOf(code: IssueCode, field: string | null): { message: string; action: string } {
	const key = field === null ? code : `${code} ${field}`;
	const known = texts.get(key);
	if (known !== undefined) return known;
	const { message, action } = resolveCarried({
		code,
		...(field === null ? {} : { params: { field } }),
	});
	texts.set(key, { message, action });
	return { message, action };
}

/** A finding as it travels on an item, in English; the field's name also fills the texts. */
export function toIssue({ code, field, params }: Finding): Issue {
	const all: IssueParams = field === null ? params : { field, ...params };
	const own = Object.keys(params).length > 0;
	const { message, action } = own ? resolveCarried({ code, params: all }) : textsOf(code, field);
	return { code, field, message, action, params: all };
}

/** Why a person has their status; the texts are shared, the object is not. */
export function toReason(code: IssueCode): Reason {
	return { code, text: textsOf(code, null).message, params: {} };
}

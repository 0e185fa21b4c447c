import { isIssueCode } from '../issues';
import type { IssueCode } from '../issues';

/** The first code of the catalogue in the text of an error; null where it has none. */
export const codeIn = (error: string): IssueCode | null =>
	[...(error.match(/[A-Z][A-Z0-9_]{3,}/g) ?? [])].find(isIssueCode) ?? null;

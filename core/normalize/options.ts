import type { Language } from '../issues';
import type { CivilDate } from '../model/dates';
import type { SourceSystem } from '../model/employee';
import type { SelectiveSync } from '../model/selectiveSync';
import type { FieldId } from './mapping';

/** Fields that may be emptied in Alleo when the source carries them empty, if the user says so. */
export const CLEARABLE_FIELDS = [
	'private_email',
	'prefix',
	'birthday',
	'work_anniversary',
	'group',
] as const satisfies readonly FieldId[];
export type ClearableField = (typeof CLEARABLE_FIELDS)[number];

export interface NormalizeOptions {
	/** `auto`: every record says itself where it comes from. */
	source: 'auto' | SourceSystem;
	/** A custom source: what its external ids begin with; empty = what the record says, else `custom`. */
	idPrefix: string;
	/** Today in the workflow's time zone; core has no clock. */
	referenceDate: CivilDate;
	selectiveSync: SelectiveSync;
	/** What an empty access field means. `undecided`: ineligible, but no evidence against an account. */
	emptyAccess: 'undecided' | 'no' | 'yes';
	emailPolicy: 'business' | 'private' | 'businessThenPrivate';
	namePolicy: 'birth' | 'asUsed';
	/** For everybody whose record has no language of its own; null: none. */
	language: Language | null;
	/** Days between two employments that still count as one service. */
	gapDays: number;
	/** Where the work anniversary comes from when both are known. */
	anniversary: 'seniority' | 'presentEmployment';
	clearWhenEmpty: ReadonlySet<ClearableField>;
	/** Pick up `alleo_*_budget` fields by their name, mapped or not. */
	findBudgets: boolean;
}

export const DEFAULT_NORMALIZE_OPTIONS: Omit<NormalizeOptions, 'referenceDate'> = {
	source: 'auto',
	idPrefix: '',
	selectiveSync: 'auto',
	emptyAccess: 'undecided',
	emailPolicy: 'business',
	namePolicy: 'birth',
	language: 'nl',
	gapDays: 7,
	anniversary: 'seniority',
	clearWhenEmpty: new Set(),
	findBudgets: true,
};

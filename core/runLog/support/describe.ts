import { isIssueCode } from '../../issues';

/**
 * What of a workflow may be in a support bundle. An allow-list: a value is shown where it is one of the words
 * that this package itself uses, and described by its kind and size everywhere else. A text that somebody
 * typed can be a name, an address, a salary or a key, and looks like nothing in particular.
 */

/** Values of settings and options of this package: a word of these names nobody. */
const WORDS: ReadonlySet<string> = new Set(
	[
		'nl en on off auto true false yes no always whenGuardTrips report deactivate ask undecided',
		'nmbrs afas custom other daily dryRun monthly oneForAll business private businessThenPrivate',
		'birth asUsed approved approvedOrReady stop continue createFirst deactivateFirst',
		'payroll formerPayroll applicant newHire external contracts department function manager schedule',
		'salary leave extraFields employee company group file syncPlan payroll integration invitation',
		'get getAll create update upsert apply enable setActive activate deactivate describe build',
		'oAuth2 token EmployeeId PersonId start plan end desk watch digest fleet retention',
		'main database defineBelow autoMapInputData id name list manual once each',
		'onCreate whenEmpty continueRegularOutput continueErrorOutput stopWorkflow',
	].flatMap((line) => line.split(' ')),
);

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/** A value as the bundle may show it. */
export function describe(value: unknown): string {
	if (value === undefined) return 'nothing';
	if (value === null) return 'empty';
	if (typeof value === 'boolean') return String(value);
	if (typeof value === 'number') return 'a number';
	if (typeof value === 'string') {
		if (value === '') return 'empty';
		if (WORDS.has(value)) return value;
		const size = counted(value.length, 'character');
		return value.startsWith('=') ? `an expression of ${size}` : `a text of ${size}`;
	}
	if (Array.isArray(value))
		return `a list of ${counted(value.length, 'entry').replace('entrys', 'entries')}`;
	return `a group of ${counted(Object.keys(value).length, 'field')}`;
}

/** Codes of the catalogue in a text, each once with how often; everything else in it is left out. */
export function codesIn(text: string | null | undefined): string[] {
	const found = (text ?? '').matchAll(/([A-Z][A-Z0-9_]{3,})(?: x(\d{1,6}))?/g);
	return [...found].flatMap(([, code = '', times]) =>
		isIssueCode(code) ? [times === undefined ? code : `${code} x${times}`] : [],
	);
}

/** An instant or a day, and nothing else that may stand in such a column. */
export const timeIn = (value: unknown): string | null =>
	typeof value === 'string' && /^\d{4}-\d\d-\d\d(?:T[\d:.]{5,12}Z)?$/.test(value) ? value : null;

export const countIn = (value: unknown): number | null =>
	typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : null;

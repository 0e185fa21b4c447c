import { chosenRow, offersChoice } from '../approval/choices';
import type { Language } from '../issues';
import type { Ground, PlanRow } from '../model/plan';
import { fieldLabel, fieldValue } from './fields';
import { say } from './page/text';
import { rowView } from './rowView';

/** Who is who in words: the page, the markdown and the CSV say it alike. */

export interface GroundView {
	label: string;
	/** null where that side has nothing. */
	source: string | null;
	other: string | null;
	says: Ground['says'];
	saysText: string;
}

const labelOf = (key: Ground['key'], language: Language): string =>
	fieldLabel(key === 'number' ? 'employee_number' : key, language);

/** What neither side has is no line. */
export function groundViews({ grounds = [] }: PlanRow, language: Language): GroundView[] {
	const t = say(language);
	return grounds
		.filter(({ source, other }) => source !== null || other !== null)
		.map(({ key, says, source, other }) => ({
			label: labelOf(key, language),
			source: fieldValue(key, source, language),
			other: fieldValue(key, other, language),
			says,
			saysText: t(says),
		}));
}

/** Two records of the HR system, and not a record and an account. */
export const comparesRecords = ({ reason }: PlanRow): boolean =>
	reason.code === 'TRANSFER' || reason.code === 'POSSIBLE_TRANSFER';

/** What else is needed where the answer is "somebody else". Never leads to a second account. */
export function otherNeeds(row: PlanRow, language: Language): string {
	const t = say(language);
	if (row.reason.code === 'IDENTITY_CHANGED') return t('otherNeedsNumber');
	return t(comparesRecords(row) ? 'otherNeedsRecords' : 'otherNeedsAccount');
}

/** "E-mail address: agrees (anna@…); birthday: differs (… / …)". */
export const groundTexts = (row: PlanRow, language: Language): string[] =>
	groundViews(row, language).map(({ label, source, other, says, saysText }) => {
		const empty = say(language)('empty');
		const values =
			says === 'agrees' && source === other
				? (source ?? empty)
				: `${source ?? empty} / ${other ?? empty}`;
		return `${label}: ${saysText} (${values})`;
	});

/** What "the same person" would do; null on a row that offers no choice. */
export function sameText(row: PlanRow, language: Language): string | null {
	if (!offersChoice(row)) return null;
	const { action, changes } = rowView(
		chosenRow(row, () => true),
		language,
	);
	return [action, ...changes.map(({ text }) => text)].join('; ');
}

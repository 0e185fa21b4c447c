import type { Language } from '../issues';
import type { FieldChange } from '../model/summary';
import { formatCount } from '../ui/format';
import { withoutDeception } from '../ui/html';
import { fieldLabel, fieldValue } from './fields';
import { say } from './page/text';

/** What a plan changes, field by field, in words: the page, the markdown and a message say it alike. */

export type FieldChangeView = ReturnType<typeof fieldChangeView>;

export function fieldChangeView(change: FieldChange, language: Language) {
	const t = say(language);
	const { field, people, pairs, more, fresh } = change;
	const count = (value: number): string => formatCount(value, language);
	return {
		field,
		label: fieldLabel(field, language),
		/** "240 people". */
		people: people === 1 ? t('fieldPeopleOne') : t('fieldPeople', { count: count(people) }),
		/** The commonest first; none for a private field. null where there is nothing. */
		pairs: pairs.map((pair) => ({
			people: count(pair.people),
			from: fieldValue(field, pair.from, language),
			to: fieldValue(field, pair.to, language),
		})),
		/** "and 3 other changes"; null where all are shown. */
		more:
			more === 0 ? null : more === 1 ? t('fieldMoreOne') : t('fieldMore', { count: count(more) }),
		/** "12 new"; null where nothing was decided before to compare with. */
		fresh: fresh === null ? null : t('fieldFresh', { count: count(fresh) }),
	};
}

/** A message or a log knows no markup, but a mark that turns text around works there too. */
const oneLine = (text: string): string => withoutDeception(text).replace(/\s+/g, ' ').trim();

/** From so many people on, one and the same change is more likely a mapping than their lives. */
const MANY = 10;

/** The change that most people share, as one line; null where no change is shared by many. */
export function biggestLine(changes: readonly FieldChange[], language: Language): string | null {
	const shared = changes.flatMap((change) =>
		change.pairs.slice(0, 1).map((pair) => ({ ...change, pairs: [pair], more: 0, fresh: null })),
	);
	const sizeOf = ({ pairs }: FieldChange): number => pairs[0]?.people ?? 0;
	const [biggest] = shared.sort((a, b) => sizeOf(b) - sizeOf(a));
	if (biggest === undefined || sizeOf(biggest) < MANY) return null;
	return fieldLines([biggest], language)[0] ?? null;
}

/** "Group: 240 people (12 new): 228x Office → Inside, 12x empty → Inside": one line per field. */
export function fieldLines(changes: readonly FieldChange[], language: Language): string[] {
	const empty = say(language)('empty');
	return changes.map((change) => {
		const { label, people, pairs, more, fresh } = fieldChangeView(change, language);
		const parts = pairs.map(
			(pair) => `${pair.people}x ${oneLine(pair.from ?? empty)} → ${oneLine(pair.to ?? empty)}`,
		);
		if (more !== null) parts.push(more);
		const details = parts.length === 0 ? '' : `: ${parts.join(', ')}`;
		return `${label}: ${people}${fresh === null ? '' : ` (${fresh})`}${details}`;
	});
}

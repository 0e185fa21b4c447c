import { groupBy } from '../model/collect';
import type { Language } from '../issues';
import { formatCount } from '../ui/format';
import type { PlanRow } from '../model/plan';
import type { PlanNotice } from '../model/summary';
import { withoutDeception } from '../ui/html';
import { groundTexts, sameText } from './identityView';
import { say } from './page/text';
import { noticeView, rowView } from './rowView';

/** One person of the plan as a line of markdown, with the words of the page. */

/** Markdown has no safe subset: everything that could start markup or a link is escaped. */
export const escapeMarkdown = (text: string): string =>
	withoutDeception(text)
		.replace(/[\r\n]+/g, ' ')
		.replace(/[\\`*_{}[\]()<>#+!|~&-]/g, (mark) => `\\${mark}`)
		.replace(/:(?=\/\/)|\b(?<=www)\./gi, (mark) => `\\${mark}`);

export function rowLines(row: PlanRow, language: Language): string[] {
	const t = say(language);
	const view = rowView(row, language);
	const same = sameText(row, language);
	const ids = [row.external_id, row.email].filter((id) => id !== null).map(escapeMarkdown);
	const detail = (label: string, texts: readonly string[]): string[] =>
		texts.length === 0 ? [] : [`  - ${label}: ${texts.map(escapeMarkdown).join('; ')}`];
	const who = `**${escapeMarkdown(view.who)}** ${ids.join(' · ')}`;
	return [
		`- ${who}: ${escapeMarkdown(view.why)}`,
		...detail(t('nextStep'), view.nextStep === null ? [] : [view.nextStep]),
		...detail(
			t('evidence'),
			view.evidence.map(({ label, text }) => `${label}: ${text}`),
		),
		...detail(t('compared'), groundTexts(row, language)),
		...detail(t('sameDoes'), same === null ? [] : [same]),
		...detail(
			t('changes'),
			view.changes.map(({ text }) => text),
		),
		...detail(
			t('budget'),
			view.amounts.map(({ text }) => text),
		),
		...detail(
			t('notice'),
			view.notices.map(({ message }) => message),
		),
	];
}

/** A sentence that many have in common is said once, with their names. */
export function noticeLines(
	notices: readonly PlanNotice[],
	language: Language,
	limit: number,
): string[] {
	const said = groupBy(notices, ({ code, params }) => JSON.stringify([code, params]));
	return [...said.values()].map((entries) => {
		const views = entries.map((entry) => noticeView(entry, language));
		const people = views.flatMap((view) => view.people);
		const named = people.slice(0, limit).map(escapeMarkdown).join(', ');
		const rest = people.length - limit;
		const more =
			rest > 0 ? ` ${say(language)('andMore', { count: formatCount(rest, language) })}` : '';
		const message = escapeMarkdown(views[0]?.message ?? '');
		if (people.length === 1 && entries[0]?.people === undefined) {
			return `- **${named}**: ${message}`;
		}
		const count =
			entries[0]?.people === undefined ? ` (${formatCount(people.length, language)})` : '';
		return `- ${message}${count} ${named}${more}`.trimEnd();
	});
}

import { groupBy } from '../../model/collect';
import { ABOUT_ONE } from '../otherPart';
import type { PlanNotice } from '../../model/summary';
import { html, isolated } from '../../ui/html';
import type { Html } from '../../ui/html';
import { noticeView } from '../rowView';
import type { PageContext } from './context';
import { formatCount } from '../../ui/format';
import type { TextKey } from './text';

/** Remarks on people without a row: coming starters and leavers, and who is only reported. */

/** Beyond this the table to download serves better. */
const PER_CODE = 50;

/** @param common what all of the block have in common: it stands above them */
const line = ({ language }: PageContext, entry: PlanNotice, common: string): Html => {
	const { who, message, people } = noticeView(entry, language);
	if (entry.people?.length === 0) return html`<li>${message !== common && message}</li>`;
	if (entry.people !== undefined) {
		return html`<li>
			<details>
				<summary>${message}</summary>
				<ul class="plain">
					${people.map((name) => html`<li>${isolated(name)}</li>`)}
				</ul>
			</details>
		</li>`;
	}
	return html`<li>
		<strong>${isolated(who)}</strong>
		${entry.name !== null &&
		entry.external_id !== null &&
		html`<code>${isolated(entry.external_id)}</code>`}
		${message !== common && html`<span>${message}</span>`}
	</li>`;
};

const TITLES: Record<string, TextKey> = {
	UPCOMING_START: 'noticeStart',
	UPCOMING_END: 'noticeEnd',
	LEAVES_ON: 'noticeLeaves',
	TRANSFER_PENDING: 'noticeTransfer',
	ABSENT_REPORTED: 'noticeAbsent',
	INELIGIBLE_REPORTED: 'noticeIneligible',
	GROUP_NOT_IN_ALLEO: 'noticeGroups',
	BUDGET_NOT_AS_SENT: 'noticeBudgets',
};

/** Sentences of which several may be about the same thing: their heading counts the people. */
const OF_PEOPLE: ReadonlySet<string> = new Set(['BUDGET_NOT_AS_SENT']);

const countOf = (entries: readonly PlanNotice[]): number =>
	entries.reduce(
		(sum, { code, people }) => sum + (OF_PEOPLE.has(code) ? (people?.length ?? 1) : 1),
		0,
	);

/** What the people of one group have in common, and what to do about it. */
function heading(
	context: PageContext,
	entries: readonly PlanNotice[],
): { title: string; action: string | null } {
	const { t, language } = context;
	const [first] = entries;
	if (first === undefined) return { title: '', action: null };
	const { message, action } = noticeView(first, language);
	const key = TITLES[first.code];
	return { title: key === undefined ? message : t(key), action };
}

export function renderNotices(context: PageContext): Html | null {
	const { t, summary, language } = context;
	// What the plan is about stands in its head.
	const notices = summary.notices.filter(({ code }) => code !== ABOUT_ONE);
	if (notices.length === 0) return null;
	const groups = groupBy(notices, ({ code }) => code);
	const blocks = [...groups.values()].map((entries) => {
		const shown = context.isReport ? entries : entries.slice(0, PER_CODE);
		const rest = entries.length - shown.length;
		const { title, action } = heading(context, entries);
		return html`<details${context.isReport && html` open`}>
		<summary>${title} <span class="count">${formatCount(countOf(entries), language)}</span></summary>
		${action !== null && html`<p class="muted">${action}</p>`}
		<ul class="plain notice-list">${shown.map((entry) => line(context, entry, title))}
		${rest > 0 && html`<li class="muted">${t('andMore', { count: formatCount(rest, language) })}</li>`}</ul></details>`;
	});
	return html`<section class="card notices" aria-labelledby="notices">
		<h2 id="notices">${t('notices')}</h2>
		<p class="muted">${t('noticesNote')}</p>
		${blocks}
	</section>`;
}

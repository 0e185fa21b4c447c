import type { Language } from '../../issues';
import type { InboxFacts } from '../../model/inbox';
import { kindWord, say } from '../../runLog/inbox/text';
import { peopleText } from '../../runLog/inbox/reply';
import { html, isolated } from '../../ui/html';
import type { Html } from '../../ui/html';
import { icon } from '../../ui/icons';

/** At the top of the page of a plan: the values of this reading that somebody decides once, and where. */

const MOST = 8;

/**
 * @param facts of the summary; undefined: nothing was asked
 * @param url of the page of the inbox; empty: not known, the page with all customers leads there
 * @returns false where nothing waits for an answer
 */
export function openQuestions(
	facts: InboxFacts | undefined,
	url: string,
	language: Language,
): Html | false {
	const open = (facts?.questions ?? []).filter(({ answered }) => answered !== true);
	if (open.length === 0) return false;
	const t = say(language);
	const rest = open.length - MOST;
	return html`<section class="card questions">
		<h2>
			${icon('info')}
			${open.length === 1 ? t('questionOne') : t('questionMany', { count: open.length })}
		</h2>
		<p class="hint">${t('onPlan')}</p>
		<ul>
			${open.slice(0, MOST).map(
				({ kind, value, people }) =>
					html`<li>
						<b>${isolated(value)}</b> <span class="pill">${peopleText(people, language)}</span>
						<span class="muted">${kindWord(language)(kind)}</span>
					</li>`,
			)}
			${rest > 0 && html`<li class="muted">${t('more', { count: rest })}</li>`}
		</ul>
		${/^https?:\/\//.test(url)
			? html`<p>
					<a class="button secondary" href="${url}" target="_blank" rel="noopener"
						>${t('answer')}</a
					>
				</p>`
			: html`<p class="hint">${t('fromFleet')}</p>`}
	</section>`;
}

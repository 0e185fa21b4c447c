import { leadsNowhere, readPastAnswers } from '../../approval/inbox/row';
import type { InboxRow } from '../../approval/inbox/row';
import { FIELD_PREFIX, rowKey, stampOf, writeGiven } from '../../approval/inbox/settle';
import type { GivenAnswer } from '../../approval/inbox/settle';
import type { Language } from '../../issues';
import { html, isolated } from '../../ui/html';
import type { Html } from '../../ui/html';
import { formatInstant, HOME_ZONE } from '../../ui/instant';
import { isKey } from '../../ui/texts';
import { givenText, offered, peopleText } from './reply';
import { EFFECT_TEXTS, effectText, kindWord, say } from './text';

/** One question of the page: the value, how many people, what it does, and what may be answered. */

/** More than this is chosen from a list. */
const MOST_BUTTONS = 8;

const isGiven = (row: InboxRow, { answer, target }: GivenAnswer): boolean =>
	row.answer === answer && row.target === target;

interface Shown {
	row: InboxRow;
	/** Its place on the page. */
	at: number;
	language: Language;
}

function buttons({ row, at, language }: Shown, options: readonly GivenAnswer[]): Html {
	return html`<div class="answers">
		${options.map(
			(option) =>
				html`<label class="choice"
					><input
						type="radio"
						name="${FIELD_PREFIX}${at}"
						value="${writeGiven(option)}"
						${isGiven(row, option) && html`checked`}
					/>
					<span>${isolated(wordOf(row, option, language))}</span></label
				>`,
		)}
	</div>`;
}

function list({ row, at, language }: Shown, options: readonly GivenAnswer[]): Html {
	const isFirst = row.answer === '';
	return html`<select name="${FIELD_PREFIX}${at}" aria-label="${row.value}">
		${isFirst && html`<option value="" selected>${say(language)('choose')}</option>`}
		${options.map(
			(option) =>
				html`<option value="${writeGiven(option)}" ${isGiven(row, option) && html`selected`}>
					${wordOf(row, option, language)}
				</option>`,
		)}
	</select>`;
}

const wordOf = (row: InboxRow, option: GivenAnswer, language: Language): string =>
	option.answer === '' ? say(language)('takeBack') : givenText(row, option, language);

function past({ row, language }: Shown): Html | false {
	const [newest, ...earlier] = readPastAnswers(row).map(({ by, at, ...given }) =>
		say(language)('by', {
			answer: givenText(row, given, language),
			name: by,
			at: formatInstant(at, HOME_ZONE, language),
		}),
	);
	if (newest === undefined) return false;
	return html`<p class="hint">${isolated(newest)}</p>
		${earlier.length > 0 &&
		html`<details class="past">
			<summary>${say(language)('before')}</summary>
			<ul>
				${earlier.map((line) => html`<li class="hint">${isolated(line)}</li>`)}
			</ul>
		</details>`}`;
}

/** Everything that was answered can be answered otherwise, or taken back. */
export function questionItem(shown: Shown): Html {
	const { row, at, language } = shown;
	const t = say(language);
	const own = offered(row);
	const options: GivenAnswer[] = row.answer === '' ? own : [...own, { answer: '', target: '' }];
	const effect = isKey(EFFECT_TEXTS, row.effect) ? effectText(language)(row.effect) : '';
	return html`<fieldset class="question">
		<legend>
			${isolated(row.value)} <span class="pill">${peopleText(row.people, language)}</span>
		</legend>
		<p class="kind hint">${kindWord(language)(row.kind)}</p>
		${row.answer === '' && effect !== '' && html`<p>${effect}</p>`}
		${row.kind === 'filter' &&
		!own.some(({ answer }) => answer === 'map') &&
		html`<p class="bad">${t('noCompanies')}</p>`}
		${isTargetGone(row) && html`<p class="bad">${t('targetGone', { company: row.target })}</p>`}
		${options.length > MOST_BUTTONS ? list(shown, options) : buttons(shown, options)}
		<input type="hidden" name="key:${at}" value="${rowKey(row)}" />
		<input type="hidden" name="stamp:${at}" value="${stampOf(row)}" />
		${past(shown)}
	</fieldset>`;
}

/** The choices are what the last run found: an answer that is not among them leads nowhere. */
export const isTargetGone = (row: InboxRow): boolean => {
	const ids = offered(row).flatMap(({ answer, target }) =>
		answer === 'map' ? [{ id: Number(target), name: '' }] : [],
	);
	return leadsNowhere(row, ids.length === 0 ? null : ids);
};

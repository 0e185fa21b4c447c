import { isIssueCode, resolveCarried } from '../../issues';
import type { Language } from '../../issues';
import { actionWord, TOLD_ORDER } from '../../ui/actions';
import { html, isolated } from '../../ui/html';
import type { Html } from '../../ui/html';
import type { PlanLine } from './rows';
import type { PlanState } from './state';
import { say } from './text';

/** What became of each row, one line each: name, action, result. Ids and codes are in its details. */

/** Lines on one page. */
export const PAGE_SIZE = 500;

/** What went wrong first, then what no next run undoes, and who waits last. */
const OUTCOMES: ReadonlyArray<PlanLine['outcome']> = ['failed', 'skipped', 'leftOut'];

const rank = ({ outcome, action }: PlanLine): number => {
	const wrong = OUTCOMES.indexOf(outcome);
	return wrong >= 0 ? wrong : OUTCOMES.length + TOLD_ORDER.indexOf(action);
};

/** In the order of the page; rows of one rank stay as the plan has them. */
export const inOrder = (rows: readonly PlanLine[]): PlanLine[] =>
	[...rows].sort((one, other) => rank(one) - rank(other));

/** Words of a code where they need nothing of the row; else null, and the code stands in the details. */
function wordsOf(code: string, language: Language): string | null {
	if (!isIssueCode(code)) return null;
	const { message } = resolveCarried({ code }, language);
	return /\{\w+\}/.test(message) ? null : message;
}

const WORDS = {
	applied: 'wasApplied',
	already: 'wasAlready',
	skipped: 'wasSkipped',
	failed: 'wasFailed',
	leftOut: 'wasLeftOut',
} as const;

/** States in which a row without an outcome may still get one. */
const OPEN: ReadonlySet<PlanState> = new Set(['decide', 'theirs', 'applying']);

export function resultOf(row: PlanLine, state: PlanState, language: Language): string {
	const t = say(language);
	if (row.outcome !== null) return t(WORDS[row.outcome]);
	// The action says it.
	if (row.action === 'hold') return '';
	return t(OPEN.has(state) ? 'toCome' : 'notDone');
}

const TONES: Partial<Record<NonNullable<PlanLine['outcome']>, string>> = {
	failed: 'bad',
	applied: 'good',
};

export function lineOf(row: PlanLine, state: PlanState, language: Language): Html {
	const t = say(language);
	const { name, external_id: id, reason, outcome, code } = row;
	const isOdd = outcome === 'failed' || outcome === 'skipped';
	const because = isOdd && code !== null ? (wordsOf(code, language) ?? code) : null;
	const why = wordsOf(reason, language);
	const codes = [reason, ...(code === null || code === reason ? [] : [code])];
	return html`<tr>
		<th scope="row">${isolated(name ?? t('unnamed'))}</th>
		<td>${actionWord(row.action, language)}</td>
		<td class="${outcome === null ? '' : (TONES[outcome] ?? '')}">
			${resultOf(row, state, language)}${because !== null && html`: ${isolated(because)}`}
		</td>
		<td>
			<details>
				<summary>${t('details')}</summary>
				${why !== null && html`<p>${isolated(why)}</p>`}
				${id !== null && html`<p><code>${id}</code></p>`}
				<p><code>${codes.join(', ')}</code></p>
			</details>
		</td>
	</tr>`;
}

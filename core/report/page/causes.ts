import { resolveCarried, isIssueCode } from '../../issues';
import { inPlural } from '../../issues/text';
import { offersChoice } from '../../approval/choices';
import { groupBy } from '../../model/collect';
import type { PlanRow } from '../../model/plan';
import { formatCount } from '../../ui/format';
import { html } from '../../ui/html';
import type { Html } from '../../ui/html';
import { rowView } from '../rowView';
import type { PageContext } from './context';
import { renderLine } from './line';

/** Who is held for one and the same cause, under one line that says the cause, how many, and the step. */

/** So many people of one cause are shown at once; more are folded. */
const SHOWN = 3;

interface Cause {
	message: string;
	step: string | null;
	/** In the whole selection, where the cause is one sentence for its code; else on this page. */
	count: number;
	rows: readonly PlanRow[];
}

/** A text of the catalogue without what is of one person. */
const withoutPlaces = (text: string): string => inPlural(text).replace(/\{\w+\}/g, '…');

function causeOf(context: PageContext, code: string, rows: readonly PlanRow[]): Cause[] {
	const { language, selection } = context;
	const sentences = groupBy(rows, (row) => rowView(row, language).why);
	const stepOf = (row: PlanRow | undefined): string | null =>
		row === undefined ? null : rowView(row, language).nextStep;
	const count = selection.heldBy.get(code) ?? rows.length;
	if (sentences.size === 1 || !isIssueCode(code)) {
		return [...sentences].map(([message, own]) => ({
			message,
			step: stepOf(own[0]),
			count: sentences.size === 1 ? count : own.length,
			rows: own,
		}));
	}
	// A sentence that names something of each person would make a cause of everybody.
	if (sentences.size * 2 > rows.length) {
		const { message, action } = resolveCarried({ code }, language);
		return [{ message: withoutPlaces(message), step: withoutPlaces(action), count, rows }];
	}
	return [...sentences].map(([message, own]) => ({
		message,
		step: stepOf(own[0]),
		count: own.length,
		rows: own,
	}));
}

function renderCause(context: PageContext, { message, step, count, rows }: Cause): Html {
	const { t, language, isReport, view } = context;
	const names = rows.slice(0, SHOWN).map((row) => rowView(row, language).who);
	const rest = count - names.length;
	const said = rest > 0 ? [...names, t('andMore', { count: formatCount(rest, language) })] : names;
	const isOpen = isReport || rows.length <= SHOWN || view.q !== '';
	return html`<li class="cause">
		<details${isOpen && html` open`}>
			<summary>
				<span class="cause-what">${message} <span class="count">${formatCount(count, language)}</span></span>
				<span class="cause-who muted">${said.join(', ')}</span>
			</summary>
			${step !== null && html`<p class="step"><strong>${t('nextStep')}:</strong> ${step}</p>`}
			<ul class="plain rows">
				${rows.map((row) => renderLine(context, row, null, false))}
			</ul>
		</details>
	</li>`;
}

/** Questions stand by themselves, since each has an answer of its own; so does who is the only one. */
export function renderHolds(context: PageContext, rows: readonly PlanRow[]): Html[] {
	const questions = rows.filter((row) => offersChoice(row) || context.questions.has(row.row_id));
	const others = rows.filter((row) => !questions.includes(row));
	const causes = [...groupBy(others, ({ reason }) => reason.code)].flatMap(([code, own]) =>
		causeOf(context, code, own),
	);
	return [
		...questions.map((row) => renderLine(context, row, null)),
		...causes.map((cause) => {
			const [only, ...rest] = cause.rows;
			const isOne = only !== undefined && rest.length === 0 && cause.count === 1;
			return isOne ? renderLine(context, only, null) : renderCause(context, cause);
		}),
	];
}

import { countRows, ROW_KINDS, totalOf } from '../../plan/count';
import type { RowKind } from '../../model/summary';
import { html } from '../../ui/html';
import type { Html } from '../../ui/html';
import { isOfOne, otherPart } from '../otherPart';
import { postTo } from './context';
import type { PageContext } from './context';
import { formatCount } from '../../ui/format';
import { icon } from '../../ui/icons';

/** The numbers of the plan as tiles that also choose what the list below shows. */

/** Kinds that most plans have none of: no tile says that there is none. */
const RARE: ReadonlySet<RowKind> = new Set(['takeover', 'move']);

function tile(context: PageContext, action: RowKind): Html | null {
	const { t, selection, language, view } = context;
	const count = selection.counts[action];
	if (RARE.has(action) && count === 0) return null;
	const inner = html`<span class="tile-top">${icon(action)} <span>${t(action)}</span></span>
		<strong>${formatCount(count, language)}</strong>
		<span class="tile-hint">${t(`${action}Hint`)}</span>`;
	const quiet = count === 0 ? ' zero' : '';
	if (context.isReport || count === 0) {
		return html`<li><div class="tile ${action}${quiet}">${inner}</div></li>`;
	}
	const pressed = view.action === action;
	return html`<li>
		<button
			class="tile ${action}"
			name="go"
			value="action:${action}"
			formnovalidate
			formaction="${postTo(context, 'people')}"
			aria-pressed="${pressed ? 'true' : 'false'}"
		>
			${inner}
		</button>
	</li>`;
}

const LINE_KEYS = [
	'unchanged',
	'upcoming',
	'merged',
	'ended_unknown',
	'ineligible_unknown',
] as const;

/** Where everybody in the source went, so that nobody seems to have disappeared. */
function sumLine({ t, summary, rows, language }: PageContext): Html {
	const { counts } = summary;
	const parts = LINE_KEYS.filter((key) => counts[key] > 0).map(
		(key) => `${formatCount(counts[key], language)} ${t(key)}`,
	);
	const inPlans =
		counts.create + counts.update + counts.reactivate + counts.deactivate + counts.hold;
	const other = otherPart(summary);
	const elsewhere = Math.min(inPlans, other?.changes ?? 0);
	const all = [`${formatCount(inPlans - elsewhere, language)} ${t('inPlan')}`, ...parts];
	if (isOfOne(summary)) {
		const own = totalOf(countRows(rows));
		const rest = Math.max(0, inPlans - own);
		all[0] = `${formatCount(own, language)} ${t('inPlan')}`;
		if (rest > 0) all.splice(1, 0, `${formatCount(rest, language)} ${t('outsideThisPlan')}`);
	}
	if (other !== null) {
		const where = t(other.waits ? 'inWaitingPart' : 'inOtherPart');
		all.splice(1, 0, `${formatCount(elsewhere, language)} ${where}`);
	}
	return html`<p class="sum">
		<strong>${t('sumLine', { source: formatCount(counts.source, language) })}</strong>:
		${all.join(', ')}.
		${counts.absent > 0 &&
		t(counts.absent_deactivate === 0 ? 'absentNone' : 'absentLine', {
			count: formatCount(counts.absent, language),
			acted: formatCount(counts.absent_deactivate, language),
		})}
	</p>`;
}

/** A plan for a file has lines and held people, and nothing else. */
const FILE_GROUPS: readonly RowKind[] = ['update', 'hold'];

export function renderOverview(context: PageContext): Html {
	const groups = context.summary.plan.dataset === undefined ? ROW_KINDS : FILE_GROUPS;
	return html`<section class="overview" aria-labelledby="overview">
		<h2 id="overview">${context.t('counts')}</h2>
		<ul class="tiles">
			${groups.map((action) => tile(context, action))}
		</ul>
		${sumLine(context)}
	</section>`;
}

import { mustBeTicked } from '../../approval/choices';
import { REASON_PREFIX, UNTIL_PREFIX } from '../../approval/form';
import { resolveCarried } from '../../issues';
import type { IssueCode } from '../../issues';
import type { PlanRow } from '../../model/plan';
import { kindOf } from '../../plan/count';
import { formatDate } from '../../ui/format';
import { html } from '../../ui/html';
import type { Html } from '../../ui/html';
import type { RowView } from '../rowView';
import { canApprove } from './context';
import type { PageContext } from './context';
import { renderTick } from './identity';

/** The box at a row that leaves it out, with its reason and day; or why the row is left out anyway. */

/** A half that cannot be approved takes the other one with it. */
function forcedOf({ rules, selection }: PageContext, row: PlanRow): IssueCode | undefined {
	const { arrive, leave } = selection.moves.get(row.row_id) ?? { arrive: row, leave: row };
	return rules.forcedOut.get(arrive.row_id) ?? rules.forcedOut.get(leave.row_id);
}

export function renderLeave(context: PageContext, row: PlanRow, view: RowView): Html | null {
	const { t, form, rules, isReport, language, selection } = context;
	if (isReport || row.action === 'hold' || !canApprove(rules)) return null;
	if (mustBeTicked(row)) return renderTick(context, row, view);
	const forced = forcedOf(context, row);
	if (forced !== undefined) {
		return html`<p class="forced">
			<strong>${t('forcedOut')}</strong> ${resolveCarried({ code: forced }, language).message}
		</p>`;
	}
	// Half a move cannot be left out: a box that was ticked at either half stands for both.
	const leave = selection.moves.get(row.row_id)?.leave.row_id ?? row.row_id;
	const reason = form.exclusions.get(row.row_id) ?? form.exclusions.get(leave);
	const until = form.untils.get(row.row_id) ?? form.untils.get(leave) ?? '';
	const label = `${t('leaveOutReason')}: ${view.who}`;
	return html`<div class="leave">
		<label
			><input
				type="checkbox"
				name="excluded"
				value="${row.row_id}"
				data-of="${kindOf(row)}"
				${reason !== undefined && html` checked`}
			/>
			${t('leaveOut')}<span class="sr"> ${view.who}</span></label
		>
		<input
			class="leave-reason"
			name="${REASON_PREFIX}${row.row_id}"
			value="${reason ?? ''}"
			maxlength="500"
			placeholder="${t('leaveOutReason')}"
			aria-label="${label}"
			autocomplete="off"
		/>
		<label class="leave-until"
			>${t('rememberUntil')}<span class="sr">: ${view.who}</span>
			<input type="date" name="${UNTIL_PREFIX}${row.row_id}" value="${until}" autocomplete="off"
		/></label>
		${rememberedNote(context, row)}
	</div>`;
}

/** Why a box is ticked that nobody on this page ticked. */
function rememberedNote(context: PageContext, row: PlanRow): Html | null {
	const { t, language, formatInstant } = context;
	const remembered = context.history?.remembered.get(row.row_id);
	if (remembered === undefined) return null;
	return html`<p class="remembered muted">
		${t('rememberedNote', {
			who: remembered.approver,
			time: formatInstant(remembered.decided_at),
			until: formatDate(remembered.until, language),
		})}
	</p>`;
}

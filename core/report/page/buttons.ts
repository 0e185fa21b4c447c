import { approvedCounts } from '../../approval/approved';
import { readAnswersOf } from '../../approval/answers';
import { leftOut } from '../../approval/decide';
import { actionCount, actionForms, TOLD_ORDER } from '../../ui/actions';
import { html } from '../../ui/html';
import type { Html, Piece } from '../../ui/html';
import { postTo } from './context';
import type { PageContext } from './context';

/** The buttons that decide. The one that approves says what it does, as the form stands. */

const submit = (
	context: PageContext,
	value: string,
	label: Piece,
	hint: string,
	style: string,
): Html =>
	html`<div class="choice">
		<button
			class="button ${style}"
			name="decision"
			value="${value}"
			formaction="${postTo(context, 'problems')}"
			aria-describedby="${value}-hint"
		>
			${label}
		</button>
		<p class="hint" id="${value}-hint">${hint}</p>
	</div>`;

/**
 * "Approve: 5 off-boardings, 3 onboardings". Each number is an element of its own, so that the script can
 * take off who is left out while the page is open.
 */
function withNumbers(context: PageContext, label: string): Html {
	const { t, rows, rules, form, summary, language } = context;
	const input = { rows, rules, form: { ...form, decision: 'approve' as const }, language };
	const answers = readAnswersOf(rows, form, rules);
	const counts = approvedCounts(rows, leftOut(input), answers.ok ? answers.chosen : []);
	const isFile = summary.plan.dataset !== undefined;
	const parts = TOLD_ORDER.filter((kind) => counts[kind] > 0).map((kind) => {
		const count = counts[kind];
		if (isFile) return html`<span>${count === 1 ? t('lineOne') : t('lines', { count })}</span>`;
		const { one, several } = actionForms(kind, language);
		return html`<span
			data-kind="${kind}"
			data-count="${count}"
			data-one="${one}"
			data-several="${several}"
			>${actionCount(kind, count, language)}</span
		>`;
	});
	return parts.length === 0
		? html`${label}`
		: html`${label}:
				<span class="numbers">${parts.map((part, index) => [index > 0 && ', ', part])}</span>`;
}

export function renderButtons(context: PageContext): Html {
	const { t, rules } = context;
	const reject = submit(context, 'reject', t('reject'), t('rejectHint'), 'danger');
	if (rules.supersededAt !== null) {
		return html`<p class="forced">${t('onlyRejectOld')}</p>
			${reject}`;
	}
	if (rules.lockedBy.length > 0) {
		return html`<p class="forced">${t('onlyReject')} <code>${rules.lockedBy.join(', ')}</code></p>
			${reject}`;
	}
	const { canEnable } = rules;
	return html`${canEnable &&
	submit(
		context,
		'approveAndEnable',
		withNumbers(context, t('approveAndEnable')),
		t('approveAndEnableHint'),
		'primary',
	)}
	${submit(
		context,
		'approve',
		// The same numbers twice would push the fields above out of sight.
		canEnable ? t('approve') : withNumbers(context, t('approve')),
		t(canEnable ? 'approveOnlyHint' : 'approveHint'),
		canEnable ? 'secondary' : 'primary',
	)}
	${rules.offboardings > 0 &&
	submit(
		context,
		'approveWithoutOffboardings',
		t('approveWithout'),
		t('approveWithoutHint'),
		'secondary',
	)}
	${reject}`;
}

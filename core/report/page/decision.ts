import { mustBeTicked } from '../../approval/choices';
import { TEXT_LIMITS } from '../../approval/decide';
import { writeAnswers, writeCarried } from '../../approval/form';
import type { FormProblem } from '../../approval/decide';
import { html, isolated } from '../../ui/html';
import type { Html } from '../../ui/html';
import { renderButtons } from './buttons';
import { canApprove, viewLink } from './context';
import type { PageContext } from './context';
import { formatCount } from '../../ui/format';
import { writeChange, writeSort } from './view';
import type { TextKey } from './text';

/** The part that decides: a plain form, which works without any script. */

interface FieldOptions {
	name: 'approver' | 'comment' | 'offboardings' | 'reason';
	label: string;
	hint: string | null;
	value: string;
	required: boolean;
	/** When it is needed, where that is not always or never. */
	when?: TextKey;
	control?: 'line' | 'area' | 'number';
}

function field(context: PageContext, options: FieldOptions): Html {
	const { t, problems } = context;
	const { name, label, hint, value, required, control = 'line' } = options;
	const wrong = problems.some((problem: FormProblem) => problem.field === name);
	const limit = name === 'offboardings' ? 7 : TEXT_LIMITS[name];
	const attributes = html` id="${name}" name="${name}"
	maxlength="${limit}"${hint !== null && html` aria-describedby="${name}-hint"`}${wrong &&
	html` aria-invalid="true"`}`;
	const input =
		control === 'area'
			? html`<textarea${attributes} rows="2"${required && html` required`}>${value}</textarea>`
			: html`<input${attributes}
					value="${value}"
					${required && html` required`}${
						control === 'number'
							? html` inputmode="numeric" pattern="[0-9]*" autocomplete="off"`
							: html` autocomplete="${name === 'approver' ? 'name' : 'off'}"`
					}
				></input${attributes}>`;
	return html`<div class="field">
		<label for="${name}"
			>${label}
			<span class="muted">(${t(options.when ?? (required ? 'required' : 'optional'))})</span></label
		>
		${input} ${hint !== null && html`<p class="hint" id="${name}-hint">${hint}</p>`}
	</div>`;
}

/** What keeps the choices of other pages while paging, and ties the form to this very plan. */
function hiddenFields({ summary, view, form }: PageContext): Html {
	return html`<input type="hidden" name="plan_hash" value="${summary.plan.hash}" />
		<input type="hidden" name="carried" value="${writeCarried(form)}" />
		<input type="hidden" name="answers" value="${writeAnswers(form)}" />
		<input type="hidden" name="view_action" value="${view.action ?? ''}" />
		<input type="hidden" name="view_q" value="${view.q}" />
		<input type="hidden" name="view_new" value="${view.onlyNew === true ? '1' : ''}" />
		<input type="hidden" name="view_field" value="${writeChange(view.change)}" />
		<input type="hidden" name="view_sort" value="${writeSort(view.sort)}" />
		<input type="hidden" name="view_page" value="${view.page}" />`;
}

function leftOutNote({ t, form, language }: PageContext): Html {
	const { size } = form.exclusions;
	if (size === 0) return html`<p class="hint">${t('leftOutHow')}</p>`;
	const count = formatCount(size, language);
	return html`<p class="left-out-count">
		<strong>${size === 1 ? t('leftOutCountOne') : t('leftOutCount', { count })}</strong>
	</p>`;
}

/** What waits for an answer or a tick, and what was answered so far. */
function answersNote({ t, form, rows, questions, language }: PageContext): Html | null {
	const asked = new Set(questions.values()).size;
	const toTick = rows.filter(mustBeTicked).length;
	const given = [...form.answers.values()];
	const count = (value: number): string => formatCount(value, language);
	const same = given.filter((answer) => answer === 'same').length;
	if (asked === 0 && toTick === 0) return null;
	return html`<div class="answers-note">
		${asked > 0 &&
		html`<p class="hint">
			${t('notAnswered', { count: count(asked) })}
			${given.length > 0 &&
			html`<strong
				>${t('answersCount', { same: count(same), other: count(given.length - same) })}</strong
			>`}
		</p>`}
		${toTick > 0 && html`<p class="hint">${t('toTick', { count: count(toTick) })}</p>`}
	</div>`;
}

function downloads(context: PageContext): Html {
	const { t } = context;
	const link = (format: string, label: string): Html =>
		html`<li><a href="${viewLink(context, {}, format)}" download>${label}</a></li>`;
	return html`<section class="card downloads" aria-labelledby="downloads">
		<h2 id="downloads">${t('downloads')}</h2>
		<ul>
			${link('html', t('downloadHtml'))}${link('csv', t('downloadCsv'))}${link(
				'md',
				t('downloadMd'),
			)}
		</ul>
	</section>`;
}

/** A name that a login proved is shown; any other is asked for. */
function approver(context: PageContext): Html {
	const { t, form, knownApprover = '' } = context;
	if (knownApprover !== '') {
		return html`<div class="field" id="approver">
			<p>${t('decidingAs')} <strong>${isolated(knownApprover)}</strong></p>
			<p class="hint">${t('decidingAsHint')}</p>
		</div>`;
	}
	return field(context, {
		name: 'approver',
		label: t('yourName'),
		hint: t('yourNameHint'),
		value: form.approver,
		required: true,
	});
}

/** That people lose access is confirmed: the number typed where a safety check tripped, else a tick. */
function confirmation(context: PageContext): Html | null {
	const { t, rules, form, problems, language } = context;
	const { confirmOffboardings: how, offboardings } = rules;
	if (how === null) return null;
	if (how === 'typed') {
		return field(context, {
			name: 'offboardings',
			label: t('typedCount'),
			hint: t('typedCountHint'),
			value: form.offboardings,
			required: false,
			control: 'number',
			when: 'toApprove',
		});
	}
	const wrong = problems.some((problem) => problem.field === 'offboardings');
	const count = formatCount(offboardings, language);
	return html`<div class="field confirm">
		<label for="offboardings"
			><input
				type="checkbox"
				id="offboardings"
				name="offboardings"
				value="${offboardings}"
				${form.offboardings === String(offboardings) && html` checked`}${wrong &&
				html` aria-invalid="true"`}
			/>
			<span>${offboardings === 1 ? t('confirmOne') : t('confirm', { count })}</span></label
		>
	</div>`;
}

export function renderDecision(context: PageContext): Html {
	const { t, rules, form, requireComment } = context;
	const approvable = canApprove(rules);
	const decide = rules.expired
		? null
		: html`<section class="card decide" id="decision" aria-labelledby="decision-title">
				<h2 id="decision-title">${t('decision')}</h2>
				${hiddenFields(context)} ${approvable && leftOutNote(context)}
				${approvable && answersNote(context)}
				${approvable &&
				html`<div class="own-reason${form.exclusions.size > 0 && html` shown`}">
					${field(context, {
						name: 'reason',
						label: t('leftOutReason'),
						hint: t('leftOutReasonHint'),
						value: form.reason,
						required: false,
					})}
				</div>`}
				${approver(context)}
				${field(context, {
					name: 'comment',
					label: t('comment'),
					hint: null,
					value: form.comment,
					required: requireComment,
					control: 'area',
				})}
				${approvable && confirmation(context)}
				<div class="choices">${renderButtons(context)}</div>
			</section>`;
	return html`<aside>${decide}${downloads(context)}</aside>`;
}

import { type Language, resolveIssue, isIssueCode } from '../../issues';
import { formatCount } from '../../ui/format';
import { html, isolated, type Html } from '../../ui/html';
import { icon } from '../../ui/icons';
import { columnCost } from '../columnCosts';
import type { ConnectTest } from '../connection';
import type { InvitationRow } from '../invitation';
import { serviceName } from './services';
import { say } from './text';

/** Hidden fields of every form: what it is about, which step, and the proof that this browser got it. */
export interface FormKey {
	/** Address that the form is sent to. */
	action: string;
	fields: Record<string, string>;
}

export const hiddenFields = ({ fields }: FormKey): Html =>
	html`${Object.entries(fields).map(
		([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
	)}`;

export interface FieldOptions {
	name: string;
	label: string;
	hint?: string;
	value?: string;
	/** `password`: never filled in again, never kept by the browser. */
	type?: 'text' | 'email' | 'password';
	problem?: string | undefined;
	autocomplete?: string;
}

/** One labelled field; its hint and its problem are read out with it. */
export function field(options: FieldOptions): Html {
	const { name, label, hint, value = '', type = 'text', problem, autocomplete = 'off' } = options;
	const described = [
		hint === undefined ? '' : `${name}-hint`,
		problem === undefined ? '' : `${name}-problem`,
	]
		.filter((id) => id !== '')
		.join(' ');
	return html`<div class="field">
		<label for="${name}">${label}</label>
		<input
			id="${name}"
			name="${name}"
			type="${type}"
			value="${type === 'password' ? '' : value}"
			autocomplete="${type === 'password' ? 'new-password' : autocomplete}"
			autocapitalize="none"
			spellcheck="false"
			aria-describedby="${described}"
			${problem !== undefined && html`aria-invalid="true"`}
		/>
		${problem !== undefined && html`<p class="bad" id="${name}-problem">${problem}</p>`}
		${hint !== undefined && html`<p class="hint" id="${name}-hint">${hint}</p>`}
	</div>`;
}

export interface ChoiceOptions {
	name: string;
	label: string;
	hint?: string;
	value: string;
	options: ReadonlyArray<readonly [value: string, text: string]>;
}

/** One labelled list to choose from; its hint is read out with it. */
export const choiceField = ({ name, label, hint, value, options }: ChoiceOptions): Html =>
	html`<div class="field">
		<label for="${name}">${isolated(label)}</label>
		<select
			id="${name}"
			name="${name}"
			${hint !== undefined && html`aria-describedby="${name}-hint"`}
		>
			${options.map(
				([one, text]) =>
					html`<option value="${one}" ${one === value && html`selected`}>${text}</option>`,
			)}
		</select>
		${hint !== undefined && html`<p class="hint" id="${name}-hint">${isolated(hint)}</p>`}
	</div>`;

export interface TickOptions {
	name: string;
	value: string;
	label: string;
	note?: string | null;
	checked: boolean;
}

export const tick = ({ name, value, label, note = null, checked }: TickOptions): Html =>
	html`<label class="tick"
		><input type="checkbox" name="${name}" value="${value}" ${checked && html`checked`} /><span
			>${isolated(label)}${note !== null &&
			note !== '' &&
			html` <span class="muted">${isolated(note)}</span>`}</span
		></label
	>`;

/** What was tried, each with what to do where it failed. */
export function testList(tests: readonly ConnectTest[], language: Language): Html {
	const t = say(language);
	const lines = tests.map(({ code, ok, params }) => {
		const text = isIssueCode(code) ? resolveIssue(code, params, language) : null;
		const cost = typeof params.costs === 'string' ? columnCost(params.costs, language) : null;
		const service = typeof params.service === 'string' ? params.service : '';
		const does = code === 'CONNECT_TEST_SERVICE' ? serviceName(service, language) : null;
		return html`<li class="${ok ? 'ok' : 'not'}">
			${icon(ok ? 'check' : 'warn')}
			<div>
				${isolated(does ?? text?.message ?? code)}
				<span class="sr">(${t(ok ? 'works' : 'worksNot')})</span>
				${cost !== null && html`<p>${cost}</p>`}
				${!ok && does !== null && html`<p>${t('serviceCalled')} <code>${service}</code></p>`}
				${!ok && text !== null && html`<p>${text.action}</p>`}
			</div>
		</li>`;
	});
	return html`<ul class="tests">
		${lines}
	</ul>`;
}

/** Says that somebody, perhaps this customer, had begun with the link before. */
export function droppedBanner(dropped: boolean, language: Language): Html | false {
	const t = say(language);
	return (
		dropped &&
		html`<div class="banner warn">
			<span class="banner-icon">${icon('info')}</span>
			<div>
				<p><strong>${t('droppedTitle')}</strong></p>
				<p>${t('dropped')}</p>
			</div>
		</div>`
	);
}

/** Says whose connection this one takes the place of. */
export function replacesBanner(
	row: InvitationRow,
	language: Language,
	formatDate: (instant: string) => string,
): Html | null {
	if (row.replaces === '') return null;
	const t = say(language);
	// Who is not known to be this customer is not told; nor is the credential's name, which holds a customer's.
	const own = row.replaces_customer === row.customer;
	return html`<div class="banner warn">
		<span class="banner-icon">${icon('info')}</span>
		<div>
			<p><strong>${t('replacesTitle')}</strong></p>
			<p>
				${t('replaces')}
				${own &&
				t('replacesBy', { customer: row.replaces_customer, date: formatDate(row.replaces_at) })}
			</p>
		</div>
	</div>`;
}

/** Of how many people the counts of a question are, where those are not all. */
export function countedOf(lookedAt: number, all: number | null, language: Language): Html | false {
	const t = say(language);
	const looked = formatCount(lookedAt, language);
	if (all === null) return html`<p class="hint">${t('accessMore', { looked })}</p>`;
	const people = formatCount(all, language);
	return lookedAt < all && html`<p class="hint">${t('accessSample', { looked, people })}</p>`;
}

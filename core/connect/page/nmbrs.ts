import type { IssueCode } from '../../issues';
import type { ConnectProgress, InvitationRow } from '../invitation';
import { html, isolated, type Html } from '../../ui/html';
import { icon } from '../../ui/icons';
import { elsewhereBanner } from './begun';
import { renderConnectPage, type PageFrame } from './document';
import { droppedBanner, hiddenFields, replacesBanner, tick, type FormKey } from './parts';
import type { PageProblem } from './customerWords';
import { noticeText, problemBanner } from './problem';
import { say, type ConnectTextKey, type ConnectWords } from './text';

/** The pages of the NMBRS path before the API token: landing, on the way to NMBRS, choosing. */

const READS: ReadonlyArray<readonly [RegExp, ConnectTextKey]> = [
	[/^company\.info/, 'readCompanies'],
	[/^employee\.info/, 'readPeople'],
	[/^employee\.employment/, 'readEmployment'],
	[/^employee\.payment/, 'readPayment'],
	[/^employee\.orgstructure/, 'readOrganisation'],
	[/^(company|employee)\.leave/, 'readLeave'],
];

/** What the scopes of the app mean; a scope that this page does not know is shown as it is. */
export function scopeLines(scope: string, t: ConnectWords): string[] {
	const lines = scope
		.split(/\s+/)
		.filter((one) => one !== '' && one !== 'offline_access')
		.map((one) => {
			const key = READS.find(([pattern]) => pattern.test(one))?.[1];
			return key === undefined ? t('readOther', { scope: one }) : t(key);
		});
	return [...new Set(lines)];
}

export interface LandingInput {
	frame: PageFrame;
	row: InvitationRow;
	form: FormKey;
	scope: string;
	/** The path goes by NMBRS' own login; false where only the API token is asked. */
	asksConsent: boolean;
	asksToken: boolean;
	/** What the last page asks. */
	asks: { access: boolean; pay: boolean };
	/** Another browser is further on with this link. */
	elsewhere: boolean;
	formatDate: (instant: string) => string;
}

export function renderNmbrsLanding(input: LandingInput): string {
	const { frame, row, form, scope, asksConsent, asksToken, asks, elsewhere, formatDate } = input;
	const t = say(frame.language);
	const items = (keys: ConnectTextKey[]): Html =>
		html`${keys.map((key) => html`<li>${t(key)}</li>`)}`;
	const steps: ConnectTextKey[] = [
		...(asksConsent ? (['stepLogin', 'stepBack'] as const) : ['stepRead' as const]),
		...(asksToken ? (['stepToken'] as const) : []),
		...(asksToken && asks.pay ? (['stepPick'] as const) : []),
		...(asksToken && asks.access ? (['stepAccess'] as const) : []),
	];
	return renderConnectPage(
		frame,
		t('nmbrsTitle'),
		html`${elsewhereBanner(elsewhere, frame.language)}
			${replacesBanner(row, frame.language, formatDate)}
			<section class="card">
				<h2>${t('nmbrsRead')}</h2>
				<ul>
					${scopeLines(scope, t).map((line) => html`<li>${line}</li>`)}
				</ul>
				<p class="never">${icon('check')} <span>${t('nmbrsNever')}</span></p>
			</section>
			${asksConsent &&
			html`<section class="card">
				<h2>${t('loginsTitle')}</h2>
				<ul>
					${items(['loginPrivate', 'loginClient', 'loginNotMaster', 'loginOnce'])}
				</ul>
			</section>`}
			<section class="card">
				<h2>${t('stepsTitle')}</h2>
				<ol>
					${items(steps)}
				</ol>
			</section>
			<form method="post" action="${form.action}">
				${hiddenFields(form)}
				<p class="go">
					<button class="button primary" name="step" value="start">
						${t(asksConsent ? 'goNmbrs' : 'goOn')}
					</button>
				</p>
			</form>
			${asksConsent &&
			html`<details class="card">
				<summary>${t('errorPageTitle')}</summary>
				<ul>
					${items(['errorScope', 'errorLogin'])}
				</ul>
			</details>`}
			<p class="muted">
				${t('validUntil', { date: formatDate(row.expires_at) })} ${t('contact')}
			</p>`,
	);
}

/** Leaves for NMBRS by itself. No form goes there, so the policy can keep forms to this n8n. */
export function renderGoing(frame: PageFrame, url: string, dropped: boolean): string {
	const t = say(frame.language);
	return renderConnectPage(
		{ ...frame, otherLanguage: null },
		t('goingNmbrs'),
		html`${droppedBanner(dropped, frame.language)}
			<p>${t('goingNmbrsText')}</p>
			<p class="go">
				<a class="button primary" href="${url}" rel="noreferrer">${t('goNmbrs')}</a>
			</p>`,
		url,
	);
}

const labelOf = (
	number: string | null,
	name: string | null,
	id: string,
): [string, string | null] => (name === null ? [number ?? id, null] : [name, number]);

export interface ChooseInput {
	frame: PageFrame;
	form: FormKey;
	progress: ConnectProgress;
	problem: PageProblem | null;
}

/** Debtors with their companies; all are ticked to begin with, as the customer allowed all of them. */
export function renderChoose({ frame, form, progress, problem }: ChooseInput): string {
	const t = say(frame.language);
	// That it is so, never whose: one customer is not told the name of another. Support is.
	const notes: IssueCode[] = [];
	if (progress.sharedLogin.length > 0) notes.push('CONNECT_LOGIN_IN_USE');
	if (progress.sharedPartitions.length > 0) notes.push('CONNECT_PARTITION_IN_USE');
	const blocks = progress.debtors.map((debtor) => {
		const [label, note] = labelOf(debtor.number, debtor.name, debtor.id);
		const companies = progress.companies
			.filter((company) => company.debtor === debtor.id)
			.map((company) => {
				const [name, number] = labelOf(company.number, company.name, company.id);
				return tick({
					name: 'company',
					value: company.id,
					label: name,
					note: number,
					checked: true,
				});
			});
		return html`${tick({ name: 'debtor', value: debtor.id, label, note, checked: true })}
			<div class="nested">${companies}</div>`;
	});
	return renderConnectPage(
		frame,
		t('chooseTitle'),
		html`${problem !== null && problemBanner(problem, frame.language)}
			${droppedBanner(progress.dropped, frame.language)}
			${notes.length > 0 &&
			html`<div class="banner warn">
				<span class="banner-icon">${icon('warn')}</span>
				<div>
					<p><strong>${t('sharedTitle')}</strong></p>
					${notes.map((code) => noticeText({ code, params: {} }, frame.language))}
				</div>
			</div>`}
			<p>${t('chooseText', { customer: frame.customer })}</p>
			<form method="post" action="${form.action}">
				${hiddenFields(form)}
				<fieldset>
					<legend>${t('chooseLegend')}</legend>
					<p class="hint">${t('chooseHint')}</p>
					${blocks}
				</fieldset>
				<p class="go">
					<button class="button primary" name="step" value="choose">${t('goOn')}</button>
				</p>
			</form>
			<p class="muted">${isolated(t('contact'))}</p>`,
	);
}

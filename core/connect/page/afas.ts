import type { CustomerCredentialType } from '../connection';
import type { ConnectProgress, InvitationRow } from '../invitation';
import { hasAccessValues } from '../access';
import { hasFilterValues } from '../filter';
import { html, type Html } from '../../ui/html';
import { icon } from '../../ui/icons';
import { accessQuestion } from './access';
import { elsewhereBanner } from './begun';
import { filterQuestion } from './filter';
import { renderConnectPage, type PageFrame } from './document';
import {
	droppedBanner,
	field,
	hiddenFields,
	replacesBanner,
	testList,
	type FormKey,
} from './parts';
import type { PageProblem } from './customerWords';
import { problemBanner } from './problem';
import { say, type ConnectTextKey } from './text';

/** The pages of AFAS: the form with what to do first, and what is missing after a test. */

export interface AfasForm {
	environmentNumber: string;
	environment: string;
	way: 'oauth' | 'token';
	clientId: string;
}

export const EMPTY_AFAS_FORM: AfasForm = {
	environmentNumber: '',
	environment: 'production',
	way: 'oauth',
	clientId: '',
};

export interface AfasInput {
	frame: PageFrame;
	row: InvitationRow;
	form: FormKey;
	typed: AfasForm;
	/** Only this way, where the credential that is replaced is of it. */
	only: CustomerCredentialType | null;
	problem: PageProblem | null;
	missing: readonly string[];
	connectors: { employees: string; contracts: string };
	/** Another browser is further on with this link. */
	elsewhere: boolean;
	formatDate: (instant: string) => string;
}

const ENVIRONMENTS: ReadonlyArray<readonly [string, ConnectTextKey]> = [
	['production', 'afasProduction'],
	['test', 'afasTestType'],
	['accept', 'afasAccept'],
];

export function renderAfas(input: AfasInput): string {
	const { frame, row, form, typed, only, problem, missing, connectors, elsewhere, formatDate } =
		input;
	const t = say(frame.language);
	const problemOf = (name: string): string | undefined =>
		missing.includes(name) ? t('required') : undefined;
	const way = only === null ? typed.way : only === 'afasTokenApi' ? 'token' : 'oauth';
	const radio = (value: 'oauth' | 'token', label: ConnectTextKey): Html | false =>
		(only === null || way === value) &&
		html`<label class="tick"
			><input
				type="radio"
				name="way"
				id="way-${value}"
				value="${value}"
				${way === value && html`checked`}
			/><span>${t(label)}</span></label
		>`;
	return renderConnectPage(
		frame,
		t('afasTitle'),
		html`${problem !== null && problemBanner(problem, frame.language)}
			${elsewhereBanner(elsewhere, frame.language)}
			${replacesBanner(row, frame.language, formatDate)}
			<section class="card">
				<h2>${t('afasPrepare')}</h2>
				<ol>
					<li>${t('afasStepConnector', connectors)}</li>
					<li>${t('afasStepApp')}</li>
					<li>${t('afasStepSecret')}</li>
				</ol>
			</section>
			<section class="card">
				<h2>${t('nmbrsRead')}</h2>
				<p>${t('afasRead')}</p>
				<p class="never">${icon('check')} <span>${t('afasNever')}</span></p>
			</section>
			<form method="post" action="${form.action}">
				${hiddenFields(form)}
				<fieldset>
					<legend>${t('afasForm')}</legend>
					${field({
						name: 'environmentNumber',
						label: t('afasNumber'),
						hint: t('afasNumberHint'),
						value: typed.environmentNumber,
						problem: problemOf('environmentNumber'),
					})}
					<div class="field">
						<label for="environment">${t('afasType')}</label>
						<select id="environment" name="environment">
							${ENVIRONMENTS.map(
								([value, key]) =>
									html`<option value="${value}" ${typed.environment === value && html`selected`}>
										${t(key)}
									</option>`,
							)}
						</select>
					</div>
				</fieldset>
				<fieldset>
					<legend>${t('afasWay')}</legend>
					${radio('oauth', 'afasWayOAuth')} ${radio('token', 'afasWayToken')}
					<div class="way-oauth">
						${field({
							name: 'clientId',
							label: t('afasClientId'),
							value: typed.clientId,
							problem: problemOf('clientId'),
						})}
						${field({
							name: 'clientSecret',
							label: t('afasClientSecret'),
							hint: t('afasStored'),
							type: 'password',
							problem: problemOf('clientSecret'),
						})}
					</div>
					<div class="way-token">
						${field({
							name: 'token',
							label: t('afasToken'),
							hint: `${t('afasTokenHint')} ${t('afasStored')}`,
							type: 'password',
							problem: problemOf('token'),
						})}
						<p class="hint">${t('afasTokenEnds')}</p>
					</div>
				</fieldset>
				<p class="go">
					<button class="button primary" name="step" value="afas">${t('afasTest')}</button>
				</p>
			</form>
			<p class="muted">
				${t('validUntil', { date: formatDate(row.expires_at) })} ${t('contact')}
			</p>`,
	);
}

/** The access works and is kept; some connector or column is not there yet, or there is a question. */
export function renderAfasFound(
	frame: PageFrame,
	form: FormKey,
	{ tests, dropped, access, selectiveSync, filter }: ConnectProgress,
	again: string,
): string {
	const t = say(frame.language);
	const lacking = tests.some(({ ok }) => !ok);
	const asksBoth = hasAccessValues(access) && hasFilterValues(filter);
	return renderConnectPage(
		frame,
		t(lacking ? 'afasFoundTitle' : asksBoth ? 'afasAskTwoTitle' : 'afasAskTitle'),
		html`${droppedBanner(dropped, frame.language)}
			<p>${t(lacking ? 'afasFoundText' : 'afasAskText')}</p>
			<section class="card">
				<h2>${t('tested')}</h2>
				${testList(tests, frame.language)}
			</section>
			<form method="post" action="${form.action}">
				${hiddenFields(form)}
				${hasAccessValues(access) &&
				accessQuestion(access, frame.language, selectiveSync !== 'off')}
				${filterQuestion(filter, frame.language)}
				<p class="go">
					${lacking && html`<a class="button primary" href="${again}">${t('afasTestAgain')}</a>`}
					<button class="${lacking ? 'button' : 'button primary'}" name="step" value="finish">
						${t(lacking ? 'afasFinishAnyway' : 'finish')}
					</button>
				</p>
			</form>
			${lacking && html`<p class="hint">${t('afasAgainText')}</p>`}`,
	);
}

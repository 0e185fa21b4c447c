import type { CustomerCredentialType } from '../connection';
import type { ConnectProgress, InvitationRow } from '../invitation';
import { hasPayConnector, PAY_CONNECTORS, type PayConnector, type PayConnectors } from '../pay';
import type { FormFields } from '../../model/formFields';
import { hasAccessValues } from '../access';
import { hasFilterValues } from '../filter';
import { html, type Html } from '../../ui/html';
import { icon } from '../../ui/icons';
import { accessQuestion } from './access';
import { elsewhereBanner } from './begun';
import { filterQuestion } from './filter';
import { afasPayQuestions } from './pay';
import { renderConnectPage, type PageFrame } from './document';
import {
	choiceField,
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
	/** Connectors with pay, as typed or as usual; null where pay is not asked for. */
	pay: PayConnectors | null;
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
	const { pay } = input;
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
					${pay !== null && html`<li>${t('afasStepPay')}</li>`}
					<li>${t('afasStepApp')}</li>
					<li>${t('afasStepSecret')}</li>
				</ol>
			</section>
			<section class="card">
				<h2>${t('nmbrsRead')}</h2>
				<p>${t('afasRead')}</p>
				${pay !== null && html`<p>${t('afasReadPay')}</p>`}
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
					${choiceField({
						name: 'environment',
						label: t('afasType'),
						value: typed.environment,
						options: ENVIRONMENTS.map(([value, key]) => [value, t(key)] as const),
					})}
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
				${pay !== null && connectorFields(pay, frame.language)}
				<p class="go">
					<button class="button primary" name="step" value="afas">${t('afasTest')}</button>
				</p>
			</form>
			<p class="muted">
				${t('validUntil', { date: formatDate(row.expires_at) })} ${t('contact')}
			</p>`,
	);
}

/** Name of the field of a connector with pay. */
export const connectorField = (part: PayConnector): string => `connector-${part}`;

const CONNECTORS: Record<PayConnector, readonly [label: ConnectTextKey, hint: ConnectTextKey]> = {
	salary: ['paySalary', 'paySalaryHint'],
	wageComponents: ['payWages', 'payWagesHint'],
	plans: ['payPlans', 'payPlansHint'],
	leave: ['payLeave', 'payLeaveHint'],
};

function connectorFields(pay: PayConnectors, language: PageFrame['language']): Html {
	const t = say(language);
	return html`<fieldset>
		<legend>${t('payConnectors')}</legend>
		<p class="hint">${t('payConnectorsHint')}</p>
		${PAY_CONNECTORS.map((part) => {
			const [label, hint] = CONNECTORS[part];
			return field({
				name: connectorField(part),
				label: t(label),
				hint: t(hint),
				value: pay[part],
			});
		})}
	</fieldset>`;
}

export interface AfasFoundInput {
	frame: PageFrame;
	form: FormKey;
	progress: ConnectProgress;
	/** Address of the first step, to test again. */
	again: string;
	/** What was answered and refused; empty before. */
	answered: FormFields;
	problem: PageProblem | null;
}

/** The access works and is kept; some connector or column is not there yet, or there is a question. */
export function renderAfasFound(input: AfasFoundInput): string {
	const { frame, form, progress, again, answered, problem } = input;
	const { tests, dropped, access, selectiveSync, filter, afasPay } = progress;
	const t = say(frame.language);
	const lacking = tests.some(({ ok }) => !ok);
	const asksPay = hasPayConnector(afasPay);
	const asksBoth = hasAccessValues(access) && hasFilterValues(filter);
	const asked = asksPay ? 'afasAskPayTitle' : asksBoth ? 'afasAskTwoTitle' : 'afasAskTitle';
	return renderConnectPage(
		frame,
		t(lacking ? 'afasFoundTitle' : asked),
		html`${problem !== null && problemBanner(problem, frame.language)}
			${droppedBanner(dropped, frame.language)}
			<p>${t(lacking ? 'afasFoundText' : 'afasAskText')}</p>
			<section class="card">
				<h2>${t('tested')}</h2>
				${testList(tests, frame.language)}
			</section>
			<form method="post" action="${form.action}">
				${hiddenFields(form)} ${asksPay && afasPayQuestions(progress, answered, frame.language)}
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

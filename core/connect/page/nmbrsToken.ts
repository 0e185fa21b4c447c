import type { ConnectTest } from '../connection';
import type { ConnectProgress } from '../invitation';
import type { FormFields } from '../../model/formFields';
import { html } from '../../ui/html';
import { icon } from '../../ui/icons';
import { accessQuestion } from './access';
import { filterQuestion } from './filter';
import { renderConnectPage, type PageFrame } from './document';
import { nmbrsPayQuestions } from './pay';
import { droppedBanner, field, hiddenFields, testList, type FormKey } from './parts';
import type { PageProblem } from './customerWords';
import { problemBanner } from './problem';
import { say } from './text';

/** The pages of the NMBRS API token: the form, and what to use of what it can read. */

export interface TokenInput {
	frame: PageFrame;
	form: FormKey;
	/** As typed before; the token itself is never shown again. */
	domain: string;
	username: string;
	problem: PageProblem | null;
	/** Names of fields that are empty. */
	missing: readonly string[];
	/** What the last test found; empty before the first. */
	tests: readonly ConnectTest[];
	/** A token is stored already, so the customer may go on with what works. */
	stored: boolean;
	/** After it comes the page about pay. */
	asksPay: boolean;
	/** The token is only a part of what is connected, so the customer may go on without one. */
	maySkip: boolean;
	/** An earlier attempt with the link was dropped. */
	dropped: boolean;
}

export function renderToken(input: TokenInput): string {
	const { frame, form, domain, username, problem, missing, tests, stored, maySkip, dropped } =
		input;
	const { asksPay } = input;
	const t = say(frame.language);
	const lacking = tests.some(({ ok }) => !ok);
	const problemOf = (name: string): string | undefined =>
		missing.includes(name) ? t('required') : undefined;
	return renderConnectPage(
		frame,
		t('tokenTitle'),
		html`${problem !== null && problemBanner(problem, frame.language)}
			${droppedBanner(dropped, frame.language)}
			${lacking &&
			html`<div class="banner warn" role="alert">
				<span class="banner-icon">${icon('warn')}</span>
				<div>
					<p><strong>${t('tokenLacks')}</strong></p>
					<p>${t('tokenLacksAction')}</p>
					${testList(tests, frame.language)}
				</div>
			</div>`}
			<p>${t('tokenText')}</p>
			<p>${t('tokenTemplate')}</p>
			<form method="post" action="${form.action}">
				${hiddenFields(form)}
				<div class="card">
					${field({
						name: 'domain',
						label: t('tokenDomain'),
						hint: t('tokenDomainHint'),
						value: domain,
						problem: problemOf('domain'),
					})}
					${field({
						name: 'username',
						label: t('tokenUser'),
						hint: t('tokenUserHint'),
						value: username,
						problem: problemOf('username'),
					})}
					${field({
						name: 'token',
						label: t('tokenToken'),
						hint: t('tokenStored'),
						type: 'password',
						problem: problemOf('token'),
					})}
				</div>
				<p class="go">
					<button class="button primary" name="step" value="token">${t('tokenTest')}</button>
					${(stored || maySkip) &&
					html`<button class="button" name="step" value="skipToken">
						${t(stored ? (asksPay ? 'goOn' : 'finish') : 'tokenSkip')}
					</button>`}
				</p>
			</form>`,
	);
}

export interface PickInput {
	frame: PageFrame;
	form: FormKey;
	progress: ConnectProgress;
	/** What is asked: whether the access field decides who takes part, and what of pay is what. */
	asks: { access: boolean; pay: boolean };
	/** What was answered and refused; empty before. */
	answered: FormFields;
	problem: PageProblem | null;
}

/** What is what of what the token can read, by the names that the vendor gives it, and who takes part. */
export function renderPick(input: PickInput): string {
	const { frame, form, progress, asks, answered, problem } = input;
	const t = say(frame.language);
	return renderConnectPage(
		frame,
		t(asks.pay ? 'pickTitle' : 'accessTitle'),
		html`${problem !== null && problemBanner(problem, frame.language)}
			${asks.pay && html`<p>${t('pickText')}</p>`}
			<form method="post" action="${form.action}">
				${hiddenFields(form)} ${asks.access && accessQuestion(progress.access, frame.language)}
				${asks.access && filterQuestion(progress.filter, frame.language)}
				${asks.pay && nmbrsPayQuestions(progress, answered, frame.language)}
				<p class="go">
					<button class="button primary" name="step" value="pick">${t('finish')}</button>
				</p>
			</form>
			<section class="card">
				<h2>${t('tested')}</h2>
				${testList(progress.tests, frame.language)}
			</section>`,
	);
}

import type { ConnectTest } from '../connection';
import type { ConnectProgress } from '../invitation';
import { html, type Html } from '../../ui/html';
import { icon } from '../../ui/icons';
import { accessQuestion } from './access';
import { filterQuestion } from './filter';
import { renderConnectPage, type PageFrame } from './document';
import { droppedBanner, field, hiddenFields, testList, tick, type FormKey } from './parts';
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
	/** The token is only a part of what is connected, so the customer may go on without one. */
	maySkip: boolean;
	/** An earlier attempt with the link was dropped. */
	dropped: boolean;
}

export function renderToken(input: TokenInput): string {
	const { frame, form, domain, username, problem, missing, tests, stored, maySkip, dropped } =
		input;
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
						${t(stored ? 'finish' : 'tokenSkip')}
					</button>`}
				</p>
			</form>`,
	);
}

export interface PickInput {
	frame: PageFrame;
	form: FormKey;
	progress: ConnectProgress;
	/** Also whether the access field decides who takes part. */
	asksAccess: boolean;
}

/** Wage components and leave groups, by the names that the vendor gives them; nothing is ticked. */
export function renderPick({ frame, form, progress, asksAccess }: PickInput): string {
	const t = say(frame.language);
	const list = (lines: readonly Html[]): Html | string =>
		lines.length === 0 ? t('pickNone') : html`${lines}`;
	const wages = progress.wageChoices.map(({ code, name }) =>
		tick({
			name: 'wage',
			value: code,
			label: name ?? code,
			note: name === null ? null : code,
			checked: false,
		}),
	);
	const leave = progress.leaveChoices.map(({ id, name }) =>
		tick({ name: 'leave', value: id, label: name ?? id, checked: false }),
	);
	return renderConnectPage(
		frame,
		t('pickTitle'),
		html`<p>${t('pickText')}</p>
			<form method="post" action="${form.action}">
				${hiddenFields(form)} ${asksAccess && accessQuestion(progress.access, frame.language)}
				${asksAccess && filterQuestion(progress.filter, frame.language)}
				<fieldset>
					<legend>${t('wageComponents')}</legend>
					${list(wages)}
				</fieldset>
				<fieldset>
					<legend>${t('leaveGroups')}</legend>
					${list(leave)}
				</fieldset>
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

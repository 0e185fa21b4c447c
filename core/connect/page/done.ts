import { isIssueCode, type Language } from '../../issues';
import { html, isolated, type Html } from '../../ui/html';
import { icon } from '../../ui/icons';
import type { CustomerConnection } from '../connection';
import { isForCustomer } from './customerWords';
import { renderConnectPage, type PageFrame } from './document';
import { hiddenFields, testList, type FormKey } from './parts';
import { payFacts } from './payFacts';
import { noticeText } from './problem';
import { say, type ConnectTextKey } from './text';

type Answers = Pick<CustomerConnection, 'selective_sync' | 'alleo_access' | 'alleo_filter'>;

const SYSTEM = { nmbrs: 'NMBRS', afas: 'AFAS Profit' } as const;

/**
 * Congratulations: what comes next and when, what is connected, what was tested. Nothing secret is known here.
 * @param time at which the daily sync of this customer runs, as HH:MM
 */
export function renderDone(frame: PageFrame, connection: CustomerConnection, time: string): string {
	const { language } = frame;
	const t = say(language);
	const names = (
		list: ReadonlyArray<{ name: string | null }>,
		otherwise: (index: number) => string,
	): string => list.map(({ name }, index) => name ?? otherwise(index)).join(', ');
	const fact = (key: ConnectTextKey, value: string): Html | false =>
		value !== '' &&
		html`<div>
			<dt>${t(key)}</dt>
			<dd>${isolated(value)}</dd>
		</div>`;
	const { debtors, companies } = connection;
	// Also a code that is not known (of another version) is for support alone.
	const known = connection.notices.flatMap(({ code, params }) =>
		isIssueCode(code) && isForCustomer(code) ? [noticeText({ code, params }, language)] : [],
	);
	// Two customers with the same login are one thing to be told.
	const notices = [...new Map(known.map((notice) => [notice.markup, notice])).values()];
	return renderConnectPage(
		frame,
		t(connection.replaced === null ? 'doneTitle' : 'renewedTitle'),
		html`<div class="banner good-tone">
				<span class="banner-icon">${icon('check')}</span>
				<div>
					<p>${t(connection.replaced === null ? 'doneWhat' : 'renewedWhat')}</p>
					<p>${t('doneClose')}</p>
				</div>
			</div>
			${connection.replaced === null && comesNext(connection, time, language)}
			${notices.length > 0 &&
			html`<div class="banner warn">
				<span class="banner-icon">${icon('warn')}</span>
				<div>
					<h2>${t('notices')}</h2>
					${notices}
				</div>
			</div>`}
			<section class="card">
				<h2>${t('connected')}</h2>
				<dl class="facts">
					${fact('system', SYSTEM[connection.system])}
					${fact('environment', connection.afas_environment ?? '')}
					${fact(
						'debtors',
						names(debtors, (index) => debtors[index]?.number ?? debtors[index]?.id ?? ''),
					)}
					${fact(
						'companies',
						debtors.length > 0 && companies.length === 0
							? t('allCompanies')
							: names(companies, (index) => companies[index]?.number ?? companies[index]?.id ?? ''),
					)}
					${payFacts(connection, language).map(([key, value]) => fact(key, value))}
					${fact('accessTitle', takesPart(connection, language))}
					${fact('filterTitle', companiesBy(connection, language))}
				</dl>
			</section>
			<section class="card">
				<h2>${t('tested')}</h2>
				${testList(connection.tests, language)}
			</section>
			<p class="muted">${t('doneRevoke')}</p>`,
	);
}

/** As the customer answered; empty where nothing was asked. */
function takesPart(
	{ selective_sync: sync, alleo_access: seen }: Answers,
	language: Language,
): string {
	const t = say(language);
	if (sync === 'on') return t('accessOn', { field: seen?.field ?? '' });
	return sync === 'off' ? t('accessOff') : '';
}

/** As the customer answered; empty where nothing was asked. */
function companiesBy({ alleo_filter: seen }: Answers, language: Language): string {
	const t = say(language);
	if (seen?.several === 'several') return t('filterYes', { field: seen.field ?? '' });
	return seen?.several === 'one' ? t('filterNo') : '';
}

/** What Alleo does from here on, and who decides. */
function comesNext({ system, pay }: CustomerConnection, time: string, language: Language): Html {
	const t = say(language);
	return html`<section class="card">
		<h2>${t('nextTitle')}</h2>
		<ol>
			<li>${t('nextDryRun', { system: SYSTEM[system] })}</li>
			<li>${t('nextApproval')}</li>
			<li>${t('nextDaily', { time })}</li>
			${pay && html`<li>${t('nextPay')}</li>`}
		</ol>
	</section>`;
}

/** The end was cut off: one button takes it again. */
export function renderUnfinished(frame: PageFrame, form: FormKey): string {
	const t = say(frame.language);
	return renderConnectPage(
		frame,
		t('unfinishedTitle'),
		html`<p>${t('unfinished')}</p>
			<form method="post" action="${form.action}">
				${hiddenFields(form)}
				<p class="go">
					<button class="button primary" name="step" value="finish">${t('finish')}</button>
				</p>
			</form>`,
	);
}

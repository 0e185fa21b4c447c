import type { Language } from '../../issues';
import { renderDocument, shellOf } from '../../ui/document';
import { html, isolated, type Html } from '../../ui/html';
import { icon } from '../../ui/icons';
import { CONNECT_STYLE } from './style';
import { say } from './text';

/** The frame of every page of the path. No script at all; nothing remote; forms only back to n8n. */
export const CONNECT_SHELL = shellOf(CONNECT_STYLE, null);

export interface PageFrame {
	language: Language;
	/** Name of the customer; empty where the link does not say it. */
	customer: string;
	/** Address of this page in the other language; null where it cannot be shown again. */
	otherLanguage: string | null;
	/** Which step of the path this page is; left out where it is none of them, such as a problem. */
	step?: { at: number; of: number };
	/** Address of the first step, where the customer is further on and may start over. */
	anew?: string;
}

const OTHER = { nl: 'en', en: 'nl' } as const;

/** `goTo` leaves for another address at once, without script; the page still says where to. */
export function renderConnectPage(
	{ language, customer, otherLanguage, step, anew }: PageFrame,
	heading: string,
	body: Html,
	goTo?: string,
): string {
	const t = say(language);
	const other = OTHER[language];
	return renderDocument(CONNECT_SHELL, {
		title: html`${heading}${customer !== '' && ` – ${customer}`}`,
		language,
		head: goTo !== undefined && html`<meta http-equiv="refresh" content="0;url=${goTo}" />`,
		body: html`<main>
			<p class="brand">
				${icon('logo')} <span>Alleo</span>
				${otherLanguage !== null &&
				html`<a href="${otherLanguage}" hreflang="${other}" lang="${other}"
					>${t('otherLanguage')}</a
				>`}
			</p>
			<div class="top">
				${step !== undefined &&
				html`<p class="step">${t('step', { at: step.at, of: step.of })}</p>`}
				<h1>${heading}</h1>
			</div>
			${customer !== '' &&
			html`<p class="lead">${t('forCustomer')} <strong>${isolated(customer)}</strong></p>`}
			${body}
			${anew !== undefined &&
			html`<p class="muted">${t('anewWhy')} <a href="${anew}">${t('anew')}</a></p>`}
		</main>`,
		carriesPolicy: false,
		withScript: false,
	});
}

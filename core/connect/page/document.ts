import type { Language } from '../../issues';
import { createHash } from 'node:crypto';
import { Html, html, isolated } from '../../ui/html';
import { icon } from '../../ui/icons';
import { CONNECT_STYLE } from './style';
import { say } from './text';

/** The shell of every page of the path. No script at all; nothing remote; forms only back to n8n. */

const styleHash = createHash('sha256').update(CONNECT_STYLE, 'utf8').digest('base64');

export const CONNECT_POLICY = `default-src 'none'; base-uri 'none'; img-src data:; style-src 'sha256-${styleHash}'; form-action 'self'; frame-ancestors 'none'`;

/** Byte for byte what the policy hashes: no formatter may add a space here. */
const STYLE_ELEMENT = new Html(`<style>${CONNECT_STYLE}</style>`);

export interface PageFrame {
	language: Language;
	/** Name of the customer; empty where the link does not say it. */
	customer: string;
	/** Address of this page in the other language; null where it cannot be shown again. */
	otherLanguage: string | null;
}

const OTHER = { nl: 'en', en: 'nl' } as const;

/** `goTo` leaves for another address at once, without script; the page still says where to. */
export function renderConnectPage(
	{ language, customer, otherLanguage }: PageFrame,
	heading: string,
	body: Html,
	goTo?: string,
): string {
	const t = say(language);
	const other = OTHER[language];
	return html`<!doctype html>
		<html lang="${language}">
			<head>
				<meta charset="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<meta name="color-scheme" content="light dark" />
				<meta name="robots" content="noindex, nofollow" />
				<meta name="referrer" content="same-origin" />
				${goTo !== undefined && html`<meta http-equiv="refresh" content="0;url=${goTo}" />`}
				<title>${heading}${customer !== '' && ` – ${customer}`}</title>
				<link rel="icon" href="data:," />
				${STYLE_ELEMENT}
			</head>
			<body>
				<main>
					<p class="brand">
						${icon('logo')} <span>Alleo</span>
						${otherLanguage !== null &&
						html`<a href="${otherLanguage}" hreflang="${other}" lang="${other}"
							>${t('otherLanguage')}</a
						>`}
					</p>
					<h1>${heading}</h1>
					${customer !== '' &&
					html`<p class="lead">${t('forCustomer')} <strong>${isolated(customer)}</strong></p>`}
					${body}
				</main>
			</body>
		</html> `.markup;
}

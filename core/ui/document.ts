import { createHash } from 'node:crypto';
import type { Language } from '../issues';
import { Html, html } from './html';
import { SCRIPT } from '../report/page/script';
import { STYLE } from './style';

/** The shell of every page, and the policy that keeps anything else from running in it. */

const sourceHash = (text: string): string =>
	`'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;

const NO_REMOTE = `default-src 'none'; base-uri 'none'; img-src data:; style-src ${sourceHash(STYLE)}; script-src ${sourceHash(SCRIPT)}`;

/** Nothing remote, only this style and this script by their hashes, forms and questions only to n8n. */
export const CONTENT_SECURITY_POLICY = `${NO_REMOTE}; connect-src 'self'; form-action 'self'; frame-ancestors 'none'`;

/** Byte for byte what the policy hashes: no formatter may add a space here. */
const STYLE_ELEMENT = new Html(`<style>${STYLE}</style>`);
const SCRIPT_ELEMENT = new Html(`<script>${SCRIPT}</script>`);

export interface DocumentParts {
	title: string;
	language: Language;
	body: Html;
	/** The page is a file, or n8n sets its own policy: the page then brings its own along. */
	carriesPolicy: boolean;
	withScript: boolean;
}

export function renderDocument(parts: DocumentParts): string {
	const { title, language, body, carriesPolicy, withScript } = parts;
	const policy = `${NO_REMOTE}; form-action 'self'`;
	return html`<!doctype html>
		<html lang="${language}">
			<head>
				<meta charset="utf-8" />
				${carriesPolicy && html`<meta http-equiv="Content-Security-Policy" content="${policy}" />`}
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<meta name="color-scheme" content="light dark" />
				<meta name="robots" content="noindex, nofollow" />
				<meta name="referrer" content="same-origin" />
				<title>${title}</title>
				<link rel="icon" href="data:," />
				${STYLE_ELEMENT}
			</head>
			<body>
				${body} ${withScript && SCRIPT_ELEMENT}
			</body>
		</html> `.markup;
}

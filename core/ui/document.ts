import { createHash } from 'node:crypto';
import type { Language } from '../issues';
import { Html, html, type Piece } from './html';

/** The shell of every page, and the policy that keeps anything else from running in it. */

const sourceHash = (text: string): string =>
	`'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;

/** One set of pages: its style and script, named by their hashes in the policy. */
export interface Shell {
	/** Nothing remote: only this style and this script. */
	noRemote: string;
	/** For the header: also forms and questions only to n8n, and no frame around the page. */
	policy: string;
	/** Byte for byte what the policy hashes: no formatter may add a space here. */
	style: Html;
	script: Html | null;
}

/** @param script null for pages that need none: the policy then allows no script at all */
export function shellOf(style: string, script: string | null): Shell {
	const sources = [`style-src ${sourceHash(style)}`];
	if (script !== null) sources.push(`script-src ${sourceHash(script)}`);
	const noRemote = `default-src 'none'; base-uri 'none'; img-src data:; ${sources.join('; ')}`;
	const questions = script === null ? '' : "connect-src 'self'; ";
	return {
		noRemote,
		policy: `${noRemote}; ${questions}form-action 'self'; frame-ancestors 'none'`,
		style: new Html(`<style>${style}</style>`),
		script: script === null ? null : new Html(`<script>${script}</script>`),
	};
}

export interface DocumentParts {
	title: Piece;
	language: Language;
	body: Piece;
	/** What a page adds to the head of the document. */
	head?: Piece;
	/** The page is a file, or n8n sets its own policy: the page then brings its own along. */
	carriesPolicy: boolean;
	withScript: boolean;
}

export function renderDocument(shell: Shell, parts: DocumentParts): string {
	const { title, language, body, head, carriesPolicy, withScript } = parts;
	const policy = `${shell.noRemote}; form-action 'self'`;
	return html`<!doctype html>
		<html lang="${language}">
			<head>
				<meta charset="utf-8" />
				${carriesPolicy && html`<meta http-equiv="Content-Security-Policy" content="${policy}" />`}
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<meta name="color-scheme" content="light dark" />
				<meta name="robots" content="noindex, nofollow" />
				<meta name="referrer" content="same-origin" />
				${head}
				<title>${title}</title>
				<link rel="icon" href="data:," />
				${shell.style}
			</head>
			<body>
				${body} ${withScript && shell.script}
			</body>
		</html> `.markup;
}

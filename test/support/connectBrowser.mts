import { giveConsent } from '../../sandbox/nmbrs/consent.mts';

/** A browser that keeps cookies, on the pages of Customer Connect. */

export const PAGES = 'https://n8n.example/webhook/alleo-connect';

export interface Seen {
	status: number;
	url: string;
	headers: Record<string, string>;
	html: string;
	heading: string;
}

const text = (markup: string): string =>
	markup
		.replace(/<[^>]+>/g, ' ')
		.replace(/&#39;/g, "'")
		.replace(/&quot;/g, '"')
		.replace(/&lt;/g, '<')
		.replace(/&gt;/g, '>')
		.replace(/&amp;/g, '&')
		.replace(/\s+/g, ' ')
		.trim();

export type Request = (
	method: string,
	url: string,
	cookie: string,
	form?: URLSearchParams,
	headers?: Record<string, string>,
) => Promise<{ status: number; headers: Record<string, string>; html: string }>;

/** What a browser says of a form that it sends from a page of ours, and from somebody else's page. */
export const FROM_OWN_PAGE = { 'sec-fetch-site': 'same-origin', origin: new URL(PAGES).origin };
export const FROM_ELSEWHERE = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' };

const attribute = (tag: string, name: string): string | null => {
	const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
	return found === undefined ? null : text(found);
};

export class Browser {
	readonly cookies = new Map<string, string>();
	/** Every address that was opened, redirects included. */
	readonly history: string[] = [];
	page: Seen = { status: 0, url: '', headers: {}, html: '', heading: '' };
	/** How the last page was reached: 303 where the last answer was a redirect. */
	last = 0;
	readonly #request: Request;

	constructor(request: Request) {
		this.#request = request;
	}

	async #open(
		method: string,
		url: string,
		form?: URLSearchParams,
		from?: Record<string, string>,
	): Promise<Seen> {
		this.history.push(url);
		const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
		const { status, headers, html } = await this.#request(method, url, cookie, form, from);
		const [pair = ''] = (headers['set-cookie'] ?? '').split(';');
		const at = pair.indexOf('=');
		if (at > 0) this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
		this.last = status;
		if (status === 303) return await this.#open('GET', headers['location'] ?? '');
		const heading = text(/<h1>([\s\S]*?)<\/h1>/.exec(html)?.[1] ?? '');
		this.page = { status, url, headers, html, heading };
		return this.page;
	}

	async goto(url: string): Promise<Seen> {
		return await this.#open('GET', url);
	}

	/** Sends the form of the page with a button; `change` sets, adds or (null) takes away fields. */
	async press(step: string, change: Record<string, string | string[] | null> = {}): Promise<Seen> {
		return await this.post(this.form(step, change));
	}

	form(step: string, change: Record<string, string | string[] | null> = {}): URLSearchParams {
		const form = new URLSearchParams();
		for (const [tag] of this.page.html.matchAll(/<input\b[^>]*>/g)) {
			const type = attribute(tag, 'type') ?? 'text';
			if ((type === 'checkbox' || type === 'radio') && !/\schecked\b/.test(tag)) continue;
			form.append(attribute(tag, 'name') ?? '', attribute(tag, 'value') ?? '');
		}
		for (const [, tag = '', options = ''] of this.page.html.matchAll(
			/(<select\b[^>]*>)([\s\S]*?)<\/select>/g,
		)) {
			const chosen = /<option\b[^>]*\sselected[^>]*>/.exec(options)?.[0] ?? options;
			form.append(attribute(tag, 'name') ?? '', attribute(chosen, 'value') ?? '');
		}
		for (const [name, value] of Object.entries(change)) {
			form.delete(name);
			for (const one of value === null ? [] : [value].flat()) form.append(name, one);
		}
		form.set('step', step);
		return form;
	}

	async post(form: URLSearchParams, from: Record<string, string> = FROM_OWN_PAGE): Promise<Seen> {
		return await this.#open('POST', PAGES, form, from);
	}

	/** The address at NMBRS that the page leads to. */
	authorizeUrl(): string {
		const found = /http-equiv="refresh" content="0;url=([^"]*)"/.exec(this.page.html)?.[1];
		if (found === undefined) throw new Error(`No way to NMBRS on "${this.page.heading}"`);
		return text(found);
	}

	/** From the landing page through NMBRS and back. */
	async consent(debtorIds: string[] = [], email = 'beheer@bakkerij.example'): Promise<Seen> {
		await this.press('start');
		return await this.goto(await giveConsent(this.authorizeUrl(), debtorIds, email));
	}

	get words(): string {
		return text(this.page.html.replace(/<style>[\s\S]*?<\/style>/, ''));
	}
}

/** The approval page as a browser without scripts sees it: reads its form and sends it. */

export interface PageForm {
	/** Hidden fields, ticked boxes and filled-in texts as they stand. */
	values: Array<[string, string]>;
	html: string;
	/** Where it is: a permanent address of a plan leads on to it. */
	url: string;
}

const attribute = (tag: string, name: string): string | null => {
	const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
	if (found === undefined) return null;
	return found
		.replace(/&quot;/g, '"')
		.replace(/&#39;|&#x27;/g, "'")
		.replace(/&lt;/g, '<')
		.replace(/&gt;/g, '>')
		.replace(/&amp;/g, '&');
};

export function readForm(html: string, url = ''): PageForm {
	const values: Array<[string, string]> = [];
	for (const [tag] of html.matchAll(/<input\b[^>]*>/g)) {
		const name = attribute(tag, 'name');
		const type = attribute(tag, 'type') ?? 'text';
		if (name === null || type === 'submit') continue;
		const ticked = /\schecked(\s|=|>|\/)/.test(tag);
		if ((type === 'checkbox' || type === 'radio') && !ticked) continue;
		if (type === 'text' && (attribute(tag, 'value') ?? '') === '') continue;
		values.push([name, attribute(tag, 'value') ?? (type === 'checkbox' ? 'on' : '')]);
	}
	return { values, html, url };
}

export async function openPage(link: string): Promise<PageForm> {
	const response = await fetch(link);
	const html = await response.text();
	if (!response.ok) throw new Error(`The approval page answered ${response.status}: ${html}`);
	return readForm(html, response.url);
}

export interface Decision {
	decision: 'approve' | 'approveAndEnable' | 'reject';
	approver: string;
	comment?: string;
	/** How many people lose access; the page asks for it when a safety check tripped. */
	offboardings?: number;
}

/** Opens the page, then sends its form with the decision. @returns the page that follows */
export async function decide(link: string, decision: Decision): Promise<string> {
	const form = await openPage(link);
	const body = new URLSearchParams(form.values);
	body.set('decision', decision.decision);
	body.set('approver', decision.approver);
	body.set('comment', decision.comment ?? '');
	if (decision.offboardings !== undefined) body.set('offboardings', String(decision.offboardings));
	const response = await fetch(form.url, { method: 'POST', body });
	const html = await response.text();
	if (!response.ok) throw new Error(`The decision was answered ${response.status}: ${html}`);
	return html;
}

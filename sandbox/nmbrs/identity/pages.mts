import { randomUUID } from 'node:crypto';

/** HTML of the identity server: the consent page and the page for a request that cannot go on. */

const escape = (text: string): string =>
	text.replace(
		/[&<>"']/g,
		(character) =>
			({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[character] ??
			character,
	);

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;background:#f3f5f8;color:#1c2430;margin:0}
main{max-width:34rem;margin:4rem auto;background:#fff;border-radius:12px;padding:2rem 2.5rem;box-shadow:0 2px 16px #0001}
h1{font-size:1.35rem;margin:0 0 1rem}fieldset{border:1px solid #cdd5df;border-radius:8px;margin:1rem 0;padding:.75rem 1rem}
label{display:block;padding:.2rem 0}input[type=email]{width:100%;box-sizing:border-box;padding:.5rem;font:inherit}
button{font:inherit;padding:.6rem 1.4rem;border-radius:8px;border:1px solid #1d4ed8;cursor:pointer;margin-right:.5rem}
button.primary{background:#1d4ed8;color:#fff}button.plain{background:#fff;color:#1d4ed8}code{font-size:.9em}small{color:#5b6675}`;

const page = (title: string, body: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title><style>${STYLE}</style></head><body><main>${body}</main></body></html>`;

export interface ConsentPageInput {
	clientId: string;
	scopes: string[];
	debtors: Array<{ debtorId: string; name: string; number: string }>;
	/** The authorize query, carried along as hidden fields. */
	hidden: Record<string, string>;
	action: string;
}

/** Login and consent in one page: which debtors may this client read? All are ticked to begin with. */
export function consentPage({
	clientId,
	scopes,
	debtors,
	hidden,
	action,
}: ConsentPageInput): string {
	const fields = Object.entries(hidden)
		.map(([name, value]) => `<input type="hidden" name="${escape(name)}" value="${escape(value)}">`)
		.join('');
	const choices = debtors
		.map(
			(debtor) =>
				`<label><input type="checkbox" name="debtor" value="${escape(debtor.debtorId)}" checked> ` +
				`${escape(debtor.name)} <small>(${escape(debtor.number)})</small></label>`,
		)
		.join('');
	const asked = scopes.map((scope) => `<li><code>${escape(scope)}</code></li>`).join('');
	return page(
		'Nmbrs sandbox: sign in',
		`<h1>Nmbrs sandbox: sign in and give access</h1>
<p><strong>${escape(clientId)}</strong> asks for:</p><ul>${asked}</ul>
<form method="post" action="${escape(action)}">${fields}
<label>E-mail address <input type="email" name="email" value="beheer@voorbeeld.example"></label>
<fieldset><legend>Debtors</legend>${choices}</fieldset>
<button class="primary" type="submit" name="decision" value="allow">Allow</button>
<button class="plain" type="submit" name="decision" value="refuse">Refuse</button>
</form><p><small>This is a local stand-in. No data leaves this computer.</small></p>`,
	);
}

/** The vendor shows such a page, with a GUID, before any login; it never redirects. */
export function errorPage(title: string, detail: string): string {
	return page(
		title,
		`<h1>${escape(title)}</h1><p>${escape(detail)}</p><p><small>Error id ${randomUUID()}</small></p>`,
	);
}

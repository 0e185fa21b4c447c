/**
 * Consent without a person, for the demo and the tests: sends the form of the consent page.
 *
 * @param authorizeUrl the complete authorize URL, as n8n hands it to the browser
 * @param debtorIds debtors to allow; none = all
 * @param email who logs in; the consent page's own example where absent
 * @returns the callback URL with `code` and `state`, to be opened once by the caller
 */
export async function giveConsent(
	authorizeUrl: string,
	debtorIds: string[] = [],
	email?: string,
): Promise<string> {
	const url = new URL(authorizeUrl);
	const form = new URLSearchParams(url.searchParams);
	form.set('decision', 'allow');
	if (email !== undefined) form.set('email', email);
	for (const id of debtorIds) form.append('debtor', id);
	const response = await fetch(new URL('/connect/consent', url.origin), {
		method: 'POST',
		body: form,
		redirect: 'manual',
	});
	const location = response.headers.get('location');
	if (response.status !== 302 || location === null) {
		const title = /<h1>([^<]*)<\/h1>/.exec(await response.text())?.[1] ?? '';
		throw new Error(`The identity server refused the consent (${response.status}): ${title}`);
	}
	return location;
}

import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { Context } from './context.mts';

/** An account of the n8n with the role of a member, and no workflow or project but its own. */

export interface Member {
	cookie: string;
	page(): Promise<Page>;
	/** The editor's own API, as this account. */
	rest(method: string, path: string, body?: object): Promise<{ status: number; data: unknown }>;
}

const PASSWORD = 'Alleo-member-2026';

/** The owner invites, the member accepts. */
export async function inviteMember(context: Context, email: string): Promise<Member> {
	const { url, client } = context.n8n;
	const [invited] = await client.rest<Array<{ user: { inviteAcceptUrl: string } }>>(
		'POST',
		'/invitations',
		[{ email, role: 'global:member' }],
	);
	const token = new URL(invited?.user.inviteAcceptUrl ?? '').searchParams.get('token');
	const accepted = await fetch(`${url}/rest/invitations/accept`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ token, firstName: 'Mees', lastName: 'Member', password: PASSWORD }),
	});
	assert.equal(accepted.status, 200, await accepted.text());
	const cookies = accepted.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '');
	return {
		cookie: cookies.join('; '),
		async page() {
			const page = await context.strangersPage();
			await page.context().addCookies(
				cookies.map((text) => {
					const [name = '', ...value] = text.split('=');
					return { name, value: value.join('='), url };
				}),
			);
			return page;
		},
		async rest(method, path, body) {
			const response = await fetch(`${url}/rest${path}`, {
				method,
				headers: { cookie: cookies.join('; '), 'content-type': 'application/json' },
				...(body === undefined ? {} : { body: JSON.stringify(body) }),
			});
			const text = await response.text();
			const { data } = (text === '' ? {} : JSON.parse(text)) as { data?: unknown };
			return { status: response.status, data };
		},
	};
}

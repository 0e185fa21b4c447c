import assert from 'node:assert/strict';
import { credentialData } from '../../../sandbox/demo/credentials.mts';
import type { Context } from '../context.mts';
import { expectNoWrites, expectOnlyReads } from '../expect.mts';
import type { Scenario } from '../run.mts';

interface Answer {
	status: string;
	message: string;
}

/** Presses "Test" on a credential with these values. */
async function test(context: Context, type: string, changes: object = {}): Promise<Answer> {
	const data = { ...credentialData(context.sandbox)[type], ...changes };
	const name = `${type} under test`;
	const id = await context.client.createCredential(name, type, data);
	return await context.client.testCredential(id, name, type, data);
}

/** A right credential passes; a wrong one says what to do, without showing a secret. */
async function mustTell(
	context: Context,
	type: string,
	...wrong: Array<Record<string, string>>
): Promise<void> {
	const good = await test(context, type);
	assert.equal(good.status, 'OK', `${type}: ${good.message}`);
	for (const changes of wrong) {
		const fields = Object.keys(changes).join(' and ');
		const bad = await test(context, type, changes);
		assert.equal(bad.status, 'Error', `${type} with a wrong ${fields}: ${bad.message}`);
		assert.ok(bad.message.length > 30, `${type} with a wrong ${fields} only says "${bad.message}"`);
		for (const [field, value] of Object.entries(changes)) {
			if (/secret|token/i.test(field)) assert.ok(!bad.message.includes(value));
		}
	}
	expectNoWrites(context);
	expectOnlyReads(context);
}

export const scenarios: Record<string, Scenario> = {
	'the test of the Alleo credential': (context) =>
		mustTell(context, 'alleoApi', { secretKey: 'SK-WRONG' }, { baseUrl: 'http://alleo.example' }),
	'a stored token goes to no address in clear text': async (context) => {
		const { port } = new URL(context.sandbox.alleo.url);
		context.sandbox.alleo.log.reset();
		for (const baseUrl of [`http://0.0.0.0:${port}`, `http://[::ffff:127.0.0.1]:${port}`]) {
			const told = await test(context, 'alleoApi', { baseUrl, accessToken: 'stored-token' });
			assert.equal(told.status, 'Error');
			assert.match(told.message, /must start with https/);
		}
		assert.deepEqual(context.sandbox.alleo.log.entries, []);
	},
	'the test of the AFAS OAuth2 credential': (context) =>
		mustTell(
			context,
			'afasOAuth2Api',
			{ clientSecret: 'wrong-secret' },
			{ environmentNumber: '12', baseUrl: '' },
		),
	'the test of the AFAS token credential': (context) =>
		mustTell(context, 'afasTokenApi', { token: 'B'.repeat(64) }, { baseUrl: 'ftp://afas.example' }),
	'the test of the NMBRS token credential': (context) =>
		mustTell(context, 'nmbrsTokenApi', {
			token: 'wrong-token',
			soapBaseUrl: 'http://nmbrs.example',
		}),
	'no node outside the package can use them': async (context) => {
		const bindings = await context.credentials(['alleoApi']);
		const name = 'HTTP Request';
		await assert.rejects(
			context.import({
				name: 'Stranger',
				nodes: [
					{
						id: 'http',
						name,
						type: 'n8n-nodes-base.httpRequest',
						typeVersion: 4.2,
						position: [0, 0],
						parameters: {
							url: context.sandbox.alleo.url,
							authentication: 'predefinedCredentialType',
							nodeCredentialType: 'alleoApi',
						},
						credentials: bindings,
					},
				],
				connections: {},
				settings: {},
			}),
			/restricted to/,
		);
	},
};

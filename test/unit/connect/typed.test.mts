import {
	LONGEST_TYPED,
	readChoice,
	readClientId,
	readDomain,
	readSecret,
	readUserName,
	shownAgain,
} from '../../../core/connect/typed';

const MEGABYTE = 'x'.repeat(1_000_000);

test.each([
	'afas-demo-secret',
	'=begins/with+equals==',
	'={{ $workflow.name }}',
	'two words and "quotes" \\ back',
	'Wachtwoord€é𝒳',
	'x'.repeat(LONGEST_TYPED),
])('%j is a secret as it is', (text) => {
	expect(readSecret(text)).toEqual({ ok: true, value: text });
	expect(readSecret(` \t${text}\n`)).toEqual({ ok: true, value: text });
});

test.each([
	['', 'missing'],
	[' \u00a0\ufeff\n ', 'missing'],
	['x'.repeat(LONGEST_TYPED + 1), 'long'],
	[MEGABYTE, 'long'],
	[' '.repeat(1_000_000), 'long'],
	['a\nb', 'characters'],
	['a\0b', 'characters'],
	['a\u202eb', 'characters'],
	['a\u200bb', 'characters'],
	['a\ud800b', 'characters'],
	['a\ufffdb', 'characters'],
	['a\u2028b', 'characters'],
])('%j is no secret: %s', (text, problem) => {
	expect(readSecret(text)).toEqual({ ok: false, problem });
	expect(shownAgain(text)).toBe('');
});

test.each(['jan@voorbeeld.nl', 'Jan de Vries', "o'neil+alleo@example.nl", '=jan@example.nl'])(
	'%j is a user',
	(text) => expect(readUserName(text)).toEqual({ ok: true, value: text }),
);

test.each(['afas-demo-client', '8B1F0C0E-0000-4000-8000-000000000000', 'a.b:c/d=='])(
	'%j is a client id',
	(text) => expect(readClientId(text)).toEqual({ ok: true, value: text }),
);

test.each(['two words', 'é', 'tab\tbed'])('%j is no client id', (text) =>
	expect(readClientId(text)).toMatchObject({ ok: false }),
);

test.each(['voorbeeld', 'Voorbeeld-2', 'extdev-App_1', 'a'])('%j is a domain', (text) =>
	expect(readDomain(text)).toEqual({ ok: true, value: text }),
);

test.each(['a.b', '-a', 'a-', '={{1}}', 'a b', 'a/b', 'a'.repeat(64), 'a@b', '$a', 'a"'])(
	'%j is no domain',
	(text) => expect(readDomain(text)).toEqual({ ok: false, problem: 'form' }),
);

test('a choice is one that was offered, and nothing stands for what was not', () => {
	expect(readChoice('test', ['production', 'test'])).toBe('test');
	for (const text of ['', 'Test', 'constructor', '__proto__', '=test', MEGABYTE]) {
		expect(readChoice(text, ['production', 'test'])).toBeNull();
	}
});

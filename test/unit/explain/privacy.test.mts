import { account, person } from '../../support/people.mts';
import { ask } from './ask.mts';

/** An explanation may be passed on: no private address, no birthday, no pay, no markup of others. */

const SECRET = 'thuis@gezin.nl';

const everything = (question: string, world: Parameters<typeof ask>[1]): string =>
	JSON.stringify(ask(question, world));

test.each([
	['in the record', [person(1, { private_email: SECRET })], [account(1)]],
	['in Alleo', [person(1)], [account(1, { private_email: SECRET })]],
	['as the address of the person', [person(1, { email: SECRET, private_email: SECRET })], []],
	[
		'as a change',
		[person(1, { private_email: SECRET })],
		[account(1, { private_email: 'oud@x.nl' })],
	],
	[
		'as the new address of an account',
		[person(1, { email: SECRET, private_email: SECRET })],
		[account(1)],
	],
	[
		'of somebody with the same name',
		[
			person(1),
			person(2, { first_name: 'First1', last_name: 'Last1', email: SECRET, private_email: SECRET }),
		],
		[],
	],
])('a private address %s is never shown', (_name, source, alleo) => {
	const text = everything('nmbrs-1', { source, alleo });
	expect(text).not.toContain(SECRET);
	expect(text).not.toContain('oud@x.nl');
	expect(text).toContain('nmbrs-1');
});

test('the private address that was asked for is echoed, and nothing else is', () => {
	const { answers } = ask(SECRET, {
		source: [person(1, { private_email: SECRET.toUpperCase() })],
		alleo: [account(1)],
	});
	const { question, ...rest } = answers[0]!;
	expect(question).toBe(SECRET);
	expect(JSON.stringify(rest).toLowerCase()).not.toContain(SECRET);
});

test('birthdays and budgets are never shown, only that they change', () => {
	const birthday = '1984-03-17';
	const source = [person(1, { birthday, budgets: { alleo_monthly_all_budget: 4321 } })];
	for (const alleo of [[account(1)], []]) {
		const text = everything('nmbrs-1', { source, alleo });
		expect(text).not.toMatch(/1984|17 Mar|4321/);
	}
	const { answers } = ask('nmbrs-1', { source, alleo: [account(1)] });
	expect(answers[0]?.text_en).toContain('Birthday: changes (not shown)');
});

test('names are escaped on the page and in markdown', () => {
	const name = '<script>alert(1)</script>';
	const { page, answers } = ask('nmbrs-1', {
		source: [person(1, { first_name: name, last_name: '[x](http://evil)\n- # y' })],
	});
	expect(page.html).not.toContain('<script');
	expect(page.html).toContain('&lt;script&gt;');
	expect(page.text_markdown).not.toMatch(/(?<!\\)<script|(?<!\\)\[x|\n\s*- # y/);
	expect(answers[0]?.text_en.split('\n').some((line) => line.startsWith('- # y'))).toBe(false);
});

test('the title is shown, as text', () => {
	const { page } = ask('nmbrs-1', { source: [person(1)], title: 'Voorbeeld <b>\nHolding' });
	expect(page.html).toContain('Voorbeeld &lt;b&gt; Holding');
	expect(page.text_en).toMatch(/^Voorbeeld <b> Holding: Why did/);
	expect(page.text_markdown).toMatch(/^# Voorbeeld \\<b\\> Holding: Why did/);
});

test('a question is text, whatever it holds', () => {
	const { page } = ask('<img src=x onerror=alert(1)>', { source: [person(1)] });
	expect(page.html).not.toContain('<img');
	expect(page.headline).toContain('Nobody was found');
});

test('the page loads nothing, runs nothing and sends nothing', () => {
	const { html } = ask('nmbrs-1', { source: [person(1)], language: 'nl' }).page;
	expect(html).not.toMatch(/<(script|link|img|form|iframe|object)\b|url\(|@import|\son\w+=/i);
	expect(html).toContain('<main class="explain" lang="nl">');
	expect(html).toContain('Eerst moet een persoon het plan goedkeuren.');
});

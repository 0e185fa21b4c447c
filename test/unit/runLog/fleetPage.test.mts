import { digest } from '../../../core/runLog/digest';
import { readFleet } from '../../../core/runLog/fleet/facts';
import { renderFleet, renderFleetProblem } from '../../../core/runLog/fleet/page';
import { checkOf, colourOf } from '../../../core/runLog/fleet/reason';
import { fleetLines } from '../../../core/runLog/fleet/rule';
import { reasonText } from '../../../core/runLog/fleet/text';
import { escapeHtml } from '../../../core/ui/html';
import { watch } from '../../../core/runLog/watch';
import { FLEET_NOW, LIMITS, madeFleet, madeIntegration, madeRun } from '../../support/fleet.mts';

const now = Date.parse(FLEET_NOW);
const history = madeFleet();
const lines = fleetLines(readFleet(history), LIMITS, now);

describe.each(['nl', 'en'] as const)('the fleet page in %s', (language) => {
	const page = renderFleet({ lines, language, now, zone: 'UTC' });

	test('each customer once, with every reason and its step', () => {
		for (const { customer, reasons } of lines) {
			expect(page).toContain(`<h2><bdi>${escapeHtml(customer)}</bdi></h2>`);
			for (const one of reasons)
				expect(page).toContain(escapeHtml(reasonText(one, language, 'UTC')));
		}
		expect(page.match(/<li class="line /g)).toHaveLength(lines.length);
	});

	test('what others wrote is text, and a link goes nowhere but to this n8n', () => {
		expect(page).not.toContain('Co <script>');
		const links = [...page.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href);
		expect(links.length).toBeGreaterThan(20);
		for (const href of links) expect(href).toMatch(/^https:\/\/n8n\.example\//);
	});

	test('no colour stands alone: each line has its word', () => {
		const words = {
			nl: ['Nu helpen', 'Binnenkort', 'In orde'],
			en: ['Help now', 'Soon', 'In order'],
		};
		for (const word of words[language]) expect(page).toContain(word);
		expect(page.match(/class="state"/g)).toHaveLength(lines.length);
	});
});

test('an address that is no address of a page is no link', () => {
	const odd = madeIntegration('w1', 'x', { workflow_url: 'javascript:alert(1)', runs: [] });
	const made = renderFleet({
		lines: fleetLines(readFleet([odd]), LIMITS, now),
		language: 'en',
		now,
		zone: 'UTC',
	});
	expect(made).not.toContain('javascript:');
});

test('nobody yet, and what cannot be read', () => {
	expect(renderFleet({ lines: [], language: 'en', now, zone: 'UTC' })).toContain(
		'There are no customers yet.',
	);
	const problem = { message: 'The <key>', details: 'Give it the scope', code: 'N8N_SCOPE_MISSING' };
	const shown = renderFleetProblem(problem, 'nl');
	expect(shown).toContain('The &lt;key&gt;');
	expect(shown).toContain('N8N_SCOPE_MISSING');
});

test('workflows of the log that the key does not list are named', () => {
	const entries = [...history, madeRun('gone', 'applied', 3, { customer: 'Vertrokken BV' })];
	const made = fleetLines(readFleet(entries), LIMITS, now);
	const page = renderFleet({ lines: made, language: 'en', now, zone: 'UTC' });
	expect(page).toContain('Vertrokken BV');
	expect(page).toContain('Workflows of the run log that this key may not see: 1');
});

describe('page, watchdog and digest say the same', () => {
	test('the watchdog tells exactly of what the rule has a check for', () => {
		const told = watch({
			history,
			states: [],
			limits: LIMITS,
			language: 'en',
			now: FLEET_NOW,
			zone: 'UTC',
		});
		const expected = lines.flatMap(({ customer, reasons }) =>
			reasons.flatMap((one) => {
				const check = checkOf(one.code);
				return check === null ? [] : [`${customer} ${check}`];
			}),
		);
		expect([...new Set(told.map(({ customer, check }) => `${customer} ${check}`))].sort()).toEqual(
			[...new Set(expected)].sort(),
		);
		const again = watch({
			history,
			states: told,
			limits: LIMITS,
			language: 'en',
			now: FLEET_NOW,
			zone: 'UTC',
		});
		expect(again).toEqual([]);
	});

	test('one reason in the place of another is no recovery', () => {
		const of = (problems: string) => [
			madeIntegration('w1', 'Bakkerij', { runs: [madeRun('w1', 'failed', 2, { problems })] }),
		];
		const common = { limits: LIMITS, language: 'en', now: FLEET_NOW, zone: 'UTC' } as const;
		const told = watch({ ...common, history: of('Read: NETWORK'), states: [] });
		expect(watch({ ...common, history: of('x: NMBRS_CONSENT_LOST'), states: told })).toEqual([]);
	});

	test('switched off: solved says that nobody waits, not that a run succeeded', () => {
		const late = { runs: [madeRun('w1', 'applied', 90)] };
		const common = { limits: LIMITS, language: 'en', now: FLEET_NOW, zone: 'UTC' } as const;
		const told = watch({ ...common, history: [madeIntegration('w1', 'x', late)], states: [] });
		expect(told.map(({ check }) => check)).toEqual(['no_success']);
		expect(told[0]?.text).toContain('https://n8n.example/workflow/w1');
		const off = [madeIntegration('w1', 'x', { ...late, published: false })];
		const [solved] = watch({ ...common, history: off, states: told });
		expect(solved).toMatchObject({ state: 'ok', text: 'It is off: nobody waits for a run.' });
	});

	test('the digest has the counts, and every red and amber reason', () => {
		const { text } = digest({
			history,
			limits: LIMITS,
			language: 'en',
			now: FLEET_NOW,
			zone: 'UTC',
		});
		const count = (colour: string) => lines.filter((one) => one.colour === colour).length;
		const [first, second] = text.split('\n');
		expect(first).toBe(
			`Customers to help now: ${count('red')}, soon: ${count('amber')}, in order: ${count('green')}.`,
		);
		expect(second).toContain('Workflows behind the template version of this package: 1.');
		for (const { reasons } of lines) {
			for (const one of reasons) {
				if (colourOf(one.code) !== 'green') expect(text).toContain(reasonText(one, 'en', 'UTC'));
			}
		}
		expect(text).toContain('Houthandel Jansen: No run this week.');
	});
});

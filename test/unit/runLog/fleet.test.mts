import { readFleet } from '../../../core/runLog/fleet/facts';
import type { FleetIntegration } from '../../../core/runLog/fleet/facts';
import { stepLink } from '../../../core/runLog/fleet/link';
import { colourOf } from '../../../core/runLog/fleet/reason';
import type { FleetReason } from '../../../core/runLog/fleet/reason';
import { behindCount, fleetLines, reasonsOf } from '../../../core/runLog/fleet/rule';
import {
	daysAgo,
	FLEET_NOW,
	hoursAgo,
	LIMITS,
	madeCounts,
	madeCredential,
	madeFleet,
	madeIntegration,
	madeRun,
} from '../../support/fleet.mts';

const NOW = Date.parse(FLEET_NOW);

const reasonsFor = (changes: Partial<FleetIntegration>, now = NOW): FleetReason[] => {
	const [fact] = readFleet([madeIntegration('w1', 'Bakkerij', changes)]);
	return fact === undefined ? [] : reasonsOf(fact, LIMITS, now);
};
const codes = (changes: Partial<FleetIntegration>, now = NOW): string[] =>
	reasonsFor(changes, now).map(({ code }) => code);
const runs = (...given: Array<[state: string, hours: number, changes?: object]>) => ({
	runs: given.map(([state, hours, changes]) => madeRun('w1', state, hours, changes)),
});
const nmbrs = (changes: object) => ({ credentials: [madeCredential('nmbrsOAuth2Api', changes)] });
const afas = (changes: object) => ({ credentials: [madeCredential('afasOAuth2Api', changes)] });

describe('what a run says', () => {
	test('nothing, where all is well', () => {
		expect(codes({})).toEqual([]);
	});

	test('failed: with what, and where to look; refused access asks for an invitation', () => {
		const [failed] = reasonsFor(
			runs(['failed', 2, { problems: 'Read: NETWORK', run: '77' }], ['applied', 20]),
		);
		expect(failed).toMatchObject({ code: 'failing', detail: 'Read: NETWORK', run: '77' });
		const lost = { problems: 'Read NMBRS employees: NMBRS_CONSENT_LOST_NO_REFRESH' };
		expect(codes(runs(['failed', 2, lost], ['applied', 20]))).toEqual(['consentLost']);
		const secret = { problems: 'Read AFAS employees: AFAS_OAUTH_REFUSED' };
		expect(codes(runs(['failed', 2, secret], ['applied', 20]))).toEqual(['refused']);
		expect(codes(runs(['applied', 2], ['failed', 20, lost]))).toEqual([]);
	});

	test('broke off: a newest run that neither ended nor waits', () => {
		expect(codes(runs(['started', 5], ['applied', 20]))).toEqual([]);
		expect(codes(runs(['started', 7], ['applied', 20]))).toEqual(['cutOff']);
		expect(codes(runs(['applying', 7], ['applied', 20]))).toEqual(['cutOff']);
		// A later run shows that it went on.
		expect(codes(runs(['applied', 2], ['started', 20]))).toEqual([]);
		const waits = (expires: number) =>
			codes(runs(['waiting', 10, { expires_at: hoursAgo(expires) }], ['applied', 20]));
		expect(waits(-1)).toEqual(['waiting']);
		expect(waits(0.5)).toEqual(['waiting']);
		// Its own run closes an expired plan; nobody did, so the run is gone, and nothing can be decided.
		expect(waits(2)).toEqual(['cutOff']);
	});

	test('a plan that waits is soon, one that waits for long is now; the link leads to it', () => {
		const [soon] = reasonsFor(runs(['waiting', 3, { run: '9' }], ['applied', 20]));
		expect(soon).toMatchObject({ code: 'waiting', step: 'decide', run: '9' });
		const counts = madeCounts(0, { link: 'https://n8n.example/plan' });
		const known = runs(['waiting', 3, { counts }], ['applied', 20, { counts }]);
		expect(reasonsFor(known)).toMatchObject([
			{ code: 'waiting', plan: 'https://n8n.example/plan' },
		]);
		expect(reasonsFor(runs(['applied', 3, { counts }]))).toEqual([]);
		// What is sent and kept has the run only: the link to decide would outlive the plan.
		expect(stepLink(soon as FleetReason, madeIntegration('w1', 'x'))).toBe(
			'https://n8n.example/workflow/w1/executions/9',
		);
		expect(codes(runs(['waiting', 13], ['applied', 20]))).toEqual(['undecided']);
		// An expired one can not be decided any more.
		const [late] = reasonsFor(runs(['expired', 14], ['applied', 20]));
		expect(late).toMatchObject({ code: 'undecided', step: 'workflow' });
	});

	test('a long wait for its turn is said, a short one not; to go on without a turn always', () => {
		const turns = (...waited: object[]) =>
			reasonsFor(runs(['applied', 3, { counts: madeCounts(0, { waited }) }]));
		const alleo = { budget: 'Alleo Zuid', seconds: 59, got: true };
		expect(turns(alleo)).toEqual([]);
		expect(
			turns({ ...alleo, seconds: 60 }, { budget: 'NMBRS', seconds: 0, got: false }),
		).toMatchObject([{ code: 'waited', detail: 'Alleo Zuid 60 s, NMBRS 0 s (!)' }]);
	});

	test('no success for too long, or never a run', () => {
		expect(codes(runs(['applied', 27]))).toEqual(['noSuccess']);
		expect(codes({ runs: [] })).toEqual(['neverRan']);
		expect(codes({ runs: [], saved_at: null })).toEqual(['neverRan']);
		expect(codes({ runs: [], saved_at: hoursAgo(3) })).toEqual(['neverRanNew']);
		expect(codes({ runs: [], monthly: true, saved_at: daysAgo(20) })).toEqual(['neverRanNew']);
		expect(codes({ monthly: true, ...runs(['applied', 20 * 24]) })).toEqual([]);
		expect(codes({ monthly: true, ...runs(['applied', 33 * 24]) })).toEqual(['noSuccess']);
	});

	test('what was just switched on had no chance to run; a run since then had', () => {
		const dryRun = { mode: 'dryRun' };
		const old = runs(['applied', 100, dryRun]);
		expect(codes({ ...old, saved_at: hoursAgo(2) })).toEqual([]);
		expect(codes({ ...old, saved_at: hoursAgo(99) })).toEqual(['noSuccess']);
		expect(codes({ ...runs(['rejected', 1], ['applied', 100]), saved_at: hoursAgo(2) })).toEqual([
			'noSuccess',
		]);
	});

	test('who is held for a week or more is counted, whoever is held for less is not', () => {
		const fleet = madeFleet().filter(({ customer }) => customer === 'Kwekerij Groen');
		const [fact] = readFleet(fleet);
		expect(reasonsOf(fact!, LIMITS, NOW)).toMatchObject([{ code: 'held', count: 4 }]);
		expect(reasonsOf(fact!, LIMITS, NOW - 6 * 86_400_000)).toEqual([]);
	});
});

describe('what ends by itself', () => {
	test('an NMBRS consent that nothing uses', () => {
		expect(codes(nmbrs({ changed_at: daysAgo(6) }))).toEqual([]);
		const [ending] = reasonsFor(nmbrs({ changed_at: daysAgo(20) }));
		expect(ending).toMatchObject({ code: 'consentEnding', step: 'invite' });
		expect(new Date(ending?.at ?? 0).toISOString()).toBe(daysAgo(-10));
		expect(codes(nmbrs({ changed_at: daysAgo(31) }))).toEqual(['consentEnded']);
		expect(codes(nmbrs({ changed_at: null }))).toEqual([]);
	});

	test('an AFAS secret, from the day on which it was given; that day is never guessed', () => {
		expect(codes(afas({ given_at: daysAgo(149) }))).toEqual([]);
		expect(codes(afas({ given_at: daysAgo(151) }))).toEqual(['secretEnding']);
		expect(codes({ ...afas({ given_at: daysAgo(181) }), ...runs(['applied', 25]) })).toEqual([
			'secretEnded',
		]);
		// It still worked after its 180th day, so it has another end.
		expect(codes({ ...afas({ given_at: daysAgo(181) }), ...runs(['applied', 23]) })).toEqual([]);
		const unknown = (made: string | null) => codes(afas({ given_at: null, created_at: made }));
		expect(unknown(daysAgo(100))).toEqual([]);
		expect(unknown(daysAgo(160))).toEqual(['secretUnknown']);
		expect(unknown(daysAgo(300))).toEqual([]);
		expect(unknown(null)).toEqual(['secretUnknown']);
	});

	test('classic AFAS tokens and NMBRS SOAP: told early, amber from 90 days before', () => {
		const token = { credentials: [madeCredential('afasTokenApi')] };
		expect(codes(token, Date.UTC(2026, 10, 16))).toContain('tokenEnds');
		expect(codes(token, Date.UTC(2026, 10, 18))).toContain('tokenEnding');
		const soap = { credentials: [madeCredential('nmbrsTokenApi')] };
		expect(codes(soap, NOW)).toEqual(['soapEnds']);
		expect(codes(soap, Date.UTC(2026, 11, 2))).toContain('soapEnding');
	});

	test('off, never on, disconnected, and on without its credential', () => {
		const gone = nmbrs({ exists: false });
		expect(codes({ published: false })).toEqual(['switchedOff']);
		expect(codes({ published: false, enabled: false, runs: [] })).toEqual(['notPublished']);
		expect(codes({ published: false, ...gone })).toEqual(['disconnected']);
		expect(codes(gone)).toEqual(['credentialGone']);
		// What is off is not missed.
		expect(codes({ published: false, ...runs(['applied', 500]) })).toEqual(['switchedOff']);
	});

	test('behind the template: an older version, or one that nobody knows', () => {
		expect(codes({ template_version: 2 })).toEqual(['behind']);
		expect(codes({ template_version: null })).toEqual(['behind']);
		expect(codes({ template_version: 4 })).toEqual([]);
		expect(codes({ template_version: null, newest_version: null })).toEqual([]);
	});
});

describe('the lines', () => {
	const lines = fleetLines(readFleet(madeFleet()), LIMITS, NOW);

	test('one per customer, the worst first, and by name where nothing is wrong', () => {
		expect(lines.map(({ customer }) => customer)).toHaveLength(
			new Set(madeFleet().map(({ customer }) => customer)).size,
		);
		const colours = lines.map(({ colour }) => colour);
		expect(colours).toEqual([...colours].sort((a, b) => colours.indexOf(a) - colours.indexOf(b)));
		expect(colours[0]).toBe('red');
		const fine = lines.filter(({ colour }) => colour === 'green').map(({ customer }) => customer);
		expect(fine).toEqual([...fine].sort());
	});

	test('the colour is that of its worst reason, of any of its workflows', () => {
		for (const { colour, reasons } of lines) {
			const own = reasons.map(({ code }) => colourOf(code));
			expect(colour).toBe(own.includes('red') ? 'red' : own.includes('amber') ? 'amber' : 'green');
		}
		const two = lines.find(({ customer }) => customer === 'Bakkerij Van Dijk');
		expect(two).toMatchObject({ colour: 'red', workflows: ['w02', 'w17'] });
	});

	test('how many workflows are behind', () => {
		expect(behindCount(lines)).toBe(1);
	});

	test('rows alone, integrations alone, anything else among them', () => {
		const row = madeRun('w9', 'failed', 3, { customer: 'Zorg' });
		const [only] = readFleet([row, null, {}, { error: 'x' }]);
		expect(only).toMatchObject({ workflow: 'w9', customer: 'Zorg', integration: null });
		expect(reasonsOf(only!, LIMITS, NOW)).toMatchObject([{ code: 'failing' }]);
		expect(stepLink(reasonsOf(only!, LIMITS, NOW)[0]!, null)).toBeNull();
		const both = readFleet([madeIntegration('w9', 'Zorg BV', { runs: [] }), row]);
		expect(both).toHaveLength(1);
		expect(both[0]?.runs).toHaveLength(1);
		expect(both[0]?.customer).toBe('Zorg BV');
	});
});

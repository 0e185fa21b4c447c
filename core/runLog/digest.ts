import type { Language } from '../issues';
import { countBy } from '../model/collect';
import { formatInstant } from '../ui/instant';
import { isKey, texts } from '../ui/texts';
import type { Pair } from '../ui/texts';
import type { RunState } from './columns';
import { readFleet } from './fleet/facts';
import type { FleetFact } from './fleet/facts';
import { stepLink } from './fleet/link';
import { colourOf, COLOURS } from './fleet/reason';
import { behindCount, fleetLines } from './fleet/rule';
import type { FleetLine } from './fleet/rule';
import type { FleetLimits } from './fleet/runReasons';
import { reasonText } from './fleet/text';
import { heldLong } from './heldLong';
import type { LoggedRun } from './runs';

/**
 * The week in a few lines per customer, from the run log; where the workflows themselves are known too, the
 * state of each customer as the fleet page has it (fleet/rule.ts).
 */

const DAY_MS = 86_400_000;

const STATES = {
	started: ['not finished', 'niet afgerond'],
	waiting: ['waiting', 'wachtend'],
	applying: ['not finished', 'niet afgerond'],
	nothing: ['nothing to do', 'niets te doen'],
	applied: ['applied', 'toegepast'],
	partly: ['partly applied', 'deels toegepast'],
	rejected: ['rejected', 'afgewezen'],
	expired: ['expired', 'verlopen'],
	failed: ['failed', 'mislukt'],
	part: ['ended by hand', 'met de hand beëindigd'],
} as const satisfies Record<RunState, Pair>;

const states = texts(STATES);

const say = texts({
	subject: ['Alleo sync: the week until {day}', 'Alleo-synchronisatie: de week tot en met {day}'],
	none: ['There were no runs.', 'Er waren geen runs.'],
	run: ['1 run: {states}.', '1 run: {states}.'],
	runs: ['{count} runs: {states}.', '{count} runs: {states}.'],
	changes: [
		'Changes in Alleo: {changes}, failed: {failed}.',
		'Wijzigingen in Alleo: {changes}, mislukt: {failed}.',
	],
	fleet: [
		'Customers to help now: {red}, soon: {amber}, in order: {green}.',
		'Klanten: nu helpen {red}, binnenkort {amber}, in orde {green}.',
	],
	behind: [
		'Workflows behind the template version of this package: {count}.',
		'Workflows die achterlopen op de templateversie van dit pakket: {count}.',
	],
	noRun: ['No run this week.', 'Geen run deze week.'],
	approvers: ['Decided by: {approvers}.', 'Besloten door: {approvers}.'],
});

const sum = (runs: readonly LoggedRun[], key: 'applied' | 'failed'): number =>
	runs.reduce((total, run) => total + (run[key] ?? 0), 0);

function line(runs: readonly LoggedRun[], language: Language): string {
	const t = say(language);
	const counts = countBy(runs, ({ state }) =>
		isKey(STATES, state) ? states(language)(state) : state,
	);
	const said = [...counts].map(([word, count]) => `${count} ${word}`).join(', ');
	const count = runs.length;
	const text = [
		count === 1 ? t('run', { states: said }) : t('runs', { count, states: said }),
		t('changes', { changes: sum(runs, 'applied'), failed: sum(runs, 'failed') }),
	].join(' ');
	const approvers = [...new Set(runs.flatMap(({ approver }) => approver || []))].join(', ');
	return approvers === '' ? text : `${text} ${t('approvers', { approvers })}`;
}

export interface Digest {
	subject: string;
	text: string;
	runs: number;
}

/** The reasons that need somebody, with the link of the step; only where the workflow itself is known. */
function needs({ reasons }: FleetLine, language: Language, zone: string): string[] {
	return reasons
		.filter(({ code, integration }) => integration !== null && colourOf(code) !== 'green')
		.map((one) =>
			[`- ${reasonText(one, language, zone)}`, stepLink(one, one.integration) ?? []]
				.flat()
				.join(' '),
		);
}

const weekOf = (runs: readonly LoggedRun[], from: number): LoggedRun[] =>
	runs.filter(({ started }) => started >= from);

/** A customer's week and state; nothing where there was no run and nothing is to be done. */
function ofWorkflow(
	{ customer, runs }: FleetFact,
	wrong: readonly string[],
	{ language, now, from }: { language: Language; now: string; from: number },
): string[] {
	const week = weekOf(runs, from);
	if (week.length === 0 && wrong.length === 0) return [];
	const said = week.length === 0 ? say(language)('noRun') : line(week, language);
	const waiting = week.length === 0 ? [] : heldLong(runs, language, now.slice(0, 10));
	return [[`${customer}: ${said}`, ...wrong, ...waiting].join('\n')];
}

/** How many are red, amber and green; nothing where only the run log is known. */
function overview(lines: readonly FleetLine[], language: Language): string[] {
	if (lines.every(({ integrations }) => integrations.length === 0)) return [];
	const [red = 0, amber = 0, green = 0] = COLOURS.map(
		(colour) => lines.filter((one) => one.colour === colour).length,
	);
	const t = say(language);
	const behind = behindCount(lines);
	return [
		t('fleet', { red, amber, green }),
		...(behind === 0 ? [] : [t('behind', { count: behind })]),
	];
}

export interface DigestInput {
	/** Integrations, rows of the run log, or both: see fleet/facts.ts. */
	history: readonly unknown[];
	limits: FleetLimits;
	language: Language;
	/** The present instant, ISO 8601 UTC; the digest is about the seven days before it. */
	now: string;
	/** IANA name, of who reads it. */
	zone: string;
}

export function digest({ history, limits, language, now, zone }: DigestInput): Digest {
	const from = Date.parse(now) - 7 * DAY_MS;
	const facts = readFleet(history);
	const fleet = fleetLines(facts, limits, Date.parse(now));
	const wrong = new Map(
		fleet.flatMap((one) => one.workflows.slice(0, 1).map((id) => [id, needs(one, language, zone)])),
	);
	const lines = facts
		.flatMap((fact) => ofWorkflow(fact, wrong.get(fact.workflow) ?? [], { language, now, from }))
		.sort();
	const t = say(language);
	return {
		subject: t('subject', { day: formatInstant(now, zone, language).replace(/ \d\d:\d\d$/, '') }),
		text: [...overview(fleet, language), ...(lines.length === 0 ? [t('none')] : lines)].join('\n'),
		runs: facts.flatMap(({ runs }) => weekOf(runs, from)).length,
	};
}

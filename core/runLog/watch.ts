import { z } from 'zod';
import type { Language } from '../issues';
import { formatInstant } from '../ui/instant';
import { readFleet } from './fleet/facts';
import type { FleetFact } from './fleet/facts';
import { stepLink } from './fleet/link';
import { checkOf } from './fleet/reason';
import type { FleetReason, ReasonCode } from './fleet/reason';
import { reasonsOf } from './fleet/rule';
import type { FleetLimits } from './fleet/runReasons';
import { reasonText } from './fleet/text';
import { CHECKS, watchText } from './watchText';
import type { WatchCheck } from './watchText';

/**
 * Looks for workflows that nobody would miss until somebody complains: no run that succeeded, a plan that
 * nobody decides on, a newest run that failed or broke off, access that ends. What is wrong is the rule of
 * the fleet page (fleet/rule.ts); here each change of it is said once.
 */

const State = z.object({ key: z.string(), state: z.string(), since: z.string().nullish() });

/** One change of state: a row of the watchdog's table, and the message about it. */
export interface WatchChange {
	/** `<workflow>:<check>` */
	key: string;
	workflow: string;
	customer: string;
	check: WatchCheck;
	state: 'alert' | 'ok';
	since: string;
	subject: string;
	text: string;
}

export interface WatchInput {
	/** Integrations, rows of the run log, or both: see fleet/facts.ts. */
	history: readonly unknown[];
	/** The rows of the watchdog's table as they were left last time. */
	states: readonly unknown[];
	limits: FleetLimits;
	language: Language;
	/** The present instant, ISO 8601 UTC. */
	now: string;
	/** IANA name, of who reads it. */
	zone: string;
}

/** Reasons that have a text of their own behind the check: the text of the check would say less. */
const OWN_WORDS: ReadonlySet<ReasonCode> = new Set([
	'consentLost',
	'refused',
	'credentialGone',
	'neverRan',
]);

function textOf(
	check: WatchCheck,
	found: FleetReason,
	{ language, zone }: Pick<WatchInput, 'language' | 'zone'>,
): string {
	if (check === 'ending') return reasonText(found, language, zone);
	return found.detail === '' ? '-' : found.detail;
}

function change(
	fact: FleetFact,
	check: WatchCheck,
	found: FleetReason | null,
	input: WatchInput,
): WatchChange {
	const { language, now, zone } = input;
	const { workflow, customer, integration } = fact;
	const since = new Date(found?.at ?? now).toISOString();
	const words = watchText(check, found !== null, language, {
		customer,
		since: formatInstant(since, zone, language),
		detail: found === null ? '-' : textOf(check, found, input),
		isOff: integration?.published === false,
	});
	const link = found === null ? null : stepLink(found, integration);
	const own =
		found !== null && OWN_WORDS.has(found.code) ? reasonText(found, language, zone) : words.text;
	return {
		key: `${workflow}:${check}`,
		workflow,
		customer,
		check,
		state: found === null ? 'ok' : 'alert',
		since,
		subject: words.subject,
		text: link === null ? own : `${own}\n${link}`,
	};
}

/** @returns only what changed since the states: new alerts, and recoveries */
export function watch(input: WatchInput): WatchChange[] {
	const instant = Date.parse(input.now);
	const alerting = new Set(
		input.states.flatMap((entry) => {
			const state = State.safeParse(entry);
			return state.success && state.data.state === 'alert' ? [state.data.key] : [];
		}),
	);
	return readFleet(input.history).flatMap((fact) => {
		const reasons = reasonsOf(fact, input.limits, instant);
		return CHECKS.flatMap((check) => {
			const found = reasons.find(({ code }) => checkOf(code) === check) ?? null;
			const isKnown = alerting.has(`${fact.workflow}:${check}`);
			return (found !== null) === isKnown ? [] : [change(fact, check, found, input)];
		});
	});
}

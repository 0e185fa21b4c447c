import { compareText, groupBy } from '../../model/collect';
import { accessReasons, behind } from './accessReasons';
import type { FleetFact, FleetIntegration } from './facts';
import { colourOf, COLOURS, rankOf } from './reason';
import type { Colour, FleetReason } from './reason';
import { lastGood, runReasons } from './runReasons';
import type { FleetLimits } from './runReasons';

/**
 * In what state a customer is: the one rule, for the fleet page, the watchdog and the weekly digest. They
 * say the same because none of them judges by itself.
 */

/** Every reason of a workflow, the worst first. */
export const reasonsOf = (fact: FleetFact, limits: FleetLimits, now: number): FleetReason[] =>
	[...runReasons(fact, limits, now), ...accessReasons(fact, now), ...behind(fact)].sort(
		(a, b) => rankOf(a.code) - rankOf(b.code),
	);

/** A reason of one of the workflows of a customer. */
export interface CustomerReason extends FleetReason {
	integration: FleetIntegration | null;
}

/** One customer: all its workflows (daily, monthly) together. */
export interface FleetLine {
	customer: string;
	colour: Colour;
	/** The worst first. */
	reasons: CustomerReason[];
	/** Milliseconds; null = none is known. */
	lastGood: number | null;
	/** Its workflows, as far as they are listed. */
	integrations: FleetIntegration[];
	workflows: string[];
}

const worst = (reasons: readonly FleetReason[]): Colour =>
	COLOURS.find((colour) => reasons.some(({ code }) => colourOf(code) === colour)) ?? 'green';

function lineOf(
	customer: string,
	facts: readonly FleetFact[],
	limits: FleetLimits,
	now: number,
): FleetLine {
	const reasons = facts.flatMap((fact) =>
		reasonsOf(fact, limits, now).map((one) => ({ ...one, integration: fact.integration })),
	);
	const good = facts.flatMap(({ runs }) => lastGood(runs) ?? []);
	return {
		customer,
		colour: worst(reasons),
		reasons: reasons.sort((a, b) => rankOf(a.code) - rankOf(b.code)),
		lastGood: good.length === 0 ? null : Math.max(...good),
		integrations: facts.flatMap(({ integration }) => integration ?? []),
		workflows: facts.map(({ workflow }) => workflow),
	};
}

/** One line per customer, the worst first, then by what is wrong, then by name. */
export function fleetLines(
	facts: readonly FleetFact[],
	limits: FleetLimits,
	now: number,
): FleetLine[] {
	const rank = ({ reasons: [first] }: FleetLine): number =>
		first === undefined ? Infinity : rankOf(first.code);
	return [...groupBy(facts, ({ customer }) => customer)]
		.map(([customer, own]) => lineOf(customer, own, limits, now))
		.sort(
			(a, b) =>
				COLOURS.indexOf(a.colour) - COLOURS.indexOf(b.colour) ||
				(a.colour === 'green' ? 0 : rank(a) - rank(b)) ||
				compareText(a.customer.toLowerCase(), b.customer.toLowerCase()),
		);
}

/** Workflows behind the template version that this package ships. */
export const behindCount = (lines: readonly FleetLine[]): number =>
	lines.flatMap(({ reasons }) => reasons).filter(({ code }) => code === 'behind').length;

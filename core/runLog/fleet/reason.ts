import type { WatchCheck } from '../watchText';

/** Why a customer has the colour that it has. The order is that of the page: the worst first. */

export const COLOURS = ['red', 'amber', 'green'] as const;
export type Colour = (typeof COLOURS)[number];

/**
 * `check`: what the watchdog keeps the state under and sends a message about, once for each change; null =
 * only shown. A reason that says the same more exactly has the same check, so that nothing "is solved"
 * when one takes the place of the other.
 */
const RULES = {
	consentLost: { colour: 'red', check: 'failing' },
	refused: { colour: 'red', check: 'failing' },
	failing: { colour: 'red', check: 'failing' },
	cutOff: { colour: 'red', check: 'cut_off' },
	credentialGone: { colour: 'red', check: 'no_success' },
	noSuccess: { colour: 'red', check: 'no_success' },
	neverRan: { colour: 'red', check: 'no_success' },
	undecided: { colour: 'red', check: 'undecided' },
	waiting: { colour: 'amber', check: null },
	held: { colour: 'amber', check: null },
	consentEnded: { colour: 'amber', check: 'ending' },
	consentEnding: { colour: 'amber', check: 'ending' },
	secretEnded: { colour: 'amber', check: 'ending' },
	secretEnding: { colour: 'amber', check: 'ending' },
	// One day for all customers: no message for each.
	tokenEnding: { colour: 'amber', check: null },
	soapEnding: { colour: 'amber', check: null },
	switchedOff: { colour: 'amber', check: null },
	notPublished: { colour: 'amber', check: null },
	neverRanNew: { colour: 'green', check: null },
	disconnected: { colour: 'green', check: null },
	secretUnknown: { colour: 'green', check: null },
	tokenEnds: { colour: 'green', check: null },
	soapEnds: { colour: 'green', check: null },
	waited: { colour: 'green', check: null },
	behind: { colour: 'green', check: null },
} as const satisfies Record<string, { colour: Colour; check: WatchCheck | null }>;

export type ReasonCode = keyof typeof RULES;

const ORDER = Object.keys(RULES);

export const colourOf = (code: ReasonCode): Colour => RULES[code].colour;
export const checkOf = (code: ReasonCode): WatchCheck | null => RULES[code].check;
export const rankOf = (code: ReasonCode): number => ORDER.indexOf(code);

/** Where the next step is taken. */
export type NextStep = 'decide' | 'execution' | 'workflow' | 'invite' | 'credential' | 'upgrade';

export interface FleetReason {
	code: ReasonCode;
	/** Since when, or, for what ends, until when: milliseconds. Null = not known. */
	at: number | null;
	/** What failed, how many people, which version: as the text of the code needs it. */
	detail: string;
	count: number;
	step: NextStep;
	/** n8n's id of the execution that the step is about. */
	run: string | null;
	/** The page of the plan, where anybody who may see the run may have it; empty = not known. */
	plan: string;
}

export const reason = (
	code: ReasonCode,
	step: NextStep,
	known: Partial<Omit<FleetReason, 'code' | 'step'>> = {},
): FleetReason => ({ code, step, at: null, detail: '', count: 0, run: null, plan: '', ...known });

import type { Language } from '../../issues';
import type { RunRecord } from '../columns';
import type { DeskCall } from '../deskCall';

/** What the desk is asked, what it knows, and what it makes of that: data, for the nodes behind it. */

/** What kind of message it is, for who sends some of them elsewhere. */
export const DESK_KINDS = [
	'waits',
	'held',
	'failedChanges',
	'worksAgain',
	'notEnabled',
	'enabled',
	'stopped',
	'reconnect',
	'cut',
] as const;
export type DeskKind = (typeof DESK_KINDS)[number];

/** A message for people; `link` is empty where there is none. */
export interface DeskMessage {
	subject: string;
	text: string;
	link: string;
	customer: string;
	language: Language;
	/** One of DESK_KINDS, or what the workflow that called says. */
	kind: string;
}

/** A row of the run log, or only the columns that are known. */
export type DeskRecord = Pick<RunRecord, 'run' | 'workflow'> & Partial<RunRecord>;

/** The daily sync to switch on after this run, and what to say where that does not work. */
export interface EnableRequest extends DeskMessage {
	workflow: string;
	failed: number;
	state: string;
}

/** The workflow whose connection was lost; the message still lacks the link to connect again. */
export interface ReconnectRequest extends DeskMessage {
	workflow: string;
	/** What stands before that link. */
	invite: string;
}

export interface DeskWork {
	log: readonly DeskRecord[];
	tell: readonly DeskMessage[];
	enable: readonly EnableRequest[];
	reconnect: readonly ReconnectRequest[];
}

export const NOTHING: DeskWork = { log: [], tell: [], enable: [], reconnect: [] };

/** Rows of the run log of the workflow that a call is about; null where they cannot be read. */
export type DeskRows = readonly Record<string, unknown>[] | null;

export interface Clock {
	/** The present instant, ISO 8601 UTC. */
	now: string;
	/** Of this package. */
	version: string;
}

/** A setting of the workflow that called, as a text; empty where it has none. */
export function setting({ settings }: Pick<DeskCall, 'settings'>, name: string): string {
	const value = settings[name];
	return typeof value === 'string' ? value.trim() : '';
}

export interface Addressee {
	customer: string;
	language: Language;
}

/** For whom a message is; without settings the name of the workflow and the desk's own language. */
export function addressee(
	call: Pick<DeskCall, 'settings' | 'workflow_name'>,
	fallback: Language,
): Addressee {
	const spoken = setting(call, 'language');
	return {
		customer: setting(call, 'customer_name') || call.workflow_name,
		language: spoken === 'en' || spoken === 'nl' ? spoken : fallback,
	};
}

const SYSTEMS = { nmbrs: 'NMBRS', afas: 'AFAS', other: 'HR' } as const;

export const systemOf = ({ source }: Pick<DeskCall, 'source'>): string => SYSTEMS[source];

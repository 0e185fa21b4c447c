import type { RunRecord } from '../columns';
import type { DeskCall } from '../deskCall';
import type { DeskMessage } from './compose';

/** What the desk is asked, what it knows, and what it makes of that: data, for the nodes behind it. */

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

const SYSTEMS = { nmbrs: 'NMBRS', afas: 'AFAS', other: 'HR' } as const;

export const systemOf = ({ source }: Pick<DeskCall, 'source'>): string => SYSTEMS[source];

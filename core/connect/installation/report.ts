import type { Problem } from '../../model/result';
import type { TemplateName } from './bundle';

/** What Installation found and did, as its page, its item and the tests read it. */

/** `left`: there, and not touched, for the reason that the line names. */
export type InstallDone = 'made' | 'updated' | 'kept' | 'left' | 'failed';

/** What was brought up to date in a workflow that was there. */
export type InstallChange =
	| 'desk'
	| 'planPage'
	| 'inboxPage'
	| 'credential'
	| 'published'
	| 'tagged'
	| 'upgraded'
	| 'message'
	| 'recipients';

export interface PlaceInN8n {
	id: string;
	name: string;
	/** In the editor. */
	url: string;
	/** Of a node: the template of its workflow, so that two of one name can be told apart. */
	template?: TemplateName;
}

export interface WorkflowLine {
	template: TemplateName;
	done: InstallDone;
	changes: readonly InstallChange[];
	/** One; several where it is not clear which it is; none where it could not be made. */
	workflows: readonly PlaceInN8n[];
	published: boolean;
	/** Address of its form, where it has one that is published. */
	form: string | null;
	issues: readonly Problem[];
}

export interface TableLine {
	name: string;
	done: Exclude<InstallDone, 'left'>;
	issues: readonly Problem[];
}

export const TO_DO = [
	'message',
	'messageCredential',
	'messageFrom',
	'messageChannel',
	'messageRecipients',
	'messageStops',
	'nmbrsApp',
	'nmbrsAppChoose',
	'alleo',
	'customerCompany',
	'customerName',
	'address',
	'unverified',
] as const;
export type ToDoKey = (typeof TO_DO)[number];

/** Without these nobody is told anything, and nobody notices. */
export const URGENT: ReadonlySet<ToDoKey> = new Set([
	'message',
	'messageCredential',
	'messageFrom',
	'messageChannel',
	'messageRecipients',
	'messageStops',
]);

/** Something that a person has to do, and where. */
export interface ToDo {
	key: ToDoKey;
	/** The nodes that it is about, or the page of n8n; empty where it is outside n8n. */
	places: readonly PlaceInN8n[];
	/** An address that has to be filled in elsewhere; empty for most. */
	address: string;
}

export interface InstallationReport {
	workflows: readonly WorkflowLine[];
	tables: readonly TableLine[];
	toDo: readonly ToDo[];
	/** About the installation as a whole. */
	issues: readonly Problem[];
}

/** Whether anything in n8n was made or changed. */
export const hasChanged = ({ workflows, tables }: InstallationReport): boolean =>
	[...workflows, ...tables].some(({ done }) => done === 'made' || done === 'updated');

/** Whether everything that should be there is there. */
export const isComplete = ({ workflows, tables, issues }: InstallationReport): boolean =>
	issues.length === 0 && [...workflows, ...tables].every((line) => line.issues.length === 0);

import type { Language } from '../../issues';
import { formatInstant, HOME_ZONE } from '../../ui/instant';
import type { DeskCall } from '../deskCall';
import type { MessageKind } from './kinds';

/** For whom a message is, and the message itself. */

/** What the desk knows of itself: its node's settings and where it stands. */
export interface DeskSelf {
	/** Of messages to whom no settings say another. */
	language: Language;
	/** IANA name; of who has none of their own. */
	zone: string;
	/** Who gets what no customer's settings send elsewhere, and the digest. */
	operator: readonly string[];
	/** Whether a run that went well is told. */
	sayDone: boolean;
	/** Address of this n8n's editor without a final slash; empty where it is not known. */
	editor: string;
	/** Address of the form that explains one person; empty where there is none. */
	explain: string;
	/** The address at which a plan is shown as long as it is kept; empty where there is none. */
	planPage: (plan: string) => string;
}

export interface Addressee {
	customer: string;
	language: Language;
	/** E-mail addresses or channels; empty where nobody is named anywhere. */
	recipients: string[];
	/** IANA name. */
	zone: string;
}

/** A message for people; `link` is empty where there is none. */
export interface DeskMessage {
	subject: string;
	text: string;
	/** To what the message is about. */
	link: string;
	customer: string;
	language: Language;
	/** One of MESSAGE_KINDS, or what the workflow that called says. */
	kind: string;
	recipients: string[];
}

/** A list, or a text with commas, of addresses or channels; anything else names nobody. */
export function readRecipients(given: unknown): string[] {
	const parts = Array.isArray(given) ? given : typeof given === 'string' ? [given] : [];
	const names = parts.flatMap((one: unknown) =>
		typeof one === 'string' ? one.split(/[,;\r\n]/).map((name) => name.trim()) : [],
	);
	return [...new Set(names.filter((name) => name !== ''))];
}

/** A setting of the workflow that called, as a text; empty where it has none. */
export function setting({ settings }: Pick<DeskCall, 'settings'>, name: string): string {
	const value = settings[name];
	return typeof value === 'string' ? value.trim() : '';
}

/** What is known of a customer besides its name; what is not known is the desk's own. */
export interface KnownOfCustomer {
	customer: string;
	language?: string | undefined;
	zone?: string | undefined;
	recipients?: unknown;
}

export function addressed(known: KnownOfCustomer, deskSelf: DeskSelf): Addressee {
	const { language } = known;
	const recipients = readRecipients(known.recipients);
	return {
		customer: known.customer,
		language: language === 'en' || language === 'nl' ? language : deskSelf.language,
		recipients: recipients.length > 0 ? recipients : [...deskSelf.operator],
		zone: known.zone || deskSelf.zone || HOME_ZONE,
	};
}

/** For whom a message is; without settings the name of the workflow and the desk's own language. */
export const addressee = (
	call: Pick<DeskCall, 'settings' | 'workflow_name'>,
	deskSelf: DeskSelf,
): Addressee =>
	addressed(
		{
			customer: setting(call, 'customer_name') || call.workflow_name,
			language: setting(call, 'language'),
			zone: setting(call, 'time_zone'),
			recipients: call.settings['recipients'],
		},
		deskSelf,
	);

/** An instant for who reads the message. */
export const timeFor = ({ zone, language }: Addressee, instant: string): string =>
	formatInstant(instant, zone, language);

/** Beyond this a message is no longer read, and some servers refuse it. */
const LONGEST_TEXT = 20_000;

export interface Composed {
	subject: string;
	lines: readonly string[];
	link: string;
}

export function compose(
	{ customer, language, recipients }: Addressee,
	kind: MessageKind,
	{ subject, lines, link }: Composed,
): DeskMessage {
	const text = lines
		.filter((line) => line !== '')
		.join('\n')
		.slice(0, LONGEST_TEXT);
	return { subject, text, link, customer, language, kind, recipients };
}

import { z } from 'zod';
import { CANCELLED, partRecord } from '../byHand';
import { codeIn } from '../codeIn';
import { linkCleared } from '../details';
import { stopRecord } from '../record';
import { executionOf } from '../runPlans';
import { addressed, compose } from './compose';
import type { Addressee, DeskMessage, DeskSelf } from './compose';
import { previousEnd, saidBefore } from './ends';
import { sayCode } from './sayCode';
import { say } from './text';
import { NOTHING } from './work';
import type { Clock, DeskRows, DeskWork } from './work';

/** A run stopped, as n8n's Error Trigger tells it; a connection that was lost asks for a new one. */

const text = z.string().nullish().catch(null);
const Failed = z
	.object({
		id: z.union([z.string(), z.number()]).transform(String).nullish().catch(null),
		url: text,
		lastNodeExecuted: text,
		error: z.object({ message: text, description: text }).nullish().catch(null),
	})
	.nullish()
	.catch(null);

/** Execution and workflow; `trigger` where the run never began. */
const Stopped = z.object({
	execution: Failed,
	trigger: Failed,
	workflow: z
		.object({ id: z.union([z.string(), z.number()]).transform(String), name: text })
		.nullish()
		.catch(null),
});

/** What Customer Setup: Integration: Get says of the workflow; nothing where it could not. */
const Found = z
	.object({
		customer: z.string(),
		language: z.enum(['nl', 'en']),
		time_zone: text,
		recipients: z.unknown(),
	})
	.nullable()
	.catch(null);

/** Only the customer can mend these, with a new link. */
export const LOST =
	/\b(NMBRS_(CONSENT_LOST|NOT_CONNECTED|ACCESS_REFUSED)|AFAS_(CREDENTIAL_REFUSED|OAUTH_REFUSED|TOKEN_UNREADABLE))\b/;

export interface StopOfRun extends Clock {
	stopped: unknown;
	found: unknown;
	rows: DeskRows;
	deskSelf: DeskSelf;
	/** Of the desk itself, whose own failures are no run of a customer. */
	desk: string;
	/** The key of a run that n8n gave none. */
	ownRun: string;
}

const customerIn = (rows: DeskRows): string =>
	(rows ?? []).flatMap(({ customer }) => (typeof customer === 'string' ? customer : []))[0] ?? '';

/** Parts of the run that no end was written for. */
const openParts = (rows: DeskRows, run: string): string[] =>
	(rows ?? []).flatMap((row) => {
		const key = String(row['run'] ?? '');
		const part = key !== run && executionOf(key) === run;
		return part && ['started', 'waiting', 'applying'].includes(String(row['state'])) ? [key] : [];
	});

interface Stop {
	node: string;
	/** Message and description of the error. */
	problem: string;
	/** The execution in n8n; empty where there is none. */
	url: string;
}

/** What is wrong and what to do, in the reader's language; n8n's own words only where nothing else is known. */
function stopLines({ node, problem, url }: Stop, { language }: Addressee): string[] {
	const t = say(language);
	const code = codeIn(problem);
	const known = code === null ? '' : sayCode(code, problem, language);
	return [
		node === '' ? t('stoppedBefore') : t('stoppedAt', { node }),
		known === '' ? t('stoppedSays', { problem }) : `${known} (${code})`,
		url === '' ? '' : t('theRun', { link: url }),
	];
}

const stoppedMessage = (stop: Stop, to: Addressee): DeskMessage =>
	compose(to, 'stopped', {
		subject: say(to.language)('stopped', { customer: to.customer }),
		lines: stopLines(stop, to),
		link: stop.url,
	});

function lostConsentMessage(stop: Stop, to: Addressee): DeskMessage {
	const system = /\bAFAS_/.test(stop.problem) ? 'AFAS' : 'NMBRS';
	const t = say(to.language);
	return compose(to, 'lostConsent', {
		subject: t('lost', { customer: to.customer, system }),
		lines: [...stopLines(stop, to), t('lostText', { system })],
		link: stop.url,
	});
}

export function stopOfRun(input: StopOfRun): DeskWork {
	const { stopped, found, rows, deskSelf, desk, ownRun, now, version } = input;
	const parsed = Stopped.safeParse(stopped);
	const { execution, trigger, workflow } = parsed.success
		? parsed.data
		: { execution: null, trigger: null, workflow: null };
	const failed = execution ?? trigger;
	const node = failed?.lastNodeExecuted ?? '';
	const { message = '', description = '' } = failed?.error ?? {};
	const problem = `${message ?? ''} ${description ?? ''}`.trim();
	const id = workflow?.id ?? desk;
	const known = Found.parse(found);
	const to = addressed(
		{
			customer: known?.customer || customerIn(rows) || workflow?.name || id,
			language: known?.language,
			zone: known?.time_zone ?? undefined,
			recipients: known?.recipients,
		},
		deskSelf,
	);
	const stop = { node, problem, url: failed?.url ?? '' };
	if (id === desk) return { ...NOTHING, tell: [stoppedMessage(stop, to)] };
	const run = failed?.id ?? ownRun;
	// Who stopped it knows; what was being written is found by the next run.
	const byHand = CANCELLED.test(problem);
	const record = byHand
		? partRecord({ run, workflow: id, version, now })
		: stopRecord({ run, workflow: id, node, error: problem, version, now });
	const own = (rows ?? []).find((row) => String(row['run'] ?? '') === run);
	const counts = linkCleared(own?.['counts']);
	const first = counts === undefined ? record : { ...record, counts };
	const log = [first, ...openParts(rows, run).map((part) => ({ ...record, run: part }))];
	if (byHand || saidBefore(previousEnd(rows, run), 'failed', record.problems ?? ''))
		return { ...NOTHING, log };
	const invite = say(to.language)('reconnect');
	return LOST.test(problem)
		? {
				...NOTHING,
				log,
				reconnect: [{ ...lostConsentMessage(stop, to), workflow: id, invite }],
			}
		: { ...NOTHING, log, tell: [stoppedMessage(stop, to)] };
}

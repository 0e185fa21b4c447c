import { z } from 'zod';
import type { Language } from '../../issues';
import { linkCleared } from '../details';
import { stopRecord } from '../record';
import { executionOf } from '../runPlans';
import { previousEnd, saidBefore } from './ends';
import { say } from './text';
import { NOTHING } from './work';
import type { Clock, DeskMessage, DeskRows, DeskWork } from './work';

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
	.object({ customer: z.string(), language: z.enum(['nl', 'en']) })
	.nullable()
	.catch(null);

/** Only the customer can mend these, with a new link. */
export const LOST =
	/\b(NMBRS_(CONSENT_LOST|NOT_CONNECTED|ACCESS_REFUSED)|AFAS_(CREDENTIAL_REFUSED|OAUTH_REFUSED|TOKEN_UNREADABLE))\b/;

export interface StopOfRun extends Clock {
	stopped: unknown;
	found: unknown;
	rows: DeskRows;
	language: Language;
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

export function stopOfRun(input: StopOfRun): DeskWork {
	const { stopped, found, rows, language, desk, ownRun, now, version } = input;
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
	const to = {
		customer: known?.customer || customerIn(rows) || workflow?.name || id,
		language: known?.language ?? language,
	};
	const t = say(to.language);
	const told: DeskMessage = {
		subject: t('stopped', { customer: to.customer }),
		text: t('stoppedText', { node: node === '' ? 'Trigger' : node, problem }),
		link: failed?.url ?? '',
		...to,
		kind: 'stopped',
	};
	if (id === desk) return { ...NOTHING, tell: [told] };
	const run = failed?.id ?? ownRun;
	const record = stopRecord({ run, workflow: id, node, error: problem, version, now });
	const own = (rows ?? []).find((row) => String(row['run'] ?? '') === run);
	const counts = linkCleared(own?.['counts']);
	const first = counts === undefined ? record : { ...record, counts };
	const log = [first, ...openParts(rows, run).map((part) => ({ ...record, run: part }))];
	if (saidBefore(previousEnd(rows, run), 'failed', record.problems ?? ''))
		return { ...NOTHING, log };
	return LOST.test(problem)
		? {
				...NOTHING,
				log,
				reconnect: [{ ...told, kind: 'reconnect', workflow: id, invite: t('reconnect') }],
			}
		: { ...NOTHING, log, tell: [told] };
}

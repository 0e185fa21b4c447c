import { isCivilDate } from '../../model/dates';
import { readMemory } from '../compare';
import type { DeskCall, DeskStart } from '../deskCall';
import { startRecord } from '../record';
import { addressee, setting } from './compose';
import type { DeskSelf } from './compose';
import { cutRuns } from './cut';
import type { RunEnd } from './cut';
import { condense, NOT_READ } from './history';
import { NOTHING } from './work';
import type { Clock, DeskRows, DeskWork } from './work';

/** A run starts: what earlier runs of its workflow decided, its own row, and who was cut before it. */

export interface StartOfRun extends Clock {
	call: DeskCall;
	rows: DeskRows;
	/** YYYY-MM-DD, today where the desk is. */
	today: string;
	/** Executions of earlier runs that n8n says have ended. */
	ended: ReadonlyMap<string, RunEnd>;
	deskSelf: DeskSelf;
}

export function startOfRun(input: StartOfRun): { work: DeskWork; answer: DeskStart } {
	const { call, rows, today, ended, deskSelf, now, version } = input;
	const given = setting(call, 'reference_date');
	const referenceDate = isCivilDate(given) ? given : today;
	const to = addressee(call, deskSelf);
	const { run, workflow, source, mode } = call;
	const memory = readMemory(rows ?? [], workflow, referenceDate);
	const start = startRecord({
		run,
		workflow,
		customer: to.customer,
		source,
		mode,
		referenceDate,
		remembered: memory.remembered.size,
		version,
		now,
	});
	const link = deskSelf.editor === '' ? '' : `${deskSelf.editor}/workflow/${workflow}/executions`;
	const cut = cutRuns({ rows, run, ended, to, link, now, version });
	return {
		work: { ...NOTHING, log: [...cut.log, start], tell: cut.tell },
		answer: {
			start: { ...start },
			history: condense(rows, workflow, referenceDate) ?? NOT_READ,
			waited: [],
		},
	};
}

import { readDeskCall } from '../../core/runLog/deskCall';
import type { DeskCall } from '../../core/runLog/deskCall';
import type { DeskMessage } from '../../core/runLog/desk/compose';
import { doneOfRun } from '../../core/runLog/desk/done';
import { planOfRun } from '../../core/runLog/desk/plan';
import type { RunItems } from '../../core/runLog/end';
import type { Outcome } from '../../core/model/plan';
import { approvalOf, deskSelf, outcomeOf, plan, start, viewOf } from './runLog.mts';

/** A call of a daily workflow to the desk, its plan, and what became of it. */

export const NOW = '2026-11-24T10:00:00.000Z';
export const PAGE = 'https://n8n.example/webhook/plans';
export const own = deskSelf({
	operator: ['ops@example.com'],
	sayDone: true,
	editor: 'https://n8n.example',
	explain: 'https://n8n.example/form/why',
	planPage: (id) => `${PAGE}?plan=${id}`,
});

export function call(changes: object = {}, settings: object = {}): DeskCall {
	const known = { customer_name: 'Bakkerij', language: 'nl', ...settings };
	const read = readDeskCall({
		event: 'done',
		workflow: 'w1',
		run: '17',
		source: 'nmbrs',
		settings: known,
		link: 'https://n8n.example/webhook-waiting/17?signature=x',
		...changes,
	});
	if (!read.ok) throw new Error(read.problem.code);
	return read.value;
}

export const made = plan();
export const base = { start: start(), deskSelf: own, rows: [], now: NOW, version: '1' };
export const changing = made.rows.filter(({ action }) => action !== 'hold');
export const open: RunItems = {
	summaries: [viewOf(made)],
	rows: made.rows.map((row) => ({ row, approval: null })),
	outcomes: [],
};

export function decided(
	outcomes: Outcome[],
	decision: 'approved' | 'rejected' | 'expired' = 'approved',
) {
	const approval = approvalOf(made.rows, { decision });
	return { ...open, rows: made.rows.map((row) => ({ row, approval })), outcomes };
}

export const planned = (settings: object = {}) =>
	planOfRun({ ...base, call: call({ event: 'plan' }, settings), known: open }).work.tell;

export function done(known: ReturnType<typeof decided>, settings: object = {}, more: object = {}) {
	const [first] = made.rows;
	const came = known.outcomes[0] ?? { ...first, approval: known.rows[0]?.approval };
	return doneOfRun({ ...base, call: call({ came }, settings), known, ...more }).tell;
}

export const applied = changing.map((row) => outcomeOf(row, 'applied'));

export const only = (messages: readonly DeskMessage[]): DeskMessage => {
	expect(messages).toHaveLength(1);
	return messages[0]!;
};

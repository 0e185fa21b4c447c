import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { admit } from '../../../../core/apply/admit';
import type { AdmittedPlan, AdmittedRow } from '../../../../core/apply/admit';
import { tally } from '../../../../core/apply/outcome';
import { isFailure } from '../../../../core/plan/failure';
import { applyPlans } from '../../../../core/apply/run';
import type { Outcome } from '../../../../core/model/plan';
import { moveKey, movesOf } from '../../../../core/plan/moves';
import { instantNow } from '../../../shared/clock';
import { runOptions } from '../../apply/port';
import type { AlleoClient } from '../../api/client';
import { connect } from '../../api/connect';
import { rememberMoves } from '../../../shared/refusedMoves';
import { accept } from '../accept';
import type { Operation } from '../operation';
import { issueError, toError } from '../../../shared/outcome';
import { concurrency, faultError, onlyCompanies, options, valueAt } from '../shared';

/** The plans, or the one error that says why nothing is written. */
function admitItems(context: IExecuteFunctions): readonly AdmittedPlan[] {
	const admission = admit(
		context.getInputData().map(({ json }) => json),
		{
			accept: valueAt(context, accept, 0),
			now: instantNow(),
			companies: valueAt(context, onlyCompanies, 0),
		},
	);
	if (admission.ok) return admission.plans;
	throw toError(context, admission, admission.item);
}

/** The wrong customer's credential is the worst mistake: seen before anything is written. */
async function checkReachable(
	context: IExecuteFunctions,
	client: AlleoClient,
	rows: readonly AdmittedRow[],
): Promise<void> {
	const reply = await client.companies();
	if (!reply.ok) throw faultError(context, reply.fault);
	const reachable = new Set(reply.value.map(({ id }) => id));
	for (const { row } of rows) {
		const company = row.alleo_company_id;
		if (row.action === 'hold' || company === null || reachable.has(company)) continue;
		const names = [...reachable].slice(0, 20).join(', ');
		throw issueError(context, 'COMPANY_NOT_REACHABLE', {
			company,
			reachable: names === '' ? 'none' : names,
		});
	}
}

/** Counts only, and row ids when the run was cut short: log lines travel further than items. */
function tell(
	context: IExecuteFunctions,
	outcomes: readonly Outcome[],
	stopped: string | null,
): void {
	const counts = tally(outcomes);
	const line = `${outcomes.length} rows: ${counts.applied} applied, ${counts.already} already so, ${counts.skipped} skipped, ${counts.failed} failed`;
	context.addExecutionHints({ message: line, location: 'outputPane' });
	if (stopped === null) {
		context.logger.info(`Sync plan applied, ${line}`);
		return;
	}
	const sent = outcomes.filter(({ outcome }) => outcome === 'applied').map(({ row_id: id }) => id);
	context.logger.warn(
		`Sync plan stopped (${stopped}), ${line}; applied rows: ${sent.join(', ') || 'none'}`,
	);
}

/** The moves that Alleo refused, so that the next plan holds them. */
function refusedIn(rows: readonly AdmittedRow[], outcomes: readonly Outcome[]): string[] {
	const moves = movesOf(rows.map(({ row }) => row));
	return outcomes.flatMap(({ row_id: id, code }) => {
		const move = code === 'MOVE_REFUSED' ? moves.get(id ?? '') : undefined;
		return move === undefined ? [] : [moveKey(move)];
	});
}

/** Outputs: Applied (as planned, or skipped on purpose) and Failed (somebody should look). */
async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const plans = admitItems(this);
	const rows = plans.flatMap((plan) => plan.rows);
	const atOnce = valueAt(this, concurrency, 0);
	const connection = await connect(this, {
		concurrency: atOnce,
		...valueAt(this, options, 0),
	});
	await checkReachable(this, connection.client, rows);
	const result = await applyPlans(runOptions(connection, atOnce), plans);
	if (!result.ok) throw faultError(this, result.fault.cause);
	tell(this, result.outcomes, result.stopped);
	rememberMoves(this, refusedIn(rows, result.outcomes));
	const outputs: [INodeExecutionData[], INodeExecutionData[]] = [[], []];
	result.outcomes.forEach((outcome, index) => {
		const item = rows[index]?.item ?? 0;
		outputs[isFailure(outcome) ? 1 : 0].push({ json: { ...outcome }, pairedItem: { item } });
	});
	return outputs;
}

export const apply: Operation = {
	description: [accept, onlyCompanies, concurrency, options].map(({ field }) => field),
	execute,
	writes: true,
};

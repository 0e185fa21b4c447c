import type { AlleoPort, Answered, CallFault, Written } from '../../../core/apply/port';
import type { RowResult } from '../../../core/apply/outcome';
import type { RunOptions } from '../../../core/apply/run';
import type { Connection } from '../api/connect';
import { findByEmail } from '../api/find';
import type { Fault } from '../api/reply';
import { createSafely, editSafely, setActiveSafely } from '../api/write';
import { faultScope, isOutage, readResultOf, resultOf } from './faults';
import { readPresent } from './readPresent';

/** Alleo's Customer API as the port that core applies a plan through. */

/** With the call's own fault, for the error of a node that stops. */
export interface AlleoFault extends CallFault {
	cause: Fault;
}

const faultOf = (fault: Fault, result: RowResult = resultOf(fault)): AlleoFault => ({
	cause: fault,
	result,
	conflict: fault.kind === 'conflict',
	outcomeUnknown: fault.outcomeUnknown,
	scope: faultScope(fault),
	outage: isOutage(fault),
});

const read = <T>(reply: Answered<T, Fault>): Answered<T, AlleoFault> =>
	reply.ok ? reply : { ok: false, fault: faultOf(reply.fault, readResultOf(reply.fault)) };

const written = (answer: Written<Fault>): Written<AlleoFault> =>
	answer.ok ? answer : { ok: false, fault: faultOf(answer.fault) };

const alleoPort = ({ client, clock }: Connection): AlleoPort<AlleoFault> => ({
	async read(rows) {
		const { present, faults } = await readPresent(client, rows);
		const told = [...faults].map(([company, fault]) => {
			return [company, faultOf(fault, readResultOf(fault))] as const;
		});
		return { present, faults: new Map(told) };
	},
	groups: async (company) => read(await client.groups(company)),
	row() {
		const whole = { client: client.whole(), clock };
		return {
			create: async (company, fields, groupId) =>
				written(await createSafely(whole, company, fields, groupId)),
			edit: async (company, id, fields, groupId) =>
				written(await editSafely(whole, company, id, fields, groupId)),
			setActive: async (company, id, active) =>
				written(await setActiveSafely(whole, company, id, active)),
			holders: async (company, email) => read(await findByEmail(whole.client, company, email)),
		};
	},
});

/** What `applyPlans` is given by the node: the port, so many rows at a time, until the execution is stopped. */
export const runOptions = (
	connection: Connection,
	concurrency: number,
): RunOptions<AlleoFault> => ({
	port: alleoPort(connection),
	concurrency,
	isStopped: () => connection.signal?.aborted === true,
});

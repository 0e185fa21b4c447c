import type { FastifyInstance } from 'fastify';
import type { Clock } from './clock.mts';
import type { FaultInput, FaultSwitches } from './faults.mts';
import type { RequestLog } from './log.mts';

export interface ControlOptions {
	log: RequestLog;
	faults: FaultSwitches;
	clock: Clock;
	expireTokens: () => void;
	describe: () => unknown;
	settings: () => object;
	patchSettings: (patch: Record<string, unknown>) => void;
	reset: () => void;
}

/**
 * The control API beside a stand-in, for tests in another process and for a curious person:
 * `GET /_control/{log,writes,counts,state,faults,settings}`, `POST /_control/faults` (one or a list),
 * `DELETE /_control/faults[/id]`, `PATCH /_control/settings`, `POST /_control/time {seconds}`,
 * `POST /_control/expire-tokens`, `POST /_control/reset` (world, log, faults, clock), `POST /_control/reset-log`.
 */
export function installControl(app: FastifyInstance, options: ControlOptions): void {
	const { log, faults, clock } = options;
	app.get('/_control/log', async () => log.entries);
	app.get('/_control/writes', async () => log.writes);
	app.get('/_control/counts', async () => log.counts);
	app.get('/_control/state', async () => options.describe());
	app.get('/_control/faults', async () => faults.list());
	app.get('/_control/settings', async () => options.settings());
	app.post<{ Body: FaultInput | FaultInput[] }>('/_control/faults', async (request, reply) => {
		try {
			const inputs = Array.isArray(request.body) ? request.body : [request.body];
			return inputs.map((input) => faults.add(input));
		} catch (error) {
			return reply.code(400).send({ error: error instanceof Error ? error.message : 'bad fault' });
		}
	});
	app.delete('/_control/faults', async () => {
		faults.clear();
		return faults.list();
	});
	app.delete<{ Params: { id: string } }>('/_control/faults/:id', async (request) => {
		faults.remove(Number(request.params.id));
		return faults.list();
	});
	app.patch<{ Body: Record<string, unknown> }>('/_control/settings', async (request, reply) => {
		try {
			options.patchSettings(request.body);
			return options.settings();
		} catch (error) {
			return reply
				.code(400)
				.send({ error: error instanceof Error ? error.message : 'bad setting' });
		}
	});
	app.post<{ Body: { seconds: number } }>('/_control/time', async (request) => {
		clock.advance(request.body.seconds);
		return { now: new Date(clock.now()).toISOString() };
	});
	app.post('/_control/expire-tokens', async () => {
		options.expireTokens();
		return { ok: true };
	});
	app.post('/_control/reset-log', async () => {
		log.reset();
		return { ok: true };
	});
	app.post('/_control/reset', async () => {
		options.reset();
		log.reset();
		faults.clear();
		clock.reset();
		return { ok: true };
	});
}

import fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import formbody from '@fastify/formbody';
import type { Clock } from './clock.mts';
import { FaultSwitches } from './faults.mts';
import { installFaults } from './inject.mts';
import { RequestLog } from './log.mts';
import { installControl } from './control.mts';

export interface StandInOptions {
	/** 0 or left out: any free port. */
	port?: number;
	/** Receives one line for each write; nothing is printed when left out. */
	print?: (line: string) => void;
}

/** A running stand-in. `state` is the vendor's memory: tests read it, the control API shows it. */
export interface StandIn<State> {
	/** Origin without a final slash, such as `http://127.0.0.1:41234`. */
	origin: string;
	/** Base URL of the vendor's API: what a credential's base URL gets. */
	url: string;
	close(): Promise<void>;
	state: State;
	log: RequestLog;
	faults: FaultSwitches;
	clock: Clock;
}

export interface StandInSetup<State> {
	name: string;
	/** Path of the API below the origin, with a leading slash; '' for none. */
	basePath: string;
	state: State;
	clock: Clock;
	routes: (app: FastifyInstance) => void | Promise<void>;
	errorBody: (status: number) => string;
	expireTokens: () => void;
	isWrite: (method: string, template: string) => boolean;
	/** What GET /_control/state answers. */
	describe: () => unknown;
	settings: () => object;
	patchSettings: (patch: Record<string, unknown>) => void;
	/** Back to the world as it was generated. */
	reset: () => void;
}

const LARGEST_BODY = 4_000_000;

/** Builds and starts a stand-in on 127.0.0.1. */
export async function startStandIn<State>(
	setup: StandInSetup<State>,
	options: StandInOptions,
): Promise<StandIn<State>> {
	const log = new RequestLog(setup.name, options.print ?? ((): void => undefined));
	const faults = new FaultSwitches();
	const app = fastify({
		bodyLimit: LARGEST_BODY,
		forceCloseConnections: true,
		routerOptions: { maxParamLength: 500 },
	});
	await app.register(formbody);
	/** A JSON content type without a body is no fault, as with the two Alleo actions. */
	app.removeContentTypeParser('application/json');
	app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
		const text = String(body);
		if (text.trim() === '') return done(null, undefined);
		try {
			done(null, JSON.parse(text));
		} catch {
			done(Object.assign(new Error('Invalid json'), { statusCode: 400 }));
		}
	});
	installFaults(app, { ...setup, log, faults });
	installControl(app, { ...setup, log, faults });
	await setup.routes(app);
	const origin = await app.listen({ host: '127.0.0.1', port: options.port ?? 0 });
	return {
		origin,
		url: `${origin}${setup.basePath}`,
		close: () => app.close(),
		state: setup.state,
		log,
		faults,
		clock: setup.clock,
	};
}

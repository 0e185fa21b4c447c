import type { FastifyInstance } from 'fastify';
import { Clock } from '../shared/clock.mts';
import { startStandIn } from '../shared/standIn.mts';
import type { StandIn, StandInOptions } from '../shared/standIn.mts';
import type { World } from '../world/types.mts';
import { nmbrsControl } from './control.mts';
import { identityRoutes } from './identity/routes.mts';
import { RestError } from './rest/errors.mts';
import { restRoutes } from './rest/routes.mts';
import type { NmbrsSettings } from './settings.mts';
import { soapRoutes } from './soap/routes.mts';
import { NmbrsState } from './state.mts';

export interface NmbrsOptions extends StandInOptions {
	settings?: Partial<NmbrsSettings>;
}

/**
 * The addresses on the stand-in's one origin, as a credential wants them:
 * REST base `url`, SOAP base `url` + `/soap/v3`, identity `url` + `/connect/{authorize,token}`.
 */
export type NmbrsStandIn = StandIn<NmbrsState>;

const TITLES: Record<number, string> = {
	400: 'BadRequest.',
	401: 'Unauthorized.',
	403: 'Forbidden.',
	404: 'NotFound.',
	405: 'MethodNotAllowed.',
	429: 'TooManyRequests.',
	500: 'InternalServerError.',
	502: 'BadGateway.',
	503: 'ServiceUnavailable.',
};

const errorBody = (status: number): string => {
	const title = TITLES[status] ?? 'Error.';
	return JSON.stringify({ title, status, code: 1000 + status, detail: 'Sandbox fault.' });
};

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** In the REST API everything but a read is an attempt to write; SOAP marks its own in the log. */
const isWrite = (method: string, template: string): boolean =>
	!READS.has(method) && template.startsWith('/api');

function addErrors(app: FastifyInstance): void {
	app.setNotFoundHandler((request, reply) => {
		const status = READS.has(request.method) ? 404 : 405;
		return reply.code(status).type('application/json').send(errorBody(status));
	});
	app.setErrorHandler((error, _request, reply) => {
		if (error instanceof RestError) return reply.code(error.status).send(error.body);
		const given = (error as { statusCode?: unknown }).statusCode;
		const status = typeof given === 'number' ? given : 500;
		return reply.code(status).type('application/json').send(errorBody(status));
	});
}

/** Starts the stand-in of Visma Nmbrs: identity server, REST API and SOAP v3 on one port. */
export async function startNmbrs(world: World, options: NmbrsOptions = {}): Promise<NmbrsStandIn> {
	const clock = new Clock();
	const state = new NmbrsState(world.nmbrs, options.settings ?? {}, () => clock.now());
	return await startStandIn<NmbrsState>(
		{
			name: 'nmbrs',
			basePath: '',
			state,
			clock,
			routes: (app) => {
				for (const type of ['text/xml', 'application/soap+xml']) {
					app.addContentTypeParser(type, { parseAs: 'string' }, (_request, body, done) =>
						done(null, body),
					);
				}
				addErrors(app);
				identityRoutes(app, {
					settings: () => state.settings,
					grants: state.grants,
					debtors: () => state.model.world.debtors,
				});
				restRoutes(app, state);
				soapRoutes(app, state);
				nmbrsControl(app, state);
			},
			errorBody,
			expireTokens: () => state.grants.expireAccessTokens(),
			isWrite,
			describe: () => ({
				people: state.model.world.people.length,
				identity: state.grants.counters,
				consents: state.grants.consents.length,
				baits: state.baits,
				throttled: state.throttled,
			}),
			settings: () => state.settings,
			patchSettings: (patch) => state.configure(patch),
			reset: () => state.reset(),
		},
		options,
	);
}

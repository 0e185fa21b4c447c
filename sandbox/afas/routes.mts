import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { randomBytes } from 'node:crypto';
import type { AfasAccess } from './access.mts';
import type { Connector } from './connectors.mts';
import { AfasError, afasError, languageOf } from './errors.mts';
import type { AfasModel } from './model.mts';
import { readPage } from './page.mts';
import type { AfasSettings } from './settings.mts';

export const BASE_PATH = '/ProfitRestServices';
/** The vendor writes the path both ways. */
const PATHS = [BASE_PATH, BASE_PATH.toLowerCase()];

export interface AfasContext {
	model: AfasModel;
	access: AfasAccess;
	settings: AfasSettings;
}

type Named = FastifyRequest<{ Params: { connector: string } }>;

/** The connector of the path; refuses one that is unknown, not granted, or blocked. */
function connectorOf(request: Named, context: AfasContext): Connector {
	const { connector: id } = request.params;
	if (request.sandbox !== null) request.sandbox.entry.operation = id;
	const language = languageOf(request.headers['accept-language']);
	const connector = context.model.find(id);
	if (connector === null) {
		throw afasError('notAvailable', language, context.settings.notAvailableStatus);
	}
	if (context.settings.blockedConnectors.includes(id)) {
		throw afasError('blocked', language, context.settings.blockedStatus);
	}
	return connector;
}

function metainfo(context: AfasContext): unknown {
	return {
		updateConnectors: [],
		getConnectors: context.model.available.map(({ id, description }) => ({ id, description })),
		customConnectors: [],
		info: {
			envid: context.settings.environmentId,
			appName: 'Voorbeeldkoppeling',
			group: `Voorbeeldgroep (${context.settings.environmentNumber}.VOORBEELD)`,
			tokenExpiry: '0',
		},
	};
}

const describeConnector = (connector: Connector, context: AfasContext): unknown => ({
	name: connector.id,
	description: connector.description,
	fields: context.model.columns(connector).map((column, index) => ({
		id: column.id,
		fieldId: `U${String(index + 1).padStart(3, '0')}`,
		dataType: column.dataType,
		label: column.label,
		length: column.length,
		controlType: column.length <= 15 && column.dataType === 'string' ? 5 : 1,
		decimals: column.decimals,
		decimalsFieldId: '',
	})),
});

function guard(
	request: FastifyRequest,
	reply: FastifyReply,
	context: AfasContext,
): FastifyReply | undefined {
	const path = request.url.split('?')[0] ?? '';
	if (!path.toLowerCase().startsWith(BASE_PATH.toLowerCase()) || path.endsWith('/oauth/token'))
		return undefined;
	void reply.header('x-trace-identifier', randomBytes(16).toString('hex'));
	const at = request.url.indexOf('?');
	if (at >= 0 && request.url.length - at > context.settings.longestQuery)
		return reply.code(404).send();
	const status = context.access.check(request);
	if (status === 200) return undefined;
	if (status === 500) throw afasError('unexpected', languageOf(request.headers['accept-language']));
	if (status === 401 && (request.headers.authorization ?? '').startsWith('Bearer ')) {
		void reply.header('www-authenticate', 'Bearer error="invalid_token"');
	}
	return reply.code(status).send();
}

export function addAfasRoutes(app: FastifyInstance, context: AfasContext): void {
	app.addHook('onRequest', async (request, reply) => guard(request, reply, context));
	app.setNotFoundHandler((_request, reply) => reply.code(404).send());
	app.setErrorHandler<Error & { statusCode?: number }>((error, request, reply) => {
		const known =
			error instanceof AfasError
				? error
				: afasError(
						'unexpected',
						languageOf(request.headers['accept-language']),
						error.statusCode ?? 500,
					);
		return reply.code(known.status).type('application/json').send(known.body);
	});
	for (const base of PATHS) {
		app.post(`${base}/oauth/token`, async (request, reply) => context.access.token(request, reply));
		app.get(`${base}/metainfo`, async () => metainfo(context));
		app.get(`${base}/ProfitVersion`, async () => ({ version: '8.0.1' }));
		app.get(`${base}/metainfo/get/:connector`, async (request: Named) =>
			describeConnector(connectorOf(request, context), context),
		);
		app.get(`${base}/connectors/:connector`, async (request: Named) => {
			const connector = connectorOf(request, context);
			const language = languageOf(request.headers['accept-language']);
			return readPage(connector, request.query as Record<string, unknown>, language, context);
		});
	}
}

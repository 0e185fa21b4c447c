import type { FastifyInstance, FastifyReply } from 'fastify';
import { BASE_PATH, companyOf } from './context.mts';
import type { AlleoContext } from './context.mts';
import { addEmployeeRoutes } from './employees.mts';
import { addListRoute } from './list.mts';
import { detail } from './reply.mts';

function token(context: AlleoContext, body: unknown, reply: FastifyReply): unknown {
	const form = (body ?? {}) as Record<string, unknown>;
	const missing = ['grant_type', 'client_id', 'client_secret'].filter((key) => !(key in form));
	if (missing.length > 0) {
		const faults = missing.map((key) => ({
			loc: ['body', key],
			msg: 'field required',
			type: 'value_error.missing',
		}));
		return reply.code(422).send({ detail: faults });
	}
	if (form['grant_type'] !== 'client_credentials')
		return detail(reply, 400, 'unsupported_grant_type');
	const { accessKey, secretKey } = context.settings;
	if (form['client_id'] !== accessKey || form['client_secret'] !== secretKey) {
		return detail(reply, 401, 'invalid_client');
	}
	return reply.code(200).send(context.access.issueToken());
}

/** All routes of the Customer API, below its base path. */
export function addAlleoRoutes(app: FastifyInstance, context: AlleoContext): void {
	app.addHook('onRequest', async (request, reply) => {
		if (!request.url.startsWith(BASE_PATH)) return;
		void reply.header('x-request-id', context.access.requestId());
		if (request.url.split('?')[0] === `${BASE_PATH}/oauth/token`) return;
		if (!context.access.isAuthorized(request)) return detail(reply, 401, 'Token is not valid');
		if (context.access.isOverLimit(reply)) return detail(reply, 429, 'Too many requests');
	});
	app.setNotFoundHandler((_request, reply) => detail(reply, 404, 'Not found'));
	app.setErrorHandler<Error & { statusCode?: number }>((error, _request, reply) =>
		detail(
			reply,
			error.statusCode ?? 500,
			error.statusCode === undefined ? 'Internal error' : error.message,
		),
	);
	app.post(`${BASE_PATH}/oauth/token`, async (request, reply) =>
		token(context, request.body, reply),
	);
	app.get(`${BASE_PATH}/companies`, async () =>
		context.store.companies.map((company) => ({ id: company.id, name: company.name })),
	);
	app.get(`${BASE_PATH}/companies/:company_id/groups`, async (request, reply) => {
		const companyId = companyOf(request, reply, context);
		if (companyId === null) return reply;
		return context.store.groups
			.filter((group) => group.companyId === companyId)
			.map((group) => ({ id: group.id, name: group.name }));
	});
	addListRoute(app, context);
	addEmployeeRoutes(app, context);
}

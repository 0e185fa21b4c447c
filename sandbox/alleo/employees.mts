import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AlleoAccount } from '../world/types.mts';
import { detail, integer, unprocessable } from './reply.mts';
import { BASE_PATH, companyOf } from './context.mts';
import type { AlleoContext } from './context.mts';
import { publicFields } from './store.mts';
import { checkCreate, checkEdit } from './validate.mts';
import type { Writable } from './validate.mts';

const EMPLOYEES = `${BASE_PATH}/companies/:company_id/employees`;

const note = (request: FastifyRequest, text: string): void => {
	if (request.sandbox !== null) request.sandbox.entry.note = text;
};

const show = (fields: Writable): string =>
	Object.entries(fields)
		.filter(([, value]) => value !== null)
		.map(([key, value]) => `${key}=${String(value)}`)
		.join(' ');

function accountOf(
	request: FastifyRequest,
	reply: FastifyReply,
	context: AlleoContext,
): AlleoAccount | null {
	const companyId = companyOf(request, reply, context);
	if (companyId === null) return null;
	const id = integer((request.params as { employee_id: string }).employee_id);
	if (id === null) {
		void unprocessable(reply, [
			{ loc: ['path', 'employee_id'], msg: 'not an integer', type: 'type_error.integer' },
		]);
		return null;
	}
	const account = context.store.get(companyId, id);
	if (account === null) void detail(reply, 404, 'Employee not found');
	return account;
}

/** The answer for an address in use or an unknown group; null when neither. */
function refuse(
	fields: Writable,
	companyId: number,
	self: number | null,
	reply: FastifyReply,
	context: AlleoContext,
): FastifyReply | null {
	const { store, settings } = context;
	const group = fields.company_group_id;
	if (group !== undefined && group !== null && store.groupName(companyId, group) === null) {
		return unprocessable(reply, [
			{ loc: ['body', 'company_group_id'], msg: 'unknown group', type: 'value_error' },
		]);
	}
	if (fields.email === undefined) return null;
	const owner = store.emailOwner(fields.email, companyId, self, settings.emailUnique);
	return owner === null ? null : detail(reply, 409, 'This email address is in use');
}

const groupChange = (
	fields: Writable,
	companyId: number,
	context: AlleoContext,
): Partial<AlleoAccount> => {
	const group = fields.company_group_id;
	if (group === undefined) return {};
	return { group_name: group === null ? null : context.store.groupName(companyId, group) };
};

function create(request: FastifyRequest, reply: FastifyReply, context: AlleoContext): unknown {
	const companyId = companyOf(request, reply, context);
	if (companyId === null) return reply;
	const checked = checkCreate(request.body, context.settings);
	if (!checked.ok) return unprocessable(reply, checked.faults);
	const { fields } = checked;
	const refused = refuse(fields, companyId, null, reply, context);
	if (refused !== null) return refused;
	const account = context.store.create({
		email: '',
		first_name: '',
		last_name: '',
		prefix: null,
		private_email: null,
		is_active: true,
		company_group_id: null,
		group_name: null,
		external_id: null,
		registration_date: context.timestamp(),
		offboarding_date: null,
		birthday: null,
		work_anniversary: null,
		last_active_date: null,
		...fields,
		language: fields.language ?? 'en',
		company_id: companyId,
		...groupChange(fields, companyId, context),
	});
	note(request, `id=${account.id} ${show(fields)}`);
	return reply.code(201).send(publicFields(account, context.settings));
}

function edit(request: FastifyRequest, reply: FastifyReply, context: AlleoContext): unknown {
	const account = accountOf(request, reply, context);
	if (account === null) return reply;
	const checked = checkEdit(request.body, context.settings);
	if (!checked.ok) return unprocessable(reply, checked.faults);
	const { fields } = checked;
	const refused = refuse(fields, account.company_id, account.id, reply, context);
	if (refused !== null) return refused;
	note(request, show(fields));
	context.store.update(account, { ...fields, ...groupChange(fields, account.company_id, context) });
	return publicFields(account, context.settings);
}

function setActive(
	request: FastifyRequest,
	reply: FastifyReply,
	context: AlleoContext,
	active: boolean,
): unknown {
	const account = accountOf(request, reply, context);
	if (account === null) return reply;
	if (account.is_active === active && context.settings.repeatedAction === 'conflict') {
		return detail(reply, 409, active ? 'Employee is already active' : 'Employee is not active');
	}
	note(request, account.email);
	context.store.update(account, {
		is_active: active,
		...(active ? { offboarding_date: null } : {}),
	});
	return publicFields(account, context.settings);
}

export function addEmployeeRoutes(app: FastifyInstance, context: AlleoContext): void {
	app.post(EMPLOYEES, async (request, reply) => create(request, reply, context));
	app.get(`${EMPLOYEES}/:employee_id`, async (request, reply) => {
		const account = accountOf(request, reply, context);
		return account === null ? reply : publicFields(account, context.settings);
	});
	app.patch(`${EMPLOYEES}/:employee_id`, async (request, reply) => edit(request, reply, context));
	app.post(`${EMPLOYEES}/:employee_id/deactivate`, async (request, reply) =>
		setActive(request, reply, context, false),
	);
	app.post(`${EMPLOYEES}/:employee_id/activate`, async (request, reply) =>
		setActive(request, reply, context, true),
	);
}

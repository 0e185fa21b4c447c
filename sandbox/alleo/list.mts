import type { FastifyInstance } from 'fastify';
import { integer } from './reply.mts';
import { BASE_PATH, companyOf } from './context.mts';
import type { AlleoContext } from './context.mts';
import type { AlleoSettings } from './settings.mts';
import { publicFields } from './store.mts';
import type { EmployeeFilter } from './store.mts';
import type { FieldFault } from './validate.mts';

const DEFAULT_LIMIT = 30;

interface ListQuery {
	skip: number;
	limit: number;
	filter: EmployeeFilter;
}

/** Reads the query of a listing; a value of the wrong type is refused with 422. */
function readQuery(
	query: Record<string, unknown>,
	settings: AlleoSettings,
): ListQuery | FieldFault[] {
	const faults: FieldFault[] = [];
	const fault = (name: string, msg: string, type: string): void => {
		faults.push({ loc: ['query', name], msg, type });
	};
	const number = (name: string, fallback: number, low: number): number => {
		const text = query[name];
		if (text === undefined) return fallback;
		const value = integer(String(text));
		if (value === null) fault(name, 'not an integer', 'type_error.integer');
		else if (value < low) fault(name, `must be ${low} or more`, 'value_error.number.not_ge');
		return value ?? fallback;
	};
	const skip = number('skip', 0, 0);
	const limit = number('limit', DEFAULT_LIMIT, 1);
	if (limit > settings.maxLimit && settings.limitOverflow === 'refuse') {
		fault('limit', `must be ${settings.maxLimit} or less`, 'value_error.number.not_le');
	}
	const active = query['is_active'];
	if (active !== undefined && active !== 'true' && active !== 'false') {
		fault('is_active', 'not a boolean', 'type_error.bool');
	}
	const group = query['company_group_id'] === undefined ? null : number('company_group_id', 0, 0);
	const search = query['search'];
	if (faults.length > 0) return faults;
	const withoutFilter = settings.withoutIsActive === 'active' ? true : null;
	return {
		skip,
		limit: Math.min(limit, settings.maxLimit, settings.shortPages ?? limit),
		filter: {
			isActive: active === undefined ? withoutFilter : active === 'true',
			groupId: group,
			search: search === undefined ? null : String(search),
		},
	};
}

export function addListRoute(app: FastifyInstance, context: AlleoContext): void {
	app.get(`${BASE_PATH}/companies/:company_id/employees`, async (request, reply) => {
		const companyId = companyOf(request, reply, context);
		if (companyId === null) return reply;
		const query = readQuery(request.query as Record<string, unknown>, context.settings);
		if (Array.isArray(query)) return reply.code(422).send({ detail: query });
		const rows = context.store.list(companyId, query.filter);
		const page = rows.slice(query.skip, query.skip + query.limit);
		return {
			data: page.map((account) => publicFields(account, context.settings)),
			count: rows.length,
		};
	});
}

import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AlleoAccess } from './access.mts';
import { detail, integer } from './reply.mts';
import type { AlleoSettings } from './settings.mts';
import type { AlleoStore } from './store.mts';

export const BASE_PATH = '/customer_api/v1';

export interface AlleoContext {
	store: AlleoStore;
	settings: AlleoSettings;
	access: AlleoAccess;
	/** Now as Alleo writes it: date and time without a zone. */
	timestamp: () => string;
}

/** The company of the path, or the answer that says why not. */
export function companyOf(
	request: FastifyRequest,
	reply: FastifyReply,
	context: AlleoContext,
): number | null {
	const text = (request.params as { company_id: string }).company_id;
	const id = integer(text);
	if (id === null) {
		void reply.code(422).send({
			detail: [{ loc: ['path', 'company_id'], msg: 'not an integer', type: 'type_error.integer' }],
		});
		return null;
	}
	if (context.settings.forbiddenCompanies.includes(id)) {
		void detail(reply, 403, 'Not allowed');
		return null;
	}
	if (!context.store.hasCompany(id)) {
		void detail(reply, 404, 'Company not found');
		return null;
	}
	return id;
}

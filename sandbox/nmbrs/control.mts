import type { FastifyInstance } from 'fastify';
import type { NmbrsPerson } from '../world/types.mts';
import { editPerson } from './edit.mts';
import type { NmbrsState } from './state.mts';

/**
 * What only Nmbrs has, beside the control API of every stand-in:
 * `PATCH /_control/people/<employeeId>` changes a person as an administrator would,
 * `POST /_control/withdraw-consents` ends every connection as after 30 days,
 * `POST /_control/redirects {"url"}` registers one more callback URL.
 */
export function nmbrsControl(app: FastifyInstance, state: NmbrsState): void {
	app.patch<{ Params: { id: string }; Body: Partial<NmbrsPerson> }>(
		'/_control/people/:id',
		(request, reply) => {
			const person = editPerson(state.model, request.params.id, request.body);
			return person ?? reply.code(404).send({ error: 'No such person' });
		},
	);

	app.post('/_control/withdraw-consents', () => {
		state.grants.withdrawConsents();
		return { ok: true };
	});

	app.post<{ Body: { url: string } }>('/_control/redirects', (request, reply) => {
		try {
			state.registerRedirect(request.body.url);
			return { redirectUris: state.settings.clients[0]?.redirectUris };
		} catch (error) {
			return reply.code(400).send({ error: error instanceof Error ? error.message : 'refused' });
		}
	});
}

import type { FastifyInstance } from 'fastify';
import type { NmbrsState } from '../state.mts';
import { RestContext } from './context.mts';
import { organisationRoutes } from './organisation.mts';
import { peopleRoutes } from './people.mts';

/** The REST API under `/api`: reads only; anything else is recorded as an attempt to write. */
export function restRoutes(app: FastifyInstance, state: NmbrsState): void {
	const rest = new RestContext(app, state);
	organisationRoutes(rest);
	peopleRoutes(rest);
}

import { Clock } from '../shared/clock.mts';
import { applySettings } from '../shared/settings.mts';
import { startStandIn } from '../shared/standIn.mts';
import type { StandIn, StandInOptions } from '../shared/standIn.mts';
import type { AfasPerson, World } from '../world/types.mts';
import { AfasAccess } from './access.mts';
import { faultBody } from './errors.mts';
import { AfasModel } from './model.mts';
import { addAfasRoutes, BASE_PATH } from './routes.mts';
import { defaultAfasSettings } from './settings.mts';
import type { AfasSettings } from './settings.mts';

export interface AfasOptions extends StandInOptions {
	settings?: Partial<AfasSettings>;
}

export interface AfasState {
	model: AfasModel;
	settings: AfasSettings;
}

export type AfasStandIn = StandIn<AfasState>;

/** Starts the AFAS stand-in: metainfo and GetConnectors over the world, both kinds of credentials. */
export function startAfas(world: World, options: AfasOptions = {}): Promise<AfasStandIn> {
	const settings = defaultAfasSettings();
	applySettings(settings, options.settings ?? {});
	const initial = structuredClone(settings);
	/** The people as they were generated; made when the first of them is changed. */
	let untouched: AfasPerson[] | null = null;
	const clock = new Clock();
	const model = new AfasModel(world, settings);
	const access = new AfasAccess(settings, clock);
	const patchSettings = (patch: Record<string, unknown>): void => {
		applySettings(settings, patch);
		model.refresh();
	};
	return startStandIn(
		{
			name: 'afas',
			basePath: BASE_PATH,
			state: { model, settings },
			clock,
			routes: (app) => {
				addAfasRoutes(app, { model, access, settings });
				/** Changes a person, as an administrator in Profit would. */
				app.patch<{ Params: { id: string }; Body: Partial<AfasPerson> }>(
					'/_control/people/:id',
					async (request, reply) => {
						const { people } = world.afas;
						const person = people.find((one) => one.employeeId === request.params.id);
						if (person === undefined) return reply.code(404).send({ error: 'No such person' });
						untouched ??= structuredClone(people);
						Object.assign(person, request.body);
						model.refresh();
						return person;
					},
				);
			},
			errorBody: faultBody,
			expireTokens: () => access.expireTokens(),
			isWrite: (method, template) => method !== 'GET' && !template.endsWith('/oauth/token'),
			describe: () => ({ employers: world.afas.employers, people: world.afas.people }),
			settings: () => settings,
			patchSettings,
			reset: () => {
				if (untouched !== null) world.afas.people.splice(0, Infinity, ...untouched);
				untouched = null;
				patchSettings(structuredClone(initial) as unknown as Record<string, unknown>);
				access.expireTokens();
			},
		},
		options,
	);
}

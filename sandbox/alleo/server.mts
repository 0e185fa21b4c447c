import { Clock } from '../shared/clock.mts';
import { applySettings } from '../shared/settings.mts';
import { startStandIn } from '../shared/standIn.mts';
import type { StandIn, StandInOptions } from '../shared/standIn.mts';
import type { World } from '../world/types.mts';
import { AlleoAccess } from './access.mts';
import { errorBody } from './reply.mts';
import { BASE_PATH } from './context.mts';
import { addAlleoRoutes } from './routes.mts';
import { defaultAlleoSettings } from './settings.mts';
import type { AlleoSettings } from './settings.mts';
import { AlleoStore } from './store.mts';

export interface AlleoOptions extends StandInOptions {
	settings?: Partial<AlleoSettings>;
}

export interface AlleoState {
	store: AlleoStore;
	settings: AlleoSettings;
}

export type AlleoStandIn = StandIn<AlleoState>;

/** Accounts by company and state, and all accounts, for GET /_control/state. */
function describe(store: AlleoStore): unknown {
	const accounts = store.accounts;
	return {
		companies: store.companies.map((company) => {
			const own = accounts.filter((account) => account.company_id === company.id);
			const active = own.filter((account) => account.is_active).length;
			return { id: company.id, name: company.name, active, inactive: own.length - active };
		}),
		groups: store.groups,
		accounts,
	};
}

/** Starts the Alleo stand-in: the Customer API over the world's accounts, which it changes in memory. */
export function startAlleo(world: World, options: AlleoOptions = {}): Promise<AlleoStandIn> {
	const settings = defaultAlleoSettings();
	applySettings(settings, options.settings ?? {});
	const initial = structuredClone(settings);
	const clock = new Clock();
	const store = new AlleoStore(world.alleo);
	const access = new AlleoAccess(settings, clock);
	const timestamp = (): string => new Date(clock.now()).toISOString().slice(0, 19);
	return startStandIn(
		{
			name: 'alleo',
			basePath: BASE_PATH,
			state: { store, settings },
			clock,
			routes: (app) => addAlleoRoutes(app, { store, settings, access, timestamp }),
			errorBody,
			expireTokens: () => access.expireTokens(),
			isWrite: (method, template) => method !== 'GET' && !template.endsWith('/oauth/token'),
			describe: () => describe(store),
			settings: () => settings,
			patchSettings: (patch) => applySettings(settings, patch),
			reset: () => {
				applySettings(settings, structuredClone(initial));
				store.reset();
				access.reset();
			},
		},
		options,
	);
}

import { startAlleo } from '../../../sandbox/alleo/server.mts';
import type { World } from '../../../sandbox/world/types.mts';
import { accounts, COMPANY, GROUPS } from '../data/accounts.mts';
import type { Scenario } from '../data/accounts.mts';
import { argumentsOf, report } from '../tool/part.mts';

/** The Alleo stand-in over the accounts of a scenario, in a process of its own. */

const { people, scenario, rateLimit, rateWindowSeconds, latencyMs } = argumentsOf<{
	people: number;
	scenario: Scenario;
	rateLimit: number;
	rateWindowSeconds: number;
	latencyMs: number;
}>();

const alleo = {
	companies: [{ id: COMPANY, name: 'Voorbeeld B.V.', system: 'nmbrs' }],
	groups: GROUPS,
	accounts: accounts(people, scenario),
	onlyInAlleo: [],
};
const standIn = await startAlleo({ alleo } as unknown as World, {
	settings: { rateLimit, rateWindowSeconds },
});
standIn.faults.add({ kind: 'latency', ms: latencyMs });
report({ url: standIn.url, origin: standIn.origin });

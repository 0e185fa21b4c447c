import { startAfas } from '../../../sandbox/afas/server.mts';
import { spreadOverCompanies } from '../../../sandbox/nmbrs/manyCompanies.mts';
import { startNmbrs } from '../../../sandbox/nmbrs/server.mts';
import { generateWorld } from '../../../sandbox/world/generate.mts';
import type { System } from '../../../sandbox/world/types.mts';
import { argumentsOf, report } from '../tool/part.mts';
import { Replay } from './replay.mts';

/** One HR system's stand-in over a made-up world, with the replay in front of it. */

export interface SourceAddress {
	/** Base URL for the node's credential: goes through the replay. */
	url: string;
	replay: string;
	/** The stand-in itself. */
	origin: string;
	people: number;
}

const { system, people, companies } = argumentsOf<{
	system: System;
	people: number;
	companies: number;
}>();

const options = { employees: people, seed: 1, referenceDate: '2026-11-24', systems: [system] };
const world = generateWorld(options);
if (system === 'nmbrs') spreadOverCompanies(world.nmbrs, companies);
const standIn = system === 'nmbrs' ? await startNmbrs(world) : await startAfas(world);
const replay = await new Replay(standIn.origin).listen();
report({
	url: standIn.url.replace(standIn.origin, replay),
	replay,
	origin: standIn.origin,
	people: world[system].people.length,
} satisfies SourceAddress);

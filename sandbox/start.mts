import { startAfas } from './afas/server.mts';
import type { AfasOptions, AfasStandIn } from './afas/server.mts';
import { startAlleo } from './alleo/server.mts';
import type { AlleoOptions, AlleoStandIn } from './alleo/server.mts';
import { startNmbrs } from './nmbrs/server.mts';
import type { NmbrsOptions, NmbrsStandIn } from './nmbrs/server.mts';
import { CREDENTIALS } from './world/credentials.mts';
import { todayInAmsterdam } from './world/dates.mts';
import { generateWorld } from './world/generate.mts';
import type { CaseName, System, World } from './world/types.mts';

export interface SandboxOptions {
	/** Source records per HR system; 250 when left out. */
	employees?: number;
	seed?: number;
	/** Today in Europe/Amsterdam when left out. */
	referenceDate?: string;
	systems?: readonly System[];
	/** Cases to leave out of the world. */
	without?: readonly CaseName[];
	/** Fixed ports; any free port where left out. */
	ports?: { nmbrs?: number; afas?: number; alleo?: number };
	/** Receives one line per write. */
	print?: (line: string) => void;
	nmbrs?: NmbrsOptions;
	afas?: AfasOptions;
	alleo?: AlleoOptions;
}

export interface Sandbox {
	world: World;
	credentials: typeof CREDENTIALS;
	nmbrs: NmbrsStandIn;
	afas: AfasStandIn;
	alleo: AlleoStandIn;
	close(): Promise<void>;
}

/** Makes the world and starts the three stand-ins over it, each on a port of its own. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const world = generateWorld({
		employees: options.employees ?? 250,
		seed: options.seed ?? 1,
		referenceDate: options.referenceDate ?? todayInAmsterdam(),
		...(options.systems === undefined ? {} : { systems: options.systems }),
		...(options.without === undefined ? {} : { without: options.without }),
	});
	const common = options.print === undefined ? {} : { print: options.print };
	const { ports } = options;
	const started: Array<{ close(): Promise<void> }> = [];
	const close = async (): Promise<void> => {
		await Promise.all(started.map((standIn) => standIn.close()));
	};
	const keep = <T extends { close(): Promise<void> }>(standIn: T): T => {
		started.push(standIn);
		return standIn;
	};
	try {
		const alleo = keep(
			await startAlleo(world, { ...common, port: ports?.alleo ?? 0, ...options.alleo }),
		);
		const afas = keep(
			await startAfas(world, { ...common, port: ports?.afas ?? 0, ...options.afas }),
		);
		const nmbrs = keep(
			await startNmbrs(world, { ...common, port: ports?.nmbrs ?? 0, ...options.nmbrs }),
		);
		return { world, credentials: CREDENTIALS, nmbrs, afas, alleo, close };
	} catch (error) {
		await close();
		throw error;
	}
}

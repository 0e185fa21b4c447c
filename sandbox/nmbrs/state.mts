import type { NmbrsWorld } from '../world/types.mts';
import { Grants } from './identity/grants.mts';
import { NmbrsModel } from './model.mts';
import { defaultSettings, patchSettings } from './defaults.mts';
import type { NmbrsSettings } from './settings.mts';

/** A report that somebody asked for, and how often its result was asked for since. */
export interface ReportTask {
	kind: 'payslip' | 'wageCodes';
	companySoapId: number;
	runId: number;
	year: number;
	polls: number;
	/** The server has forgotten it: every question is answered with this fault. */
	lost: number | null;
}

/** Worlds up to this size are copied at the start, so that a reset brings them back. */
const LARGEST_COPY = 5000;

/** Everything that the stand-in remembers. Restarted = empty again, like any process. */
export class NmbrsState {
	settings: NmbrsSettings;
	readonly model: NmbrsModel;
	readonly grants: Grants;
	readonly reports = new Map<string, ReportTask>();
	/** Calls for addresses, bank accounts, children and BSN: must stay empty. */
	baits: string[] = [];
	/** SOAP calls over the vendor's ceiling, each delayed by half a second. */
	throttled = 0;
	private readonly initialSettings: NmbrsSettings;
	private readonly initialWorld: NmbrsWorld | null;

	/** `now` in milliseconds. */
	constructor(world: NmbrsWorld, patch: Partial<NmbrsSettings>, now: () => number) {
		this.settings = patchSettings(defaultSettings(), patch);
		this.initialSettings = structuredClone(this.settings);
		this.initialWorld = world.people.length > LARGEST_COPY ? null : structuredClone(world);
		this.model = new NmbrsModel(world);
		this.grants = new Grants(() => this.settings, now);
	}

	/** Changes switches while the server runs; refuses unknown names. */
	configure(patch: Partial<NmbrsSettings>): void {
		this.settings = patchSettings(this.settings, patch);
	}

	/** The switches and the world as they were at the start; consents and tokens stay. */
	reset(): void {
		const { clients } = this.settings;
		this.settings = { ...structuredClone(this.initialSettings), clients };
		this.reports.clear();
		this.baits = [];
		this.throttled = 0;
		if (this.initialWorld === null) return;
		Object.assign(this.model.world, structuredClone(this.initialWorld));
		this.model.changed();
	}

	/** Registers one more callback URL for the first client; the vendor allows five. */
	registerRedirect(url: string): void {
		const [first, ...others] = this.settings.clients;
		if (first === undefined || first.redirectUris.includes(url)) return;
		const redirectUris = [...first.redirectUris, url];
		this.configure({ clients: [{ ...first, redirectUris }, ...others] });
	}

	vanish(companyId: string): void {
		if (this.settings.vanishedCompanies.includes(companyId)) return;
		this.configure({ vanishedCompanies: [...this.settings.vanishedCompanies, companyId] });
	}
}

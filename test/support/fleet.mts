import type { FleetCredential, FleetIntegration } from '../../core/runLog/fleet/facts';

/** Customers as Customer Setup gives them (Integration: Get Many, with runs and credentials). */

export const FLEET_NOW = '2026-11-24T10:00:00.000Z';
const HOUR_MS = 3_600_000;

export const hoursAgo = (hours: number): string =>
	new Date(Date.parse(FLEET_NOW) - hours * HOUR_MS).toISOString();
export const daysAgo = (days: number): string => hoursAgo(24 * days);

export const LIMITS = { noSuccessHours: 26, undecidedHours: 12 };

export const madeRun = (
	workflow: string,
	state: string,
	hours: number,
	changes: object = {},
): object => ({
	run: String(Math.round(hours * 10)),
	workflow,
	customer: '-',
	mode: 'daily',
	state,
	started_at: hoursAgo(hours),
	finished_at: ['started', 'waiting', 'applying'].includes(state) ? null : hoursAgo(hours),
	...changes,
});

export const madeCredential = (
	type: string,
	changes: Partial<FleetCredential> = {},
): FleetCredential => ({
	type,
	id: `${type}-1`,
	name: type,
	exists: true,
	created_at: daysAgo(60),
	changed_at: hoursAgo(6),
	given_at: daysAgo(60),
	...changes,
});

export function madeIntegration(
	id: string,
	customer: string,
	changes: Partial<FleetIntegration> = {},
): FleetIntegration {
	return {
		workflow_id: id,
		workflow_name: `${customer}: NMBRS naar Alleo`,
		workflow_url: `https://n8n.example/workflow/${id}`,
		customer,
		system: 'nmbrs',
		published: true,
		enabled: true,
		monthly: false,
		saved_at: daysAgo(60),
		template: 'nmbrs-daily-sync',
		template_version: 3,
		newest_version: 3,
		credentials: [madeCredential('nmbrsOAuth2Api')],
		invite_url: 'https://n8n.example/form/invite-nmbrs',
		upgrade_url: '',
		bundle_url: `https://n8n.example/form/bundle?Workflow=${id}`,
		inbox_url: '',
		questions: 0,
		nobody_told: false,
		over: [],
		runs: [madeRun(id, 'applied', 6), madeRun(id, 'nothing', 30)],
		...changes,
	};
}

/** The column `counts` of a run, with what else is known of it. */
export const madeCounts = (held: number, more: object = {}): string =>
	JSON.stringify({
		...{ source: 100, held, unchanged: 100, create: 0, update: 0, reactivate: 0 },
		...{ deactivate: 0, hold: held, upcoming: 0, ended_unknown: 0, ineligible_unknown: 0 },
		...{ merged: 0, absent: 0, absent_deactivate: 0 },
		...more,
	});

const holds = (count: number, since: string): string =>
	madeCounts(count, {
		holds: Array.from({ length: count }, (_, index) => ({
			external_id: `nmbrs-${index}`,
			since,
			partition: 'c1',
			company: 'Bakkerij BV',
			code: 'EMAIL_MISSING',
		})),
	});

const day = (days: number): string => daysAgo(days).slice(0, 10);

const afas = (changes: Partial<FleetIntegration>): Partial<FleetIntegration> => ({
	system: 'afas',
	template: 'afas-daily-sync',
	credentials: [madeCredential('afasOAuth2Api')],
	invite_url: 'https://n8n.example/form/invite-afas',
	...changes,
});

/** One customer for each thing that can be said of it; the name says which. */
export function madeFleet(): FleetIntegration[] {
	const of = (
		id: string,
		customer: string,
		changes: Partial<FleetIntegration> | ((id: string) => Partial<FleetIntegration>) = {},
	): FleetIntegration =>
		madeIntegration(id, customer, typeof changes === 'function' ? changes(id) : changes);
	const one =
		(state: string, hours: number, changes: object = {}) =>
		(id: string) => ({
			runs: [madeRun(id, state, hours, changes), madeRun(id, 'applied', 25)],
		});
	return [
		of(
			'w01',
			'Zorggroep Zuid',
			one('failed', 6, { problems: 'Read NMBRS employees: NMBRS_CONSENT_LOST' }),
		),
		of(
			'w02',
			'Bakkerij Van Dijk',
			one('failed', 6, { problems: 'Read Alleo accounts: UNAVAILABLE' }),
		),
		of('w03', 'Transport Noord', one('started', 20)),
		of('w04', 'Café ’t Hoekje', (id) => ({ runs: [madeRun(id, 'applied', 90)] })),
		of('w05', 'Houthandel Jansen', { runs: [] }),
		of('w06', 'Groothandel Smit', one('waiting', 20, { expires_at: hoursAgo(-4) })),
		of(
			'w07',
			'Installatie De Boer',
			one('waiting', 3, {
				expires_at: hoursAgo(-21),
				counts: madeCounts(0, { link: 'https://n8n.example/webhook-waiting/3?signature=abc' }),
			}),
		),
		of(
			'w08',
			'Kwekerij Groen',
			one('applied', 6, { reference_date: day(0), counts: holds(4, day(12)) }),
		),
		of('w09', 'Schilders Vos', {
			published: false,
			credentials: [madeCredential('nmbrsOAuth2Api', { changed_at: daysAgo(20) })],
		}),
		of(
			'w10',
			'Advies Ruiter',
			afas({ credentials: [madeCredential('afasOAuth2Api', { given_at: daysAgo(160) })] }),
		),
		of('w11', 'Bouw Peters', afas({ credentials: [madeCredential('afasTokenApi')] })),
		of('w12', 'Drukkerij Klein', (id) => ({
			credentials: [madeCredential('nmbrsOAuth2Api'), madeCredential('nmbrsTokenApi')],
			template_version: null,
			template: null,
			runs: [madeRun(id, 'nothing', 6)],
		})),
		of('w13', 'Uitzendbureau Snel', {
			published: false,
			credentials: [madeCredential('nmbrsOAuth2Api', { exists: false })],
		}),
		of(
			'w14',
			'Kapsalon Mooi',
			afas({
				credentials: [
					madeCredential('afasOAuth2Api', { given_at: null, created_at: daysAgo(175) }),
				],
			}),
		),
		of('w15', 'Nieuw BV', { saved_at: hoursAgo(2), runs: [] }),
		of('w16', 'Fiets & Co <script>', {}),
		of('w17', 'Bakkerij Van Dijk', {
			workflow_name: 'Bakkerij Van Dijk: salaris en verlof',
			monthly: true,
			runs: [madeRun('w17', 'applied', 24 * 20, { mode: 'monthly' })],
		}),
	];
}

/** So many customers, each like one of those above, most of them like the ones in order. */
export function largeFleet(size: number): FleetIntegration[] {
	const kinds = madeFleet();
	const fine = kinds[15];
	return Array.from({ length: size }, (_, index) => {
		const kind = (index % 10 === 0 ? kinds[(index / 10) % 15] : fine) ?? madeIntegration('w', 'x');
		const id = `w${1000 + index}`;
		const runs = Array.from({ length: 8 }, (_run, place) =>
			madeRun(id, place % 3 === 0 ? 'applied' : 'nothing', 6 + 24 * place),
		);
		const own = kind.runs.map((run) => ({ ...(run as object), workflow: id }));
		return {
			...kind,
			workflow_id: id,
			customer: `Klant ${index + 1}`,
			runs: kind === fine ? runs : own,
		};
	});
}

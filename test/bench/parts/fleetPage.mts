import { writeFileSync } from 'node:fs';
import type { IExecuteFunctions } from 'n8n-workflow';
import { withSettings } from '../../../core/connect/templates/settings';
import { Workflow } from '../../../core/connect/templates/workflow';
import { RUN_LOG_TABLE } from '../../../core/runLog/columns';
import { readFleet } from '../../../core/runLog/fleet/facts';
import { renderFleet } from '../../../core/runLog/fleet/page';
import { fleetLines } from '../../../core/runLog/fleet/rule';
import { INVITATION_COLUMNS } from '../../../core/connect/invitation';
import { readFleetFacts } from '../../../nodes/CustomerSetup/fleet/read';
import type { ApiResponse, Transport } from '../../../nodes/shared/http';
import { N8nChannel } from '../../../nodes/shared/n8nApi/channel';
import { N8nClient } from '../../../nodes/shared/n8nApi/client';
import { connected, invitationRow, SECRETS } from '../../support/customerSetup.mts';
import { madeCounts } from '../../support/fleet.mts';
import { readTemplate } from '../../support/templates.mts';
import { timed, timedAsync } from '../tool/measure.mts';
import { argumentsOf, report } from '../tool/part.mts';

/** The fleet page from n8n's answers to its HTML: our own time, with nothing but n8n's own left out. */

export interface FleetResult {
	customers: number;
	/** Milliseconds, of a fresh process: reading n8n's answers, judging, drawing. */
	read: number;
	judge: number;
	draw: number;
	/** Of a process that has done it before: all of it. */
	best: number;
	/** Bytes of the page, and of n8n's answers. */
	bytes: number;
	answers: number;
}

const { customers, rounds, page } = argumentsOf<{
	customers: number;
	rounds: number;
	/** File to write the page to. */
	page: string;
}>();

const PER_PAGE = 250;
const RUNS = 9;
/** People who are held: many in every twentieth customer, some in each. */
const heldIn = (index: number): number => (index % 20 === 2 ? 60 : 4);
const HOUR_MS = 3_600_000;
const now = Date.now();
const ago = (hours: number): string => new Date(now - hours * HOUR_MS).toISOString();

const SYSTEMS = ['nmbrs', 'afas'] as const;
const templates = SYSTEMS.map((system) => Workflow.parse(readTemplate(system)));
const numbers = Array.from({ length: customers }, (_, index) => index);
const idOf = (index: number): string => `workflow${index}`;
const nameOf = (index: number): string => `Klant ${index + 1} & Zonen`;

function workflowOf(index: number): object {
	const template = templates[index % 2] as Workflow;
	const own = withSettings(template, { customer_name: nameOf(index) });
	const way = index % 2 === 0 ? 'nmbrsOAuth2Api' : 'afasOAuth2Api';
	const nodes = own.nodes.map((node) =>
		/\.(?:nmbrs|afas)$/.test(node.type)
			? { ...node, credentials: { [way]: { id: `credential${index}`, name: nameOf(index) } } }
			: node,
	);
	return {
		...{ id: idOf(index), name: nameOf(index), active: true, isArchived: false },
		...{ ...own, nodes, updatedAt: ago(900), createdAt: ago(1000) },
	};
}

/** Every twentieth needs help: its newest run failed, its plan waits, or people are held for long. */
function runsOf(index: number): object[] {
	return Array.from({ length: RUNS }, (_, place) => {
		const hours = 6 + 24 * (RUNS - 1 - place);
		const isNewest = place === RUNS - 1;
		const kind = isNewest && index % 20 < 3 ? index % 20 : 3;
		const holds = Array.from({ length: heldIn(index) }, (_hold, person) => ({
			...{ external_id: `nmbrs-${person}`, since: ago(24 * 20).slice(0, 10) },
			...{ partition: 'c1', company: 'Bakkerij BV', code: 'EMAIL_MISSING' },
		}));
		return {
			id: index * RUNS + place + 1,
			...{ run: String(index * RUNS + place), workflow: idOf(index), customer: nameOf(index) },
			...{ mode: 'daily', state: ['failed', 'waiting', 'applied', 'applied'][kind] },
			...{ reference_date: ago(hours).slice(0, 10), started_at: ago(hours) },
			finished_at: kind === 1 ? null : ago(hours),
			expires_at: ago(-18),
			problems: kind === 0 ? 'Read Alleo accounts: UNAVAILABLE' : '',
			counts: madeCounts(
				heldIn(index),
				kind === 1 ? { link: 'https://n8n.example/webhook-waiting/1' } : { holds },
			),
			...{ approver: null, decision: null, applied: 3, failed: 0 },
			// What is in the log and not needed here comes along in n8n's answer.
			signatures: 'f'.repeat(2000),
		};
	});
}

const inPages = (entries: readonly object[]): string[] => {
	const count = Math.max(1, Math.ceil(entries.length / PER_PAGE));
	return Array.from({ length: count }, (_, at) =>
		JSON.stringify({
			data: entries.slice(at * PER_PAGE, (at + 1) * PER_PAGE),
			nextCursor: at + 1 < count ? String(at + 1) : null,
		}),
	);
};

const columns = (names: readonly string[]): object[] =>
	names.map((name) => ({ name, type: 'string' }));
const credentials = numbers.map((index) => ({
	...{ id: `credential${index}`, name: nameOf(index), createdAt: ago(900), updatedAt: ago(6) },
	type: index % 2 === 0 ? 'nmbrsOAuth2Api' : 'afasOAuth2Api',
}));
const invitations = numbers.map((index) => {
	const connection = JSON.stringify(
		connected({
			credentials: {
				[index % 2 === 0 ? 'nmbrsOAuth2Api' : 'afasOAuth2Api']: {
					id: `credential${index}`,
					name: 'x',
				},
			},
		}),
	);
	return { id: index + 1, ...invitationRow({ invitation: `inv-${index}`, connection }) };
});
const answers: Record<string, string[]> = {
	'/workflows': inPages(numbers.map(workflowOf)),
	'/credentials': inPages(credentials),
	'/data-tables': inPages([
		{ id: 'log', name: RUN_LOG_TABLE, columns: [] },
		{ id: 'inv', name: 'alleo_invitations', columns: columns(INVITATION_COLUMNS) },
	]),
	'/data-tables/log/rows': inPages(numbers.flatMap(runsOf)),
	'/data-tables/inv/rows': inPages(invitations),
};

/** n8n's answers as they come in, already made: what n8n needs for them is not ours. */
const transport = {
	send: async ({ path, query = '' }: { path: string; query?: string }) => {
		const cursor = Number(new URLSearchParams(query).get('cursor') ?? 0);
		const text = answers[path.replace(/^\/api\/v1/, '')]?.[cursor];
		if (text === undefined) throw new Error(`Nothing is known of ${path}`);
		return { ok: true, response: { status: 200, text } as unknown as ApiResponse };
	},
} as unknown as Transport;

const given = {
	client: new N8nClient(new N8nChannel(transport)),
	...{ baseUrl: 'https://n8n.example', signingKey: SECRETS.signingKey, item: 0 },
	context: { getInstanceBaseUrl: () => 'https://n8n.example/' } as unknown as IExecuteFunctions,
};

const LIMITS = { noSuccessHours: 26, undecidedHours: 12 };

async function once(): Promise<{ read: number; judge: number; draw: number; html: string }> {
	const read = await timedAsync(() => readFleetFacts(given, () => true, 'alleo_invitations'));
	const judged = timed(() => fleetLines(readFleet(read.value.items), LIMITS, now));
	const drawn = timed(() => renderFleet({ lines: judged.value, language: 'nl', now, zone: 'UTC' }));
	return { read: read.ms, judge: judged.ms, draw: drawn.ms, html: drawn.value };
}

async function main(): Promise<void> {
	const { html, ...first } = await once();
	const isWhole = html.split('class="line ').length - 1 === customers;
	if (!isWhole || !html.includes('Een plan wacht')) throw new Error('The page is not whole');
	let best = Infinity;
	for (let round = 0; round < rounds; round++) {
		const { read, judge, draw } = await once();
		best = Math.min(best, read + judge + draw);
	}
	writeFileSync(page, html);
	const all = Object.values(answers).flat();
	report({
		...{ customers, ...first, best, bytes: Buffer.byteLength(html) },
		answers: all.reduce((sum, text) => sum + Buffer.byteLength(text), 0),
	} satisfies FleetResult);
}

void main();

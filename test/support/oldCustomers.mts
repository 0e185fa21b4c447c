import { buildDailySync } from '../../core/connect/templates/build';
import { DailySyncCustomer } from '../../core/connect/templates/customer';
import { toBody } from '../../core/connect/templates/workflow';
import type { Workflow } from '../../core/connect/templates/workflow';
import { EDITS } from './editorEdits.mts';
import { REFUSED } from './refusedEdits.mts';
import type { Edit } from './editorEdits.mts';
import type { KeptWorkflow } from './n8nApi.mts';
import { pastTemplate } from './upgrade.mts';

/** Customers whose daily syncs were made from older templates, as Create made them, and edited since. */

export interface OldCustomer {
	id: string;
	customer: string;
	workflow: Workflow;
	active: boolean;
	edits: Array<{ edit: Edit; seed: number }>;
	/** What keeps it from being upgraded; null for most. */
	bad: (typeof REFUSED)[number] | null;
}

/** Edits that each can be made beside every other, whatever the order. */
const APART = EDITS.filter(({ name }) => name !== 'setting customer_name');

const EDITS_EACH = 6;

function made(at: number): Workflow {
	const system = at % 2 === 0 ? 'nmbrs' : 'afas';
	const customer = DailySyncCustomer.parse({
		customer: `Klant ${at}`,
		system,
		alleo_company_id: String(100 + at),
		integration_id: `i-${at}`,
		credentials:
			system === 'nmbrs'
				? { nmbrsOAuth2Api: { id: `oauth${at}`, name: `NMBRS Klant ${at}` } }
				: { afasTokenApi: { id: `token${at}`, name: `AFAS Klant ${at}` } },
	});
	const bindings = {
		alleo: { id: 'alleo', name: 'Alleo' },
		instance: { type: 'alleoN8nApi', credential: { id: 'n8n', name: 'n8n' } },
	};
	let addresses = 0;
	const newAddress = (): string => `address-${at}-${addresses++}`;
	const version = at % 4 < 2 ? 1 : 2;
	const template = pastTemplate(`${system}-daily-sync`, version);
	const built = buildDailySync(template, customer, bindings, newAddress);
	if (!built.ok) throw new Error(built.problem.code);
	return built.value.workflow;
}

/** @param badEach each so many of them can't be upgraded; 0 = all can */
export function oldCustomers(count: number, badEach = 0): OldCustomer[] {
	return Array.from({ length: count }, (_none, at) => {
		const workflow = made(at);
		const bad =
			badEach > 0 && at % badEach === badEach - 1
				? REFUSED[Math.floor(at / badEach) % REFUSED.length]
				: undefined;
		bad?.apply(workflow);
		const edits =
			bad === undefined
				? Array.from({ length: EDITS_EACH }, (_edit, index) => ({
						edit: APART[(at * 7 + index * 5) % APART.length] as Edit,
						seed: at + index,
					}))
				: [];
		for (const { edit, seed } of edits) edit.apply(workflow, seed);
		return {
			id: `w${at}`,
			customer: `Klant ${at}`,
			workflow,
			active: at % 3 !== 0,
			edits,
			bad: bad ?? null,
		};
	});
}

/** As n8n keeps it. */
export function kept({ id, workflow, active }: OldCustomer): KeptWorkflow {
	const body = toBody(workflow);
	return {
		id,
		active,
		isArchived: false,
		version: 1,
		...body,
		published: active ? body.nodes : null,
	};
}

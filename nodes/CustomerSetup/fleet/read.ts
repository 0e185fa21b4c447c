import type { IDataObject } from 'n8n-workflow';
import { systemOf } from '../../../core/connect/templates/customer';
import type { System } from '../../../core/connect/templates/customer';
import type { Language } from '../../../core/issues';
import { systemOfWorkflow } from '../../../core/connect/templates/rebind';
import { comparesEmployees } from '../../../core/connect/templates/explainGraph';
import { runsMonthly } from '../../../core/connect/templates/schedule';
import { isBehind, shippedVersion } from '../../../core/connect/templates/upgrade/behind';
import { templateOf } from '../../../core/connect/templates/version';
import { StoredWorkflow } from '../../../core/connect/templates/workflow';
import { instantNow } from '../../shared/clock';
import { boundCredentials, customerOf, languageOf, toIntegration } from '../dailySync/describe';
import { isIntegration } from '../dailySync/siblings';
import { inboxFacts } from '../inbox/facts';
import { valueOf } from '../resources/invitation/shared';
import type { ItemContext } from '../resources/operation';
import { credentialFact, readAccess } from './access';
import { PageFinder, withField } from './pages';
import type { FleetPages } from './pages';
import { runsThatAreOver } from './over';
import { withPlanAddresses } from './plans';
import { readRunRows } from './runs';

/** Everything that says how customers are, one item per workflow (core/runLog/fleet/facts.ts). */

const readsPayroll = ({ nodes }: StoredWorkflow): boolean =>
	nodes.some(
		({ type, parameters }) => systemOf(type) !== null && parameters['resource'] === 'payroll',
	);

/** A file goes out as often as its schedule says; a daily sync that runs once a month is late. */
const isMonthly = (workflow: StoredWorkflow): boolean =>
	readsPayroll(workflow) || (!comparesEmployees(workflow) && runsMonthly(workflow));

/** Which template, which version of it, and the one that ships where it is newer. */
function templateFact(workflow: StoredWorkflow): IDataObject {
	const said = templateOf(workflow);
	// Without a mark it is of before version 3: what it does says which template it would be now.
	const kind = readsPayroll(workflow) ? 'salary-leave' : 'daily-sync';
	const name = said?.name ?? `${systemOfWorkflow(workflow) ?? ''}-${kind}`;
	return {
		template: said?.name ?? null,
		template_version: said?.version ?? null,
		newest_version: isBehind(workflow) ? shippedVersion(name) : null,
	};
}

/** An integration as it is listed; its workflow itself is let go with its page of the list. */
interface Listed {
	id: string;
	customer: string;
	system: System | null;
	language: Language;
	bound: ReturnType<typeof boundCredentials>;
	item: IDataObject;
}

function toListed(given: ItemContext, workflow: StoredWorkflow): Listed {
	return {
		id: workflow.id,
		customer: customerOf(workflow),
		system: systemOfWorkflow(workflow),
		language: languageOf(workflow),
		bound: boundCredentials(workflow),
		item: {
			...toIntegration(given, workflow),
			...templateFact(workflow),
			monthly: isMonthly(workflow),
			saved_at: workflow.updatedAt ?? null,
		},
	};
}

/** The integrations, and the pages that the other workflows have. */
async function list(
	given: ItemContext,
	wanted: (workflow: StoredWorkflow) => boolean,
): Promise<{ listed: Listed[]; pages: FleetPages }> {
	const finder = new PageFinder(given);
	const listed: Listed[] = [];
	const visit = (page: readonly unknown[]): void => {
		for (const one of page) {
			const parsed = StoredWorkflow.safeParse(one);
			if (!parsed.success) continue;
			finder.see(parsed.data);
			if (isIntegration(parsed.data) && wanted(parsed.data)) {
				listed.push(toListed(given, parsed.data));
			}
		}
	};
	valueOf(given, await given.client.eachWorkflow(visit));
	return { listed, pages: finder.pages() };
}

function pageFact(
	{ invite, upgrade, bundle, nobodyTold }: FleetPages,
	listed: Listed,
): IDataObject {
	const form = listed.system === null ? undefined : invite[listed.system];
	return {
		invite_url: form === undefined ? '' : withField(form, 'customer', listed.customer),
		upgrade_url: upgrade,
		bundle_url: bundle === '' ? '' : withField(bundle, 'workflow', listed.id),
		nobody_told: nobodyTold,
	};
}

/**
 * @param wanted which workflows; of the others only runs are given, as items of the run log, where all are wanted
 * @param invitations name of the data table of invitations
 * @param reader who looks at the page, and answers questions from there; empty: not known
 */
export async function readFleetFacts(
	given: ItemContext,
	wanted: (workflow: StoredWorkflow) => boolean,
	invitations: string,
	reader = '',
): Promise<{ items: IDataObject[]; others: IDataObject[] }> {
	const { listed, pages } = await list(given, wanted);
	const ids = listed.map(({ id }) => id);
	const access = await readAccess(given, invitations);
	const now = instantNow();
	const rows = await readRunRows(given, ids, now);
	const asked = await inboxFacts(given, pages.inbox, reader, now);
	const items: IDataObject[] = [];
	for (const one of listed) {
		const runs = rows.get(one.id) ?? [];
		items.push({
			...one.item,
			...pageFact(pages, one),
			...asked(one),
			credentials: one.bound.map((bound) => ({ ...credentialFact(bound, access) })),
			over: await runsThatAreOver(given.context, runs, now),
			runs: withPlanAddresses(given, pages.planPath, runs),
		});
	}
	const known = new Set(ids);
	const others = [...rows].flatMap(([id, own]) => (known.has(id) ? [] : own));
	return { items, others };
}

import type { IDataObject } from 'n8n-workflow';
import { systemOf } from '../../../core/connect/templates/customer';
import type { System } from '../../../core/connect/templates/customer';
import { systemOfWorkflow } from '../../../core/connect/templates/rebind';
import { settingsNode } from '../../../core/connect/templates/settings';
import { isBehind, shippedVersion } from '../../../core/connect/templates/upgrade/behind';
import { templateOf } from '../../../core/connect/templates/version';
import { StoredWorkflow } from '../../../core/connect/templates/workflow';
import { instantNow } from '../../shared/clock';
import type { Language } from '../../../core/issues';
import { boundCredentials, customerOf, languageOf, toIntegration } from '../dailySync/describe';
import { inboxUrl } from '../inbox/link';
import type { InboxLink } from '../inbox/link';
import { InboxStore } from '../inbox/store';
import { valueOf } from '../resources/invitation/shared';
import type { ItemContext } from '../resources/operation';
import { credentialFact, readAccess } from './access';
import { PageFinder, withField } from './pages';
import type { FleetPages } from './pages';
import { readRunRows } from './runs';

/** Everything that says how customers are, one item per workflow (core/runLog/fleet/facts.ts). */

const isMonthly = ({ nodes }: StoredWorkflow): boolean =>
	nodes.some(
		({ type, parameters }) => systemOf(type) !== null && parameters['resource'] === 'payroll',
	);

/** Which template, which version of it, and the one that ships where it is newer. */
function templateFact(workflow: StoredWorkflow): IDataObject {
	const said = templateOf(workflow);
	return {
		template: said?.name ?? null,
		template_version: said?.version ?? null,
		newest_version: isBehind(workflow) ? shippedVersion(said?.name ?? '') : null,
	};
}

const isIntegration = (workflow: StoredWorkflow): boolean =>
	!workflow.isArchived && settingsNode(workflow) !== null && systemOfWorkflow(workflow) !== null;

/** A page that was opened in the morning still leads on in the evening. */
const LINK_SECONDS = 12 * 60 * 60;

interface InboxLook {
	signingKey: string;
	/** Questions that wait, by workflow. */
	open: ReadonlyMap<string, number>;
	/** Who reads the page, and would answer; empty: not known. */
	reader: string;
	/** The present instant, ISO 8601 UTC. */
	now: string;
}

/** None where there is no inbox yet. */
async function openQuestions(given: ItemContext): Promise<ReadonlyMap<string, number>> {
	const store = valueOf(given, await InboxStore.open(given.client));
	return store === null ? new Map() : valueOf(given, await store.open());
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

/** What is asked about an integration, and where it is answered. */
function inboxFact(
	{ inbox }: FleetPages,
	listed: Listed,
	{ signingKey, open, reader, now }: InboxLook,
): IDataObject {
	const link: InboxLink = {
		w: listed.id,
		c: listed.customer,
		b: reader,
		l: listed.language,
		e: Math.floor(Date.parse(now) / 1000) + LINK_SECONDS,
	};
	return {
		questions: open.get(listed.id) ?? 0,
		inbox_url: inboxUrl(inbox, signingKey, link),
	};
}

function pageFact({ invite, upgrade, bundle }: FleetPages, listed: Listed): IDataObject {
	const form = listed.system === null ? undefined : invite[listed.system];
	return {
		invite_url: form === undefined ? '' : withField(form, 'customer', listed.customer),
		upgrade_url: upgrade,
		bundle_url: bundle === '' ? '' : withField(bundle, 'workflow', listed.id),
	};
}

/**
 * @param wanted which workflows; of the others only runs are given, as items of the run log, where all are wanted
 * @param invitations name of the data table of invitations
 * @param reader who looks at the page, and answers questions from there
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
	const { signingKey } = given;
	const look = { signingKey, open: await openQuestions(given), reader, now };
	const items = listed.map((one) => ({
		...one.item,
		...pageFact(pages, one),
		...inboxFact(pages, one, look),
		credentials: one.bound.map((bound) => ({ ...credentialFact(bound, access) })),
		runs: rows.get(one.id) ?? [],
	}));
	const known = new Set(ids);
	const others = [...rows].flatMap(([id, own]) => (known.has(id) ? [] : own));
	return { items, others };
}

import type { NamedId } from '../../../core/connect/connection';
import { DEFAULT_CLIENT_OPTIONS, OAUTH_CREDENTIAL } from '../../Nmbrs/api/client';
import {
	choosePartitions,
	readDebtors,
	type CompanyPartition,
} from '../../Nmbrs/listing/companies';
import { readLeaveGroups } from '../../Nmbrs/listing/leaveGroups';
import { REST_ALLOWED } from '../../Nmbrs/api/allowed';
import type { Problem } from '../../../core/model/result';
import { RestClient } from '../../Nmbrs/api/restClient';
import { createTransport } from '../../shared/http';
import { carrying, withHeaders, type PlainContext } from '../../shared/http/carried';
import { systemClock } from '../../shared/http/clock';
import type { NmbrsApp } from './app';
import { PAGE_BUDGET } from './oauth';

export type Seen =
	| {
			ok: true;
			debtors: NamedId[];
			companies: Array<NamedId & { debtor: string | null }>;
			/** Empty where the scope does not cover leave. */
			leaveGroups: Array<{ id: string; name: string | null }>;
	  }
	| { ok: false; kind: 'noRights' | 'failed'; problem: Problem | null };

/** More than these are an accountant's; their companies are not listed one debtor after the other. */
const MOST_DEBTORS = 40;
const MOST_COMPANIES = 10;

const NO_RIGHTS = new Set(['NMBRS_SCOPE_MISSING', 'NMBRS_DEBTOR_NOT_COVERED']);

const toCompany = ({ id, number, name, debtorId }: CompanyPartition) => ({
	id,
	number,
	name,
	debtor: debtorId,
});

/** What the customer's fresh consent covers. */
export async function readConsent(
	context: PlainContext,
	app: NmbrsApp,
	accessToken: string,
): Promise<Seen> {
	const signed = carrying(context, withHeaders({ Authorization: `Bearer ${accessToken}` }));
	const transport = createTransport(signed, {
		vendor: 'nmbrs',
		baseUrl: app.restUrl,
		credentialType: OAUTH_CREDENTIAL,
		allow: REST_ALLOWED,
		concurrency: 2,
		timeoutMs: 20_000,
		retryBudget: PAGE_BUDGET,
		headers: { 'X-Subscription-Key': app.subscriptionKey },
		secrets: [app.subscriptionKey, accessToken],
	});
	const { pageSize } = DEFAULT_CLIENT_OPTIONS;
	const client = new RestClient(transport, 'new connection', pageSize, systemClock);
	const debtors = await readDebtors(client);
	if (!debtors.ok) {
		const kind = NO_RIGHTS.has(debtors.problem.code) ? 'noRights' : 'failed';
		return { ok: false, kind, problem: debtors.problem };
	}
	if (debtors.value.length === 0) return { ok: false, kind: 'noRights', problem: null };
	if (debtors.value.length > MOST_DEBTORS) {
		return { ok: true, debtors: debtors.value, companies: [], leaveGroups: [] };
	}
	const ids = debtors.value.map(({ id }) => id);
	const partitions = await choosePartitions(client, ids, []);
	if (!partitions.ok) return { ok: false, kind: 'failed', problem: partitions.problem };
	const { companies, missing } = partitions.value;
	if (companies.length === 0) {
		return { ok: false, kind: 'noRights', problem: missing[0]?.problem ?? null };
	}
	return {
		ok: true,
		debtors: debtors.value,
		companies: companies.map(toCompany),
		leaveGroups: / (company|employee)\.leave/.test(` ${app.scope}`)
			? await leaveGroupsOf(client, companies)
			: [],
	};
}

/**
 * Leave groups of the first companies, to say later what each is: each name once, as the table of the node
 * goes by the name. A company that gives none adds none.
 */
async function leaveGroupsOf(client: RestClient, companies: readonly CompanyPartition[]) {
	const groups = new Map<string, { id: string; name: string | null }>();
	for (const company of companies.slice(0, MOST_COMPANIES)) {
		const read = await readLeaveGroups(client, company);
		if (!read.ok) continue;
		for (const [id, { code, description }] of read.value.groups) {
			const name = description ?? code;
			const key = (name ?? id).trim().toLowerCase();
			if (!groups.has(key)) groups.set(key, { id, name });
		}
	}
	return [...groups.values()];
}

import { emailKey } from '../../../core/identity/keys';
import type { AlleoEmployee } from '../../../core/model/employee';
import type { AlleoClient } from './client';
import type { Reply } from './reply';

/**
 * People by external id or e-mail address, without reading the whole company. Alleo's `search` only
 * narrows (what it looks at is unknown); what comes back is compared exactly here, in both states.
 */

const SEARCH_LIMIT = 100;

async function search(
	client: AlleoClient,
	company: number,
	text: string,
	matches: (employee: AlleoEmployee) => boolean,
): Promise<Reply<AlleoEmployee[]>> {
	const found = new Map<number, AlleoEmployee>();
	let status = 200;
	let requestId: string | null = null;
	for (const isActive of [true, false]) {
		const query = { skip: 0, limit: SEARCH_LIMIT, isActive, search: text };
		const page = await client.page(company, query);
		if (!page.ok) return page;
		({ status, requestId } = page);
		for (const employee of page.value.rows) {
			if (matches(employee)) found.set(employee.id, employee);
		}
	}
	return { ok: true, value: [...found.values()], status, requestId };
}

/** Accounts that hold the address, active or not; without case. */
export const findByEmail = async (
	client: AlleoClient,
	company: number,
	email: string,
): Promise<Reply<AlleoEmployee[]>> =>
	await search(client, company, email.trim(), (employee) =>
		employee.email === null ? false : emailKey(employee.email) === emailKey(email),
	);

/** Accounts with the external id, as far as `search` finds them: no hit proves nothing. */
export const findByExternalId = async (
	client: AlleoClient,
	company: number,
	externalId: string,
): Promise<Reply<AlleoEmployee[]>> =>
	await search(client, company, externalId, (employee) => employee.external_id === externalId);

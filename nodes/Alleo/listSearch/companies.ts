import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { toError } from '../../shared/outcome';
import { connect } from '../api/connect';
import { issueOf } from '../apply/faults';

/** Fills the company picker. A fault is shown, never an empty list that looks like "no companies". */
export async function searchCompanies(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const { client } = await connect(this, { concurrency: 1 });
	const reply = await client.companies();
	if (!reply.ok) {
		throw toError(this, { ...issueOf(reply.fault), detail: reply.fault.detail });
	}
	const wanted = (filter ?? '').trim().toLowerCase();
	const results = reply.value
		.map(({ id, name }) => ({
			name: name === null || name === '' ? `Company ${id}` : `${name} (${id})`,
			value: String(id),
		}))
		.filter((option) => option.name.toLowerCase().includes(wanted))
		.sort((a, b) => a.name.localeCompare(b.name));
	return { results };
}

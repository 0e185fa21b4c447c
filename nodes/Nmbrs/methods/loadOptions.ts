import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { literal } from '../../../core/connect/evaluated';
import { toError } from '../../shared/outcome';
import { createRestClient } from '../api/client';
import { choosePartitions, companyLabel, readDebtors } from '../listing/companies';
import { namesOf } from '../../shared/parameters';

// A picker shows what is wrong; an empty list would say that there is nothing to choose.

const byName = (one: INodePropertyOptions, other: INodePropertyOptions): number =>
	one.name.localeCompare(other.name, 'en', { numeric: true });

export async function getDebtors(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const client = await createRestClient(this);
	if (!client.ok) throw toError(this, client.problem);
	const debtors = await readDebtors(client.value);
	if (!debtors.ok) throw toError(this, debtors.problem);
	return debtors.value
		.map(({ id, number, name }) => ({
			name: [number, name].filter((part) => part !== null).join(' ') || id,
			value: literal(id),
		}))
		.sort(byName);
}

export async function getCompanies(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const client = await createRestClient(this);
	if (!client.ok) throw toError(this, client.problem);
	const debtorIds = namesOf(this.getCurrentNodeParameter('debtorIds')) ?? [];
	const read = await choosePartitions(client.value, debtorIds, []);
	if (!read.ok) throw toError(this, read.problem);
	const [gone] = read.value.missing;
	if (read.value.companies.length === 0 && gone !== undefined) throw toError(this, gone.problem);
	return read.value.companies
		.map((company) => ({ name: companyLabel(company), value: literal(company.id) }))
		.sort(byName);
}

import type { CompanyPartition } from '../listing/companies';
import type { PartitionRead } from '../../shared/source/source';
import type { RawEmployee } from './rawEmployee';
import type { EmployeeOptions } from '../listing/gather';
import type { ExtraFieldChoice } from './extraFieldChoice';
import { readCompany } from './readCompany';
import type { RestClient } from '../api/restClient';
import { addExtraFields } from './extraFields';
import type { SoapReader } from '../api/soap/reader';

/** Where extra fields come from, and which of them may leave the node. */
export interface ExtraFieldsSource {
	soap: SoapReader;
	choice: ExtraFieldChoice;
}

/** One company: its employees by REST, and their extra fields when a source for them is given. */
export async function readWithExtraFields(
	client: RestClient,
	extra: ExtraFieldsSource | null,
	company: CompanyPartition,
	options: EmployeeOptions,
): Promise<PartitionRead<RawEmployee>> {
	const read = await readCompany(client, company, options);
	if (extra === null || read.items.length === 0) return read;
	const { check, problem } = await addExtraFields(extra.soap, company, read.items, {
		referenceDate: options.referenceDate,
		choice: extra.choice,
	});
	// The people are all there, but what the fields decide (access, routing, budgets) is unknown: no gap may
	// pass for "nobody has it".
	return { ...read, checks: [...read.checks, check], problem: read.problem ?? problem };
}

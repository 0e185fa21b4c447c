import type { IExecuteFunctions } from 'n8n-workflow';

import { createRestClient } from '../api/client';
import { choosePartitions, type CompanyPartition } from '../listing/companies';
import { readPerCompany, type AllRead, type CompanyRead } from '../listing/perCompany';
import type { Result } from '../../../core/model/result';
import type { RestClient } from '../api/restClient';
import { createSoapReader } from '../api/soap/client';
import type { SoapReader } from '../api/soap/reader';
import { readChoice, readClientOptions } from './parameters';

/** The SOAP reader, with the node's time limit. */
export async function openSoap(context: IExecuteFunctions): Promise<Result<SoapReader>> {
	const { timeoutMs } = readClientOptions(context);
	return await createSoapReader(context, { timeoutMs });
}

/** What every list operation does: settings, client, partitions, one read per company. */
export async function runPerCompany<T>(
	context: IExecuteFunctions,
	read: (client: RestClient, company: CompanyPartition) => Promise<CompanyRead<T>>,
): Promise<Result<AllRead<T>>> {
	const choice = readChoice(context);
	if (!choice.ok) return choice;
	const { debtorIds, companyIds, onPartitionError } = choice.value;
	const client = await createRestClient(context, readClientOptions(context));
	if (!client.ok) return client;
	const partitions = await choosePartitions(client.value, debtorIds, companyIds);
	if (!partitions.ok) return partitions;
	return await readPerCompany({
		client: client.value,
		partitions: partitions.value,
		onPartitionError,
		log: (line) => context.logger.debug(line),
		read: async (company) => await read(client.value, company),
	});
}

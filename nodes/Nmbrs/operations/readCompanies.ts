import type { IExecuteFunctions } from 'n8n-workflow';

import { failed, type Result } from '../../../core/model/result';
import type { Outputs } from '../../shared/outcome';
import { runSource } from '../../shared/source/run';
import type { PartitionRead, Source } from '../../shared/source/source';
import { createRestClient } from '../api/client';
import type { RestClient } from '../api/restClient';
import { createSoapReader } from '../api/soap/client';
import type { SoapReader } from '../api/soap/reader';
import { choosePartitions, type CompanyPartition } from '../listing/companies';
import { companySource } from '../listing/source';
import { readAll } from '../../shared/parameters';
import { companyIds, debtorIds, onPartitionError, options } from './descriptions/partitions';

/** The REST client, as the node's options say. */
export async function openRest(context: IExecuteFunctions): Promise<Result<RestClient>> {
	const reading = options.read(context);
	return reading.ok ? await createRestClient(context, reading.value) : reading;
}

/** The SOAP reader, with the node's time limit. */
export async function openSoap(context: IExecuteFunctions): Promise<Result<SoapReader>> {
	const reading = options.read(context);
	return reading.ok ? await createSoapReader(context, reading.value) : reading;
}

/** What every list operation does: settings, client, companies, one read for each, both outputs. */
export async function readCompanies<T extends object>(
	context: IExecuteFunctions,
	read: (client: RestClient, company: CompanyPartition) => Promise<PartitionRead<T>>,
	close?: Source<T>['close'],
): Promise<Result<Outputs>> {
	const asked = readAll(context, { debtorIds, companyIds, onPartitionError, options });
	if (!asked.ok) return asked;
	const choice = asked.value;
	const opened = await createRestClient(context, choice.options);
	if (!opened.ok) return opened;
	const client = opened.value;
	const chosen = await choosePartitions(client, choice.debtorIds, choice.companyIds);
	if (!chosen.ok) return chosen;
	const { companies, missing } = chosen.value;
	if (companies.length === 0 && missing.length === 0) return failed('NMBRS_COMPANIES_NONE');
	const source: Source<T> = {
		...companySource(
			chosen.value,
			choice.options.concurrency,
			async (company) => await read(client, company),
		),
		progress: (finished) =>
			context.logger.debug(
				`Nmbrs: ${finished} of ${companies.length} companies read, ${client.stats.calls} calls`,
			),
		...(close === undefined ? {} : { close }),
	};
	return await runSource(context, source, choice.onPartitionError);
}

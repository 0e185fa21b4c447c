import type { IExecuteFunctions } from 'n8n-workflow';
import { done, type Result } from '../../../../core/model/result';
import { connect } from '../../api/connect';
import { hint, nothingRead, type Outputs } from '../../../shared/outcome';
import { tellReached } from '../../../shared/source/reached';
import { runSource } from '../../../shared/source/run';
import { connectorSource } from '../../listing/source';
import { readAll } from '../../../shared/parameters';
import { credentialType, onPartitionError } from '../descriptions/shared';
import { readRowSettings } from '../parameters';
import type { EmployeeSettings } from '../../employee/plan';
import { readEmployees } from '../../employee/read';
import {
	columns,
	contractsConnector,
	employeesConnector,
	personKey,
	rowInForce,
} from './getAll.description';

export { fields } from './getAll.description';

function readSettings(context: IExecuteFunctions): Result<EmployeeSettings> {
	const own = readAll(context, {
		employeesConnector,
		contractsConnector,
		personKey,
		given: columns,
		referenceDate: rowInForce,
	});
	if (!own.ok) return own;
	const rows = readRowSettings(context);
	return rows.ok ? done({ ...own.value, ...rows.value }) : rows;
}

async function read(context: IExecuteFunctions): Promise<Result<Outputs>> {
	const settings = readSettings(context);
	if (!settings.ok) return settings;
	const onError = onPartitionError.read(context);
	if (!onError.ok) return onError;
	const type = credentialType.read(context);
	if (!type.ok) return type;
	const client = await connect(context, type.value, settings.value.reading);
	if (!client.ok) return client;
	const source = connectorSource(settings.value.employeesConnector, async () => {
		const people = await readEmployees(client.value, settings.value, (line) =>
			context.logger.debug(line),
		);
		context.logger.info(
			`AFAS: ${people.employees} people from ${people.pages} pages in ${client.value.stats.calls} calls`,
		);
		return people;
	});
	const all = await runSource(context, source, onError.value);
	if (all.ok && type.value === 'afasTokenApi') hint(context, 'AFAS_TOKEN_ENDS');
	if (all.ok) {
		const { environment, environmentNumber } = await context.getCredentials(type.value);
		const where = [environment, environmentNumber].filter((one) => typeof one === 'string');
		tellReached(context, `AFAS ${where.join(' ')}`.trim(), all.value);
	}
	return all;
}

/**
 * One item per person on output Employees, one item on output Coverage. Runs once, however many
 * items come in: reading the same connector again for each of them would multiply people.
 */
export async function execute(this: IExecuteFunctions): Promise<Outputs> {
	const all = await read(this);
	if (all.ok) return all.value;
	const partition = employeesConnector.read(this);
	return nothingRead(this, all.problem, partition.ok ? partition.value : 'afas');
}

import type { IExecuteFunctions } from 'n8n-workflow';
import { done, failed, type Result } from '../../../../core/model/result';
import { connect, credentialTypeOf } from '../../api/connect';
import { hint, nothingRead, type Outputs } from '../../../shared/outcome';
import { runSource } from '../../../shared/source/run';
import { connectorSource } from '../../listing/source';
import {
	columnsParameter,
	onPartitionError,
	filtersParameter,
	namedColumnsParameter,
	orderParameter,
	personKeyParameter,
	readingParameters,
	referenceDateParameter,
	textParameter,
} from '../parameters';
import type { EmployeeSettings } from '../../employee/plan';
import { readEmployees } from '../../employee/read';

const EMPLOYEES_CONNECTOR = 'Profit_Employees_Alleo';

function readSettings(context: IExecuteFunctions): Result<EmployeeSettings> {
	const employeesConnector = textParameter(context, 'employeesConnector', EMPLOYEES_CONNECTOR);
	const personKey = personKeyParameter(context);
	const conditions = filtersParameter(context);
	const referenceDate = referenceDateParameter(context);
	if (employeesConnector === '') {
		const cause = 'it is empty';
		return failed('AFAS_SETTING_INVALID', { setting: 'Employees Connector', cause });
	}
	if (!personKey.ok) return personKey;
	if (!conditions.ok) return conditions;
	if (!referenceDate.ok) return referenceDate;
	return done({
		employeesConnector,
		contractsConnector: textParameter(context, 'contractsConnector'),
		personKey: personKey.value,
		given: columnsParameter(context),
		conditions: conditions.value,
		order: orderParameter(context),
		referenceDate: referenceDate.value,
		named: namedColumnsParameter(context),
		reading: readingParameters(context),
	});
}

async function read(context: IExecuteFunctions): Promise<Result<Outputs>> {
	const settings = readSettings(context);
	if (!settings.ok) return settings;
	const credentialType = credentialTypeOf(textParameter(context, 'authentication', 'oAuth2'));
	const client = await connect(context, credentialType, settings.value.reading);
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
	const all = await runSource(context, source, onPartitionError(context));
	if (all.ok && credentialType === 'afasTokenApi') hint(context, 'AFAS_TOKEN_ENDS');
	return all;
}

/**
 * One item per person on output Employees, one item on output Coverage. Runs once, however many
 * items come in: reading the same connector again for each of them would multiply people.
 */
export async function execute(this: IExecuteFunctions): Promise<Outputs> {
	const all = await read(this);
	if (all.ok) return all.value;
	const partition = textParameter(this, 'employeesConnector', EMPLOYEES_CONNECTOR);
	return nothingRead(this, all.problem, partition);
}

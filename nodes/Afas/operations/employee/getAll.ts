import type { IExecuteFunctions } from 'n8n-workflow';
import { done, failed, type Problem, type Result } from '../../../../core/model/result';
import { connect, credentialTypeOf } from '../../api/connect';
import { tellNotPassedOn } from '../notPassedOn';
import { hint, nothingRead, toItems, type Outputs } from '../../../shared/outcome';
import { coverageOf } from '../../../shared/source/coverage';
import {
	columnsParameter,
	continuesOnError,
	filtersParameter,
	namedColumnsParameter,
	orderParameter,
	personKeyParameter,
	readingParameters,
	referenceDateParameter,
	textParameter,
} from '../parameters';
import type { EmployeeSettings } from '../../employee/plan';
import { readEmployees, type EmployeeRead } from '../../employee/read';

function readSettings(context: IExecuteFunctions): Result<EmployeeSettings> {
	const employeesConnector = textParameter(context, 'employeesConnector', 'Profit_Employees_Alleo');
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

const nothing = (problem: Problem): EmployeeRead => ({
	records: [],
	name: null,
	pages: 0,
	checks: [],
	problem,
	kept: [],
});

async function read(context: IExecuteFunctions): Promise<EmployeeRead> {
	const settings = readSettings(context);
	if (!settings.ok) return nothing(settings.problem);
	const credentialType = credentialTypeOf(textParameter(context, 'authentication', 'oAuth2'));
	const client = await connect(context, credentialType, settings.value.reading);
	if (!client.ok) return nothing(client.problem);
	const result = await readEmployees(client.value, settings.value, (line) =>
		context.logger.debug(line),
	);
	context.logger.info(
		`AFAS: ${result.records.length} people from ${result.pages} pages in ${client.value.stats.calls} calls`,
	);
	return result;
}

function showHints(context: IExecuteFunctions, result: EmployeeRead): void {
	if (credentialTypeOf(textParameter(context, 'authentication', 'oAuth2')) === 'afasTokenApi') {
		hint(context, 'AFAS_TOKEN_ENDS');
	}
	for (const kept of result.kept) tellNotPassedOn(context, kept);
}

/**
 * One item per person on output Employees, one item on output Coverage. Runs once, however many
 * items come in: reading the same connector again for each of them would multiply people.
 */
export async function execute(this: IExecuteFunctions): Promise<Outputs> {
	const result = await read(this);
	const { problem } = result;
	const partition = textParameter(this, 'employeesConnector', 'Profit_Employees_Alleo');
	if (problem !== null && (!continuesOnError(this) || problem.code === 'CANCELLED')) {
		return nothingRead(this, problem, partition);
	}
	showHints(this, result);
	const coverage = coverageOf(partition, result.name, {
		employees: result.records.length,
		pages: result.pages,
		checks: result.checks,
		problem: result.problem,
	});
	return [toItems(result.records), toItems([coverage])];
}

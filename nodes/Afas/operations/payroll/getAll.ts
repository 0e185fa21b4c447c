import type { IExecuteFunctions } from 'n8n-workflow';
import { tellRemarks, withheldRemarks } from '../../../shared/source/tell';
import { connect, credentialTypeOf } from '../../api/connect';
import { nothingRead, toItems, type Outputs } from '../../../shared/outcome';
import { onPartitionError, textParameter } from '../parameters';
import { readPayroll } from '../../payroll/read';
import { payrollParameters } from '../payrollParameters';

/** One payroll record per person from the chosen connectors; coverage per connector on output 2. */
export async function execute(this: IExecuteFunctions): Promise<Outputs> {
	const settings = payrollParameters(this);
	if (!settings.ok) return nothingRead(this, settings.problem, 'afas');
	const type = credentialTypeOf(textParameter(this, 'authentication', 'oAuth2'));
	const client = await connect(this, type, settings.value.reading);
	if (!client.ok) return nothingRead(this, client.problem, 'afas');
	const tolerant = onPartitionError(this) === 'continue';
	const read = await readPayroll(client.value, settings.value, tolerant, (line) =>
		this.logger.debug(line),
	);
	const { problem } = read;
	const stops = problem !== null && (!tolerant || problem.code === 'CANCELLED');
	if (stops) return nothingRead(this, problem, 'afas');
	const { withheld } = read;
	tellRemarks(
		this,
		withheld.flatMap(({ connector, columns }) => withheldRemarks(connector, columns)),
	);
	return [toItems(read.records), toItems(read.coverage)];
}

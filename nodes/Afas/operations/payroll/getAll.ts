import type { IExecuteFunctions } from 'n8n-workflow';
import { outputsOf } from '../../../shared/source/run';
import { connect, credentialTypeOf } from '../../api/connect';
import { nothingRead, type Outputs } from '../../../shared/outcome';
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
	const read = await readPayroll(client.value, settings.value, onPartitionError(this), (line) =>
		this.logger.debug(line),
	);
	return read.ok ? outputsOf(this, read.value) : nothingRead(this, read.problem, 'afas');
}

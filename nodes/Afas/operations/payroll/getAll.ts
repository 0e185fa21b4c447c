import type { IExecuteFunctions } from 'n8n-workflow';
import { outputsOf } from '../../../shared/source/run';
import { nothingRead, type Outputs } from '../../../shared/outcome';
import { openClient } from '../parameters';
import { readPayroll } from '../../payroll/read';
import { readPayrollSettings } from '../payrollParameters';

export { fields } from './getAll.description';

/** One payroll record per person from the chosen connectors; coverage per connector on output 2. */
export async function execute(this: IExecuteFunctions): Promise<Outputs> {
	const asked = readPayrollSettings(this);
	if (!asked.ok) return nothingRead(this, asked.problem, 'afas');
	const { settings, onPartitionError } = asked.value;
	const client = await openClient(this, settings.reading);
	if (!client.ok) return nothingRead(this, client.problem, 'afas');
	const read = await readPayroll(client.value, settings, onPartitionError, (line) =>
		this.logger.debug(line),
	);
	return read.ok ? outputsOf(this, read.value) : nothingRead(this, read.problem, 'afas');
}

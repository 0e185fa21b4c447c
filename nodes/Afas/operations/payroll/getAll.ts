import type { IExecuteFunctions } from 'n8n-workflow';
import { tellRemarks, withheldRemarks } from '../../../shared/source/tell';
import { nothingRead, toItems, type Outputs } from '../../../shared/outcome';
import { openClient } from '../parameters';
import { readPayroll } from '../../payroll/read';
import { readPayrollSettings } from '../payrollParameters';

/** One payroll record per person from the chosen connectors; coverage per connector on output 2. */
export async function execute(this: IExecuteFunctions): Promise<Outputs> {
	const asked = readPayrollSettings(this);
	if (!asked.ok) return nothingRead(this, asked.problem, 'afas');
	const { settings, onPartitionError } = asked.value;
	const client = await openClient(this, settings.reading);
	if (!client.ok) return nothingRead(this, client.problem, 'afas');
	const tolerant = onPartitionError === 'continue';
	const read = await readPayroll(client.value, settings, tolerant, (line) =>
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

import type { IExecuteFunctions } from 'n8n-workflow';
import { done, type Result } from '../../../core/model/result';
import { readAll, refused } from '../../shared/parameters';
import type { OnPartitionError } from '../../shared/source/source';
import type { PayrollSettings } from '../payroll/settings';
import { asked } from './payroll/getAll.description';

export interface PayrollAsked {
	settings: PayrollSettings;
	onPartitionError: OnPartitionError;
}

/** Everything that "Payroll: Get Many" asks; refused before anything is sent. */
export function readPayrollSettings(context: IExecuteFunctions): Result<PayrollAsked> {
	const read = readAll(context, asked);
	if (!read.ok) return read;
	const { pageSize, reading, onPartitionError, others: rows, ...settings } = read.value;
	const { salaryConnector, wageConnector, leaveConnector } = settings;
	if (salaryConnector === '' && wageConnector === '' && leaveConnector === '') {
		return refused('Connectors', 'none is chosen');
	}
	const others = rows.filter(({ accrual, balance }) => accrual !== '' || balance !== '');
	const { accrualComponent, balanceComponent } = settings;
	if (
		wageConnector !== '' &&
		accrualComponent === '' &&
		balanceComponent === '' &&
		others.length === 0
	) {
		return refused(asked.accrualComponent.field.displayName, 'no wage component is named');
	}
	return done({
		settings: { ...settings, others, reading: { pageSize, ...reading } },
		onPartitionError,
	});
}

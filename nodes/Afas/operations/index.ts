import { CLASSIC_TOKENS_END_EN } from '../../../core/issues/afasTokens';
import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { noticeField } from '../../shared/credentials/fields';
import type { Outputs } from '../../shared/outcome';
import { panelOf, type Resources, type Shown } from '../../shared/resources';
import { authentication } from './descriptions/shared';
import * as employeeGetAll from './employee/getAll';
import * as describe from './getConnector/describe';
import * as connectorGetAll from './getConnector/getAll';
import * as payrollGetAll from './payroll/getAll';

/** One operation: its fields in the panel and what it does, side by side. */
interface Operation {
	fields: INodeProperties[];
	execute(this: IExecuteFunctions): Promise<Outputs>;
}

/** Resource -> operation, in the order of the panel. */
export const RESOURCES: Resources<Shown & { operation: Operation }> = {
	employee: {
		name: 'Employee',
		default: 'getAll',
		operations: {
			getAll: {
				operation: employeeGetAll,
				name: 'Get Many',
				action: 'Get many employees',
				description: 'Get many employees: one item per person, with every employment',
			},
		},
	},
	getConnector: {
		name: 'GetConnector',
		default: 'getAll',
		operations: {
			describe: {
				operation: describe,
				name: 'Describe',
				action: 'Describe a connector',
				description: 'Get the columns of a connector, and which needed ones are missing',
			},
			getAll: {
				operation: connectorGetAll,
				name: 'Get Many',
				action: 'Get many rows of a connector',
				description: 'Get many rows of a connector',
			},
		},
	},
	payroll: {
		name: 'Payroll',
		default: 'getAll',
		operations: {
			getAll: {
				operation: payrollGetAll,
				name: 'Get Many',
				action: 'Get many payroll records',
				description: 'Get gross pay, holiday allowance and leave, one item per person',
			},
		},
	},
};

/** Everything in the panel. */
export const properties: INodeProperties[] = [
	authentication.field,
	{
		...noticeField('tokenEndsNotice', `${CLASSIC_TOKENS_END_EN} Move to OAuth2 before that.`),
		displayOptions: { show: { authentication: ['token'] } },
	},
	...panelOf(RESOURCES, 'employee', ({ operation }) => operation.fields),
];

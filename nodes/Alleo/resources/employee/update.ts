import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { editSafely } from '../../api/write';
import type { Operation } from '../operation';
import { companyField, issueError, readCompany, readEmployeeId, timeoutField } from '../shared';
import {
	checkFields,
	clearFields,
	employeeIdField,
	groupIdOf,
	readCleared,
	readFields,
	updateFields,
} from './fields';
import { perItem, writtenOf } from './perItem';

async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	return await perItem(this, async (context, item) => {
		const company = readCompany(this, item);
		const employee = readEmployeeId(this, item);
		const fields = {
			...readCleared(this.getNodeParameter('clearFields', item, [])),
			...readFields(this.getNodeParameter('updateFields', item, {})),
		};
		if (Object.keys(fields).length === 0)
			throw issueError(this, 'ALLEO_NOTHING_TO_UPDATE', {}, item);
		checkFields(this, fields, item);
		const groupId = await groupIdOf(this, context.client, company, fields, item);
		const written = await editSafely(context, company, employee, fields, groupId);
		return { employee: writtenOf(this, written, item) };
	});
}

export const update: Operation = {
	description: [companyField(false), employeeIdField, updateFields, clearFields, timeoutField],
	execute,
	writes: true,
};

import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { editSafely } from '../../api/write';
import type { Operation } from '../operation';
import { issueError } from '../../../shared/outcome';
import { company, employeeId, options, valueAt } from '../shared';
import { checkFields, clearFields, groupIdOf, updateFields } from './fields';
import { perItem, writtenOf } from './perItem';

async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	return await perItem(this, async (context, item) => {
		const of = valueAt(this, company, item);
		const employee = valueAt(this, employeeId, item);
		const fields = {
			...valueAt(this, clearFields, item),
			...valueAt(this, updateFields, item),
		};
		if (Object.keys(fields).length === 0)
			throw issueError(this, 'ALLEO_NOTHING_TO_UPDATE', {}, item);
		checkFields(this, fields, item);
		const groupId = await groupIdOf(this, context.client, of, fields, item);
		const written = await editSafely(context, of, employee, fields, groupId);
		return { employee: writtenOf(this, written, item) };
	});
}

export const update: Operation = {
	description: [company, employeeId, updateFields, clearFields, options].map(({ field }) => field),
	execute,
	writes: true,
};

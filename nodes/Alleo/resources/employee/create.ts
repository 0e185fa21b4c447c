import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { createSafely } from '../../api/write';
import { readAll, valueOf } from '../../../shared/parameters';
import type { Operation } from '../operation';
import { company, options, valueAt } from '../shared';
import { additionalFields, checkFields, groupIdOf, needed } from './fields';
import { perItem, writtenOf } from './perItem';

async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	return await perItem(this, async (context, item) => {
		const of = valueAt(this, company, item);
		const fields = {
			...valueAt(this, additionalFields, item),
			...valueOf(this, readAll(this, needed, item), item),
		};
		checkFields(this, fields, item);
		const groupId = await groupIdOf(this, context.client, of, fields, item);
		const written = await createSafely(context, of, fields, groupId ?? null);
		return { employee: writtenOf(this, written, item) };
	});
}

export const create: Operation = {
	description: [
		company.field,
		...Object.values(needed).map(({ field }) => field),
		{
			displayName:
				'The account is active at once, and Alleo may mail the person: it has no start date. Create nobody before the first working day.',
			name: 'createNotice',
			type: 'notice',
			default: '',
		},
		additionalFields.field,
		options.field,
	],
	execute,
	writes: true,
};

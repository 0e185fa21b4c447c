import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { createSafely } from '../../api/write';
import type { Operation } from '../operation';
import { companyField, readCompany, timeoutField } from '../shared';
import {
	additionalFields,
	checkFields,
	emailField,
	groupIdOf,
	nameFields,
	readFields,
	readText,
} from './fields';
import { perItem, writtenOf } from './perItem';

async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	return await perItem(this, async (context, item) => {
		const company = readCompany(this, item);
		const fields = {
			...readFields(this.getNodeParameter('additionalFields', item, {})),
			email: readText(this, 'email', item),
			first_name: readText(this, 'firstName', item),
			last_name: readText(this, 'lastName', item),
		};
		checkFields(this, fields, item);
		const groupId = await groupIdOf(this, context.client, company, fields, item);
		const written = await createSafely(context, company, fields, groupId ?? null);
		return { employee: writtenOf(this, written, item) };
	});
}

export const create: Operation = {
	description: [
		companyField(false),
		{ ...emailField, required: true },
		...nameFields,
		{
			displayName:
				'The account is active at once, and Alleo may mail the person: it has no start date. Create nobody before the first working day.',
			name: 'createNotice',
			type: 'notice',
			default: '',
		},
		additionalFields([]),
		timeoutField,
	],
	execute,
	writes: true,
};

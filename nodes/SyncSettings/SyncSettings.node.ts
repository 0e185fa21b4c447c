import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import type { SettingsItem } from '../../core/model/settings';
import { searchCompanies } from '../Alleo/listSearch/companies';
import { outcomeOf } from '../shared/outcome';
import { readAll, valueOf } from '../shared/parameters';
import { searchFilterValues } from './filterValues';
import { lookUpCompanies, requireCompany } from './companies';
import { moreSettings, properties, settings } from './properties';

export class SyncSettings implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Sync Settings',
		name: 'syncSettings',
		icon: { light: 'file:syncSettings.svg', dark: 'file:syncSettings.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["customerName"] }}',
		description: 'What a customer’s daily sync is set to, checked before anything is read',
		defaults: { name: 'Sync Settings' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		// Without it everything works but the list of companies and the look at the start of a run.
		credentials: [{ name: 'alleoApi', required: false }],
		properties,
	};

	methods = { listSearch: { searchCompanies, searchFilterValues } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await outcomeOf(
			this,
			async () => [[{ json: { ...(await check(this)) }, pairedItem: { item: 0 } }]],
			(failed) => [[failed]],
		);
	}
}

/** One item, however many came in: the settings are those of the customer, not of an item. */
async function check(context: IExecuteFunctions): Promise<SettingsItem> {
	const read = valueOf(context, readAll(context, settings));
	const more = valueOf(context, moreSettings.read(context));
	requireCompany(context, read);
	const companies = await lookUpCompanies(context, read);
	return {
		...more,
		...read,
		time_zone: context.getTimezone(),
		...(companies === null ? {} : { alleo_companies: companies }),
	};
}

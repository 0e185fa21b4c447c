import type { IBinaryKeyData, IDataObject } from 'n8n-workflow';
import { isTemplate, recognise } from '../../../../core/connect/templates/upgrade/recognise';
import { RUN_LOG_TABLE } from '../../../../core/runLog/columns';
import { readFleet } from '../../../../core/runLog/fleet/facts';
import { supportBundle as bundleOf } from '../../../../core/runLog/support/bundle';
import { say } from '../../../../core/runLog/support/text';
import { version } from '../../../../package.json';
import { instantNow } from '../../../shared/clock';
import { dataTable } from '../../../shared/connect/table';
import { text } from '../../../shared/parameters';
import { chooseDailySync } from '../../dailySync/choose';
import { customerOf, languageOf } from '../../dailySync/describe';
import { allWorkflows } from '../../dailySync/store';
import { readFleetFacts } from '../../fleet/read';
import { pastTemplates, shippedTemplates } from '../../upgrade/templates';
import { valueAt, valueOf } from '../invitation/shared';
import type { ItemContext, ItemOperation } from '../operation';

/** Runs in a bundle: two months of a daily sync. */
const MOST_RUNS = 60;

/** The limits of the watchdog's template. */
const LIMITS = { noSuccessHours: 26, undecidedHours: 12 };

const named = text({
	displayName: 'Customer Name or Workflow ID',
	name: 'workflow',
	required: true,
	placeholder: 'e.g. Bakkerij Van Dijk',
	description:
		'The customer as Sync Settings of its daily sync names it, or the ID of that workflow',
});

async function rowsOf(given: ItemContext, workflow: string): Promise<IDataObject[]> {
	const table = valueOf(given, await given.client.dataTable(RUN_LOG_TABLE));
	if (table === null) return [];
	const own = [{ columnName: 'workflow', condition: 'eq', value: workflow } as const];
	const rows = valueOf(given, await given.client.newestRows(table.id, own, MOST_RUNS));
	return rows.map((row) => ({ ...row }) as IDataObject);
}

/** `support-Bakkerij-Van-Dijk-2026-11-29.json`: letters and digits, so that every mail program keeps it. */
function fileName(customer: string, now: string): string {
	const plain = customer.normalize('NFD').replace(/[^A-Za-z0-9]+/g, '-');
	return `support-${plain.replace(/^-+|-+$/g, '').slice(0, 60)}-${now.slice(0, 10)}.json`;
}

/** One file about one customer that can be mailed: no person, no secret (core/runLog/support). */
export const supportBundle: ItemOperation = {
	name: 'Support Bundle',
	action: 'Make a support bundle of an integration',
	description:
		'Make a file to mail: versions, settings, codes, counts, runs and how the workflow differs from its template; no personal data, no secret',
	writes: false,
	fields: [named.field, dataTable.field],
	async run(given) {
		const now = instantNow();
		const workflow = chooseDailySync(given, await allWorkflows(given), valueAt(given, named));
		const table = valueAt(given, dataTable);
		const { items } = await readFleetFacts(given, ({ id }) => id === workflow.id, table);
		const [fact] = readFleet(items);
		if (fact === undefined) return [];
		const found = recognise(workflow, [...shippedTemplates(), ...pastTemplates()]);
		const bundle = bundleOf({
			fact,
			workflow,
			template: found !== null && isTemplate(found) ? found : null,
			rows: await rowsOf(given, workflow.id),
			limits: LIMITS,
			version,
			now,
		});
		const customer = customerOf(workflow);
		const t = say(languageOf(workflow));
		const item: IDataObject = {
			workflow_id: workflow.id,
			customer,
			subject: t('title', { customer }),
			text: t('text'),
			file: fileName(customer, now),
			bundle: { ...bundle },
		};
		return [item];
	},
	async attach({ context }, item): Promise<IBinaryKeyData> {
		const json = JSON.stringify(item['bundle'], null, '\t');
		const file = Buffer.from(json, 'utf8');
		return {
			bundle: await context.helpers.prepareBinaryData(
				file,
				String(item['file']),
				'application/json',
			),
		};
	},
};

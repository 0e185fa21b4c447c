import type { IDataObject } from 'n8n-workflow';
import { UNMERGED } from '../../../../core/connect/templates/upgrade';
import type { Unmerged } from '../../../../core/connect/templates/upgrade';
import {
	renderList,
	renderMarkdown,
	renderPage,
} from '../../../../core/connect/templates/upgrade/page';
import { countsOf } from '../../../../core/connect/templates/upgrade/words';
import { choice, LANGUAGES, text, toggle } from '../../../shared/parameters';
import { allWorkflows } from '../../dailySync/store';
import { chooseWorkflows, readSeen } from '../../upgrade/choose';
import { upgradeAll } from '../../upgrade/run';
import type { UpgradedWorkflow } from '../../upgrade/run';
import { readAllAt } from '../invitation/shared';
import type { ItemOperation } from '../operation';

const customers = text({
	displayName: 'Customers or Workflow IDs',
	name: 'customers',
	typeOptions: { rows: 3 },
	placeholder: 'e.g. Bakkerij Van Dijk',
	description:
		'One per line: the customer as Sync Settings of its workflow names it, or the ID of a workflow. Empty takes every customer.',
});

const others = toggle({
	displayName: 'Also the Workflows for All Customers',
	name: 'others',
	default: false,
	description:
		'Whether to take the desk, connect, disconnect, explain, watchdog and the like, too, where Customers is empty',
});

const apply = toggle({
	displayName: 'Do It',
	name: 'apply',
	default: false,
	description: 'Whether to upgrade. Off only shows what would change, and writes nothing.',
});

const seen = text({
	displayName: 'As Shown',
	name: 'seen',
	description:
		'What an earlier run of this node gave in "seen". Only what was shown there is upgraded, and nothing that somebody has saved since. Empty upgrades what is there now.',
});

const unmerged = choice<Unmerged>({
	displayName: 'What Has No Place',
	name: 'unmerged',
	options: [
		{
			name: 'Refuse',
			value: UNMERGED[0],
			description: 'The workflow is not upgraded, and what has no place is named',
		},
		{
			name: 'Keep Unconnected',
			value: UNMERGED[1],
			description: 'Your nodes stay on the canvas, without connections',
		},
		{
			name: 'Leave Out',
			value: UNMERGED[2],
			description: 'Your nodes are not in the new workflow',
		},
	],
	default: 'refuse',
	description:
		'What becomes of nodes of yours that hang on something the new template no longer has, such as a message step',
});

const output = choice({
	displayName: 'Output',
	name: 'output',
	options: [
		{ name: 'An Item per Workflow', value: 'items' },
		{
			name: 'One Page',
			value: 'page',
			description: 'One item with the page, as HTML and markdown',
		},
	],
	default: 'items',
	description: 'What this node gives',
});

const language = choice({
	displayName: 'Language',
	name: 'language',
	options: LANGUAGES,
	default: 'nl',
	description: 'In which it is told what an upgrade changes',
});

/** The versions that were shown, for a run that then does it. */
const seenOf = (all: readonly UpgradedWorkflow[]): string =>
	JSON.stringify(
		all
			.filter(({ report }) => report.outcome === 'would')
			.map(({ item }) => ({ workflow_id: item.workflow_id, version: item.version })),
	);

/** Shows what an upgrade to the template that ships would change, or does it. Twice is once. */
export const upgrade: ItemOperation = {
	name: 'Upgrade',
	action: 'Upgrade integrations',
	description:
		'Bring the workflows of customers to the template that ships, with what you set in them',
	writes: true,
	fields: [
		customers.field,
		others.field,
		apply.field,
		seen.field,
		unmerged.field,
		output.field,
		language.field,
	],
	async run(given) {
		const asked = readAllAt(given, {
			customers,
			others,
			apply,
			seen,
			unmerged,
			output,
			language,
		});
		const all = await allWorkflows(given);
		const shown = readSeen(given, asked.seen);
		const chosen = chooseWorkflows(given, all, asked, shown);
		const upgraded = await upgradeAll(given, { all, chosen, shown }, asked);
		if (asked.output === 'items') return upgraded.map(({ item }): IDataObject => ({ ...item }));
		const reports = upgraded.map(({ report }) => report);
		return [
			{
				...countsOf(reports),
				workflows: upgraded.map(({ item }): IDataObject => ({ ...item })),
				seen: seenOf(upgraded),
				page: renderPage(reports, asked.language),
				list: renderList(reports, asked.language),
				report_markdown: renderMarkdown(reports, asked.language),
			},
		];
	},
};

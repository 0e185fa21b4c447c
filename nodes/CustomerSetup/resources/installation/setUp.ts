import type { IDataObject } from 'n8n-workflow';
import { renderInstallation, sayInstallation } from '../../../../core/connect/installation/page';
import { hasChanged, isComplete } from '../../../../core/connect/installation/report';
import type { InstallationReport } from '../../../../core/connect/installation/report';
import { resolveCarried } from '../../../../core/issues';
import type { Language } from '../../../../core/issues';
import type { Problem } from '../../../../core/model/result';
import { choice, LANGUAGES, mapped, text } from '../../../shared/parameters';
import { setUpInstallation } from '../../installation/run';
import { readAllAt } from '../invitation/shared';
import type { ItemOperation } from '../operation';

const ASKED = {
	language: choice({
		displayName: 'Language',
		name: 'language',
		options: LANGUAGES,
		default: 'nl',
		description: 'Of the page that says what was done',
	}),
	messageStep: choice({
		displayName: 'Messages',
		name: 'messageStep',
		options: [
			{ name: 'As It Is', value: 'keep' },
			{ name: 'E-Mail', value: 'email', description: "N8n's Send Email, with an SMTP credential" },
			{ name: 'Microsoft Teams', value: 'teams' },
			{ name: 'None', value: 'none', description: 'Nobody is told anything' },
			{ name: 'Slack', value: 'slack' },
		],
		default: 'keep',
		empty: 'keep',
		description:
			'The node that the desk sends its messages with. A node that somebody put there by hand stays.',
	}),
	recipients: text({
		displayName: 'Recipients',
		name: 'recipients',
		placeholder: 'e.g. sync@example.com, #alleo',
		description:
			'Who gets the digest, and the messages of customers that name nobody: e-mail addresses or channels, with commas. Empty leaves what is there.',
	}),
	sender: text({
		displayName: 'Sender',
		name: 'sender',
		placeholder: 'e.g. Alleo sync <sync@example.com>',
		description: 'The address that e-mail comes from. Empty leaves what is there.',
	}),
	webhooksUrl: mapped(
		text({
			displayName: 'Address of the Webhooks',
			name: 'webhooksUrl',
			default: "={{ $execution.resumeUrl.split('/webhook-waiting')[0] }}",
			description: 'Of this n8n, as its users reach it. The page links to the forms with it.',
		}),
		(url) => url.replace(/\/+$/, ''),
	),
};

function toItem(report: InstallationReport, language: Language): IDataObject {
	const said = ({ code, params, detail }: Problem): IDataObject => {
		const { message, action } = resolveCarried({ code, params }, language);
		return { code, message, action, detail };
	};
	const { subject, text: lines } = sayInstallation(report, language);
	return {
		changed: hasChanged(report),
		complete: isComplete(report),
		workflows: report.workflows.map(({ issues, workflows, changes, ...line }) => ({
			...line,
			changes: [...changes],
			workflows: workflows.map((one) => ({ ...one })),
			issues: issues.map(said),
		})),
		tables: report.tables.map(({ issues, ...line }) => ({ ...line, issues: issues.map(said) })),
		to_do: report.toDo.map(({ key, places, address }) => ({
			key,
			address,
			places: places.map((one) => ({ ...one })),
		})),
		issues: report.issues.map(said),
		subject,
		text: lines,
		html: renderInstallation(report, language),
	};
}

/** Makes what this package needs in this n8n once: the desk, the forms, the watchdog, the data tables. */
export const setUp: ItemOperation = {
	name: 'Set Up',
	action: 'Set up an installation',
	description: 'Make or bring up to date the desk, the forms, the watchdog and the data tables',
	writes: true,
	fields: [
		ASKED.language.field,
		ASKED.messageStep.field,
		ASKED.recipients.field,
		ASKED.sender.field,
		ASKED.webhooksUrl.field,
	],
	async run(given) {
		const { language, messageStep, recipients, sender, webhooksUrl } = readAllAt(given, ASKED);
		const wishes = { choice: messageStep, recipients, from: sender };
		return [toItem(await setUpInstallation(given, webhooksUrl, wishes), language)];
	},
};

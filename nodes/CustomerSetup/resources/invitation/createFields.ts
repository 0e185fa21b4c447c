import type { INodeProperties } from 'n8n-workflow';
import { budgetFile, deliveryWorkflowId } from '../../dailySync/files';
import { dataTable } from '../../../shared/connect/table';
import { done } from '../../../../core/model/result';
import {
	checked,
	choice,
	LANGUAGES,
	mapped,
	number,
	text,
	toggle,
} from '../../../shared/parameters';

/** What Invitation: Create asks, in the order of the panel. */
export const ASKED = {
	customerName: mapped(
		text({
			displayName: 'Customer Name',
			name: 'customerName',
			placeholder: 'e.g. Bakkerij Van Dijk',
			description:
				'Shown to the customer, and part of the name of the credential. Empty takes the customer, the system, the language, the connection and the integration of Workflow ID, to connect again.',
		}),
		(name) => name.replace(/\s+/g, ' '),
	),
	system: choice({
		displayName: 'System',
		name: 'system',
		options: [
			{ name: 'AFAS Profit', value: 'afas' },
			{ name: 'NMBRS', value: 'nmbrs' },
		],
		default: 'nmbrs',
		description: 'What the customer connects',
	}),
	askApiToken: toggle({
		displayName: 'Ask for the NMBRS API Token',
		name: 'askApiToken',
		default: false,
		empty: false,
		displayOptions: { show: { system: ['nmbrs'] } },
		description:
			'Whether the customer is also asked for an API token, which extra fields, wage components and leave need. Salary and leave, and budgets by a file, ask for it anyway.',
	}),
	askPay: toggle({
		displayName: 'Ask for Salary and Leave',
		name: 'askPay',
		default: false,
		empty: false,
		description:
			'Whether the customer also says which wage components and which leave is what, for the monthly file of Flex Salary and Flex Leave. NMBRS then needs the API token.',
	}),
	budgetFile,
	deliveryWorkflowId,
	alleoCompanyId: checked(
		text({
			displayName: 'Alleo Company ID',
			name: 'alleoCompanyId',
			placeholder: 'e.g. 12',
			description:
				'The Alleo company that the employees come into; the daily sync of the customer gets it. Empty leaves it open.',
		}),
		(id, refuse) => (/^\d{0,12}$/.test(id) ? done(id) : refuse('it must be a number, or empty')),
	),
	alleoKey: choice({
		displayName: 'Alleo Credential',
		name: 'alleoKey',
		options: [
			{
				name: 'An Existing One',
				value: 'chosen',
				description: 'An Alleo credential of this n8n, for this customer alone',
			},
			{
				name: 'Entered on a Page',
				value: 'page',
				description:
					'You get a second link, on which support enters the keys of this customer. They go straight into a credential of n8n.',
			},
			{
				name: 'The Wide One',
				value: 'wide',
				description: 'The one that is chosen in the node that creates the daily sync',
			},
		],
		default: 'wide',
		empty: 'wide',
		description: "With which Alleo keys the customer's daily sync works",
	}),
	alleoCredential: text({
		displayName: 'Existing Alleo Credential',
		name: 'alleoCredential',
		placeholder: 'e.g. R2DjclaysHbqn778',
		displayOptions: { show: { alleoKey: ['chosen'] } },
		description: 'ID or exact name of the credential',
	}),
	afasEnvironment: checked(
		text({
			displayName: 'AFAS Environment',
			name: 'afasEnvironment',
			placeholder: 'e.g. O12345AA',
			displayOptions: { show: { system: ['afas'] } },
			description:
				'The only environment that the customer can connect with this link. Empty takes the environment of the connection that is renewed, and leaves a first connection free. Fill it in when a customer really goes on with another environment.',
		}),
		(given, refuse) => {
			const name = given.toUpperCase();
			return /^(\d{5,6}|[A-Z]\d{5,6}[A-Z]{2})?$/.test(name)
				? done(name)
				: refuse('it must be a name such as O12345AA, or empty');
		},
	),
	language: choice({
		displayName: 'Page Language',
		name: 'language',
		options: LANGUAGES,
		default: 'nl',
		empty: 'nl',
		description: 'The language that the pages open in; the customer can change it',
	}),
	validDays: number({
		displayName: 'Valid for (Days)',
		name: 'validDays',
		typeOptions: { minValue: 1, maxValue: 90 },
		limits: { above: 0, max: 90 },
		default: 14,
		description: 'How long the link works when nobody uses it',
	}),
	replaceCredentialId: text({
		displayName: 'Credential to Replace',
		name: 'replaceCredentialId',
		placeholder: 'e.g. R2DjclaysHbqn778',
		description:
			'ID of the credential whose tokens the customer renews, for connecting again. The workflows that use it go on with it. Empty makes a new one.',
	}),
	workflowId: text({
		displayName: 'Workflow ID',
		name: 'workflowId',
		description:
			'Workflow that this connection is for; it is given on when the customer is done. Empty takes that of the credential that is replaced, if there is one.',
	}),
	integrationId: text({
		displayName: 'Integration ID',
		name: 'integrationId',
		description:
			'What stays the same over several connections of this customer. Empty takes that of the credential that is replaced, or makes a new one.',
	}),
	pagesUrl: text({
		displayName: 'Address of the Pages',
		name: 'pagesUrl',
		placeholder: 'e.g. https://n8n.example.com/webhook/alleo-connect',
		description:
			'Production URL of the Customer Connect node. Empty is the address in the credential with /webhook/alleo-connect.',
	}),
	dataTable,
};

export const CREATE_FIELDS: INodeProperties[] = Object.values(ASKED).map(({ field }) => field);

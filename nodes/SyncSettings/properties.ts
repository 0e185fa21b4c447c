import type { INodeProperties } from 'n8n-workflow';
import { done } from '../../core/model/result';
import { isRecipient } from '../../core/runLog/recipients';
import { approval } from '../AlleoDiff/deciding';
import { guardDefaults, guards } from '../AlleoDiff/guardFields';
import { selectiveSync } from '../EmployeeNormalize/properties';
import {
	checked,
	choice,
	idOf,
	isEmpty,
	isRecord,
	LANGUAGES,
	names,
	parameter,
	picker,
	referenceDate,
	text,
	toggle,
} from '../shared/parameters';
import type { Row } from '../shared/parameters';
import { routingTable } from '../shared/routing';
import { filterValues } from './filterValues';
import { budgetFileChoice } from '../shared/budgetFile';
import { runTimes } from '../shared/runTimes';

/** What a customer's daily sync is set to, in the order of the panel; each is declared where it is read. */

const customerName = checked(
	text({
		displayName: 'Customer',
		name: 'customerName',
		required: true,
		placeholder: 'e.g. Bakkerij Van Dijk',
		description:
			'Name of the customer, as in messages, on the page of a plan and on the fleet page',
	}),
	(name, refuse) => (name === '' ? refuse('fill in the name of the customer') : done(name)),
);

/**
 * Without a rule for n8n to check: it runs one under a time limit before every execution (n8n-workflow 2.41,
 * safe-regex), and on a busy machine a run would stop for that. What is typed is checked when the step runs.
 */
const companyPicker = (about: {
	displayName: string;
	name: string;
	description: string;
	hint?: string;
}) =>
	picker({
		...about,
		value: '',
		search: 'searchCompanies',
		typed: {
			displayName: 'By ID',
			placeholder: 'e.g. 42',
		},
	});

const alleoCompanyId = checked(
	companyPicker({
		displayName: 'Alleo Company',
		name: 'alleoCompanyId',
		hint: 'With an Alleo credential in this step the list shows the companies by name, and the choice is looked up at the start of each run',
		description:
			'The company that people come into whom no route sends elsewhere. Empty only where routes send everybody.',
	}),
	(given, refuse) =>
		given === '' || idOf(given) !== null
			? done(given)
			: refuse('an Alleo company id is a whole number'),
);

const language = choice({
	displayName: 'Language',
	name: 'language',
	options: LANGUAGES,
	default: 'nl',
	description:
		'Of messages, pages and reports about this customer, and of new accounts without one',
});

const routing = routingTable(
	companyPicker({
		displayName: 'Alleo Company',
		name: 'companyId',
		description: 'The Alleo company that people with this value belong to',
	}),
	picker({
		displayName: 'Filter Value',
		name: 'filter',
		value: '',
		first: 'id',
		search: 'searchFilterValues',
		typed: { displayName: 'By Value', placeholder: 'e.g. holding' },
		description:
			'Value of alleo_filter in the HR system, in any case; the list has those that were there when the customer connected',
	}),
);

/** Only there where something was found: Customer Setup fills it in. */
const found: INodeProperties = {
	displayName: 'Found at Connecting',
	name: 'found',
	type: 'string',
	default: '',
	displayOptions: { hide: { [filterValues.name]: [''] } },
	description:
		'How many people the access field and the routing field had a value for when the customer connected. Decides nothing.',
};

/** The collection of Alleo Diff with every limit in sight; handed on as it is. */
const limits = parameter<Row>(
	{
		...guards.field,
		default: guardDefaults(),
		description:
			'From when on a run waits for a person. Every limit is on, and shows what it is; one that is taken away has this value too.',
	},
	(given) => {
		const read = guards.parse(given);
		return read.ok ? done(isRecord(given) ? given : {}) : read;
	},
);

/** Empty stays empty: each step that reads it takes today. */
const day = checked(
	referenceDate({
		placeholder: 'e.g. 2026-12-01',
		description:
			'Empty for today, as every day. A day, YYYY-MM-DD, makes a plan as of that day, for a dry run.',
	}),
	(date) => done(date),
);

const recipients = checked(
	names({
		displayName: 'Recipients',
		name: 'recipients',
		placeholder: 'e.g. hr@example.nl, #alleo',
		description:
			'E-mail addresses or channels that messages about this customer go to, separated by commas. Empty: those of the desk.',
	}),
	(list, refuse) => {
		const odd = list.findIndex((one) => !isRecipient(one));
		return odd < 0 ? done(list) : refuse(`number ${odd + 1} is no e-mail address and no channel`);
	},
);

const times = runTimes(
	'Run Times',
	'template',
	'How often the workflow starts by itself. The step with the schedule holds the times; Customer Setup and an upgrade set them there by this.',
	{
		template: {
			name: 'As in the Schedule',
			description: 'Whatever the step with the schedule says; an upgrade leaves it alone',
		},
	},
);

const budgetFile = budgetFileChoice(
	'How this customer’s budgets go to Alleo, so that the page of a plan can say what goes out when. Sends nothing by itself.',
);

const offerEnable = toggle({
	displayName: 'Offer to Enable',
	name: 'offerEnable',
	default: false,
	empty: false,
	description:
		'Whether the page of a plan offers to switch the daily sync on. Customer Setup turns it on for a new customer, and off once somebody did.',
});

const integrationId = text({
	displayName: 'Integration ID',
	name: 'integrationId',
	description:
		'Of the connection that the customer made by a link, so that connecting again finds this workflow. Customer Setup fills it in; leave it as it is.',
});

/** Every setting, by the key that it has in the item. */
export const settings = {
	customer_name: customerName,
	alleo_company_id: alleoCompanyId,
	language,
	approval,
	selective_sync: selectiveSync,
	routing,
	recipients,
	reference_date: day,
	run_times: times,
	budget_file: budgetFile,
	offer_enable: offerEnable,
	integration_id: integrationId,
	guards: limits,
};

/** Fields of one's own, for steps of one's own; one that is called like a setting is not taken. */
export const moreSettings = parameter<Row>(
	{
		displayName: 'More Settings',
		name: 'moreSettings',
		type: 'assignmentCollection',
		default: {},
		description: 'Fields of your own, for steps of your own: they go along in the item',
	},
	(given, refuse) => {
		const list = isRecord(given) ? (given['assignments'] ?? []) : isEmpty(given) ? [] : null;
		if (!Array.isArray(list)) return refuse('it must be a list of fields');
		const fields = list.filter(isRecord).map(({ name, value }) => [String(name), value] as const);
		const taken = fields.find(([name]) => Object.hasOwn(settings, name));
		return taken === undefined
			? done(Object.fromEntries(fields))
			: refuse(`"${taken[0]}" is a setting of this step`);
	},
);

/** Labels of what names a company, for an error about one. */
export const COMPANY_LABEL = alleoCompanyId.field.displayName;
export const ROUTING_LABEL = routing.field.displayName;

export const properties: INodeProperties[] = [
	...Object.values(settings).flatMap(({ field }) =>
		field === settings.selective_sync.field ? [field, found] : [field],
	),
	moreSettings.field,
	filterValues,
];

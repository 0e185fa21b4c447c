import type { IExecuteFunctions } from 'n8n-workflow';
import { DEFAULT_OPTIONS } from '../../core/plan/options';
import type { DiffOptions } from '../../core/plan/options';
import { WRITABLE_FIELDS } from '../../core/model/employee';
import { done } from '../../core/model/result';
import type { Result } from '../../core/model/result';
import {
	checked,
	choice,
	LANGUAGES,
	idOf,
	mapped,
	readAll,
	referenceDate,
	refused,
	rows,
	text,
	toggle,
	wholeNumber,
} from '../shared/parameters';
import { answeredRoutes } from '../../core/plan/people/answered';
import { answersField, answersGiven } from '../shared/answers';
import { budgetLimits } from './budgetLimits';
import { chosen, routesAndGuards } from './settingsFrom';

/** What decides about people; Alleo Explain has the same, so that it says what the plan would do. */

export const companyId = checked(
	text({
		displayName: 'Alleo Company ID',
		name: 'companyId',
		placeholder: 'e.g. 42',
		description:
			'The Alleo company of everybody whose alleo_filter is empty. Find it with Alleo > Company > Get Many. Leave empty only when every person is routed; a plan for a file then takes every account that comes in.',
	}),
	(given, refuse) => {
		if (given === '') return done(null);
		const id = idOf(given);
		return id === null ? refuse('an Alleo company id is a whole number') : done(id);
	},
);

export const approval = choice({
	displayName: 'Approval',
	name: 'approval',
	options: [
		{
			name: 'Always',
			value: 'always',
			description:
				'Every plan waits for a person: dry runs, and every run until the first was confirmed',
		},
		{
			name: 'When a Guard Trips',
			value: 'whenGuardTrips',
			description: 'A plan that looks normal is ready at once; transfers and moves still wait',
		},
	],
	default: 'always',
	description: 'When a person has to approve the plan',
});

const absentPolicy = choice({
	displayName: 'People Absent From the Source',
	name: 'absentPolicy',
	options: [
		{ name: 'Report', value: 'report', description: 'Only show them; absence is not evidence' },
		{
			name: 'Deactivate',
			value: 'deactivate',
			description:
				'Plan their off-boarding, but only when Coverage proves that everything was read',
		},
	],
	default: 'report',
	description: 'What to do with people who are active in Alleo and no longer in the source',
});

const ineligiblePolicy = choice({
	displayName: 'People Who Are Not Eligible',
	name: 'ineligiblePolicy',
	options: [
		{ name: 'Deactivate', value: 'deactivate', description: 'Plan their off-boarding' },
		{ name: 'Report', value: 'report', description: 'Only show them' },
	],
	default: 'deactivate',
	description: 'What to do with people who are active in Alleo while the access field says no',
});

const takeover = choice({
	displayName: 'Accounts of Another System',
	name: 'takeover',
	options: [
		{
			name: 'Ask',
			value: 'ask',
			description:
				'Plan to take them over where nothing speaks against it; such a plan always waits for a person',
		},
		{ name: 'Off', value: 'off', description: 'Hold these people' },
	],
	default: 'ask',
	description:
		'What to do with an active account that has the e-mail address of somebody in service and an external ID of another system',
});

const moveOrder = choice({
	displayName: 'Order of a Move',
	name: 'moveOrder',
	options: [
		{
			name: 'Create First',
			value: 'createFirst',
			description: 'The new account is made, then the old one is deactivated',
		},
		{
			name: 'Deactivate First',
			value: 'deactivateFirst',
			description:
				'For an Alleo that refuses a second account; a refused one re-activates the old account at once',
		},
	],
	default: 'createFirst',
	description: 'What goes first when somebody moves to another Alleo company',
});

const offboardAfterDays = wholeNumber({
	displayName: 'Off-Board After (Days)',
	name: 'offboardAfterDays',
	typeOptions: { minValue: 0, maxValue: 366 },
	default: DEFAULT_OPTIONS.offboardAfterDays,
	description:
		'How many days after the last day in service an account stays active. With 0 somebody is off-boarded the day after it.',
});

const splitPlan = toggle({
	displayName: 'Split the Plan',
	name: 'splitPlan',
	default: DEFAULT_OPTIONS.splitPlan,
	description:
		'Whether only the rows that a guard is about wait for a person, with what depends on them, while the others are a plan of their own that is ready. Off: everything waits. Has no effect while every plan needs approval.',
});

const fieldName = (field: string): string =>
	field
		.split('_')
		.map((word) => (word === 'id' ? 'ID' : word.charAt(0).toUpperCase() + word.slice(1)))
		.join(' ');

const policies = rows(
	{
		displayName: 'Field Policies',
		name: 'fieldPolicies',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Field Policy',
		description:
			'How single fields are kept. Without a policy a field always follows the source; the language is only set at creation.',
		row: { displayName: 'Policy', name: 'policies' },
	},
	{
		field: choice({
			displayName: 'Field',
			name: 'field',
			options: WRITABLE_FIELDS.filter((field) => field !== 'external_id')
				.map((field) => ({ name: fieldName(field), value: field }))
				.sort((a, b) => a.name.localeCompare(b.name)),
			default: 'language',
			description: 'The Alleo field',
		}),
		keep: choice({
			displayName: 'Keep',
			name: 'keep',
			options: [
				{ name: 'Always', value: 'always', description: 'Alleo follows the source' },
				{ name: 'On Create', value: 'onCreate', description: 'Only set at creation' },
				{
					name: 'When Empty',
					value: 'whenEmpty',
					description: 'Only set where Alleo has nothing',
				},
			],
			default: 'always',
			description: 'When the field is written',
		}),
	},
);

const fieldPolicies = mapped(policies, (list): DiffOptions['keep'] =>
	Object.fromEntries(list.map(({ field, keep }) => [field, keep])),
);

export const day = referenceDate({
	placeholder: 'e.g. 2026-12-01',
	description:
		'The day that decides, YYYY-MM-DD. Empty means today in the time zone of the workflow. Use the same as in the source and in Employee Normalize.',
});

export const inboxAnswers = answersField(
	'What was answered in the inbox of this customer, read with an expression: groups, and routing values to Alleo companies. Empty: nothing was.',
);

/** In the order of the panel. */
export const deciding = {
	companyId,
	settingsFrom: routesAndGuards.settingsFrom,
	settings: routesAndGuards.settings,
	routing: routesAndGuards.routing,
	approval,
	splitPlan,
	absentPolicy,
	ineligiblePolicy,
	offboardAfterDays,
	takeover,
	moveOrder,
	guards: routesAndGuards.guards,
	fieldPolicies,
	budgetLimits,
	referenceDate: day,
};

/** The language of what is written for people; each node says of what. */
export const reportLanguage = (description: string) =>
	choice({
		displayName: 'Report Language',
		name: 'language',
		options: LANGUAGES,
		default: 'en',
		empty: 'en',
		description,
	});

export interface Deciding {
	options: DiffOptions;
	referenceDate: string;
}

/** Reads the panel once per run; `remembered` is what earlier runs knew. */
export function readDeciding(
	context: IExecuteFunctions,
	remembered: Partial<DiffOptions>,
): Result<Deciding> {
	const read = readAll(context, deciding);
	if (!read.ok) return read;
	const { settingsFrom, settings, fieldPolicies: keep, referenceDate: date, ...own } = read.value;
	const counting = chosen({ settingsFrom, settings, routing: own.routing, guards: own.guards });
	if (!counting.ok) return counting;
	const { guards: given, ...options } = { ...own, ...counting.value };
	const answers = answersGiven(context);
	const routing = [...options.routing, ...answeredRoutes(answers, options.routing)];
	if (options.companyId === null && routing.length === 0) {
		return refused(companyId.field.displayName, 'set the default Alleo company, or routes');
	}
	const { knownPartitions: expected, ...limiting } = given;
	const knownPartitions = [...new Set([...expected, ...(remembered.knownPartitions ?? [])])];
	return done({
		options: {
			...DEFAULT_OPTIONS,
			...remembered,
			...options,
			...limiting,
			routing,
			answers,
			keep,
			knownPartitions,
		},
		referenceDate: date,
	});
}

import type { INodeParameters } from 'n8n-workflow';
import { DEFAULT_LIMITS, DEFAULT_OPTIONS } from '../../core/plan/options';
import type { DiffOptions, GuardLimit, LimitedGuard } from '../../core/plan/options';
import { done } from '../../core/model/result';
import { asObject, names, number, parameter, wholeNumber, within } from '../shared/parameters';

/** The collection "Guards": three numbers per guard, where else they count, and what must be there. */

interface GuardText {
	key: string;
	name: string;
	/** What people do, to stand behind "people". */
	what: string;
}

const GUARD_TEXTS: Record<LimitedGuard, GuardText> = {
	CREATE_LIMIT: { key: 'create', name: 'Create', what: 'are onboarded in one run' },
	DEACTIVATION_LIMIT: {
		key: 'deactivation',
		name: 'Deactivation',
		what: 'are off-boarded in one run',
	},
	DUPLICATES: { key: 'duplicates', name: 'Duplicates', what: 'are held because of duplicates' },
	FIELD_DRIFT: {
		key: 'fieldDrift',
		name: 'Field Drift',
		what: 'lose a field or change their e-mail domain',
	},
	IDENTITY_KEYS_CHANGED: {
		key: 'identityKeys',
		name: 'Identity Keys Changed',
		what: 'have a new ID while the old one vanished',
	},
	PARTITION_VANISHED: {
		key: 'vanished',
		name: 'Partition Vanished',
		what: 'are active in Alleo but gone from the source',
	},
	REACTIVATION_LIMIT: {
		key: 'reactivation',
		name: 'Reactivation',
		what: 'are re-activated in one run',
	},
	UPDATE_LIMIT: { key: 'update', name: 'Update', what: 'are changed in one run' },
};

const PARTS: ReadonlyArray<{
	part: keyof GuardLimit;
	label: string;
	describe: (what: string) => string;
}> = [
	{
		part: 'maximum',
		label: 'Maximum',
		describe: (what) => `The plan waits when more people than this ${what}, whatever their share`,
	},
	{
		part: 'minimum',
		label: 'Minimum',
		describe: (what) =>
			`The share is not looked at while at most this many people ${what}, so that one person does not block a small employer; capped at half of the people`,
	},
	{
		part: 'percent',
		label: 'Percent',
		describe: (what) => `The plan waits when more than this share of the people (in %) ${what}`,
	},
];

const limits = (Object.keys(GUARD_TEXTS) as LimitedGuard[]).flatMap((guard) =>
	PARTS.map(({ part, label, describe }) => {
		const { key, name, what } = GUARD_TEXTS[guard];
		const limit = number({
			displayName: `${name} ${label}`,
			name: `${key}${label}`,
			typeOptions: { minValue: 0 },
			default: DEFAULT_LIMITS[guard][part],
			description: describe(what),
		});
		return { guard, part, limit };
	}),
);

const expectedPartitions = names({
	displayName: 'Expected Partitions',
	name: 'expectedPartitions',
	placeholder: 'e.g. 0a1b…, 2c3d…',
	description:
		'Comma-separated partitions (the field "partition" of Coverage) that must be there in every run; those of the last two weeks are remembered anyway',
});

const retiredFields = names({
	displayName: 'Fields No Longer Used',
	name: 'retiredFields',
	placeholder: 'e.g. alleo_filter',
	description:
		'Comma-separated: alleo_filter, alleo_access. A field that was in use and that nobody has any more holds the people concerned, unless it is named here.',
});

const partSize = wholeNumber({
	displayName: 'Part Size',
	name: 'partSize',
	typeOptions: { minValue: 1 },
	default: DEFAULT_OPTIONS.partSize,
	description:
		'The limits also count for every NMBRS company or AFAS employer, Alleo company and group with at least this many active people',
});

const weekTimes = number({
	displayName: 'Times in a Week',
	name: 'weekTimes',
	typeOptions: { minValue: 1 },
	default: DEFAULT_OPTIONS.weekTimes,
	description:
		'How many times its daily limit a create, an off-boarding or a re-activation may reach in 7 days without anybody being asked',
});

const monthTimes = number({
	displayName: 'Times in a Month',
	name: 'monthTimes',
	typeOptions: { minValue: 1 },
	default: DEFAULT_OPTIONS.monthTimes,
	description: 'The same in 30 days',
});

type GuardOptions = Pick<
	DiffOptions,
	'limits' | 'knownPartitions' | 'retiredFields' | 'partSize' | 'weekTimes' | 'monthTimes'
>;

const fields = [
	...limits.map(({ limit }) => limit.field),
	expectedPartitions.field,
	retiredFields.field,
	partSize.field,
	weekTimes.field,
	monthTimes.field,
].sort((a, b) => a.displayName.localeCompare(b.displayName));

/** Every limit as it is while nobody changes it, for a panel that shows them all. */
export const guardDefaults = (): INodeParameters =>
	Object.fromEntries(fields.map(({ name, default: preset }) => [name, preset]));

export const guards = parameter<GuardOptions>(
	{
		displayName: 'Guards',
		name: 'guards',
		type: 'collection',
		placeholder: 'Add Limit',
		default: {},
		description:
			'Limits that make a run wait for a person. All guards are always on; add one here to change its limit.',
		options: fields,
	},
	asObject((given) => {
		const read = within(given);
		const own = { ...DEFAULT_LIMITS };
		for (const { guard, part, limit } of limits) {
			const value = read(limit);
			if (!value.ok) return value;
			own[guard] = { ...own[guard], [part]: value.value };
		}
		const partitions = read(expectedPartitions);
		if (!partitions.ok) return partitions;
		const retired = read(retiredFields);
		if (!retired.ok) return retired;
		const size = read(partSize);
		if (!size.ok) return size;
		const week = read(weekTimes);
		if (!week.ok) return week;
		const month = read(monthTimes);
		if (!month.ok) return month;
		return done({
			limits: own,
			knownPartitions: partitions.value,
			retiredFields: retired.value,
			partSize: size.value,
			weekTimes: week.value,
			monthTimes: month.value,
		});
	}),
);

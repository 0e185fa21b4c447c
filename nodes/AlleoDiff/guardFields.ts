import type { INodeProperties } from 'n8n-workflow';
import { DEFAULT_LIMITS } from '../../core/plan/options';
import type { GuardLimit, LimitedGuard } from '../../core/plan/options';

/** The collection "Guards": three numbers per guard, generated so that panel and reader cannot differ. */

interface GuardText {
	key: string;
	name: string;
	/** What people do, to stand behind "people". */
	what: string;
}

export const GUARD_TEXTS: Record<LimitedGuard, GuardText> = {
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

export const guardParameter = (guard: LimitedGuard, part: keyof GuardLimit): string =>
	`${GUARD_TEXTS[guard].key}${part.charAt(0).toUpperCase()}${part.slice(1)}`;

const guards = Object.keys(GUARD_TEXTS) as LimitedGuard[];

const limitFields: INodeProperties[] = guards.flatMap((guard) =>
	PARTS.map(({ part, label, describe }) => ({
		displayName: `${GUARD_TEXTS[guard].name} ${label}`,
		name: guardParameter(guard, part),
		type: 'number' as const,
		typeOptions: { minValue: 0 },
		default: DEFAULT_LIMITS[guard][part],
		description: describe(GUARD_TEXTS[guard].what),
	})),
);

export const guardsProperty: INodeProperties = {
	displayName: 'Guards',
	name: 'guards',
	type: 'collection',
	placeholder: 'Add Limit',
	default: {},
	description:
		'Limits that make a run wait for a person. All guards are always on; add one here to change its limit.',
	options: [
		...limitFields,
		{
			displayName: 'Expected Partitions',
			name: 'expectedPartitions',
			type: 'string' as const,
			default: '',
			placeholder: 'e.g. 0a1b…, 2c3d…',
			description:
				'Comma-separated partitions (the field "partition" of Coverage) that must be there in every run; those of the last two weeks are remembered anyway',
		},
	].sort((a, b) => a.displayName.localeCompare(b.displayName)),
};

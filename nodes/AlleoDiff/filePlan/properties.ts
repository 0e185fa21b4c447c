import type { INodeProperties } from 'n8n-workflow';
import type { FilePlanOptions } from '../../../core/plan/file';
import { DEFAULT_FILE_LIMITS } from '../../../core/plan/file/guards';
import type { FileGuard } from '../../../core/plan/file/guards';
import { DEFAULT_PLAUSIBILITY } from '../../../core/payroll/options';
import type { PlausibilityLimits } from '../../../core/payroll/options';
import type { OneOffBudgets, StoppedBudgets } from '../../../core/model/delivery';
import { done } from '../../../core/model/result';
import { asObject, choice, mapped, number, parameter, text, within } from '../../shared/parameters';

/** What the node asks when it plans a file: limits of single lines, and of the file as a whole. */

const LIMIT_FIELDS: Record<keyof PlausibilityLimits, { label: string; describe: string }> = {
	hourlyMonthlyPercent: {
		label: 'Hourly Against Monthly Percent',
		describe:
			'How much (in %) hourly wage and monthly salary may differ at the contract hours before the person is held',
	},
	maximumWage: {
		label: 'Maximum Hourly Wage',
		describe: 'EUR; whoever earns more is held, because it is usually a monthly amount',
	},
	minimumWage: {
		label: 'Minimum Hourly Wage',
		describe: 'EUR; whoever earns less is held',
	},
	negativeLeaveHours: {
		label: 'Leave Below Zero (Hours)',
		describe: 'How many hours a leave balance may be below zero before the person is held',
	},
	wageMovePercent: {
		label: 'Wage Move Percent',
		describe:
			'How much (in %) an hourly wage may differ from the previous file or period before the person is held',
	},
};

/** Parameter, label and what the guard counts; its limit is a share of the people. */
const FILE_GUARD_FIELDS: Record<FileGuard, { key: string; label: string; describe: string }> = {
	FLEX_COLUMN_EMPTY: {
		key: 'columnEmptyPercent',
		label: 'Column Emptied Percent',
		describe:
			'Share of the previous file (in %) that may lose the value of one column before the plan waits',
	},
	FLEX_FEWER_PEOPLE: {
		key: 'fewerPeoplePercent',
		label: 'Fewer People Percent',
		describe: 'Share of the previous file (in %) that may be missing before the plan waits',
	},
	FLEX_HELD_LIMIT: {
		key: 'heldPercent',
		label: 'Held Percent',
		describe: 'Share of the people (in %) that may be held before the plan waits',
	},
	FLEX_NOT_COMPARED: {
		key: 'notComparedPercent',
		label: 'Not Compared Percent',
		describe: 'Share of the file (in %) that may lack an earlier wage before the plan waits',
	},
};

const limit = (name: string, displayName: string, description: string, preset: number) =>
	number({ displayName, name, typeOptions: { minValue: 0 }, default: preset, description });

const guards = (Object.keys(FILE_GUARD_FIELDS) as FileGuard[]).map((guard) => {
	const { key, label, describe } = FILE_GUARD_FIELDS[guard];
	return { guard, percent: limit(key, label, describe, DEFAULT_FILE_LIMITS[guard].percent) };
});

const lines = (Object.keys(LIMIT_FIELDS) as Array<keyof PlausibilityLimits>).map((name) => {
	const { label, describe } = LIMIT_FIELDS[name];
	return { name, most: limit(name, label, describe, DEFAULT_PLAUSIBILITY[name]) };
});

export const plausibility = parameter<Pick<FilePlanOptions, 'plausibility' | 'limits'>>(
	{
		displayName: 'Plausibility',
		name: 'plausibility',
		type: 'collection',
		placeholder: 'Add Limit',
		default: {},
		description:
			'Limits that hold one person for review, or make the whole plan wait. All checks are always on; add one here to change its limit.',
		options: [
			...lines.map(({ most }) => most.field),
			...guards.map(({ percent }) => percent.field),
		].sort((a, b) => a.displayName.localeCompare(b.displayName)),
	},
	asObject((given) => {
		const read = within(given);
		const ofLine: PlausibilityLimits = { ...DEFAULT_PLAUSIBILITY };
		for (const { name, most } of lines) {
			const value = read(most);
			if (!value.ok) return value;
			ofLine[name] = value.value;
		}
		const ofFile = { ...DEFAULT_FILE_LIMITS };
		for (const { guard, percent } of guards) {
			const value = read(percent);
			if (!value.ok) return value;
			ofFile[guard] = { ...ofFile[guard], percent: value.value };
		}
		return done({ plausibility: ofLine, limits: ofFile });
	}),
);

export const reviewed = mapped(
	text({
		displayName: 'Reviewed People',
		name: 'reviewed',
		placeholder: 'e.g. nmbrs-1a2b@2026-11, nmbrs-3c4d@2026-11',
		description:
			'Comma-separated: people whose figures of one period somebody has checked, as the approval page names them. Their plausibility checks then hold them no more, for that period only.',
	}),
	(given) => given.split(/[\s,;]+/).filter((key) => key !== ''),
);

/** Read by filePlan/previous.ts: an item with a binary is no value that a reader of texts could take. */
export const previousFileField: INodeProperties = {
	displayName: 'Previous File',
	name: 'previousFile',
	type: 'json',
	default: '',
	description:
		'The item of the node that gives the file of last time, read with an expression. Wages, or budgets, are compared with it. Empty: it comes with the coverage, or there is none.',
};

const AGREED =
	'as it was agreed with Alleo. Read with an expression from the step that looks at the folder.';

export const oneOffBudgets = choice<OneOffBudgets>({
	displayName: 'One-Off Budgets',
	name: 'oneOffBudgets',
	options: [
		{
			name: 'In Every File',
			value: 'everyFile',
			description: 'For as long as the HR system has it',
		},
		{
			name: 'Once',
			value: 'once',
			description: 'In the file in which it is new or changed, and marked as sent after that',
		},
	],
	default: 'once',
	empty: 'once',
	description: `In which files a one-off budget stands, ${AGREED}`,
});

export const stoppedBudgets = choice<StoppedBudgets>({
	displayName: 'Stopped Budgets',
	name: 'stoppedBudgets',
	options: [
		{ name: 'Empty', value: 'empty', description: 'An empty cell' },
		{ name: 'Zero', value: 'zero', description: 'The amount 0' },
	],
	default: 'zero',
	empty: 'zero',
	description: `What is written for a monthly budget that stopped, ${AGREED}`,
});

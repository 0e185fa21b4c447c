import { answersOf, NO_ANSWERS } from '../model/inbox';
import type { Answers, Ask } from '../model/inbox';
import type { PayrollOptions, SourceChoice } from './options';
import type { LeaveBalance, PayrollRecord } from './record';

/**
 * What was answered in the inbox about payroll: which leave a group is, and which column a wage component
 * fills that no setting names. A setting of the node always goes first.
 */

/** The spelling in which groups of leave are compared. */
export const leaveKey = (group: string): string => group.trim().toLowerCase();

/** The same for codes of wage components. */
export const componentKey = (code: string): string => code.trim();

export const LEAVE_TARGETS = ['statutory', 'nonStatutory'] as const;
export const COMPONENT_TARGETS = [
	'primaryAccrual',
	'primaryBalance',
	'secondaryAccrual',
	'secondaryBalance',
] as const;
type ComponentTarget = (typeof COMPONENT_TARGETS)[number];

type Source = 'primary' | 'secondary';

const SOURCE_OF: Record<ComponentTarget, Source> = {
	primaryAccrual: 'primary',
	primaryBalance: 'primary',
	secondaryAccrual: 'secondary',
	secondaryBalance: 'secondary',
};

/** Columns that the settings leave empty. */
const freeSources = ({ primary, secondary }: PayrollOptions): Source[] => [
	...(primary.kind === 'none' ? (['primary'] as const) : []),
	...(secondary.kind === 'none' ? (['secondary'] as const) : []),
];

const choiceOf = (target: ComponentTarget, code: string): SourceChoice =>
	target.endsWith('Accrual')
		? { kind: 'componentAccrual', code }
		: { kind: 'componentBalance', code };

/** A column that two components were answered to fill stays empty: nobody knows which is meant. */
function answeredSources(options: PayrollOptions, answers: Answers): Partial<PayrollOptions> {
	const given = new Map<Source, SourceChoice[]>();
	for (const [code, { answer, target }] of answersOf(answers, 'wageComponent', componentKey)) {
		const role = COMPONENT_TARGETS.find((one) => one === target);
		if (answer !== 'map' || role === undefined) continue;
		const source = SOURCE_OF[role];
		given.set(source, [...(given.get(source) ?? []), choiceOf(role, code)]);
	}
	return Object.fromEntries(
		freeSources(options).flatMap((source) => {
			const [only, ...more] = given.get(source) ?? [];
			return only === undefined || more.length > 0 ? [] : [[source, only]];
		}),
	);
}

export interface PayrollAnswers {
	/** The settings, with the columns that answers fill. */
	options: PayrollOptions;
	/** The leave with the kinds that answers say; an ignored group is gone. */
	leave: (record: PayrollRecord) => LeaveBalance[];
	/** What this record asks; what was answered too. */
	asks: (record: PayrollRecord) => Ask[];
	/** Of what is asked, what may have an answer that cannot be read; null: nothing. */
	inDoubt: (asks: readonly Ask[]) => string | null;
}

/** Reads the answers once a run. */
export function payrollAnswers(options: PayrollOptions): PayrollAnswers {
	const { answers = NO_ANSWERS } = options;
	const kinds = answersOf(answers, 'leaveGroup', leaveKey);
	const components = answersOf(answers, 'wageComponent', componentKey);
	const free = freeSources(options);
	const codes = new Set(
		[options.primary, options.secondary].flatMap((choice) =>
			'code' in choice ? [componentKey(choice.code)] : [],
		),
	);
	const said = ({ type, group }: LeaveBalance) =>
		type === 'other' && group !== null ? kinds.get(leaveKey(group)) : undefined;
	const isHalf = !answers.read || answers.unreadable > 0;
	return {
		inDoubt: (asks) =>
			(isHalf ? asks.find(({ answered }) => answered !== true)?.value : undefined) ?? null,
		options: { ...options, ...answeredSources(options, answers) },
		leave: ({ leave }) =>
			leave.flatMap((entry) => {
				const answer = said(entry);
				const kind = LEAVE_TARGETS.find((one) => one === answer?.target);
				if (answer?.answer === 'ignore') return [];
				return [answer?.answer === 'map' && kind !== undefined ? { ...entry, type: kind } : entry];
			}),
		asks: ({ leave, other_sources: others }) => [
			...leave.flatMap((entry): Ask[] => {
				if (entry.type !== 'other' || entry.group === null || entry.group.trim() === '') return [];
				return [asked('leaveGroup', entry.group, said(entry) !== undefined)];
			}),
			...others.flatMap(({ code }): Ask[] => {
				const key = componentKey(code);
				if (key === '' || codes.has(key)) return [];
				if (free.length === 0 && !components.has(key)) return [];
				return [{ ...asked('wageComponent', key, components.has(key)), meant: free.join(' ') }];
			}),
		],
	};
}

const asked = (kind: Ask['kind'], value: string, isAnswered: boolean): Ask => ({
	kind,
	value,
	...(isAnswered ? { answered: true } : {}),
});

import { DEFAULT_LEAVE_RULES } from '../../../core/payroll/leaveRules';
import type { LeaveRule } from '../../../core/payroll/leaveRules';
import { rows } from './groups';
import { choice, text } from './kinds';
import type { About, Parameter } from './parameter';

/** The table that says which leave is statutory; `row` is what the HR system calls one kind of leave. */
export const leaveRules = (
	about: Pick<About, 'displayName' | 'name' | 'description'>,
	{ row, example }: { row: string; example: string },
): Parameter<LeaveRule[]> =>
	rows(
		{
			...about,
			typeOptions: { multipleValues: true },
			placeholder: `Add ${row}`,
			default: { rule: DEFAULT_LEAVE_RULES.map((rule) => ({ ...rule })) },
			row: { displayName: row, name: 'rule' },
		},
		{
			match: text({
				displayName: 'Code or Part of Name',
				name: 'match',
				placeholder: `e.g. ${example}`,
				description:
					'Exact code, or a part of the name; the longest match wins. In quotes only the whole code or name counts.',
			}),
			kind: choice({
				displayName: 'Kind',
				name: 'kind',
				options: [
					{
						name: 'Neither',
						value: 'neither',
						description: 'Not passed on to Alleo, and not asked about',
					},
					{ name: 'Non-Statutory', value: 'nonStatutory' },
					{ name: 'Statutory', value: 'statutory' },
				],
				default: 'statutory',
			}),
		},
	);

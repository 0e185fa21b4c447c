import { resolveIssue } from '../../issues';
import { WRITABLE_FIELDS } from '../../model/employee';
import { ACCESS_FIELD, FIELDS } from '../../normalize/mapping';
import type { FieldId } from '../../normalize/mapping';
import type { FieldLine, PreviewItem } from './line';
import { withoutBudgetFaults } from '../budgetFaults';
import { Preview, STATUS } from './people';
import type { PreviewInput } from './people';

export type { PreviewItem } from './line';
export type { PreviewInput } from './people';

/**
 * The preview of Employee Normalize: who changes if this mapping is published. One line for the status and
 * one per Alleo field, over everybody who has not left. It is for the eyes of who maps, decides nothing,
 * and goes to nobody else.
 */

/** What Alleo compares; of other fields it knows nothing. */
const IN_ALLEO: ReadonlySet<string> = new Set(WRITABLE_FIELDS);

const isPanelField = (id: string): id is FieldId => Object.hasOwn(FIELDS, id);

const labelOf = (id: string): string =>
	id === STATUS
		? 'Status'
		: id === ACCESS_FIELD
			? 'Access Field'
			: isPanelField(id)
				? FIELDS[id].label
				: id;

/** People first whom something happens to, then in the order of the panel. */
const weight = (item: PreviewItem, line: FieldLine): number =>
	item.held + (item.changed ?? 0) + line.unknownPeople;

/** What to do about values that nobody knows, with the one of most people; they all stand in `unknown`. */
function unknownText(id: string, { unknownValues: [first] }: FieldLine): string {
	if (first === undefined) return '';
	const { message, action } =
		id === 'group'
			? resolveIssue('GROUP_NOT_IN_ALLEO', { group: first.value, count: first.people })
			: resolveIssue('FILTER_UNROUTED', {});
	return `${message} ${action}`;
}

export function previewPeople(input: PreviewInput): PreviewItem[] {
	const preview = new Preview(input);
	for (const [index, person] of input.people.entries()) {
		const was = input.before?.[index];
		preview.add(withoutBudgetFaults(person), was && withoutBudgetFaults(was));
	}
	const { words } = input.sources;
	const { accounts, before } = input;
	const items = [...preview.lines].flatMap(([id, line]) => {
		const source = words.get(id);
		if (id !== STATUS && source === undefined && line.filled === 0 && line.held === 0) return [];
		// In the order in which n8n's table shows them: the panel has room for three or four.
		const item: PreviewItem = {
			field: labelOf(id),
			changed:
				before !== undefined || (accounts !== null && (id === STATUS || IN_ALLEO.has(id)))
					? line.changed
					: null,
			held: line.held,
			examples: line.examples,
			unknown: line.unknownValues,
			problem: line.commonestProblem || unknownText(id, line),
			filled: `${line.filled} of ${preview.people}`,
			source: source ?? (id === STATUS ? 'type, dates and access' : 'worked out, or a setting'),
			alleo_field: id,
		};
		return [{ item, weight: id === STATUS ? Infinity : weight(item, line) }];
	});
	return items.sort((a, b) => compareWeight(a.weight, b.weight)).map(({ item }) => item);
}

/** The heaviest first; two that are infinite do not occur, and equal ones keep their places. */
const compareWeight = (a: number, b: number): number => (a === b ? 0 : a > b ? -1 : 1);

import type {
	ILoadOptionsFunctions,
	ResourceMapperField,
	ResourceMapperFields,
} from 'n8n-workflow';
import type { SourceSystem } from '../../core/model/employee';
import {
	FIELDS,
	PANEL_ORDER,
	PUBLISHED_BUDGETS,
	automaticStandard,
	choicesOf,
	standardBudget,
	unwrapped,
} from '../../core/normalize/mapping';
import type { OfferedField } from '../../core/normalize/mapping';
import { source } from './properties';

type Source = SourceSystem | 'auto';

const budgetLabel = (name: string): string => {
	const [, kind, category] = /^alleo_(monthly|oneoff)_(.+)_budget$/.exec(name) ?? [];
	const period = kind === 'monthly' ? 'Monthly' : 'One-Off';
	return `Budget: ${period}, ${(category ?? '').replace(/^./, (letter) => letter.toUpperCase())}`;
};

/** What the panel offers for a budget: the field of that name, where the source's node puts it. */
function budgetChoices(name: string, source: Source): OfferedField[] {
	const value =
		source === 'auto'
			? automaticStandard(standardBudget('nmbrs', name), standardBudget('afas', name))
			: standardBudget(source, name);
	return value === null ? [] : [{ name: `Standard: ${name}`, value: unwrapped(value) }];
}

interface Row {
	id: string;
	displayName: string;
	required: boolean;
	removed: boolean;
	choices: readonly OfferedField[];
	filledIn: string | null;
}

/** A list to choose from (a dropped field replaces the choice), or an empty box to drop a field in. */
const toField = ({ choices, filledIn, ...row }: Row): ResourceMapperField => ({
	...row,
	defaultMatch: false,
	display: true,
	...(choices.length === 0
		? { type: 'string' as const }
		: { type: 'options' as const, options: choices.map(({ name, value }) => ({ name, value })) }),
	...(filledIn === null ? {} : { defaultValue: filledIn }),
});

/**
 * The rows of the mapping panel, pre-filled for a source; a star marks the required ones. Ingredients
 * and budgets wait behind "Add field": they are read by their standard, and found by name, without a row.
 */
export function mappingFields(source: Source): ResourceMapperField[] {
	const rows = PANEL_ORDER.map((id) => {
		const { label, required, hidden } = FIELDS[id];
		const choices = choicesOf(id, source);
		const standard = choices[0]?.name.startsWith('Standard: ') === true ? choices[0].value : null;
		const displayName = required ? `${label} *` : label;
		const removed = hidden || (!required && standard === null);
		return toField({ id, displayName, required, removed, choices, filledIn: standard });
	});
	const budgets = PUBLISHED_BUDGETS.map((name) => {
		const choices = budgetChoices(name, source);
		const filledIn = choices[0]?.value ?? null;
		const displayName = budgetLabel(name);
		return toField({ id: name, displayName, required: false, removed: true, choices, filledIn });
	});
	return [...rows, ...budgets];
}

/** `methods.resourceMapping`: called by the panel when it opens, and when Source changes. */
export async function getMappingFields(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	const given = source.parse(this.getNodeParameter('source', 'auto'));
	return { fields: mappingFields(given.ok ? given.value : 'auto') };
}

import type {
	ILoadOptionsFunctions,
	ResourceMapperField,
	ResourceMapperFields,
} from 'n8n-workflow';
import type { SourceSystem } from '../../core/employee';
import {
	FIELDS,
	PANEL_ORDER,
	PUBLISHED_BUDGETS,
	automaticStandard,
	standardBudget,
} from '../../core/mapping';

type Source = SourceSystem | 'auto';

/** The standard of a field as the panel shows it; "Automatic" shows one expression for both systems. */
const filledIn = (
	source: Source,
	standard: (system: SourceSystem) => string | null,
): string | null =>
	source === 'auto' ? automaticStandard(standard('nmbrs'), standard('afas')) : standard(source);

const budgetLabel = (name: string): string => {
	const [, kind, category] = /^alleo_(monthly|oneoff)_(.+)_budget$/.exec(name) ?? [];
	const period = kind === 'monthly' ? 'Monthly' : 'One-Off';
	return `Budget: ${period}, ${(category ?? '').replace(/^./, (letter) => letter.toUpperCase())}`;
};

/**
 * The rows of the mapping panel, pre-filled for a source; a star marks the required ones. Ingredients
 * and budgets wait behind "Add field": they are read by their standard, and found by name, without a row.
 */
export function mappingFields(source: Source): ResourceMapperField[] {
	const rows = PANEL_ORDER.map((id): ResourceMapperField => {
		const { label, required, hidden, standard } = FIELDS[id];
		const value = filledIn(source, (system) => standard[system]);
		return {
			id,
			displayName: required ? `${label} *` : label,
			required,
			defaultMatch: false,
			display: true,
			type: 'string',
			removed: hidden || (!required && value === null),
			...(value === null ? {} : { defaultValue: value }),
		};
	});
	const budgets = PUBLISHED_BUDGETS.map((name): ResourceMapperField => {
		const value = filledIn(source, (system) => standardBudget(system, name));
		return {
			id: name,
			displayName: budgetLabel(name),
			required: false,
			defaultMatch: false,
			display: true,
			type: 'string',
			removed: true,
			...(value === null ? {} : { defaultValue: value }),
		};
	});
	return [...rows, ...budgets];
}

/** `methods.resourceMapping`: called by the panel when it opens, and when Source changes. */
export async function getMappingFields(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	const source = this.getNodeParameter('source', 'auto');
	const known: Source =
		source === 'nmbrs' || source === 'afas' || source === 'custom' ? source : 'auto';
	return { fields: mappingFields(known) };
}

import type { IDataObject } from 'n8n-workflow';
import { mappingFields } from '../../nodes/EmployeeNormalize/mappingFields';
import { nmbrs } from '../unit/normalize/support.mts';

/** What the panel stores when it is opened and left: every visible row with its pre-filled value. */
export function panel(
	source: 'auto' | 'nmbrs' | 'afas' | 'custom',
	changes: IDataObject = {},
): IDataObject {
	const schema = mappingFields(source);
	const value: IDataObject = {};
	for (const field of schema) {
		if (field.removed !== true && field.defaultValue != null) value[field.id] = field.defaultValue;
	}
	return {
		mappingMode: 'defineBelow',
		value: { ...value, ...changes },
		matchingColumns: [],
		schema: schema as unknown as IDataObject[],
	};
}

export const manyOf = (count: number): object[] =>
	Array.from({ length: count }, (_none, index) => nmbrs({ employeeId: `e-${index}` }));

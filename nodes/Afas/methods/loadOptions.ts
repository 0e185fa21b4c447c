import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { literal } from '../../../core/connect/evaluated';
import { columnUse } from '../employee/privacy';
import { pickedText } from '../../shared/parameters';
import { toError } from '../../shared/outcome';
import { clientFor, columnLabel } from './listSearch';

/** The connectors that the operation reads. */
const connectorsOf = (context: ILoadOptionsFunctions): string[] => {
	const named = (name: string): string => pickedText(context.getCurrentNodeParameter(name)) ?? '';
	const all =
		context.getCurrentNodeParameter('resource') === 'getConnector'
			? [named('connector')]
			: [named('employeesConnector'), named('contractsConnector')];
	return [...new Set(all)].filter((name) => name !== '');
};

/** The columns that a person may choose: neither those that leave anyhow, nor those that never do. */
export async function getAdditionalColumns(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	const client = await clientFor(this);
	const options = new Map<string, INodePropertyOptions>();
	for (const connector of connectorsOf(this)) {
		const info = await client.connector(connector);
		if (!info.ok) throw toError(this, info.problem);
		for (const field of info.value.fields) {
			if (columnUse(field) !== 'choice' || options.has(field.id)) continue;
			options.set(field.id, { name: columnLabel(field), value: literal(field.id) });
		}
	}
	return [...options.values()].sort((a, b) => a.name.localeCompare(b.name));
}

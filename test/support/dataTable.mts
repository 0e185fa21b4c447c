import type { IDataObject, INodeExecutionData, INodeProperties, INodeType } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

/**
 * A double of n8n's Data Table node (n8n-nodes-base 2.41.1), for the operations that the templates
 * use. Like the original it refuses unknown columns, objects and lists, and an unknown table.
 */

interface Table {
	id: string;
	name: string;
	columns: Array<{ name: string; type: string }>;
	rows: IDataObject[];
}

export class DataTables {
	readonly tables = new Map<string, Table>();
	/** As where the module is off, or under the command line's `execute`. */
	unusable = false;
	#next = 1;

	nextId(): number {
		return this.#next++;
	}

	rows(name: string): IDataObject[] {
		return this.tables.get(name)?.rows ?? [];
	}
}

const hidden = (name: string, type: INodeProperties['type'], value: unknown): INodeProperties => ({
	displayName: name,
	name,
	type,
	default: value as never,
});

const PROPERTIES: INodeProperties[] = [
	hidden('resource', 'string', 'row'),
	hidden('operation', 'string', 'insert'),
	hidden('tableName', 'string', ''),
	hidden('columns', 'json', {}),
	hidden('options', 'json', {}),
	hidden('dataTableId', 'json', {}),
	hidden('matchType', 'string', 'anyCondition'),
	hidden('filters', 'json', {}),
	hidden('returnAll', 'boolean', false),
	hidden('limit', 'number', 50),
	hidden('orderBy', 'boolean', false),
	hidden('orderByColumn', 'string', 'createdAt'),
	hidden('orderByDirection', 'string', 'DESC'),
];

interface Condition {
	keyName: string;
	condition?: string;
	keyValue?: unknown;
}

function matches(row: IDataObject, { keyName, condition = 'eq', keyValue }: Condition): boolean {
	const value = row[keyName];
	if (condition === 'isNotEmpty') return value !== null && value !== undefined && value !== '';
	if (condition === 'isEmpty') return value === null || value === undefined || value === '';
	if (condition === 'eq') return value === keyValue;
	throw new Error(`The double does not know the condition ${condition}`);
}

function selected(table: Table, filters: { conditions?: Condition[] }): IDataObject[] {
	const conditions = filters.conditions ?? [];
	for (const { keyName } of conditions) {
		const known = ['id', 'createdAt', 'updatedAt', ...table.columns.map(({ name }) => name)];
		if (!known.includes(keyName)) throw new Error(`Column "${keyName}" does not exist`);
	}
	return table.rows.filter((row) => conditions.every((condition) => matches(row, condition)));
}

/** A row as it is stored: only known columns, each with a value of its type. */
function checked(table: Table, json: IDataObject): IDataObject {
	const { id: _id, createdAt: _createdAt, updatedAt: _updatedAt, ...values } = json;
	for (const [name, value] of Object.entries(values)) {
		const column = table.columns.find((candidate) => candidate.name === name);
		if (column === undefined) throw new Error(`unknown column name '${name}'`);
		if (value !== null && value !== undefined && typeof value !== column.type) {
			throw new Error(`value '${String(value)}' does not match column type '${column.type}'`);
		}
	}
	return values;
}

export function dataTableNode(store: DataTables): INodeType {
	const find = (locator: IDataObject): Table => {
		const wanted = String(locator['value']).toLowerCase();
		const table = [...store.tables.values()].find(({ name }) =>
			name.toLowerCase().includes(wanted),
		);
		if (table === undefined) throw new Error(`Data table with name "${wanted}" not found`);
		return table;
	};
	return {
		description: {
			displayName: 'Data table',
			name: 'dataTable',
			group: ['input'],
			version: 1.1,
			description: 'double',
			defaults: { name: 'Data table' },
			inputs: ['main'],
			outputs: ['main'],
			properties: PROPERTIES,
		},
		async execute() {
			const output: INodeExecutionData[] = [];
			for (const [index, item] of this.getInputData().entries()) {
				const read = <T,>(name: string): T => this.getNodeParameter(name, index) as T;
				const one = (): IDataObject[] => {
					if (store.unusable) throw new Error('the module is disabled');
					const operation = `${read<string>('resource')} ${read<string>('operation')}`;
					if (operation === 'table create') {
						const name = read<string>('tableName');
						const { column } = read<{ column: Table['columns'] }>('columns');
						const found = store.tables.get(name);
						if (found !== undefined) return [{ id: found.id, name }];
						const table = { id: `table${store.nextId()}`, name, columns: column, rows: [] };
						store.tables.set(name, table);
						return [{ id: table.id, name }];
					}
					const table = find(read<IDataObject>('dataTableId'));
					const found = selected(table, read('filters'));
					if (operation === 'row get') {
						const rows = read<string>('orderByDirection') === 'DESC' ? [...found].reverse() : found;
						return rows.slice(0, read<boolean>('returnAll') ? undefined : read<number>('limit'));
					}
					if (operation === 'row upsert') {
						const values = checked(table, item.json);
						if (found.length > 0) return found.map((row) => Object.assign(row, values));
						const empty = Object.fromEntries(table.columns.map(({ name }) => [name, null]));
						const row = { id: store.nextId(), ...empty, ...values };
						table.rows.push(row);
						return [row];
					}
					throw new Error(`The double does not know ${operation}`);
				};
				try {
					output.push(
						...one().map((json) => ({ json: structuredClone(json), pairedItem: { item: index } })),
					);
				} catch (error) {
					const failed = new NodeOperationError(this.getNode(), error as Error);
					if (!this.continueOnFail()) throw failed;
					output.push({ json: item.json, error: failed });
				}
			}
			return [output];
		},
	};
}

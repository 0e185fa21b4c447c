import { addDays } from '../world/dates.mts';
import type { AfasPerson, World } from '../world/types.mts';
import { CONNECTORS } from './connectors.mts';
import type {
	AfasRow,
	AfasValue,
	Column,
	ColumnReader,
	Connector,
	RowSource,
} from './connectors.mts';
import { checkFilter, passes } from './filters.mts';
import type { Filter } from './filters.mts';
import { budgetColumn } from './columns.mts';
import { afasError } from './errors.mts';
import type { Language } from './errors.mts';
import { forgetPayroll } from './payroll.mts';
import type { AfasSettings } from './settings.mts';

export interface Query {
	filter: Filter | null;
	order: string | null;
}

/** The connector that a customer copied and adds free fields to. */
const WITH_FREE_FIELDS = 'Profit_Employees_Alleo';

/** Connector definitions and rows; built on first use and kept until a switch or a person changes. */
export class AfasModel {
	readonly world: World;
	readonly settings: AfasSettings;
	private rows = new Map<string, AfasRow[]>();
	private selections = new Map<string, AfasRow[]>();

	constructor(world: World, settings: AfasSettings) {
		this.world = world;
		this.settings = settings;
		forgetPayroll();
	}

	/** Forgets what was built; call it after a change of a person or a switch. */
	refresh(): void {
		this.rows.clear();
		this.selections.clear();
		forgetPayroll();
	}

	/** Connectors that the credential may use. */
	get available(): Connector[] {
		return CONNECTORS.filter((connector) => !this.settings.hiddenConnectors.includes(connector.id));
	}

	find(id: string): Connector | null {
		return this.available.find((connector) => connector.id === id) ?? null;
	}

	/** Columns under the names that the administrator gave them. */
	columns(connector: Connector): Column[] {
		const names = this.settings.columns[connector.id] ?? {};
		return this.columnReaders(connector).flatMap(({ column }) => {
			const name = column.id in names ? names[column.id] : column.id;
			return name === null || name === undefined ? [] : [{ ...column, id: name }];
		});
	}

	/** Rows that pass the filter, in the order asked for; null order means no order at all. */
	select(connector: Connector, query: Query, language: Language): AfasRow[] {
		const key = JSON.stringify([connector.id, query]);
		const known = this.selections.get(key);
		if (known !== undefined) return known;
		const names = new Set(this.columns(connector).map((column) => column.id));
		const { filter, order } = query;
		if (filter !== null) checkFilter(filter, names, language);
		const all = this.rowsOf(connector);
		const rows = filter === null ? [...all] : all.filter((row) => passes(row, filter));
		if (order !== null) this.sort(rows, order, names, language);
		this.selections.set(key, rows);
		return rows;
	}

	private sort(
		rows: AfasRow[],
		order: string,
		names: ReadonlySet<string>,
		language: Language,
	): void {
		const fields = order.split(',').map((part) => ({
			name: part.replace(/^-/, ''),
			sign: part.startsWith('-') ? -1 : 1,
		}));
		const unknown = fields.find((field) => !names.has(field.name));
		if (unknown !== undefined) throw afasError('fieldNotFound', language, 500, unknown.name);
		rows.sort((a, b) => {
			for (const { name, sign } of fields) {
				const result = compare(a[name] ?? null, b[name] ?? null);
				if (result !== 0) return result * sign;
			}
			return 0;
		});
	}

	private rowsOf(connector: Connector): AfasRow[] {
		const known = this.rows.get(connector.id);
		if (known !== undefined) return known;
		const readers = this.readers(connector);
		const rows = this.world.afas.people
			.filter((person) => this.isVisible(person))
			.flatMap((person) => connector.sources(person, this.world))
			.filter(
				({ employment }) => this.settings.visibleEmployers?.includes(employment.employerId) ?? true,
			)
			.map((source) => {
				const row: AfasRow = {};
				for (const { name, read } of readers) row[name] = read(source);
				return row;
			});
		const shown = this.settings.emptyConnectors.includes(connector.id) ? [] : rows;
		this.rows.set(connector.id, shown);
		return shown;
	}

	/** Those of the connector, and the free fields that this customer added to it. */
	private columnReaders({ id, readers }: Connector): ColumnReader[] {
		if (id !== WITH_FREE_FIELDS) return readers;
		return [...readers, ...this.settings.budgetFields.map(budgetColumn)];
	}

	private readers(
		connector: Connector,
	): Array<{ name: string; read: (source: RowSource) => AfasValue }> {
		const names = this.settings.columns[connector.id] ?? {};
		return this.columnReaders(connector).flatMap(({ column, read }) => {
			const name = column.id in names ? names[column.id] : column.id;
			if (name === null || name === undefined) return [];
			return [{ name, read: (source: RowSource) => this.written(read(source), column) }];
		});
	}

	/** A value as the switches want it on the wire. */
	private written(value: AfasValue, column: Column): AfasValue {
		if (
			column.dataType === 'date' &&
			typeof value === 'string' &&
			this.settings.dates === 'dutch'
		) {
			const [year = '', month = '', day = ''] = value.slice(0, 10).split('-');
			return `${day}-${month}-${year}`;
		}
		if (typeof value === 'boolean' && this.settings.booleans === 'integer') return value ? 1 : 0;
		if (typeof value === 'boolean' && this.settings.booleans === 'text')
			return value ? 'Ja' : 'Nee';
		return value;
	}

	private isVisible(person: AfasPerson): boolean {
		const days = this.settings.leaversVanishAfterDays;
		if (days === null) return true;
		const limit = addDays(this.world.referenceDate, -days);
		return person.employments.some((one) => one.endDate === null || one.endDate >= limit);
	}
}

/** Empty cells first; texts by code point, numbers by size. */
function compare(left: AfasValue, right: AfasValue): number {
	if (left === right) return 0;
	if (left === null) return -1;
	if (right === null) return 1;
	if (typeof left === 'number' && typeof right === 'number') return left - right;
	return String(left) < String(right) ? -1 : 1;
}

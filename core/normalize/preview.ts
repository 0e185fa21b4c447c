import { customFields } from './customFields';
import { companyOf, readBasics } from './basics';
import { readPerson } from './person';
import { normalizeRecord } from './record';
import { prepareRuns } from './runs';
import { ACCESS_FIELD, BUDGET_PATTERN, FIELDS, PANEL_ORDER, Unreadable, isEmpty } from '../mapping';
import { resolveIssue } from '../issues';
import { toIssue } from './problems';
import type { Basics, RecordRun } from './basics';
import type { Person } from './person';
import type { NormalizeInput, Normalized } from './runs';
import type { Employee } from '../employee';
import type { FieldId, FieldReader, SourceRecord } from '../mapping';

/** One line of "Try the Mapping": what one field of one person becomes, and from what. */
export interface PreviewRow {
	/** Index of the input item. */
	item: number;
	person: string;
	status: string;
	field: string;
	/** `alleo_field` as it travels between the nodes. */
	alleo_field: string;
	source: string;
	raw_type: string;
	result: string | number | null;
	valid: boolean;
	problem: string;
}

/** Nine digits (or eight: a leading zero lost) look like a citizen service number: never shown. */
function masked(value: string): string {
	if (/^(?:[a-z]+-)?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-/i.test(value)) return value;
	return value.replace(/(?<!\d)\d{8,9}(?!\d)/g, (digits) => '•'.repeat(digits.length));
}

/** The kind of a raw value in words that a person who maps fields uses. */
function rawType(value: unknown): string {
	if (value === undefined) return 'not there';
	if (isEmpty(value)) return 'empty';
	if (value instanceof Unreadable) return 'not computed';
	if (Array.isArray(value)) return 'list';
	if (typeof value === 'string') return 'text';
	if (typeof value === 'number' || typeof value === 'bigint') return 'number';
	if (typeof value === 'boolean') return 'yes/no';
	return 'group of fields';
}

const result = (value: string | number | null | undefined): string | number | null =>
	typeof value === 'string' ? masked(value) : (value ?? null);

/** What each field of the panel becomes. */
function results(
	{ identity, source, verdict, service }: Basics,
	person: Person,
	company: Employee['company'],
): Record<FieldId, string | null> {
	return {
		external_id: identity?.external_id ?? null,
		employee_number: source.employee_number,
		start_date: verdict?.period?.start ?? null,
		end_date: service.end,
		email: person.email,
		private_email: person.private_email,
		first_name: person.first_name,
		prefix: person.prefix,
		last_name: person.last_name,
		partner_prefix: null,
		partner_last_name: null,
		name_use: null,
		language: person.language,
		birthday: person.birthday,
		work_anniversary: person.work_anniversary,
		group: person.group,
		alleo_filter: person.alleo_filter,
		employment_type: person.employment_type,
		company_id: company.id,
		company_number: company.number,
		company_name: company.name,
	};
}

function rowsOf(record: SourceRecord, index: number, run: RecordRun): PreviewRow[] {
	const employee = normalizeRecord(record, index, run);
	const basics = readBasics(record, index, run);
	const period = basics.verdict?.period ?? null;
	const values = readPerson(record, index, basics.service, period, run, basics.findings);
	const problems = basics.findings.problems ?? [];
	const shown = results(basics, values, companyOf(record, index, run));
	const person = masked(employee.external_id ?? `item ${index}`);
	const row = (
		id: string,
		field: string,
		source: string,
		raw: unknown,
		value: string | number | null | undefined,
	): PreviewRow => {
		const own = problems.find((problem) => problem.field === id);
		return {
			item: index,
			person,
			status: employee.status,
			field,
			alleo_field: id,
			source,
			raw_type: rawType(raw),
			result: result(value),
			valid: own === undefined,
			problem: own === undefined ? '' : toIssue(own).message,
		};
	};
	const read = (field: FieldReader): unknown => field.read(record, index, run.evaluate);
	const rows = PANEL_ORDER.flatMap((id) => {
		const field = run.mapping.fields[id];
		if (field === null) {
			return shown[id] === null
				? []
				: [row(id, FIELDS[id].label, '(not mapped)', undefined, shown[id])];
		}
		const raw = read(field);
		const value = isPartner(id) ? partnerValue(raw) : shown[id];
		return [row(id, FIELDS[id].label, field.source, raw, value)];
	});
	for (const [name, euros] of Object.entries(values.budgets)) {
		const mapped = run.mapping.budgets.find((budget) => budget.name === name);
		const found = mapped === undefined ? foundBudget(record, name) : read(mapped.field);
		rows.push(row(name, 'Budget', mapped?.field.source ?? name, found, euros));
	}
	for (const { code, field } of problems) {
		if (field === null || rows.some((line) => line.alleo_field === field)) continue;
		rows.push({
			...row(field, field, field, undefined, null),
			problem: resolveIssue(code, { field }).message,
		});
	}
	if (run.access !== null) {
		const raw = run.access.read(record, index, run.evaluate);
		const answer = employee.reason.code === 'ACCESS_NO' || employee.reason.code === 'ACCESS_EMPTY';
		const says = employee.status === 'held' ? null : answer ? 'no' : 'yes';
		rows.push({
			...row(run.access.field, 'Access Field', run.access.field, raw, says),
			alleo_field: ACCESS_FIELD,
		});
	}
	return rows;
}

const PARTNER: ReadonlySet<FieldId> = new Set(['partner_prefix', 'partner_last_name', 'name_use']);
const isPartner = (id: FieldId): boolean => PARTNER.has(id);
const partnerValue = (raw: unknown): string | null =>
	typeof raw === 'string' || typeof raw === 'number' ? String(raw) : null;

const foundBudget = (record: SourceRecord, name: string): unknown => {
	const fields = customFields(record);
	const key = Object.keys(fields).find(
		(entry) => entry.trim().toLowerCase() === name && BUDGET_PATTERN.test(name),
	);
	return key === undefined ? undefined : fields[key];
};

/** "Try the Mapping": the first people, field by field, for the eyes of whoever sets the mapping up. */
export function preview(input: NormalizeInput, count: number): Normalized<PreviewRow[]> {
	const prepared = prepareRuns(input);
	if (!prepared.ok) return prepared;
	const rows: PreviewRow[] = [];
	const people = Math.min(count, input.records.length);
	for (let index = 0; index < people; index++) {
		const record = input.records[index] as SourceRecord;
		const run = prepared.value.of(record);
		if (run !== null) rows.push(...rowsOf(record, index, run));
	}
	return { ok: true, value: rows };
}

import { readAccess } from './access';
import { companyOf, label, readBasics } from './basics';
import { readPerson } from './person';
import { masked, rawType } from './previewText';
import { Findings, toIssue } from './findings';
import { normalizeRecord } from './record';
import { prepareRuns } from './runs';
import { ACCESS_FIELD, FIELDS, PANEL_ORDER } from './mapping';
import { customField } from './customFields';
import type { RecordRun } from './basics';
import type { Finding } from './findings';
import type { NormalizeInput, Normalized } from './runs';
import type { FieldId, SourceRecord } from './mapping';

/** One line of "Try the Mapping": what one field of one person becomes, and from what. */
export interface PreviewRow {
	/** Index of the input item. */
	item: number;
	/** The employee number, else the external id: what a person recognises. */
	person: string;
	/** The field as the panel calls it. */
	field: string;
	source: string;
	raw_type: string;
	result: string | number | null;
	valid: boolean;
	problem: string;
	/** The status of the person as a whole. */
	status: string;
	/** The field as Alleo and the next nodes call it. */
	alleo_field: string;
}

/** The lines of one person, made one after the other. */
class Lines {
	readonly rows: PreviewRow[] = [];

	constructor(
		private readonly item: number,
		private readonly person: string,
		private readonly status: string,
	) {}

	add(
		id: string,
		field: string,
		source: string,
		raw: unknown,
		result: string | number | null,
		problem: Finding | undefined,
	): void {
		this.rows.push({
			item: this.item,
			person: this.person,
			field,
			source,
			raw_type: rawType(raw),
			result: typeof result === 'string' ? masked(result) : result,
			valid: problem === undefined,
			problem: problem === undefined ? '' : toIssue(problem).message,
			status: this.status,
			alleo_field: id,
		});
	}
}

/** What the fields of one person become, by panel row; a field that is only an ingredient shows itself. */
function results(
	record: SourceRecord,
	index: number,
	run: RecordRun,
): {
	values: Record<FieldId, string | null>;
	budgets: Record<string, number>;
	problems: readonly Finding[];
} {
	const { findings, identity, source, service, verdict } = readBasics(record, index, run);
	const period = verdict?.period ?? null;
	const person = readPerson(record, index, service, period, run, findings);
	const company = companyOf(record, index, run);
	const ingredient = (id: FieldId): string | null =>
		label(run.mapping.fields[id]?.read(record, index, run.evaluate));
	const { budgets, ...fields } = person;
	return {
		values: {
			...fields,
			external_id: identity?.external_id ?? null,
			employee_number: source.employee_number,
			start_date: period?.start ?? null,
			end_date: service.end,
			partner_prefix: ingredient('partner_prefix'),
			partner_last_name: ingredient('partner_last_name'),
			name_use: ingredient('name_use'),
			company_id: company.id,
			company_number: company.number,
			company_name: company.name,
		},
		budgets,
		problems: findings.problems ?? [],
	};
}

function accessLine(lines: Lines, record: SourceRecord, index: number, run: RecordRun): void {
	const { access, evaluate } = run;
	if (access === null) return;
	const findings = new Findings();
	const answer = readAccess(record, index, access, evaluate, findings);
	const raw = access.read(record, index, evaluate);
	lines.add(ACCESS_FIELD, 'Access Field', access.field, raw, answer, findings.problems?.[0]);
}

function rowsOf(record: SourceRecord, index: number, run: RecordRun): PreviewRow[] {
	const employee = normalizeRecord(record, index, run);
	const { employee_number } = employee.source;
	const person = masked(employee_number ?? employee.external_id ?? `item ${index}`);
	const lines = new Lines(index, person, employee.status);
	const { values, budgets, problems } = results(record, index, run);
	const problemOf = (id: string): Finding | undefined => problems.find(({ field }) => field === id);
	for (const id of PANEL_ORDER) {
		const field = run.mapping.fields[id];
		if (field === null && values[id] === null) continue;
		const raw = field?.read(record, index, run.evaluate);
		const source = field?.source ?? '(worked out)';
		lines.add(id, FIELDS[id].label, source, raw, values[id], problemOf(id));
	}
	const unread = problems.flatMap(({ field }) =>
		field?.endsWith('_budget') === true ? [field] : [],
	);
	for (const name of new Set([...Object.keys(budgets), ...unread])) {
		const mapped = run.mapping.budgets.find((budget) => budget.name === name)?.field;
		const raw =
			mapped === undefined ? customField(record, name) : mapped.read(record, index, run.evaluate);
		lines.add(name, 'Budget', mapped?.source ?? name, raw, budgets[name] ?? null, problemOf(name));
	}
	const shown = new Set(lines.rows.map((row) => row.alleo_field));
	for (const problem of problems) {
		const id = problem.field ?? 'budgets';
		if (!shown.has(id)) lines.add(id, id, id, undefined, null, problem);
	}
	accessLine(lines, record, index, run);
	return lines.rows;
}

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

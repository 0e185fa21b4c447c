import { accessInUse, accessReader, accessWithheld, hasAccessField } from './access';
import { answeredColumns, routingColumnMissing } from './answered';
import { extraFieldsFailed } from './customFields';
import { lookingAhead } from './ahead';
import { filterDoubt, filterMissing } from './filter';
import { columnInDoubt } from './inDoubt';
import { wrongKind } from './kindCheck';
import { LookAlikes } from './lookAlikes';
import { ID_PREFIX_RULE, isIdPrefix } from '../model/idPrefix';
import { buildMapping, forbiddenField } from './mapping';
import type { AccessReader } from './access';
import type { NormalizeOptions } from './options';
import type { RecordRun } from './basics';
import type { SourceSystem } from '../model/employee';
import type { Filling, IssueCode, IssueParams, PlacesOf } from '../issues';
import { NO_ANSWERS } from '../model/inbox';
import type { Answers } from '../model/inbox';
import type { Result } from '../model/result';
import type { Evaluate, Mapping, RawMapping, SourceRecord, TransformRow } from './mapping';

export interface NormalizeInput {
	/** One raw record per person, as the source nodes deliver them. */
	records: readonly SourceRecord[];
	mapping: RawMapping;
	transforms: readonly TransformRow[];
	/** The parameter `accessField`, raw: a name, a path or an expression. */
	accessField: string;
	options: NormalizeOptions;
	/** n8n's evaluator for real expressions; never throws. */
	evaluate: Evaluate;
	/** What was answered in the inbox. */
	answers?: Answers;
}

/** What stops a run before anything is passed on; `item` is the index of the item that shows it. */
export interface RunIssue {
	code: IssueCode;
	params: IssueParams;
	item: number | null;
}

export type Normalized<T> = Result<T, RunIssue>;

export const stop = <C extends IssueCode>(
	code: C,
	...[params = {}, item = null]: Filling<PlacesOf<C>, [item?: number | null]>
) => ({ ok: false, problem: { code, params, item } }) as const;

/**
 * Where a record comes from: what the source node wrote on it, else the spelling of its own key fields,
 * which no two systems share (rows of a GetConnector, pinned data). null: it does not say.
 */
const systemOf = (record: SourceRecord): SourceSystem | null => {
	const source = record['source'];
	if (source === 'nmbrs' || source === 'afas' || source === 'custom') return source;
	if (source !== undefined && source !== null) return null;
	const nmbrs = Object.hasOwn(record, 'employeeId') && Object.hasOwn(record, 'employeeType');
	const afas = Object.hasOwn(record, 'EmployeeId') && Object.hasOwn(record, 'EmploymentStart');
	return nmbrs === afas ? null : nmbrs ? 'nmbrs' : 'afas';
};

/** An item without anything in it is no person; n8n makes one for "Always Output Data". */
const isBlank = (record: SourceRecord): boolean => {
	for (const _key in record) return false;
	return true;
};

/** A name that is none would make everybody somebody else; two names at once, each half of them. */
function refusesPrefix(record: SourceRecord, { idPrefix }: NormalizeOptions): boolean {
	const said = record['idPrefix'];
	if (said === undefined || said === null || said === '') return false;
	return typeof said !== 'string' || !isIdPrefix(said) || (idPrefix !== '' && idPrefix !== said);
}

/** The run of each source system, made when the first record of that system comes by. */
export interface Runs {
	all: readonly RecordRun[];
	of: (record: SourceRecord) => RecordRun | null;
}

/** Selective sync without the field: nobody that could be read has it. */
function accessMissing(input: NormalizeInput, access: AccessReader): boolean {
	const { records, evaluate } = input;
	let readable = 0;
	for (let index = 0; index < records.length; index++) {
		const record = records[index] as SourceRecord;
		if (access.fromExtraFields && extraFieldsFailed(record)) continue;
		if (accessWithheld(record, access)) continue;
		if (hasAccessField(record, index, access, evaluate)) return false;
		readable++;
	}
	return readable > 0;
}

/** `auto` follows the reading: one value for anybody, readable or not, and the field decides for all. */
const accessDecides = (input: NormalizeInput, access: AccessReader): boolean =>
	input.options.selectiveSync === 'on' ||
	(input.options.selectiveSync === 'auto' &&
		input.records.some((record, index) => accessInUse(record, index, access, input.evaluate)));

/** Fields that can only be empty because nothing is mapped to them; the others have another origin too. */
const unmappedFields = (mapping: Mapping): string[] =>
	(['private_email', 'prefix', 'birthday', 'group'] as const).filter(
		(id) => mapping.fields[id] === null,
	);

/** Checks what holds for the whole run and prepares the mapping of each source system, once. */
export function prepareRuns(input: NormalizeInput): Normalized<Runs> {
	const { records, options, transforms, evaluate, answers = NO_ANSWERS } = input;
	const reader = accessReader(input.accessField, transforms, answers);
	const decides = accessDecides(input, reader);
	const access = decides ? reader : null;
	const ignored = options.selectiveSync === 'off' ? reader : null;
	const doubt = filterDoubt(records);
	const { known } = answeredColumns(answers);
	const { ahead, after } = lookingAhead(evaluate);
	const runs = new Map<SourceSystem, RecordRun>();
	for (let index = 0; index < records.length; index++) {
		const record = records[index] as SourceRecord;
		const said = systemOf(record);
		const system = options.source === 'auto' ? said : options.source;
		if (system === null || isBlank(record)) return stop('SOURCE_UNKNOWN', { item: index }, index);
		if (said !== null && said !== system && system !== 'custom') {
			return stop('SOURCE_MISMATCH', { item: index, expected: system, found: said }, index);
		}
		if (system === 'custom' && refusesPrefix(record, options)) {
			return stop('ID_PREFIX_UNUSABLE', { item: index, rule: ID_PREFIX_RULE }, index);
		}
		if (runs.has(system)) continue;
		const mapping = buildMapping(
			input.mapping,
			system,
			transforms,
			input.options.emailPolicy !== 'business',
		);
		const forbidden = forbiddenField(mapping, transforms);
		if (forbidden !== null) return stop('MAPPING_FORBIDDEN', { field: forbidden });
		if (mapping.fields.external_id === null) {
			return stop('MAPPING_INCOMPLETE', { field: 'external_id' });
		}
		const unmapped = unmappedFields(mapping);
		const lookAlikes = new LookAlikes(mapping, access ?? ignored, known);
		const inDoubt = columnInDoubt({ records, evaluate: after, answers, lookAlikes, ignored });
		runs.set(system, {
			mapping,
			options,
			evaluate: after,
			filterDoubt: doubt,
			lookAlikes,
			access,
			ignored,
			unmapped,
			asks: answers !== NO_ANSWERS,
			inDoubt,
		});
	}
	if (options.selectiveSync === 'on' && accessMissing(input, reader)) {
		return stop('ACCESS_FIELD_MISSING', { field: reader.field, count: records.length });
	}
	const gone = routingColumnMissing(input);
	if (gone !== null) return stop('FILTER_FIELD_MISSING', { field: gone, count: records.length });
	for (const { mapping } of runs.values()) {
		const { alleo_filter: filter } = mapping.fields;
		const own =
			runs.size === 1 ? records : records.filter((one) => systemOf(one) === mapping.system);
		if (filter === null || !filterMissing(own, filter, evaluate)) continue;
		return stop('FILTER_FIELD_MISSING', { field: filter.source, count: own.length });
	}
	for (const { mapping } of runs.values()) {
		const belongs = (one: SourceRecord): boolean =>
			runs.size === 1 || systemOf(one) === mapping.system;
		const odd = wrongKind(mapping, { records, belongs, evaluate: ahead });
		if (odd !== null) return { ok: false, problem: { ...odd, item: null } };
	}
	const [only] = runs.values();
	return {
		ok: true,
		value: {
			all: [...runs.values()],
			of: (record) =>
				runs.size === 1 ? (only ?? null) : (runs.get(systemOf(record) ?? 'custom') ?? null),
		},
	};
}

import { compileValue, describeSource, pathsOf, reader, sameSource } from './compile';
import {
	BUDGET_PATTERN,
	FIELDS,
	FIELD_IDS,
	PRIVATE_EMAIL,
	automaticStandard,
	standardBudget,
} from './fields';
import { splitFullName, splitLastName } from './nameParts';
import { withTransforms } from './transforms';
import { isEmpty } from './values';
import { isPrivateNumber } from '../privacy/names';
import type { SourceSystem } from '../../model/employee';
import type { Compiled, Read } from './compile';
import type { FieldDefinition, FieldId } from './fields';
import type { TransformRow } from './transforms';

/** A mapped field, ready to read. `standard`: it reads what the source's own node delivers, untouched. */
export interface FieldReader {
	read: Read;
	source: string;
	compiled: Compiled;
	standard: boolean;
}

export interface Mapping {
	system: SourceSystem;
	fields: Readonly<Record<FieldId, FieldReader | null>>;
	/** Budgets that the person mapped by hand, by their Alleo name. */
	budgets: ReadonlyArray<{ name: string; field: FieldReader }>;
}

/** The resourceMapper's value as it stands in the workflow, expressions unresolved. */
export interface RawMapping {
	automatic: boolean;
	value: Readonly<Record<string, unknown>> | null;
	/** Fields that the panel shows (false) or that the person removed (true); not listed: never seen. */
	removed: Readonly<Record<string, boolean>>;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Parses the raw parameter leniently: anything that is not a mapping counts as untouched. */
export function parseRawMapping(raw: unknown): RawMapping {
	const removed: Record<string, boolean> = Object.create(null) as Record<string, boolean>;
	if (!isRecord(raw)) return { automatic: false, value: null, removed };
	const schema = Array.isArray(raw['schema']) ? raw['schema'] : [];
	for (const field of schema) {
		if (isRecord(field) && typeof field['id'] === 'string') {
			removed[field['id']] = field['removed'] === true;
		}
	}
	const value =
		isRecord(raw['value']) && Object.keys(raw['value']).length > 0 ? raw['value'] : null;
	return { automatic: raw['mappingMode'] === 'autoMapInputData', value, removed };
}

const compileStandard = (raw: string | null): Compiled => compileValue(raw ?? undefined);

/**
 * What a field reads. An untouched mapping, and a field that the panel never showed (an ingredient that
 * was not added), have the standard of the source; a box that was emptied, or a row that was removed, is
 * not mapped (a required one falls back to the standard: an emptied box cannot take everybody's key away).
 */
function choose(
	raw: RawMapping,
	id: string,
	standard: Compiled,
	automatic: Compiled,
	{ required, hidden }: FieldDefinition,
): { compiled: Compiled; standard: boolean } {
	if (raw.automatic) return { compiled: compileValue(`={{ $json.${id} }}`), standard: false };
	const untouched = { compiled: standard, standard: true };
	if (raw.value === null) return untouched;
	const given = Object.hasOwn(raw.value, id) ? raw.value[id] : undefined;
	const compiled = compileValue(given);
	if (compiled.kind !== 'empty') {
		const same = sameSource(compiled, standard) || sameSource(compiled, automatic);
		return same && standard.kind !== 'empty' ? untouched : { compiled, standard: false };
	}
	const shown = Object.hasOwn(raw.removed, id) && !(hidden && raw.removed[id] === true);
	const seen = given !== undefined || shown;
	return seen && !required ? { compiled: { kind: 'empty' }, standard: false } : untouched;
}

/** The infix that a transformed last name gives up goes to the prefix, where that is empty. */
function withInfixOf(prefix: Read | null, last: Read | null, fullNames: boolean): Read | null {
	if (last === null) return prefix;
	return (record, index, evaluate) => {
		const own = prefix === null ? null : prefix(record, index, evaluate);
		if (!isEmpty(own)) return own;
		const name = last(record, index, evaluate);
		if (typeof name !== 'string') return own;
		return (fullNames ? splitFullName(name) : splitLastName(name)).prefix;
	};
}

const splits = (rows: readonly TransformRow[], field: string): boolean =>
	rows.some((row) => row.field === field && row.transform === 'dutchNameParts');

/**
 * Compiles the mapping of one source system, once per run.
 * @param privateAsked whether the e-mail policy takes the address at home, which asks for it as a mapping does
 */
export function buildMapping(
	raw: RawMapping,
	system: SourceSystem,
	transforms: readonly TransformRow[] = [],
	privateAsked = false,
): Mapping {
	const chosen = (id: FieldId): ReturnType<typeof choose> => {
		const own = mapped(id);
		return privateAsked && id === 'private_email' && own.compiled.kind === 'empty'
			? { compiled: compileStandard(PRIVATE_EMAIL[system]), standard: true }
			: own;
	};
	const mapped = (id: FieldId): ReturnType<typeof choose> => {
		const definition = FIELDS[id];
		const { standard } = definition;
		const automatic = automaticStandard(standard.nmbrs, standard.afas);
		return choose(
			raw,
			id,
			compileStandard(standard[system]),
			compileStandard(automatic),
			definition,
		);
	};
	const field = (id: FieldId): FieldReader | null => {
		const { compiled, standard } = chosen(id);
		let base = reader(compiled);
		const partner = id === 'partner_prefix';
		if (id === 'prefix' || partner) {
			const last = partner ? 'partner_last_name' : 'last_name';
			if (splits(transforms, last) && !splits(transforms, id)) {
				base = withInfixOf(base, reader(chosen(last).compiled), splits(transforms, 'first_name'));
			}
		}
		const { read, used } = withTransforms(base, id, transforms);
		if (read === null) return null;
		return { read, source: describeSource(compiled), compiled, standard: standard && !used };
	};
	const fields = Object.fromEntries(FIELD_IDS.map((id) => [id, field(id)])) as Record<
		FieldId,
		FieldReader | null
	>;
	return { system, fields, budgets: mappedBudgets(raw, system, transforms) };
}

function mappedBudgets(
	raw: RawMapping,
	system: SourceSystem,
	transforms: readonly TransformRow[],
): Mapping['budgets'] {
	const named = new Set(
		[...Object.keys(raw.value ?? {}), ...transforms.map((row) => row.field)].filter((id) =>
			BUDGET_PATTERN.test(id),
		),
	);
	const budgets: Array<{ name: string; field: FieldReader }> = [];
	for (const name of named) {
		const given = raw.value !== null && Object.hasOwn(raw.value, name) ? raw.value[name] : null;
		const own = compileValue(given);
		const compiled = own.kind === 'empty' ? compileStandard(standardBudget(system, name)) : own;
		const { read, used } = withTransforms(reader(compiled), name, transforms);
		if (read === null) continue;
		const source = describeSource(compiled);
		budgets.push({ name, field: { read, source, compiled, standard: !used } });
	}
	return budgets;
}

const FORBIDDEN_WORD =
	/\b(?:bsn|sose|burgerservicenummer|sofinummer|iban|bankrekening(?:nummer)?)\b/i;

const readsForbidden = (compiled: Compiled): boolean =>
	compiled.kind === 'expression'
		? FORBIDDEN_WORD.test(compiled.expression)
		: pathsOf(compiled).some((path) => path.some(({ key }) => isPrivateNumber(key)));

/** The first mapped field that reads a citizen service number or a bank account: these are never passed on. */
export function forbiddenField(
	mapping: Mapping,
	transforms: readonly TransformRow[] = [],
): string | null {
	for (const id of FIELD_IDS) {
		const field = mapping.fields[id];
		if (field !== null && readsForbidden(field.compiled)) return id;
	}
	const budget = mapping.budgets.find(({ field }) => readsForbidden(field.compiled));
	const row = transforms.find(({ fallback }) => FORBIDDEN_WORD.test(String(fallback ?? '')));
	return budget?.name ?? row?.field ?? null;
}

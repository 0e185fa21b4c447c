import type { IExecuteFunctions, NodeParameterValueType } from 'n8n-workflow';
import { isEvaluated } from '../../core/connect/evaluated';
import { parseCivilDate } from '../../core/model/dates';
import type { IssueCode, IssueParams } from '../../core/issues';
import { ACCESS_FIELD, TRANSFORM_KINDS, parseRawMapping } from '../../core/normalize/mapping';
import type { RawMapping, TransformKind, TransformRow } from '../../core/normalize/mapping';
import { CLEARABLE_FIELDS, DEFAULT_NORMALIZE_OPTIONS } from '../../core/normalize';
import type { ClearableField, NormalizeOptions } from '../../core/normalize';

/** A setting that cannot be used; the node turns it into its error. */
export class SettingProblem {
	constructor(
		readonly code: IssueCode,
		readonly params: IssueParams,
	) {}
}

export interface Settings {
	mode: 'normalize' | 'preview';
	previewCount: number;
	mapping: RawMapping;
	transforms: TransformRow[];
	accessField: string;
	options: NormalizeOptions;
}

const DEFAULTS = DEFAULT_NORMALIZE_OPTIONS;

const problem = (setting: string): SettingProblem =>
	new SettingProblem('NORMALIZE_OPTION_INVALID', { setting });

/** Reads parameters once, for item 0: none of them differs per person, apart from the mapping. */
class Reader {
	problem: SettingProblem | null = null;

	constructor(private readonly context: IExecuteFunctions) {}

	value(name: string, fallback: NodeParameterValueType): unknown {
		return this.context.getNodeParameter(name, 0, fallback);
	}

	choice<T extends string>(name: string, allowed: readonly T[], fallback: T): T {
		const value = this.value(name, fallback);
		const found = allowed.find((entry) => entry === value);
		if (found === undefined) this.problem ??= problem(name);
		return found ?? fallback;
	}

	/** A boolean, also as the text that a settings node may make of it. */
	boolean(name: string, fallback: boolean): boolean {
		const value = this.value(name, fallback);
		if (typeof value === 'boolean') return value;
		if (value === 'true' || value === 'false') return value === 'true';
		this.problem ??= problem(name);
		return fallback;
	}

	number(name: string, from: number, to: number, fallback: number): number {
		const value = Number(this.value(name, fallback));
		if (Number.isInteger(value) && value >= from && value <= to) return value;
		this.problem ??= problem(name);
		return fallback;
	}
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** The rows of "Fallbacks and Transforms", expressions unresolved: a dragged fallback is compiled later. */
function readTransforms(raw: unknown): TransformRow[] {
	const rows = isRecord(raw) && Array.isArray(raw['rows']) ? (raw['rows'] as unknown[]) : [];
	return rows.filter(isRecord).map((row) => {
		const kind = TRANSFORM_KINDS.find((entry) => entry === row['transform']);
		const transform: TransformKind = kind ?? 'none';
		return { field: String(row['field'] ?? 'email'), transform, fallback: row['fallback'] ?? '' };
	});
}

/** A field dropped onto the box is added to the name in it: `=alleo_access {{ $json.portal }}`. */
const withoutDefault = (raw: unknown): unknown =>
	typeof raw === 'string'
		? raw.replace(/^=\s*(?:alleo|yourcampus)_access\s*(?=\{\{[^]*\}\}\s*$)/, '=').trimEnd()
		: raw;

/**
 * The access field: dragged from the input panel (an expression on `$json`) it is a value per person;
 * anything else is the name of a field, which an expression may well read from a settings node.
 */
function readAccessField(context: IExecuteFunctions, given: unknown): string | SettingProblem {
	const raw = withoutDefault(given);
	if (typeof raw === 'string' && raw.startsWith('=') && /\$(?:json|input|item)\b/.test(raw)) {
		return raw;
	}
	const name = String(context.getNodeParameter('accessField', 0, ACCESS_FIELD)).trim();
	// What an expression gave is a name; with a "=" in front it would be compiled, and run.
	if (isEvaluated(name)) return problem('accessField');
	return name === '' ? ACCESS_FIELD : name;
}

function readReferenceDate(context: IExecuteFunctions, today: string): string | SettingProblem {
	const value: unknown = context.getNodeParameter('referenceDate', 0, '') ?? '';
	if (value === '') return today;
	const date = typeof value === 'string' ? parseCivilDate(value) : null;
	return date ?? new SettingProblem('REFERENCE_DATE_INVALID', {});
}

function readClearable(value: unknown): Set<ClearableField> {
	const list: unknown[] = Array.isArray(value) ? value : [];
	return new Set(CLEARABLE_FIELDS.filter((field) => list.includes(field)));
}

/** All settings of the node, or the first one that cannot be used. `today` is the workflow's day. */
export function readSettings(context: IExecuteFunctions, today: string): Settings | SettingProblem {
	const raw = context.getNode().parameters;
	const reader = new Reader(context);
	const referenceDate = readReferenceDate(context, today);
	if (referenceDate instanceof SettingProblem) return referenceDate;
	const language = reader.choice('language', ['nl', 'en', ''], DEFAULTS.language ?? '');
	const settings: Settings = {
		mode: reader.choice('mode', ['normalize', 'preview'], 'normalize'),
		previewCount: reader.number('options.previewCount', 1, 100, 5),
		mapping: parseRawMapping(raw['fields']),
		transforms: readTransforms(raw['transforms']),
		accessField: ACCESS_FIELD,
		options: {
			source: reader.choice('source', ['auto', 'nmbrs', 'afas', 'custom'], DEFAULTS.source),
			referenceDate,
			selectiveSync: reader.boolean('selectiveSync', DEFAULTS.selectiveSync),
			emptyAccess: reader.choice('emptyAccess', ['undecided', 'no', 'yes'], DEFAULTS.emptyAccess),
			emailPolicy: reader.choice(
				'emailPolicy',
				['business', 'private', 'businessThenPrivate'],
				DEFAULTS.emailPolicy,
			),
			namePolicy: reader.choice('namePolicy', ['birth', 'asUsed'], DEFAULTS.namePolicy),
			language: language === '' ? null : language,
			gapDays: reader.number('options.gapDays', 0, 366, DEFAULTS.gapDays),
			anniversary: reader.choice(
				'options.anniversary',
				['seniority', 'presentEmployment'],
				DEFAULTS.anniversary,
			),
			clearWhenEmpty: readClearable(reader.value('options.clearWhenEmpty', [])),
			findBudgets: reader.boolean('options.findBudgets', DEFAULTS.findBudgets),
		},
	};
	if (settings.options.selectiveSync) {
		const accessField = readAccessField(context, raw['accessField']);
		if (accessField instanceof SettingProblem) return accessField;
		settings.accessField = accessField;
	}
	return reader.problem ?? settings;
}

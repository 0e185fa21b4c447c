import type { IExecuteFunctions } from 'n8n-workflow';
import { isEvaluated } from '../../core/connect/evaluated';
import { done } from '../../core/model/result';
import type { DiffOptions } from '../../core/plan/options';
import type { Result } from '../../core/model/result';
import type { NormalizeOptions } from '../../core/normalize';
import { ACCESS_FIELD, parseRawMapping } from '../../core/normalize/mapping';
import type { RawMapping, TransformRow } from '../../core/normalize/mapping';
import { checked, isRecord, readAll } from '../shared/parameters';
import type { ParameterContext, Row } from '../shared/parameters';
import { accessField, asked } from './properties';
import { transforms } from './transformProperty';

/** What only the Preview uses. */
export interface PreviewSettings {
	/** Examples per field. */
	most: number;
	/** Alleo's accounts as their step gave them; null where there are none. */
	accounts: unknown[] | null;
	/** Whether the node is told where to find them; a step that did not run gives none. */
	wired: boolean;
	/** Null: not told; an empty table that an expression gave says that nothing is routed. */
	routing: DiffOptions['routing'] | null;
}

export interface NormalizeSettings {
	mode: 'normalize' | 'preview' | 'compare';
	preview: PreviewSettings;
	mapping: RawMapping;
	transforms: TransformRow[];
	accessField: string;
	options: NormalizeOptions;
}

const isWired = (raw: unknown, name: 'accounts' | 'routing'): boolean =>
	isRecord(raw) && String(raw[name] ?? '').startsWith('=');

/** A field dropped onto the box is added to the name in it: `=alleo_access {{ $json.portal }}`. */
const withoutDefault = (raw: unknown): unknown =>
	typeof raw === 'string'
		? raw.replace(/^=\s*(?:alleo|yourcampus)_access\s*(?=\{\{[^]*\}\}\s*$)/, '=').trimEnd()
		: raw;

/** What an expression gave is a name; with a "=" in front it would be compiled, and run. */
const accessName = checked(accessField, (name, refuse) =>
	isEvaluated(name) ? refuse('it must be the name of a field') : done(name || ACCESS_FIELD),
);

/**
 * The access field: dragged from the input panel (an expression on `$json`) it is a value per person;
 * anything else is the name of a field, which an expression may well read from a settings node.
 */
function readAccessField(context: ParameterContext, given: unknown): Result<string> {
	const raw = withoutDefault(given);
	if (typeof raw === 'string' && raw.startsWith('=') && /\$(?:json|input|item)\b/.test(raw)) {
		return done(raw);
	}
	return accessName.read(context);
}

/**
 * Reads parameters once, for item 0: none of them differs per person, apart from the mapping.
 *
 * @param raw the parameters as they stand in the workflow, expressions unresolved
 */
export function settingsOf(context: ParameterContext, raw: Row): Result<NormalizeSettings> {
	const read = readAll(context, asked);
	if (!read.ok) return read;
	// Unresolved: a dragged fallback is compiled later.
	const rows = transforms.parse(raw['transforms']);
	if (!rows.ok) return rows;
	const { mode, options, ...others } = read.value;
	const { previewCount, accounts, routing, clearWhenEmpty, ...more } = options;
	const access = readAccessField(context, raw['accessField']);
	if (!access.ok) return access;
	return done({
		mode,
		preview: {
			most: previewCount,
			accounts,
			routing: routing?.length === 0 && !isWired(raw['options'], 'routing') ? null : routing,
			wired: isWired(raw['options'], 'accounts'),
		},
		mapping: parseRawMapping(raw['fields']),
		transforms: rows.value,
		accessField: access.value,
		options: { ...others, ...more, clearWhenEmpty: new Set(clearWhenEmpty) },
	});
}

/** The same of the node that runs. */
export const readSettings = (context: IExecuteFunctions): Result<NormalizeSettings> =>
	settingsOf(context, context.getNode().parameters);

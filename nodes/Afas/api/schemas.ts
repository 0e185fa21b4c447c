import { z } from 'zod';
import { isRecord } from '../../shared/parameters';

/** A cell of a row; AFAS writes an explicit null for every empty value. */
export type AfasValue = string | number | boolean | null;
export type AfasRow = Record<string, AfasValue>;

const named = z.object({
	id: z.coerce.string().min(1),
	description: z
		.string()
		.nullish()
		.transform((value) => value ?? ''),
});

/** GET {base}/metainfo: what the credential may use; docs.afas.help, metainfo. */
export const MetaInfo = z.object({
	getConnectors: z.array(named),
	info: z
		.object({
			envid: z.coerce.string().catch(''),
			appName: z.coerce.string().catch(''),
			group: z.coerce.string().catch(''),
			tokenExpiry: z.coerce.string().catch(''),
		})
		.partial()
		.nullish()
		.transform((value) => ({ envid: value?.envid ?? '', appName: value?.appName ?? '' })),
});
export type MetaInfo = z.infer<typeof MetaInfo>;

/** One column. `id` is the key in the rows and the name for filters and order; `fieldId` is internal. */
export const AfasField = z.object({
	id: z.string().min(1),
	fieldId: z.coerce.string().catch(''),
	/** string, int, decimal, boolean, date (also with time), blob; anything else is treated as text. */
	dataType: z
		.string()
		.transform((value) => value.toLowerCase())
		.catch('string'),
	label: z
		.string()
		.nullish()
		.transform((value) => value ?? ''),
	length: z.coerce.number().catch(0),
	decimals: z.coerce.number().catch(0),
});
export type AfasField = z.infer<typeof AfasField>;

/** GET {base}/metainfo/get/{connector}: the columns of one GetConnector. */
export const ConnectorInfo = z.object({
	name: z.coerce.string().catch(''),
	description: z
		.string()
		.nullish()
		.transform((value) => value ?? ''),
	fields: z.array(AfasField).min(1),
});
export type ConnectorInfo = z.infer<typeof ConnectorInfo>;

/**
 * The rows of GET {base}/connectors/{connector}, each to be looked at later; null for what is no page. The
 * echoed skip and take may differ from what was sent.
 */
export function rowsOfPage(answer: unknown): unknown[] | null {
	const rows = isRecord(answer) ? answer['rows'] : null;
	return Array.isArray(rows) ? rows : null;
}

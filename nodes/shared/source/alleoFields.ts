import { alleoField, meantField } from '../../../core/normalize/alleoFields';
import {
	FIELDS_PRESENT,
	FIELD_NAME_ALMOST,
	almostFieldDetail,
	presentFieldsDetail,
	type AlmostField,
} from '../../../core/model/fieldsPresent';
import type { CoverageCheck } from './coverage';
import type { Remark } from './source';

/** The names of fields that stay behind and look like one for Alleo, each once. */
const lookAlikes = (left: Iterable<string>): AlmostField[] =>
	[...new Set(left)].sort().flatMap((name) => {
		const meant = meantField(name);
		return meant === null ? [] : [{ name, meant }];
	});

/** The same above the output of the node, for whoever sets it up. */
export const almostRemarks = (left: Iterable<string>): Remark[] =>
	lookAlikes(left).map(({ name, meant }) => ({
		code: FIELD_NAME_ALMOST,
		params: { name, meant },
		type: 'warning',
	}));

/**
 * What coverage says of the fields for Alleo in one partition, for every HR system: which there are, and
 * which have a name that no rule reads. Neither is a gap.
 *
 * @param passed names that leave the node
 * @param left names that exist and stay behind, since no rule reads them and nobody chose them
 */
export function fieldChecks(
	passed: Iterable<string>,
	left: Iterable<string> = [],
): CoverageCheck[] {
	const present = [...passed].map(alleoField).filter((name) => name !== null);
	return [
		{ code: FIELDS_PRESENT, ok: true, detail: presentFieldsDetail(present) },
		...lookAlikes(left).map(
			(one): CoverageCheck => ({
				code: FIELD_NAME_ALMOST,
				ok: true,
				detail: almostFieldDetail(one),
			}),
		),
	];
}

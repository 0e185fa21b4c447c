import type { CarriedIssue } from '../../../core/issues';
import type { Problem } from '../../../core/model/result';
import type { ApiFailure, Vendor } from '../http';

/** How texts call a vendor. */
const VENDOR_NAMES: Record<Vendor, string> = {
	nmbrs: 'Nmbrs',
	afas: 'AFAS Profit',
	alleo: 'Alleo',
	n8n: 'n8n',
};

/**
 * What a transport failure means: the general code, unless the vendor's `own` text says more, such as
 * what to set in its node.
 */
export function failureProblem(
	vendor: Vendor,
	{ code, attempts, limitMb, detail }: ApiFailure,
	own: Partial<Record<ApiFailure['code'], CarriedIssue>> = {},
): Problem {
	const special = own[code];
	if (special !== undefined) return { code: special.code, params: special.params ?? {}, detail };
	const limit = limitMb === undefined ? {} : { limit: limitMb };
	return { code, params: { system: VENDOR_NAMES[vendor], attempts, ...limit }, detail };
}

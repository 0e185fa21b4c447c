import type { Coverage } from './employee';

/**
 * Companies that are not read on purpose. A source puts one check on every partition that it reads of a
 * chosen debtor, for each company of that debtor that exists and is not read:
 * `{ code: 'COMPANIES_NOT_CHOSEN', ok: true, detail: '<company id>|<name>' }`. A choice is no gap: the
 * check is ok and the partition stays complete; that the company exists is a notice of the plan.
 */
export const UNREAD_COMPANY = 'COMPANIES_NOT_CHOSEN';

/** The check `<name of the debtor>|<code>`: its companies could not be listed, so what is unread is unknown. */
export const UNREAD_UNKNOWN = 'COMPANIES_NOT_LISTED';

export interface UnreadCompany {
	/** The vendor's id, as a partition would have it. */
	id: string;
	/** As people know it; the id where it has no name. */
	name: string;
}

export interface UnlistedDebtor {
	name: string;
	/** Code of the catalogue: why it could not be listed. */
	cause: string;
}

/** Ids of a vendor never hold a `|`; names may. */
export const unreadCompanyDetail = ({ id, name }: UnreadCompany): string => `${id}|${name}`;

/** Codes never hold a `|`; names may. */
export const unlistedDebtorDetail = ({ name, cause }: UnlistedDebtor): string => `${name}|${cause}`;

const detailsOf = ({ checks }: Pick<Coverage, 'checks'>, wanted: string): string[] =>
	checks.flatMap(({ code, detail }) => (code === wanted && detail !== null ? [detail] : []));

/** The companies beside this partition, of a chosen debtor, that exist and are not read. */
export const unreadCompanies = (coverage: Pick<Coverage, 'checks'>): UnreadCompany[] =>
	detailsOf(coverage, UNREAD_COMPANY).flatMap((detail) => {
		const [id = '', ...rest] = detail.split('|');
		return id === '' ? [] : [{ id, name: rest.join('|') || id }];
	});

/** The debtors of this connection whose companies could not be listed. */
export const unlistedDebtors = (coverage: Pick<Coverage, 'checks'>): UnlistedDebtor[] =>
	detailsOf(coverage, UNREAD_UNKNOWN).map((detail) => {
		const at = detail.lastIndexOf('|');
		return { name: detail.slice(0, Math.max(at, 0)), cause: detail.slice(at + 1) };
	});

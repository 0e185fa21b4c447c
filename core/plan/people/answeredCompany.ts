import { itemIssue } from '../../issues';
import { answersOf } from '../../model/inbox';
import type { DiffOptions } from '../options';
import type { Draft } from '../planHash';
import type { Proposal } from './proposal';
import { filterKey } from './route';

/**
 * Alleo companies that an answer of the inbox names and no setting does. One click chose it out of all that
 * the keys reach, perhaps the company of another customer: somebody looks at the first plan for it, and
 * absence off-boards nobody there.
 */

type Routed = Pick<DiffOptions, 'answers' | 'routing' | 'companyId'>;

export function answeredCompanies({ answers, routing, companyId }: Routed): ReadonlySet<number> {
	const answered = answersOf(answers, 'filter', filterKey);
	const isAnswered = ({ filter, companyId: company }: DiffOptions['routing'][number]): boolean => {
		const said = answered.get(filterKey(filter));
		return said?.answer === 'map' && said.target === String(company);
	};
	const set = new Set([
		companyId,
		...routing.filter((route) => !isAnswered(route)).map(({ companyId: company }) => company),
	]);
	return new Set(
		routing.map(({ companyId: company }) => company).filter((company) => !set.has(company)),
	);
}

/** Of those the ones where nobody of this source is yet, just as the source has them. */
function untried(companies: ReadonlySet<number>, proposals: readonly Proposal[]): Set<number> {
	const open = new Set(companies);
	if (open.size === 0) return open;
	for (const { person, account, rows } of proposals) {
		if (rows.length > 0 || person.status !== 'active' || account?.is_active !== true) continue;
		open.delete(account.company_id);
	}
	return open;
}

/** Marks what changes something in such a company; split.ts asks a person for these rows. */
export function markAnsweredCompanies(
	rows: readonly Draft[],
	proposals: readonly Proposal[],
	options: Routed,
): void {
	const open = untried(answeredCompanies(options), proposals);
	if (open.size === 0) return;
	for (const row of rows) {
		const { action, alleo_company_id: company } = row;
		if (action === 'hold' || company === null || !open.has(company)) continue;
		row.notices = [...row.notices, itemIssue('ANSWERED_COMPANY_NEW', null)];
	}
}

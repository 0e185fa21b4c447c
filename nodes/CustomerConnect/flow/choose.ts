import { readProgress } from '../../../core/connect/invitation';
import { renderChoose } from '../../../core/connect/page/nmbrs';
import { advance } from './advance';
import { byForm } from './gate';
import { stationOf } from './path';
import { problem, showPage, type ConnectReply } from './reply';
import { partitionText } from './shared';
import { formOf } from './forms';
import { languageOf, stepFrame, type Visit } from './visit';

/** The chosen debtors and companies. Ids that NMBRS did not list for this consent are no choice. */
export async function choose(visit: Visit): Promise<ConnectReply> {
	const gate = await byForm(visit);
	if (!gate.ok) return gate.reply;
	const row = gate.value;
	const progress = readProgress(row.progress);
	const language = languageOf(visit, progress.language);
	if (stationOf(row, progress) !== 'choose') {
		return problem(visit, row, language, 'CONNECT_OUT_OF_DATE', {}, 'step');
	}
	const wanted = (name: string): Set<string> => new Set(visit.body.get(name) ?? []);
	const [debtorIds, companyIds] = [wanted('debtor'), wanted('company')];
	const companies = progress.companies.filter(
		({ id, debtor }) => companyIds.has(id) && (debtor === null || debtorIds.has(debtor)),
	);
	// A debtor without companies on the page was chosen as a whole; one with none left ticked was not.
	const debtors = progress.debtors.filter(({ id }) => {
		if (!debtorIds.has(id)) return false;
		const shown = progress.companies.some(({ debtor }) => debtor === id);
		return !shown || companies.some(({ debtor }) => debtor === id);
	});
	if (debtors.length === 0) {
		const page = renderChoose({
			frame: stepFrame(visit, row, language, 'choose'),
			form: formOf(visit, row, language),
			progress,
			problem: { code: 'CONNECT_CHOOSE_NONE', params: {} },
		});
		return showPage(page, 422);
	}
	const chosenDebtors = debtors.map(({ id }) => id);
	// All of them ticked is no list of today's companies: NMBRS decides, also about those that come later.
	const shown = progress.companies.filter(
		({ debtor }) => debtor === null || chosenDebtors.includes(debtor),
	);
	const all = companies.length === shown.length;
	const chosenCompanies = all ? [] : companies.map(({ id }) => id);
	return await advance(
		visit,
		row,
		language,
		{ ...progress, chosen: true, chosenDebtors, chosenCompanies },
		{ partitions: partitionText(chosenDebtors) },
	);
}

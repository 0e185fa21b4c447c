import type { Debtor, NmbrsCompany } from '../../world/types.mts';
import type { Consent } from '../identity/types.mts';
import { param, queryOf, type RestContext } from './context.mts';
import { notFound } from './errors.mts';
import { checkDebtor, checkMultiDebtor, mayRead } from './guard.mts';
import { runsOf } from './runs.mts';
import { COMPANY, LEAVE, PAYMENT } from './scopes.mts';

const companyItem = (company: NmbrsCompany): object => ({
	companyId: company.companyId,
	number: company.number,
	name: company.name,
	debtorId: company.debtorId,
});

/** Debtors, companies, and what hangs on a company: period, runs, leave groups. */
export function organisationRoutes(rest: RestContext): void {
	const { state } = rest;
	const { model } = state;

	const findDebtor = (consent: Consent, id: string): Debtor => {
		const debtor = model.debtor(id);
		if (debtor === undefined) throw notFound('Debtor');
		checkDebtor(consent, debtor.debtorId);
		return debtor;
	};

	rest.get('/api/debtors', COMPANY, (request, consent) => {
		const visible = model.world.debtors.filter((debtor) => mayRead(consent, debtor.debtorId));
		return rest.page(request, 'debtors', null, visible, ({ debtorId, number, name }) => ({
			debtorId,
			number,
			name,
		}));
	});

	rest.get('/api/companies', COMPANY, (request, consent) => {
		checkMultiDebtor(state, consent);
		const visible = model.world.companies.filter(
			(company) => mayRead(consent, company.debtorId) && rest.isPresent(company),
		);
		return rest.page(request, 'companies', null, visible, companyItem);
	});

	rest.get('/api/debtors/:d/companies', COMPANY, (request, consent) => {
		const { debtorId } = findDebtor(consent, param(request, 'd'));
		const theirs = model.world.companies.filter(
			(company) => company.debtorId === debtorId && rest.isPresent(company),
		);
		return rest.page(request, 'companies', null, theirs, companyItem);
	});

	rest.get('/api/debtors/:d/managers', COMPANY, (request, consent) => {
		const { debtorId } = findDebtor(consent, param(request, 'd'));
		const managers = new Map<string, object>();
		for (const company of model.world.companies) {
			if (company.debtorId !== debtorId) continue;
			for (const row of model.peopleOf(company.companyId).flatMap((one) => one.managers)) {
				const { employeeId: managerId, firstName, lastName, email } = row;
				managers.set(managerId, { managerId, firstName, lastName, email });
			}
		}
		return rest.page(request, 'managers', null, [...managers.values()], (item) => item);
	});

	rest.get('/api/companies/:c/period', COMPANY, (request, consent) => {
		const company = rest.company(consent, param(request, 'c'));
		const current = { year: company.currentYear, period: company.currentPeriod };
		const nested = state.settings.periodShape === 'nested';
		return rest.page(request, 'period', company.companyId, [current], (item) =>
			nested ? { period: item } : item,
		);
	});

	rest.get('/api/companies/:c/leaveGroups', LEAVE, (request, consent) => {
		const { companyId, leaveGroups } = rest.company(consent, param(request, 'c'));
		return rest.page(request, 'leavegroups', companyId, leaveGroups, (group) => ({
			leaveGroupId: group.id,
			group: group.group,
			description: group.description,
		}));
	});

	rest.get('/api/companies/:c/runs', [...PAYMENT, ...COMPANY], (request, consent) => {
		const company = rest.company(consent, param(request, 'c'));
		const year = Number(queryOf(request).get('year') ?? String(company.currentYear));
		return rest.page(request, 'runs', company.companyId, runsOf(company, year), (run) => ({
			payrollRunId: run.payrollRunId,
			number: run.number,
			description: run.description,
			year: run.year,
			createdAt: run.createdAt,
			locked: run.locked,
		}));
	});
}

import {
	unlistedDebtors,
	unreadCompanies,
	unreadCompanyDetail,
} from '../../../core/model/coverage';

const check = (detail: string | null, code = 'COMPANIES_NOT_CHOSEN') => ({
	code,
	ok: true,
	detail,
});

describe('companies that are not read on purpose', () => {
	it('are read back from the checks, whatever their names hold', () => {
		const given = { id: '77-a', name: '12 Voorbeeld | Beheer' };
		const checks = [
			check('PERIOD', 'PERIOD_KNOWN'),
			check(unreadCompanyDetail(given)),
			check('88|'),
			check('99'),
			check(null),
			check('|nameless'),
		];
		expect(unreadCompanies({ checks })).toEqual([
			given,
			{ id: '88', name: '88' },
			{ id: '99', name: '99' },
		]);
	});

	it('knows the debtors that could not be listed, with why', () => {
		const checks = [check('A | B|NMBRS_SCOPE_MISSING', 'COMPANIES_NOT_LISTED')];
		expect(unlistedDebtors({ checks })).toEqual([{ name: 'A | B', cause: 'NMBRS_SCOPE_MISSING' }]);
	});
});

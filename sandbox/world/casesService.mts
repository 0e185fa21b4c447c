import type { SystemBuilder } from './builder.mts';

/** Cases about service: who starts, leaves, comes back, and when. */
export function addServiceCases(build: SystemBuilder): void {
	const nmbrs = build.system === 'nmbrs';

	const joiner = build.person('joiner', { service: [{ start: -3 }], monthlyBudget: 25 });
	build.expect(joiner, { action: 'create' });
	const startsToday = build.person('joiner', { service: [{ start: 0 }], at: nmbrs ? 2 : 1 });
	build.expect(startsToday, { action: 'create' });

	const leaver = build.person('leaver', {
		service: [{ start: -1500, end: -1 }],
		type: 'formerPayroll',
	});
	build.account(leaver);
	build.expect(leaver, { action: 'deactivate' });

	const gone = build.person('leaver-without-email', {
		service: [{ start: -900, end: -4 }],
		type: 'formerPayroll',
		email: null,
	});
	build.account(gone, { email: build.address(gone) });
	build.expect(gone, { action: 'deactivate' });

	const lastDay = build.person('last-day-today', {
		service: [{ start: -800, end: 0 }],
		type: 'formerPayroll',
	});
	build.account(lastDay);
	build.expect(lastDay, { action: 'unchanged' });

	const starter = build.person('future-starter', { service: [{ start: 30 }], email: null });
	build.expect(starter, { action: 'upcoming' });

	const returning = build.person('return-gap', {
		service: [{ start: -700, end: -10 }, { start: 20 }],
		type: 'formerPayroll',
	});
	build.account(returning, { work_anniversary: build.day(-700) });
	build.expect(returning, { action: 'unchanged' });

	const futureEnd = build.person('future-end', {
		service: [{ start: -1000, end: 20 }],
		type: 'formerPayroll',
	});
	build.account(futureEnd);
	build.expect(futureEnd, { action: 'unchanged' });

	const unknown = build.person('former-unknown', {
		service: [{ start: -2500, end: -400 }],
		type: 'formerPayroll',
	});
	build.expect(unknown, { action: 'ended_unknown' });

	const rehire = build.person('rehire', {
		service: [
			{ start: -2000, end: -700, ...(nmbrs ? { seniority: -2000 } : {}) },
			{ start: -5, ...(nmbrs ? { seniority: -2000 } : {}) },
		],
	});
	build.account(rehire, {
		is_active: false,
		work_anniversary: build.day(-2000),
		offboarding_date: `${build.day(-700)}T23:00:00`,
	});
	build.expect(rehire, { action: 'reactivate', changedFields: nmbrs ? [] : ['work_anniversary'] });

	const parallel = build.person('two-employments', {
		service: [
			{ start: -1800, end: -401, at: 0, ...(nmbrs ? { seniority: -1800 } : {}) },
			{ start: -400, at: 1, ...(nmbrs ? { seniority: -1800 } : {}) },
		],
		at: 1,
		filter: nmbrs ? 'holding' : 'techniek',
	});
	build.account(parallel);
	build.expect(parallel, { action: 'unchanged' });

	if (!nmbrs) return;
	const pastEnd = build.person('payroll-past-end', { service: [{ start: -1200, end: -15 }] });
	build.account(pastEnd);
	build.expect(pastEnd, { action: 'unchanged' });

	const open = build.person('former-open', { service: [{ start: -1200 }], type: 'formerPayroll' });
	build.account(open);
	build.expect(open, { action: 'hold', reason: 'TYPE_AND_DATES_DISAGREE' });

	const strange = build.person('unknown-type', {
		service: [{ start: -600 }],
		type: 'platformwerker',
	});
	build.account(strange);
	build.expect(strange, { action: 'hold' });

	const applicant = build.person('out-of-scope', { service: [{ start: 14 }], type: 'applicant' });
	build.expect(applicant, { action: 'out_of_scope' });
}

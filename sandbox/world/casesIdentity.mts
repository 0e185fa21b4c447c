import { guid } from './catalogue.mts';
import type { SystemBuilder } from './builder.mts';

/** Cases about who is who: names, addresses, accounts that exist already, people who moved. */
export function addIdentityCases(build: SystemBuilder): void {
	const nmbrs = build.system === 'nmbrs';
	/** An external id of this source that nobody in the source has. */
	const vanishedId = (number: number): string =>
		nmbrs ? `nmbrs-${guid('e0', 9_000_000 + number)}` : `afas-9${String(number).padStart(5, '0')}`;

	const renamed = build.person('name-change', {
		service: [{ start: -1100 }],
		names: { prefix: 'van der', lastName: 'Nieuwnaam' },
		namesPast: { prefix: 'de', lastName: 'Oudnaam' },
	});
	build.account(renamed, { prefix: 'de', last_name: 'Oudnaam' });
	build.expect(renamed, { action: 'update', changedFields: ['prefix', 'last_name'] });

	const oldAddress = build.address(build.invent());
	const readdressed = build.person('email-change', {
		service: [{ start: -950 }],
		emailPast: oldAddress,
	});
	build.account(readdressed, { email: oldAddress });
	build.expect(readdressed, { action: 'update', changedFields: ['email'] });

	const shouting = build.person('email-case', { service: [{ start: -640 }] });
	build.account(shouting, { email: (shouting.businessEmail ?? '').toUpperCase() });
	build.expect(shouting, { action: 'unchanged' });

	const twice = build.person('repeated-prefix', {
		service: [{ start: -2100 }],
		names: { prefix: 'van', lastName: 'van Dijkverzinsel' },
		...(nmbrs ? {} : { employeeId: 'VDIJKV' }),
	});
	build.account(twice);
	build.expect(twice, { action: 'unchanged' });

	if (nmbrs) {
		const later = build.person('future-change', {
			service: [{ start: -1300 }],
			namesFuture: { prefix: null, lastName: 'Naamvanmorgen' },
		});
		build.account(later);
		build.expect(later, { action: 'unchanged' });
	}

	const possible = build.person('possible-rehire', { service: [{ start: -6 }] });
	build.account(possible, { is_active: false, external_id: null });
	build.expect(possible, { action: 'hold' });

	const possibleOther = build.person('possible-rehire-other-id', { service: [{ start: -8 }] });
	build.account(possibleOther, { is_active: false, external_id: vanishedId(1) });
	build.expect(possibleOther, { action: 'hold' });

	const reusedLeaver = build.person('reused-email-leaver', {
		service: [{ start: -1700, end: -10 }],
		type: 'formerPayroll',
		birthDate: '1970-04-27',
	});
	build.account(reusedLeaver);
	build.expect(reusedLeaver, { action: 'deactivate' });
	const newcomer = build.person('reused-email-newcomer', {
		service: [{ start: -2 }],
		email: reusedLeaver.businessEmail,
		birthDate: '1998-09-09',
	});
	build.expect(newcomer, { action: 'hold', alleoActive: null, alleoCompanyId: null });

	const mailless = build.person('missing-email', { service: [{ start: -12 }], email: null });
	build.expect(mailless, { action: 'hold' });

	const adopted = build.person('adopt', { service: [{ start: -500 }] });
	build.account(adopted, {
		external_id: null,
		birthday: null,
		work_anniversary: null,
		language: 'en',
	});
	build.expect(adopted, {
		action: 'update',
		changedFields: ['external_id', 'birthday', 'work_anniversary'],
	});

	addTransfers(build);

	const taken = build.person('email-taken', { service: [{ start: -9 }] });
	build.strayAccount('foreign-other-system', {
		email: taken.businessEmail ?? '',
		first_name: 'Bo',
		last_name: 'Andersysteem',
		external_id: `hibob-${build.system}-77`,
	});
	build.expect(taken, { action: 'hold' });

	build.strayAccount('foreign-no-id', {
		email: build.address({
			...build.invent(),
			firstName: 'Gast',
			lastName: 'Gebruiker',
			prefix: null,
		}),
		first_name: 'Gast',
		last_name: 'Gebruiker',
	});
	build.strayAccount('absent', {
		email: build.address({
			...build.invent(),
			firstName: 'Afwezig',
			lastName: 'Verdwenen',
			prefix: null,
		}),
		first_name: 'Afwezig',
		last_name: 'Verdwenen',
		external_id: vanishedId(2),
	});
}

/** A person who moved to another company or employee number, and one who perhaps did. */
function addTransfers(build: SystemBuilder): void {
	const nmbrs = build.system === 'nmbrs';
	const names = build.invent();
	const email = build.address(names);
	const same = { names, email, birthDate: '1988-02-29', ...(nmbrs ? {} : { personId: '1999001' }) };
	const before = build.person('transfer-old', {
		...same,
		service: [{ start: -1400, end: -13 }],
		type: 'formerPayroll',
	});
	const after = build.person('transfer-new', {
		...same,
		at: 1,
		filter: nmbrs ? 'holding' : 'zorg',
		service: [{ start: -12, ...(nmbrs ? { seniority: -1400 } : {}) }],
	});
	Object.assign(after, { department: before.department, privateEmail: before.privateEmail });
	if (before.system === 'nmbrs' && after.system === 'nmbrs') {
		Object.assign(after, {
			departments: after.departments.map((row) => ({ ...row, ...before.department })),
			personalInfo: after.personalInfo.map((row) => ({
				...row,
				privateEmail: before.privateEmail,
			})),
		});
	}
	const account = build.account(before);
	build.expect(before, { action: 'merged' });
	const accounts = [
		{ companyId: account.company_id, externalId: after.externalId, email, active: true },
	];
	const merged = { alleoActive: true, alleoCompanyId: account.company_id, accounts };
	Object.assign(before.expected, merged);
	build.expect(after, {
		action: 'update',
		reason: 'TRANSFER',
		changedFields: nmbrs ? ['external_id'] : ['external_id', 'work_anniversary'],
		...merged,
	});

	const twin = build.invent();
	const sameTwin = { names: twin, birthDate: '1979-11-30' };
	const left = build.person('possible-transfer-old', {
		...sameTwin,
		service: [{ start: -1250, end: -21 }],
		type: 'formerPayroll',
		email: null,
	});
	build.account(left, { email: build.address(twin) });
	build.expect(left, { action: 'hold', reason: 'POSSIBLE_TRANSFER' });
	const right = build.person('possible-transfer-new', {
		...sameTwin,
		at: 1,
		service: [{ start: -20 }],
	});
	build.expect(right, { action: 'hold', reason: 'POSSIBLE_TRANSFER' });
}

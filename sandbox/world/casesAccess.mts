import { WORLD_SETTINGS } from './catalogue.mts';
import type { SystemBuilder } from './builder.mts';

/** Cases about the fields that a customer adds in the HR system: access, filter, budgets. */
export function addAccessCases(build: SystemBuilder): void {
	const nmbrs = build.system === 'nmbrs';
	const no = nmbrs ? 'nee' : false;
	const [first, second] = WORLD_SETTINGS[build.system].routing;

	const denied = build.person('access-no', { service: [{ start: -730 }], access: no });
	build.account(denied);
	build.expect(denied, { action: 'deactivate', reason: 'ACCESS_NO' });

	const never = build.person('access-no-unknown', { service: [{ start: -730 }], access: no });
	build.expect(never, { action: 'ineligible_unknown', reason: 'ACCESS_NO' });

	const emptied = build.person('access-empty', { service: [{ start: -1020 }], access: null });
	build.account(emptied);
	build.expect(emptied, { action: 'hold' });

	const undecided = build.person('access-empty-newcomer', {
		service: [{ start: -7 }],
		access: null,
	});
	build.expect(undecided, { action: 'ineligible_unknown', reason: 'ACCESS_EMPTY' });

	if (nmbrs) {
		const unreadable = build.person('access-unreadable', {
			service: [{ start: -420 }],
			access: 'misschien',
		});
		build.account(unreadable);
		build.expect(unreadable, { action: 'hold' });
	}

	const unrouted = build.person('unrouted', { service: [{ start: -15 }], filter: 'onbekend' });
	build.expect(unrouted, { action: 'hold', alleoActive: null, alleoCompanyId: null });

	const mover = build.person('move', {
		service: [{ start: -860 }],
		filter: second?.filter ?? null,
	});
	const old = build.account(mover, { company_id: first?.companyId ?? 0 });
	const target = second?.companyId ?? 0;
	const email = mover.businessEmail ?? '';
	build.expect(mover, {
		action: 'move',
		reason: 'MOVE',
		alleoActive: true,
		alleoCompanyId: target,
		accounts: [
			{ companyId: old.company_id, externalId: mover.externalId, email, active: false },
			{ companyId: target, externalId: mover.externalId, email, active: true },
		],
	});

	const budgeted = build.person('budgets', { service: [{ start: -560 }], monthlyBudget: 62.5 });
	budgeted.extraFields.alleo_oneoff_health_budget = nmbrs ? '0' : 0;
	build.account(budgeted);
	build.expect(budgeted, { action: 'unchanged' });
}

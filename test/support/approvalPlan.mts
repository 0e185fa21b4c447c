import { WHOLE_PLAN } from '../../core/model/summary';
import type { PlanSummary } from '../../core/model/summary';
import { countActions, countRows } from '../../core/plan/count';
import { fieldChanges } from '../../core/plan/fieldChanges';
import { planHash, rowHash } from '../../core/plan/planHash';
import type { DraftRow } from '../../core/plan/planHash';
import { resolveCarried } from '../../core/issues';
import type { IssueCode, IssueParams } from '../../core/issues';
import type { PlanRow, RowAction } from '../../core/model/plan';

/** Plans with real hashes for the tests of the approval page, of any size. */

export const CREATED = '2026-11-24T03:00:00.000Z';
export const EXPIRES = '2026-11-25T03:00:00.000Z';
export const DURING = '2026-11-24T09:30:00.000Z';
export const AFTER = '2026-11-25T03:00:00.000Z';

type Parts = Partial<DraftRow> & { action: RowAction };

export const reason = (code: IssueCode, params: IssueParams = {}) => ({
	code,
	text: resolveCarried({ code, params }).message,
	params,
});

/** A row with sensible contents for its action. */
export function draft(parts: Parts): Omit<DraftRow, 'position'> {
	const number = parts.external_id?.replace(/\D/g, '') ?? '1';
	const base = {
		row_id: `${parts.action}-${parts.external_id ?? 'nmbrs-1'}`,
		external_id: `nmbrs-${number}`,
		alleo_company_id: 12,
		alleo_id: parts.action === 'create' ? null : 9000 + Number(number),
		name: 'Anna de Vries',
		email: `person${number}@bakkerij.example`,
		changes: [],
		before: {},
		after: {},
		evidence: {
			status: 'active',
			reason: 'NONE',
			start_date: '2019-03-01',
			company: 'Bakkerij BV',
		},
		notices: [],
		linked_row_id: null,
		budgets: {},
		partition: 'company-1',
	};
	const perAction: Record<RowAction, Partial<DraftRow>> = {
		deactivate: {
			changes: [{ field: 'is_active', from: true, to: false }],
			before: { is_active: true, external_id: base.external_id, email: base.email },
			after: { is_active: false },
			reason: reason('ABSENT_DEACTIVATED'),
			evidence: {
				status: 'ended',
				reason: 'NONE',
				end_date: '2026-10-31',
				employee_number: number,
			},
		},
		hold: { reason: reason('EMAIL_TAKEN') },
		reactivate: {
			changes: [{ field: 'is_active', from: false, to: true }],
			before: { is_active: false, external_id: base.external_id, email: base.email },
			after: { is_active: true },
			reason: reason('BACK_IN_SERVICE'),
		},
		create: {
			changes: [
				{ field: 'external_id', from: null, to: base.external_id },
				{ field: 'email', from: null, to: base.email },
				{ field: 'first_name', from: null, to: 'Anna' },
				{ field: 'birthday', from: null, to: '1990-05-04' },
			],
			after: { external_id: base.external_id, email: base.email },
			reason: reason('NEW_IN_SERVICE'),
			budgets: { alleo_monthly_all_budget: 25 },
		},
		update: {
			changes: [{ field: 'last_name', from: 'Jansen', to: 'Jansen-Smit' }],
			before: { is_active: true, external_id: base.external_id, last_name: 'Jansen' },
			after: { last_name: 'Jansen-Smit' },
			reason: reason('FIELDS_CHANGED', { count: 1 }),
		},
	};
	return { ...base, ...perAction[parts.action], ...parts } as Omit<DraftRow, 'position'>;
}

export interface Plan {
	rows: PlanRow[];
	summary: PlanSummary;
}

const guard = (code: IssueCode, actual: number, limit: number, params: IssueParams = {}) => {
	const { message, action } = resolveCarried({ code, params: { actual, limit, ...params } });
	const scope = WHOLE_PLAN;
	return { code, scope, limit, actual, tripped: actual > limit, message, action, params };
};

export const PASSING_GUARDS = [
	{ ...guard('EMPTY_SOURCE', 250, 1), tripped: false },
	guard('INCOMPLETE_PARTITION', 0, 0),
	guard('DEACTIVATION_LIMIT', 1, 12),
	guard('CREATE_LIMIT', 2, 25),
];

export const trippedGuard = (
	code: IssueCode,
	actual = 30,
	limit = 12,
	params: IssueParams = {},
) => ({
	...guard(code, actual, limit, params),
	tripped: true,
});

/** Seals rows into a plan as Alleo Diff does, with a summary that fits. */
export function makePlan(parts: readonly Parts[], overrides: Partial<PlanSummary> = {}): Plan {
	const drafts: DraftRow[] = parts.map((part, position) => ({ ...draft(part), position }));
	const hashes = drafts.map(rowHash);
	const ref = {
		id: 'plan-2026-11-24-0123456789ab',
		status: 'blocked' as const,
		created_at: overrides.plan?.created_at ?? CREATED,
		expires_at: overrides.plan?.expires_at ?? EXPIRES,
	};
	const plan = { ...ref, hash: planHash(ref, hashes) };
	const rows = drafts.map((row, index) => ({ plan, ...row, row_hash: hashes[index]! }));
	const count = (action: RowAction): number => rows.filter((row) => row.action === action).length;
	const creates = rows.filter((row) => row.action === 'create');
	return {
		rows,
		summary: {
			reference_date: '2026-11-24',
			needs_approval: true,
			needs_approval_because: ['APPROVAL_ALWAYS'],
			status: 'blocked',
			guards: PASSING_GUARDS,
			rows: countActions(drafts),
			kinds: countRows(drafts),
			fields: fieldChanges(drafts, null),
			counts: {
				source: rows.length + 200,
				held: 0,
				unchanged: 200,
				create: count('create'),
				update: count('update'),
				reactivate: count('reactivate'),
				deactivate: count('deactivate'),
				hold: count('hold'),
				upcoming: 0,
				ended_unknown: 0,
				ineligible_unknown: 0,
				merged: 0,
				absent: 0,
				absent_deactivate: 0,
			},
			partitions: [
				{
					partition: 'company-1',
					name: 'Bakkerij BV',
					complete: true,
					employees: 250,
					error: null,
				},
			],
			notices: [],
			budgets:
				creates.length === 0
					? []
					: [
							{
								alleo_company_id: 12,
								people: creates.length,
								monthly_eur: creates.length * 25,
								oneoff_eur: 0,
							},
						],
			companies: [],
			report_markdown: '# Alleo sync plan\n',
			fields_text: [],
			...overrides,
			plan,
		},
	};
}

export const HOSTILE_NAMES = [
	`<script>alert('x')</script>`,
	`"><img src=x onerror=alert(1)>`,
	`'; DROP TABLE people; --`,
	'{{ constructor }} ${7*7} </title></style></textarea>',
	'=HYPERLINK("http://evil.example","x")',
	'\u202egnp.exe',
];

const FIRST = [
	'Anna',
	'Bram',
	'Chaima',
	'Daan',
	'Esmée',
	'Fatih',
	'Guusje',
	'Hüseyin',
	'Ilse',
	'José',
];
const LAST = [
	'de Vries',
	'van den Berg',
	'Bakker',
	'Yılmaz',
	'El Amrani',
	'Visser',
	'Meijer-Smit',
	'Öztürk',
];

/** `size` rows over all actions, in the order of execution, without any chance in it. */
export function bigPlan(size: number, overrides: Partial<PlanSummary> = {}): Plan {
	const actions: RowAction[] = ['deactivate', 'update', 'reactivate', 'create', 'hold'];
	const share = [0.03, 0.3, 0.02, 0.6, 0.05];
	const parts: Parts[] = [];
	for (const [index, action] of actions.entries()) {
		const count = Math.round(size * (share[index] ?? 0));
		for (let i = 0; i < count && parts.length < size; i++) {
			const n = parts.length + 1000;
			const name = `${FIRST[n % FIRST.length]} ${LAST[n % LAST.length]}`;
			parts.push({ action, name, external_id: `nmbrs-${n}`, row_id: `${action}-nmbrs-${n}` });
		}
	}
	while (parts.length < size) {
		const n = parts.length + 1000;
		parts.push({ action: 'hold', external_id: `nmbrs-${n}`, row_id: `hold-nmbrs-${n}` });
	}
	return makePlan(parts, overrides);
}

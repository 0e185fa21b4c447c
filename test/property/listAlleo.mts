import type { AlleoPort, CallFault, Written } from '../../core/apply/port';
import type { Fields } from '../../core/apply/fields';
import { Present } from '../../core/apply/present';
import { EMPTY_FORM } from '../../core/approval/form';
import { decisionRules } from '../../core/approval/rules';
import type { AlleoEmployee } from '../../core/model/employee';
import { emailKey } from '../../core/identity/keys';
import type { ReportedPlan } from '../../core/report/markdown';
import type { Outside } from '../../core/sync';
import { account } from '../support/people.mts';

/** Alleo as a list behind the port of core: no HTTP, no format, an address once in a company. */

const REFUSED: CallFault = {
	result: { kind: 'failed', code: 'EMAIL_HELD_IN_ALLEO', params: { account: 0 } },
	conflict: true,
	outcomeUnknown: false,
	scope: 'row',
	outage: false,
};

const GROUPS = ['Kantoor', 'Balie', 'Winkel'].map((name, at) => ({ id: 7 + at, name }));

export class ListAlleo {
	accounts: AlleoEmployee[];

	writes = 0;

	#nextId: number;

	constructor(accounts: readonly AlleoEmployee[]) {
		this.accounts = accounts.map((entry) => ({ ...entry }));
		this.#nextId = 1 + Math.max(0, ...accounts.map(({ id }) => id));
	}

	get port(): AlleoPort {
		const { accounts } = this;
		return {
			read: async () => {
				const present = new Present();
				for (const entry of accounts) present.add({ ...entry });
				return { present, faults: new Map() };
			},
			groups: async () => ({ ok: true, value: GROUPS }),
			row: () => ({
				create: async (company, fields) => this.#create(company, fields),
				edit: async (company, id, fields) => this.#write(company, id, fields),
				setActive: async (company, id, active) => this.#write(company, id, {}, active),
				holders: async (company, email) => ({ ok: true, value: this.#holders(company, email) }),
			}),
		};
	}

	#holders(company: number, email: string): AlleoEmployee[] {
		return this.accounts.filter(
			(entry) => entry.company_id === company && emailKey(entry.email ?? '') === emailKey(email),
		);
	}

	#create(company: number, fields: Fields): Written<CallFault> {
		const id = this.#nextId++;
		if (this.#holders(company, fields.email ?? '').length === 0)
			this.accounts.push({ ...account(1), email: null, company_id: company, id });
		return this.#write(company, id, fields, true);
	}

	#write(company: number, id: number, fields: Fields, active?: boolean): Written<CallFault> {
		const { email, group, ...plain } = fields;
		this.writes += 1;
		if (typeof email === 'string' && this.#holders(company, email).some((one) => one.id !== id))
			return { ok: false, fault: REFUSED };
		const found = this.accounts.find((one) => one.company_id === company && one.id === id);
		if (found === undefined) throw new Error(`no account ${id}`);
		Object.assign(found, plain, email === undefined ? {} : { email });
		if (group !== undefined) found.group_name = group;
		if (active !== undefined) found.is_active = active;
		return {
			ok: true,
			employee: { ...found },
			status: 200,
			requestId: null,
			confirmedByRead: false,
			notTaken: [],
		};
	}
}

/** A support engineer who approves whatever may be approved, and leaves out what may not. */
export async function approveAll({ rows, summary }: ReportedPlan) {
	const { guards, partitions, plan } = summary;
	const expiresAt = plan.expires_at;
	const rules = decisionRules({ rows, guards, partitions, expiresAt, now: plan.created_at });
	return {
		...EMPTY_FORM,
		planHash: plan.hash,
		decision: 'approve' as const,
		approver: 'Sanne',
		offboardings: String(rules.offboardings),
	};
}

/** The outside of a whole sync around a list; the instant is that of the plan. */
export const around = (
	alleo: ListAlleo,
	now: string,
	changed: Partial<Outside<CallFault>> = {},
): Outside<CallFault> => ({
	port: alleo.port,
	concurrency: 1,
	isStopped: () => false,
	answer: approveAll,
	now: () => now,
	...changed,
});

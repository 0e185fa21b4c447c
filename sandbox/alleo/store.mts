import type { AlleoAccount, AlleoWorld } from '../world/types.mts';
import type { AlleoSettings } from './settings.mts';

/** Alleo's memory: accounts by id, by company and by address; lists are cached until a write. */

export interface EmployeeFilter {
	isActive: boolean | null;
	groupId: number | null;
	search: string | null;
}

const emailKey = (email: string): string => email.toLowerCase();

/** The keys of an answer, in a fixed order; company_id is ours and never sent. */
export function publicFields(
	account: AlleoAccount,
	settings: AlleoSettings,
): Partial<Omit<AlleoAccount, 'company_id'>> {
	const { company_id: _company, ...fields } = account;
	if (!settings.omitNulls) return fields;
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}

export class AlleoStore {
	readonly companies: AlleoWorld['companies'];
	readonly groups: AlleoWorld['groups'];
	private readonly initial: AlleoAccount[];
	private byId = new Map<number, AlleoAccount>();
	private byCompany = new Map<number, AlleoAccount[]>();
	private byEmail = new Map<string, AlleoAccount[]>();
	private lists = new Map<string, AlleoAccount[]>();
	private nextId = 1;

	constructor(world: AlleoWorld) {
		this.companies = world.companies;
		this.groups = world.groups;
		this.initial = world.accounts;
		this.reset();
	}

	reset(): void {
		this.byId = new Map();
		this.byEmail = new Map();
		this.lists = new Map();
		this.byCompany = new Map(this.companies.map((company) => [company.id, []]));
		for (const account of this.initial) this.index({ ...account });
		this.nextId = Math.max(500, ...this.byId.keys()) + 1;
	}

	private index(account: AlleoAccount): void {
		this.byId.set(account.id, account);
		this.byCompany.get(account.company_id)?.push(account);
		const key = emailKey(account.email);
		this.byEmail.set(key, [...(this.byEmail.get(key) ?? []), account]);
	}

	get accounts(): AlleoAccount[] {
		return [...this.byId.values()];
	}

	hasCompany(companyId: number): boolean {
		return this.byCompany.has(companyId);
	}

	get(companyId: number, id: number): AlleoAccount | null {
		const account = this.byId.get(id);
		return account === undefined || account.company_id !== companyId ? null : account;
	}

	/** Accounts of a company in the order of their ids. */
	list(companyId: number, filter: EmployeeFilter): AlleoAccount[] {
		const key = JSON.stringify([companyId, filter]);
		const cached = this.lists.get(key);
		if (cached !== undefined) return cached;
		const text = filter.search?.toLowerCase() ?? null;
		const rows = (this.byCompany.get(companyId) ?? []).filter(
			(account) =>
				(filter.isActive === null || account.is_active === filter.isActive) &&
				(filter.groupId === null || account.company_group_id === filter.groupId) &&
				(text === null ||
					[account.email, account.first_name, account.last_name].some((field) =>
						field.toLowerCase().includes(text),
					)),
		);
		this.lists.set(key, rows);
		return rows;
	}

	/** Another account that holds this address, active or not. */
	emailOwner(
		email: string,
		companyId: number,
		exceptId: number | null,
		unique: AlleoSettings['emailUnique'],
	): AlleoAccount | null {
		const owners = this.byEmail.get(emailKey(email)) ?? [];
		return (
			owners.find(
				(owner) => owner.id !== exceptId && (unique === 'global' || owner.company_id === companyId),
			) ?? null
		);
	}

	groupName(companyId: number, groupId: number): string | null {
		const group = this.groups.find((one) => one.id === groupId && one.companyId === companyId);
		return group?.name ?? null;
	}

	create(account: Omit<AlleoAccount, 'id'>): AlleoAccount {
		const created = { id: this.nextId++, ...account };
		this.index(created);
		this.lists.clear();
		return created;
	}

	update(account: AlleoAccount, changes: Partial<AlleoAccount>): AlleoAccount {
		const oldKey = emailKey(account.email);
		Object.assign(account, changes);
		const newKey = emailKey(account.email);
		if (newKey !== oldKey) {
			const rest = (this.byEmail.get(oldKey) ?? []).filter((owner) => owner !== account);
			this.byEmail.set(oldKey, rest);
			this.byEmail.set(newKey, [...(this.byEmail.get(newKey) ?? []), account]);
		}
		this.lists.clear();
		return account;
	}
}

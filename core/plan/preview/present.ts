import { emailKey } from '../../identity/keys';
import type { AlleoEmployee, Employee } from '../../model/employee';
import type { Change } from '../../model/plan';
import { hasGroup, withEmail, withExternalId } from '../accounts';
import type { Accounts } from '../accounts';
import { fieldChanges } from '../changes';
import { DEFAULT_OPTIONS } from '../options';

/**
 * What Alleo has now, for a preview: nobody is decided about here. Whose account it is says the external
 * id; without one the address, as long as the account is no other person's of this source.
 */
export class AccountsNow {
	readonly #ids: ReadonlySet<string | null>;

	readonly #companies: ReadonlySet<number>;

	constructor(
		private readonly accounts: Accounts,
		people: readonly Employee[],
	) {
		this.#ids = new Set(people.map(({ external_id: id }) => id));
		this.#companies = new Set(accounts.all.map(({ company_id: company }) => company));
	}

	accountOf({ external_id: id, email }: Employee): AlleoEmployee | null {
		const own = id === null ? [] : withExternalId(this.accounts, id);
		const [first] = own;
		if (first !== undefined) return own.find((account) => account.is_active) ?? first;
		if (email === null || emailKey(email) === '') return null;
		const [only, ...others] = withEmail(this.accounts, email).filter(
			(account) => account.external_id === null || !this.#ids.has(account.external_id),
		);
		return only === undefined || others.length > 0 ? null : only;
	}

	/** What would be written into the account; a group that Alleo does not have is left out. */
	changes(person: Employee, account: AlleoEmployee): Change[] {
		return fieldChanges(person, account, DEFAULT_OPTIONS).filter(
			({ field }) =>
				field !== 'group' ||
				(!this.accounts.groupsNotRead.has(account.company_id) && !this.lacksGroup(person, account)),
		);
	}

	/** True only where every company that it may be says which groups it has, and has not this one. */
	lacksGroup({ group }: Employee, account: AlleoEmployee | null): boolean {
		if (group === null || this.#companies.size === 0) return false;
		const may = account === null ? [...this.#companies] : [account.company_id];
		return may.every((company) => !hasGroup(this.accounts, company, group));
	}
}

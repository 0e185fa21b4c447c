import { emailKey } from '../identity/keys';
import type { AlleoEmployee } from '../model/employee';
import { accountKey } from '../plan/accounts';

const put = (map: Map<string, AlleoEmployee[]>, key: string, account: AlleoEmployee): void => {
	const list = map.get(key);
	if (list === undefined) map.set(key, [account]);
	else if (
		!list.some(({ id, company_id: company }) => id === account.id && company === account.company_id)
	) {
		list.push(account);
	}
};

/** What Alleo has right before the writes, as far as it was read. */
export class Present {
	readonly #byId = new Map<string, AlleoEmployee>();

	readonly #byExternalId = new Map<string, AlleoEmployee[]>();

	readonly #byEmail = new Map<string, AlleoEmployee[]>();

	add(account: AlleoEmployee): void {
		const { company_id: company, id, external_id: externalId, email } = account;
		this.#byId.set(accountKey(company, id), account);
		if (externalId !== null && externalId !== '') {
			put(this.#byExternalId, `${company}/${externalId}`, account);
		}
		if (email !== null && email !== '') put(this.#byEmail, emailKey(email), account);
	}

	account(company: number, id: number): AlleoEmployee | null {
		return this.#byId.get(accountKey(company, id)) ?? null;
	}

	withExternalId(company: number, externalId: string): readonly AlleoEmployee[] {
		return this.#byExternalId.get(`${company}/${externalId}`) ?? [];
	}

	/** In every company that was read: an address may be unique over all of them. */
	withEmail(email: string): readonly AlleoEmployee[] {
		return this.#byEmail.get(emailKey(email)) ?? [];
	}
}

import type { AlleoEmployee } from '../../../core/model/employee';
import type { RawEmployee } from '../../../nodes/Nmbrs/employee/rawEmployee';
import { TODAY } from './people.mts';

export interface Joined {
	created: number;
	changed: number;
	left: number;
	unknown: number;
}

/**
 * The least that any comparison has to do, without a rule, a check or a plan: join the two lists by
 * id in a Map and compare eight fields.
 */
export class PlainJoin {
	readonly found: Joined = { created: 0, changed: 0, left: 0, unknown: 0 };
	readonly #byId = new Map<string, AlleoEmployee>();
	readonly #seen = new Set<string>();

	constructor(alleo: readonly AlleoEmployee[]) {
		for (const account of alleo) {
			if (account.external_id !== null) this.#byId.set(account.external_id, account);
		}
	}

	add(source: readonly RawEmployee[]): void {
		const { found } = this;
		for (const person of source) {
			const id = `nmbrs-${person.employeeId}`;
			const account = this.#byId.get(id);
			this.#seen.add(id);
			if (person.employeeType === 'formerPayroll') {
				if (account?.is_active === true) found.left++;
			} else if (account === undefined) {
				if ((person.startDate ?? '') <= TODAY) found.created++;
			} else if (
				account.email !== person.businessEmail ||
				account.private_email !== person.privateEmail ||
				account.first_name !== person.firstName ||
				account.prefix !== person.prefix ||
				account.last_name !== person.lastName ||
				account.birthday !== person.birthDate ||
				account.work_anniversary !== person.seniorityDate ||
				account.group_name !== (person.department?.description ?? null)
			) {
				found.changed++;
			}
		}
	}

	finish(): Joined {
		for (const id of this.#byId.keys()) if (!this.#seen.has(id)) this.found.unknown++;
		return this.found;
	}
}

export function plainJoin(source: readonly RawEmployee[], alleo: readonly AlleoEmployee[]): Joined {
	const join = new PlainJoin(alleo);
	join.add(source);
	return join.finish();
}

/** Rows that a plan of these differences has. */
export const rowsOf = ({ created, changed, left }: Joined): number => created + changed + left;

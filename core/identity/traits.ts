import type { AlleoEmployee, Employee } from '../model/employee';
import type { Traits } from './likeness';

/** What is compared of a person of the source; a held record with whatever of it could be read. */
export const traitsOf = (person: Employee): Traits => ({
	external_id: person.external_id,
	email: person.email,
	birthday: person.birthday,
	first_name: person.first_name,
	prefix: person.prefix,
	last_name: person.last_name,
	number: person.source.employee_number,
});

/** What is compared of an account; Alleo knows no employee number. */
export const traitsOfAccount = (account: AlleoEmployee): Traits => ({
	external_id: account.external_id,
	email: account.email,
	birthday: account.birthday,
	first_name: account.first_name,
	prefix: account.prefix,
	last_name: account.last_name,
	number: null,
});

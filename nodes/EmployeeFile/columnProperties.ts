import type { Parameter } from '../shared/parameters';
import { added, mapped, picker, text } from '../shared/parameters';
import { ROLES } from './employee/roles';
import type { FileRole } from './employee/roles';
import { namesIn } from './table/header';

/** Which column is what: picked from the header that somebody pasted, or typed. */

const column = (displayName: string, name: string, description: string): Parameter<string> =>
	picker({
		displayName,
		name,
		value: '',
		search: 'searchColumns',
		typed: { displayName: 'By Name', placeholder: 'e.g. Personeelsnummer' },
		description,
	});

const FOUND = 'Only where it is not found by its usual name';
const NEVER_FOUND = 'Never found by itself: choose it where it is wanted';

const ofRole = (role: FileRole, description: string): Parameter<string> =>
	column(ROLES[role].label, role, description);

export const chosenColumns = added(
	{
		displayName: 'Columns',
		name: 'columns',
		placeholder: 'Add Column',
		description:
			'Columns with usual Dutch and English names are found by themselves; the run says which',
	},
	{
		birthDate: ofRole('birthDate', FOUND),
		businessEmail: ofRole('businessEmail', FOUND),
		department: ofRole('department', FOUND),
		employeeId: ofRole(
			'employeeId',
			'What tells people apart for ever; usually the personnel number',
		),
		employeeNumber: ofRole('employeeNumber', NEVER_FOUND),
		endDate: ofRole('endDate', 'Last day in service; empty while in service'),
		firstName: ofRole('firstName', FOUND),
		function: ofRole('function', FOUND),
		lastName: ofRole('lastName', FOUND),
		prefix: ofRole('prefix', FOUND),
		privateEmail: ofRole('privateEmail', NEVER_FOUND),
		seniorityDate: ofRole('seniorityDate', FOUND),
		startDate: ofRole('startDate', 'First day in service'),
	},
);

export const customerColumn = column(
	'Customer: Column',
	'customerColumn',
	'A column with the name or number of the customer, so that a file of another one is refused',
);

export const header = mapped(
	text({
		displayName: 'Header of the File',
		name: 'header',
		placeholder: 'e.g. Personeelsnummer;E-mail;Voornaam;Achternaam',
		typeOptions: { rows: 2 },
		description:
			'Paste the first line of the file: its columns can then be picked below, and one that is gone stops the run. Empty: those of the last good run.',
	}),
	namesIn,
);

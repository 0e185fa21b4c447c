import { simplify } from '../../../core/normalize/fieldNames';
import { privacyOf } from '../../../core/normalize/privacy';
import { done, failed } from '../../../core/model/result';
import type { Result } from '../../../core/model/result';

/**
 * Which column is what. A usual name is found by itself, a person may choose another one; two that fit are
 * a question. Nothing that gives or takes access is found here: that is alleo_access by its own name alone.
 */

interface RoleAbout {
	label: string;
	/** Without it nobody can be told apart, written to, or said to have left. */
	required: boolean;
	isDate: boolean;
	/** Compared without case, spaces, hyphens and underscores. None: only where a person chose it. */
	usual: readonly string[];
}

const required = { required: true, isDate: false };
const date = { required: false, isDate: true };
const plain = { required: false, isDate: false };

const words = (text: string): string[] => text.split(' ');

/** In the order of the records. The keys are what Employee Normalize maps. */
export const ROLES = {
	employeeId: {
		label: 'Employee ID',
		...required,
		usual: words(
			'employeeid medewerkerid personeelsnummer personeelsnr persnr medewerkernummer medewerkernr medewerkercode employeenumber employeeno employeecode personnelnumber personnelno staffid staffnumber werknemernummer werknemerid',
		),
	},
	businessEmail: {
		label: 'Business Email',
		...required,
		usual: words(
			'email emailadres emailaddress mail businessemail workemail emailwork emailwerk emailzakelijk zakelijkeemail zakelijkemailadres werkemail companyemail',
		),
	},
	firstName: {
		label: 'First Name',
		...required,
		usual: words('firstname voornaam roepnaam givenname callingname preferredname'),
	},
	prefix: {
		label: 'Prefix',
		...plain,
		usual: words('prefix tussenvoegsel tussenvoegsels voorvoegsel voorvoegsels infix'),
	},
	lastName: {
		label: 'Last Name',
		...required,
		usual: words('lastname achternaam familienaam surname familyname geboortenaam birthname'),
	},
	startDate: {
		label: 'Start Date',
		...date,
		required: true,
		usual: words(
			'startdate datumindienst indienst indienstdatum datumindiensttreding startdatum hiredate employmentstart employmentstartdate startdienstverband begindienstverband',
		),
	},
	endDate: {
		label: 'End Date',
		...date,
		required: true,
		usual: words(
			'enddate datumuitdienst uitdienst uitdienstdatum datumuitdiensttreding einddatum terminationdate leavedate employmentend employmentenddate eindedienstverband einddienstverband',
		),
	},
	birthDate: {
		label: 'Birthday',
		...date,
		usual: words('birthdate dateofbirth geboortedatum birthday dob'),
	},
	department: {
		label: 'Department',
		...plain,
		usual: words('department afdeling afdelingsnaam departmentname'),
	},
	function: { label: 'Function', ...plain, usual: words('function functie jobtitle functienaam') },
	employeeNumber: { label: 'Employee Number', ...plain, usual: [] },
	privateEmail: { label: 'Private Email', ...plain, usual: [] },
	seniorityDate: {
		label: 'Seniority Date',
		...date,
		usual: words('senioritydate ancienniteitsdatum anciënniteitsdatum jubileumdatum'),
	},
} as const satisfies Readonly<Record<string, RoleAbout>>;
export type FileRole = keyof typeof ROLES;

export const ROLE_NAMES = Object.keys(ROLES).filter((name): name is FileRole =>
	Object.hasOwn(ROLES, name),
);

export const roleAbout = (role: FileRole): RoleAbout => ROLES[role];

/** Place of each column in the header. */
export type RolePlaces = ReadonlyMap<FileRole, number>;

/** Where a column of that name stands; -1: nowhere. In any case, with or without spaces. */
export function placeOf(header: readonly string[], name: string): number {
	const exact = header.indexOf(name.trim());
	const wanted = simplify(name.trim());
	return exact >= 0 ? exact : header.findIndex((one) => simplify(one) === wanted);
}

export const isPrivateColumn = (name: string): boolean =>
	privacyOf({ id: name, label: name }) !== 'free';

/** null: the file has no such column, and does without it. */
function find(
	header: readonly string[],
	role: FileRole,
	chosen: string | undefined,
): Result<number | null> {
	const { label, required: must, usual } = roleAbout(role);
	const missing = () =>
		failed('FILE_COLUMN_MISSING', { field: label, columns: header.slice(0, 40).join(', ') });
	if (chosen !== undefined) {
		const place = placeOf(header, chosen);
		if (place < 0) return missing();
		const column = header[place] ?? '';
		return isPrivateColumn(column) ? failed('FILE_COLUMN_PRIVATE', { column }) : done(place);
	}
	const fitting = header.flatMap((name, place) => (usual.includes(simplify(name)) ? [place] : []));
	if (fitting.length > 1) {
		const columns = fitting.map((place) => header[place]).join(', ');
		return failed('FILE_COLUMN_UNCLEAR', { field: label, columns });
	}
	const [place = null] = fitting;
	return place === null && must ? missing() : done(place);
}

/** @param chosen names of columns by role; the others are found by their usual names */
export function findRoles(
	header: readonly string[],
	chosen: Readonly<Partial<Record<FileRole, string>>>,
): Result<RolePlaces> {
	const places = new Map<FileRole, number>();
	for (const role of ROLE_NAMES) {
		const found = find(header, role, chosen[role]);
		if (!found.ok) return found;
		if (found.value !== null) places.set(role, found.value);
	}
	return done(places);
}

import type { ColumnReader, RowSource } from './connectors.mts';
import { cycleText, employerName, planOf, salaryLine, wageLine } from './payroll.mts';
import type { SalaryLine } from './payroll.mts';
import type { BudgetField } from '../world/types.mts';

/** The columns of each connector, in their order, and where their values come from. */

type Type = ColumnReader['column']['dataType'];

const column = (
	id: string,
	label: string,
	read: ColumnReader['read'],
	dataType: Type = 'string',
	length = 50,
	decimals = 0,
): ColumnReader => ({ column: { id, dataType, label, length, decimals }, read });

/** Profit writes a Z that does not mean UTC. */
const date = (value: string | null): string | null =>
	value === null ? null : `${value}T00:00:00Z`;

const key = (id: string, label: string, read: ColumnReader['read']): ColumnReader =>
	column(id, label, read, 'string', 15);
const day = (id: string, label: string, read: (source: RowSource) => string | null): ColumnReader =>
	column(id, label, (source) => date(read(source)), 'date', 10);

const GENDER = { male: 'M', female: 'V', undefined: 'X' } as const;
const unitCode = ({ person }: RowSource): string => `AFD${person.department.code}`;

const identity: ColumnReader[] = [
	key('EmployeeId', 'Medewerker', ({ person }) => person.employeeId),
	key('PersonId', 'Nummer persoon', ({ person }) => person.personId),
	key('EmployerId', 'Werkgever', ({ employment }) => employment.employerId),
];

const names: ColumnReader[] = [
	column('BirthName', 'Geboortenaam', ({ person }) => person.lastName),
	column('Initials', 'Voorletters', ({ person }) => person.initials, 'string', 15),
	column(
		'PrefixBirthName',
		'Voorvoegsel geboortenaam',
		({ person }) => person.prefix,
		'string',
		10,
	),
	day('DateOfBirth', 'Geboortedatum', ({ person }) => person.birthDate),
	column('Gender', 'Geslacht', ({ person }) => GENDER[person.gender], 'string', 1),
	column(
		'PrefixPartner',
		'Voorvoegsel partner',
		({ person }) => person.partnerPrefix,
		'string',
		10,
	),
	column('BirthNamePartner', 'Geboortenaam partner', ({ person }) => person.partnerName),
	column('NameUse', 'Naamgebruik', ({ person }) => person.nameUse, 'string', 1),
	column('FirstName', 'Roepnaam', ({ person }) => person.firstName),
	column('Mail', 'E-mail werk', ({ person }) => person.businessEmail, 'string', 100),
];

const service: ColumnReader[] = [
	day('EmploymentStart', 'Datum in dienst', ({ employment }) => employment.startDate),
	day('EmploymentEnd', 'Datum uit dienst', ({ employment }) => employment.endDate),
];

const place: ColumnReader[] = [
	column('OrgUnit', 'Organisatorische eenheid', unitCode, 'string', 10),
	column('OrgUnitDesc', 'Omschrijving OE', ({ person }) => person.department.description),
	column('FunctionId', 'Functie', ({ person }) => String(person.function.code), 'string', 10),
	column('FunctionDesc', 'Omschrijving functie', ({ person }) => person.function.description),
];

const hours = ({ person }: RowSource): number => person.schedules[0]?.hoursPerWeek ?? 40;
const parttime = ({ person }: RowSource): number =>
	(person.schedules[0]?.parttimePercentage ?? 100) / 100;

const work: ColumnReader[] = [
	column('HourPerWeek', 'Uren per week', hours, 'decimal', 6, 2),
	column('FTE', 'FTE', parttime, 'decimal', 6, 4),
];

/** What must never leave a source client. */
const bait: ColumnReader[] = [
	column('BSN', 'BSN', ({ person }) => person.bait.bsn, 'string', 9),
	column('Street', 'Straat', ({ person }) => person.bait.street),
	column('HouseNumber', 'Huisnummer', ({ person }) => person.bait.houseNumber, 'int', 6),
	column('AddNumber', 'Toevoeging', () => null, 'string', 10),
	column('ZIPCode', 'Postcode', ({ person }) => person.bait.zipCode, 'string', 10),
	column('City', 'Woonplaats', ({ person }) => person.bait.city),
	column('Country', 'Land', () => 'NL', 'string', 3),
	column('Mobile', 'Mobiel prive', ({ person }) => person.bait.phone, 'string', 20),
	column('Phone', 'Telefoon prive', ({ person }) => person.bait.phone, 'string', 20),
	column('MaritalStatus', 'Burgerlijke staat', () => 'OG', 'string', 2),
];

/** A free field for one more budget. */
export const budgetColumn = (name: BudgetField): ColumnReader =>
	column(name, name, ({ person }) => person.extraFields[name] ?? null, 'decimal', 12, 2);

/** Free fields that the customer added for Alleo; their keys are as the administrator named them. */
const free: ColumnReader[] = [
	column(
		'alleo_access',
		'Alleo toegang',
		({ person }) => person.extraFields.alleo_access,
		'boolean',
		1,
	),
	column('alleo_filter', 'Alleo filter', ({ person }) => person.extraFields.alleo_filter),
	column(
		'alleo_monthly_all_budget',
		'Alleo maandbudget',
		({ person }) => person.extraFields.alleo_monthly_all_budget,
		'decimal',
		12,
		2,
	),
	column(
		'alleo_oneoff_health_budget',
		'Alleo gezondheid eenmalig',
		({ person }) => person.extraFields.alleo_oneoff_health_budget,
		'decimal',
		12,
		2,
	),
];

/** The advised copy of the stock connector, one row per employment, with the free fields. */
export const employeeColumns: ColumnReader[] = [
	...identity,
	...names,
	column('MailPrivate', 'E-mail prive', ({ person }) => person.privateEmail, 'string', 100),
	...service,
	...place,
	column('Department', 'Afdeling', ({ person }) => person.department.description),
	...work,
	...free,
	...bait,
];

/** The stock connector: today's state of the main employment. */
export const currentColumns: ColumnReader[] = [
	...identity,
	...names,
	...service,
	column('EmploymentType', 'Type dienstverband', () => 'V', 'string', 5),
	column('EmploymentTypeDesc', 'Omschrijving type dienstverband', () => 'Vast'),
	...place,
	...work,
	day('DateDeceased', 'Datum overlijden', () => null),
	...bait,
];

const contract = ({ person, index }: RowSource): (typeof person.contracts)[number] | undefined =>
	person.contracts[index];

export const contractColumns: ColumnReader[] = [
	key('EmployeeId', 'Medewerker', ({ person }) => person.employeeId),
	key('EmployerId', 'Werkgever', ({ employment }) => employment.employerId),
	column('DvId', 'Dienstverband', ({ employment }) => employment.number, 'int', 8),
	column('ContractSeqNo', 'Volgnummer contract', ({ index }) => index + 1, 'int', 8),
	day('StartDate', 'Begindatum contract', (source) => contract(source)?.startDate ?? null),
	day('EndDate', 'Einddatum contract', (source) => contract(source)?.endDate ?? null),
	column(
		'ContractType',
		'Type contract',
		(source) => (contract(source)?.indefinite === true ? 'O' : 'B'),
		'string',
		5,
	),
	...service,
	...work,
];

/** A customer-made connector on calculated wage components, one row per plan and component. */
export const wageColumns: ColumnReader[] = [
	column('planIdBetaald', 'Plan betaald', (source) => wageLine(source)?.paid ?? null, 'int', 10),
	column(
		'planIdBetrekkingOp',
		'Plan betrekking op',
		(source) => wageLine(source)?.concerns ?? null,
		'int',
		10,
	),
	key('employeeNumber', 'Medewerker', ({ person }) => person.employeeId),
	column('code', 'Looncomponent', (source) => wageLine(source)?.code ?? null, 'int', 10),
	column('Omschrijving', 'Omschrijving', (source) => wageLine(source)?.text ?? null),
	column('value', 'Waarde', (source) => wageLine(source)?.value ?? null, 'decimal', 12, 2),
	column('contractNumber', 'Contract', ({ employment }) => employment.number, 'int', 8),
];

/** A customer-made connector that tells year and period of each payroll plan. */
export const planColumns: ColumnReader[] = [
	column('PlanId', 'Plan', (source) => planOf(source)?.id ?? null, 'int', 10),
	key('Werkgever', 'Werkgever', (source) => planOf(source)?.employer ?? null),
	column('Jaar', 'Jaar', (source) => planOf(source)?.at.year ?? null, 'int', 4),
	column('Periode', 'Periode', (source) => planOf(source)?.at.period ?? null, 'int', 2),
];

const salary = (source: RowSource): SalaryLine | undefined => salaryLine(source);

/** A customer-made connector on Medewerker/Salaris: every line, also those that ended or are to come. */
export const salaryColumns: ColumnReader[] = [
	key('EmployeeId', 'Medewerker', ({ person }) => person.employeeId),
	key('PersonId', 'Nummer persoon', ({ person }) => person.personId),
	key('EmployerId', 'Werkgever', ({ employment }) => employment.employerId),
	column('EmployerName', 'Naam werkgever', ({ employment, world }) =>
		employerName(employment, world),
	),
	column('DvId', 'Dienstverband', ({ employment }) => employment.number, 'int', 8),
	day('StartDate', 'Begindatum salaris', (source) => salary(source)?.start ?? null),
	day('EndDate', 'Einddatum salaris', (source) => salary(source)?.end ?? null),
	column(
		'HourlyWage',
		'Bruto uurloon',
		(source) => salary(source)?.hourly ?? null,
		'decimal',
		12,
		2,
	),
	column(
		'MonthlySalary',
		'Bruto maandsalaris',
		(source) => salary(source)?.monthly ?? null,
		'decimal',
		12,
		2,
	),
	column('HoursPerWeek', 'Uren per week', hours, 'decimal', 6, 2),
	column('PayCycle', 'Verloningsperiode', (source) => cycleText(source)),
	column('Mail', 'E-mail werk', ({ person }) => person.businessEmail, 'string', 100),
	...service,
	column('BSN', 'BSN', ({ person }) => person.bait.bsn, 'string', 9),
];

const LEAVE = ['WET', 'BOV'] as const;
/** Every fourth person already has rights of next year (index 2 and 3); they are no balance yet. */
const leaveYear = ({ world, index }: RowSource): number =>
	Number(world.referenceDate.slice(0, 4)) + (index >= 2 ? 1 : 0);
const balance = ({ person, index }: RowSource): number =>
	index >= 2 ? 160 : index === 0 ? person.leave.statutory : person.leave.extra;

export const leaveColumns: ColumnReader[] = [
	key('EmployeeId', 'Medewerker', ({ person }) => person.employeeId),
	key('EmployerId', 'Werkgever', ({ employment }) => employment.employerId),
	column('DvId', 'Dienstverband', ({ employment }) => employment.number, 'int', 8),
	column('Leavetype', 'Code', ({ index }) => LEAVE[index % 2] ?? null, 'string', 10),
	column('Year', 'Boekjaar', leaveYear, 'int', 4),
	column('Period', 'Verlofperiode', () => 1, 'int', 4),
	column('Entitlement', 'Perioderecht', ({ index }) => (index === 0 ? 160 : 40), 'decimal', 12, 2),
	column('ExtraEntitlement', 'Extra perioderecht', () => 0, 'decimal', 12, 2),
	column('StartBalance', 'Beginsaldo', (source) => balance(source), 'decimal', 12, 2),
	column('Taken', 'Opgenomen', () => 0, 'decimal', 12, 2),
	column('Balance', 'Saldo', (source) => balance(source), 'decimal', 12, 2),
];

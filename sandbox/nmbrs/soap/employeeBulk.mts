import type { NmbrsPerson } from '../../world/types.mts';
import type { NmbrsSettings } from '../settings.mts';
import { hoursPerDay } from '../rest/render.mts';
import { intId, type SoapCall, type SoapService, soapDay, soapMoment } from './service.mts';
import { row, type XmlValue } from './xml.mts';

/** `…_GetAll_AllEmployeesByCompany`: everybody of a company with the history, one item per person. */

type Rows = (person: NmbrsPerson, settings: NmbrsSettings) => string[];

/** `<Item><EmployeeId/><List>rows</List></Item>` for each person of the company `CompanyID`. */
const bulk =
	(item: string | ((settings: NmbrsSettings) => string), list: string, rows: Rows) =>
	(call: SoapCall): string | null => {
		const { settings } = call.state;
		const name = typeof item === 'string' ? item : item(settings);
		const people = call.people(call.company('CompanyID'));
		const items = people.map((person) => {
			const inner = rows(person, settings).join('');
			return `<${name}><EmployeeId>${person.soapId}</EmployeeId><${list}>${inner}</${list}></${name}>`;
		});
		return items.join('') || null;
	};

const GENDERS = { male: 'male', female: 'female', undefined: 'undefined' };

const personalInfo =
	(withBsn: boolean): Rows =>
	(person, settings) =>
		person.personalInfo.map((info) => {
			const names = [info.firstName, info.prefix, info.lastName].filter((part) => part !== null);
			const values: Record<string, XmlValue> = {
				Id: intId(info.id),
				DisplayName: names.join(' '),
				EmployeeNumber: person.employeeNumber,
				BSN: withBsn ? person.bait.bsn : undefined,
				[settings.soapFirstName]: info.firstName,
				Initials: info.initials,
				Prefix: info.prefix,
				LastName: info.lastName,
				Nickname: info.firstName,
				Gender: GENDERS[info.gender],
				NationalityCode: 1,
				IdentificationType: 0,
				PartnerPrefix: info.partnerPrefix,
				PartnerLastName: info.partnerName,
				EmailPrivate: info.privateEmail,
				EmailWork: info.businessEmail,
				BurgerlijkeStaat: 0,
				Naamstelling: Number(info.nameUse),
				Birthday: soapDay(info.birthDate),
				CreationDate: soapMoment(info.createdAt),
				StartPeriod: info.period,
				StartYear: info.year,
			};
			return row('PersonalInfo_V2', values, settings.soapNull);
		});

const employments: Rows = (person, settings) =>
	person.employments.map((one) =>
		row(
			'Employment',
			{
				EmploymentId: intId(one.id),
				CreationDate: soapDay(one.startDate),
				StartDate: soapDay(one.startDate),
				EndDate: soapDay(one.endDate),
				InitialStartDate: soapDay(one.seniorityDate),
			},
			settings.soapNull,
		),
	);

const contracts: Rows = (person, settings) =>
	person.contracts.map((one) =>
		row(
			'EmployeeContract',
			{
				ContractID: intId(one.id),
				CreationDate: soapMoment(one.createdAt),
				StartDate: soapDay(one.startDate),
				TrialPeriod: null,
				EndDate: soapDay(one.endDate),
				EmployementType: 1,
				EmploymentSequenceTaxId: 1,
				Indefinite: one.indefinite,
				PhaseClassification: 0,
				WrittenContract: true,
				HoursPerWeek: one.hoursPerWeek,
			},
			settings.soapNull,
		),
	);

const departments: Rows = (person, settings) =>
	person.departments.map((one) =>
		row(
			'Department_V2',
			{
				Id: intId(one.id),
				Code: one.code,
				Description: one.description,
				CreationDate: soapMoment(one.createdAt),
				StartPeriod: one.period,
				StartYear: one.year,
			},
			settings.soapNull,
		),
	);

const functions: Rows = (person, { soapNull }) =>
	person.functions.map((one) => {
		const inner = row(
			'Function',
			{ Id: one.code + 851_000, Code: one.code, Description: one.description },
			soapNull,
		);
		const since = { StartPeriod: one.period, StartYear: one.year };
		return (
			`<EmployeeFunction><RecordId>${intId(one.id)}</RecordId>${inner}` +
			row('x', { CreationDate: soapMoment(one.createdAt), ...since }, soapNull).slice(3, -4) +
			'</EmployeeFunction>'
		);
	});

const SALARY_TYPES = {
	grossFulltimeSalary: 1,
	grossParttimeSalary: 2,
	grossHourlyWage: 3,
	netHourlyWageInclWageComp: 8,
};

const salaries: Rows = (person, settings) =>
	person.salaries.map((one) =>
		row(
			'Salary_V2',
			{
				ID: intId(one.id),
				Value: one.value.toFixed(2),
				Type: SALARY_TYPES[one.type],
				StartDate: soapDay(one.startDate),
				CreationDate: soapMoment(one.createdAt),
			},
			settings.soapNull,
		),
	);

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const schedules: Rows = (person, settings) =>
	person.schedules.map((one) => {
		const hours = hoursPerDay(one.hoursPerWeek);
		const values: Record<string, XmlValue> = { Id: intId(one.id) };
		for (const week of ['', '2']) {
			DAYS.forEach((name, at) => (values[`Hours${name}${week}`] = hours[at] ?? 0));
		}
		values.ParttimePercentage = one.parttimePercentage;
		values.StartDate = soapDay(one.startDate);
		values.CreationDate = soapMoment(one.createdAt);
		return row('Schedule_V2', values, settings.soapNull);
	});

export const bulkOperations: SoapService = {
	PersonalInfoWithoutBSN_Get_GetAllEmployeesByCompany: {
		run: bulk('PersonalInfoItem', 'EmployeePersonalInfos', personalInfo(false)),
	},
	PersonalInfo_GetAll_AllEmployeesByCompany: {
		bait: true,
		run: bulk('PersonalInfoItem', 'EmployeePersonalInfos', personalInfo(true)),
	},
	Employment_GetAll_AllEmployeesByCompany: {
		run: bulk('EmployeeEmploymentItem', 'EmployeeEmployments', employments),
	},
	Contract_GetAll_AllEmployeesByCompany: {
		run: bulk((settings) => settings.soapContractItem, 'EmployeeContracts', contracts),
	},
	Department_GetAll_AllEmployeesByCompany: {
		run: bulk('EmployeeDepartmentItem', 'EmployeeDepartments', departments),
	},
	Function_GetAll_AllEmployeesByCompany_V2: {
		run: bulk('EmployeeFunctionItem_V2', 'EmployeeFunctions', functions),
	},
	Salary_GetAll_AllEmployeesByCompany: {
		run: bulk('EmployeeSalaryItem', 'EmployeeSalaries', salaries),
	},
	Schedule_GetAll_AllEmployeesByCompany: {
		run: bulk('EmployeeScheduleItem', 'EmployeeSchedules', schedules),
	},
};

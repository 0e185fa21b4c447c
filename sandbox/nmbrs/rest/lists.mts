import { guid } from '../../world/catalogue.mts';
import type { NmbrsCompany, NmbrsPerson } from '../../world/types.mts';
import type { NmbrsSettings } from '../settings.mts';
import { EMPLOYMENT, INFO, LEAVE, ORG, PAYMENT } from './scopes.mts';
import { day, fixedComponents, periodRow, personalInfo, schedule, stamp } from './render.mts';

/**
 * The per-company lists of the REST API: one item per employee with the employee's history. Keys are
 * those of the vendor's clients; nothing else is added, except behind a switch.
 */

export interface RestList {
	/** Scopes of which one is enough. */
	scopes: string[];
	/** The array beside `employeeId`. */
	item: (person: NmbrsPerson, settings: NmbrsSettings, company: NmbrsCompany) => object;
	/** Data that this project never asks for: calls are counted apart. */
	bait?: boolean;
}

/** By the last part of `/api/companies/{c}/employees/<list>`; matched without case, as ASP.NET does. */
export const REST_LISTS: Record<string, RestList> = {
	personalinfo: {
		scopes: INFO,
		item: (person, settings) => ({
			info: person.personalInfo.map((row) => personalInfo(person, row, settings)),
		}),
	},
	employments: {
		scopes: EMPLOYMENT,
		item: (person, settings) => ({
			employments: person.employments.map((row) => ({
				employmentId: row.id,
				startDate: day(row.startDate, settings),
				endDate: day(row.endDate, settings),
				seniorityDate: day(row.seniorityDate, settings),
				endContractReason: null,
				changedDate: day(row.startDate, settings),
			})),
		}),
	},
	contracts: {
		scopes: EMPLOYMENT,
		item: (person, settings) => ({
			contracts: person.contracts.map((row) => ({
				contractId: row.id,
				startDate: day(row.startDate, settings),
				trialPeriod: null,
				endDate: day(row.endDate, settings),
				indefinite: row.indefinite,
				writtenContract: true,
				hoursPerWeek: row.hoursPerWeek,
				createdAt: stamp(row.createdAt, settings),
			})),
		}),
	},
	functions: {
		scopes: ORG,
		item: (person, settings) => ({
			functions: person.functions.map((row) => periodRow('functionId', row, settings)),
		}),
	},
	departments: {
		scopes: ORG,
		item: (person, settings) => ({
			departments: person.departments.map((row) => periodRow('departmentId', row, settings)),
		}),
	},
	managers: {
		scopes: ORG,
		item: (person, settings) => ({
			managers: person.managers.map((row) => ({
				...(settings.managerContact ? { managerId: row.employeeId, email: row.email } : {}),
				firstName: row.firstName,
				lastName: row.lastName,
				createdAt: stamp(row.createdAt, settings),
				period: { year: row.year, period: row.period },
			})),
		}),
	},
	schedules: {
		scopes: EMPLOYMENT,
		item: (person, settings) => ({
			schedules: person.schedules.map((row) => schedule(row, settings)),
		}),
	},
	salaries: {
		scopes: PAYMENT,
		item: (person, settings) => ({
			salaries: person.salaries.map((row) => ({
				salaryId: row.id,
				startDate: day(row.startDate, settings),
				type: row.type,
				value: row.value,
				createdAt: stamp(row.createdAt, settings),
			})),
		}),
	},
	fixedwagecomponents: {
		scopes: PAYMENT,
		item: (person) => ({ fixedWageComponents: fixedComponents(person) }),
	},
	variablewagecomponents: {
		scopes: PAYMENT,
		item: (person, settings) => ({
			[settings.variableComponentsKey]: [
				{
					variableWageComponentId: guid('f2', person.soapId),
					code: '1200',
					value: 25.5,
					comment: null,
					costCenterId: null,
					costUnitId: null,
				},
			],
		}),
	},
	costcenters: {
		scopes: ORG,
		item: (person, settings) => ({
			employeeCostCenters: person.departments.map((row) => ({
				costCenters: { code: String(row.code * 100), description: row.description },
				percentage: 100,
				period: { year: row.year, period: row.period },
				createdAt: stamp(row.createdAt, settings),
			})),
		}),
	},
	leavebalances: {
		scopes: LEAVE,
		item: (person, _settings, company) => ({
			leaveBalances: company.leaveGroups.map((group) => ({
				leaveGroupId: group.id,
				leaveBalance: person.leave[group.kind],
			})),
		}),
	},
	leaverequests: { scopes: LEAVE, item: () => ({ EmployeeLeaveRequests: [] }) },
	privateinfos: {
		scopes: INFO,
		bait: true,
		item: (person) => ({ privateInfos: [{ BSN: person.bait.bsn }] }),
	},
	addresses: {
		scopes: INFO,
		bait: true,
		item: ({ bait }) => ({
			addresses: [
				{
					street: bait.street,
					houseNumber: String(bait.houseNumber),
					postalCode: bait.zipCode,
					city: bait.city,
					countryISOCode: 'NL',
				},
			],
		}),
	},
	bankaccounts: {
		scopes: PAYMENT,
		bait: true,
		item: ({ bait }) => ({ bankAccounts: [{ IBAN: bait.iban, city: bait.city }] }),
	},
	children: { scopes: INFO, bait: true, item: () => ({ children: [] }) },
};

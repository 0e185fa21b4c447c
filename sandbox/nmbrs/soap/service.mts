import type { NmbrsCompany, NmbrsPerson } from '../../world/types.mts';
import type { NmbrsState } from '../state.mts';
import { childText, type XmlElement } from './envelope.mts';
import { fault, SoapFault } from './faults.mts';

/** What an operation gives back: the inside of `<…Result>`, or null for an empty list. */
export type SoapResult = string | null;

export interface SoapOperation {
	run: (call: SoapCall) => SoapResult;
	/** Only `Environment_Get` takes `AuthHeader`, without a domain. */
	withoutDomain?: boolean;
	/** Carries a BSN: answered, and counted apart. */
	bait?: boolean;
}

export type SoapService = Record<string, SoapOperation>;

/** One call: its arguments by their exact names, and the ids that the user may see. */
export class SoapCall {
	readonly state: NmbrsState;
	private readonly element: XmlElement;

	constructor(state: NmbrsState, element: XmlElement) {
		this.state = state;
		this.element = element;
	}

	text(name: string): string {
		const value = childText(this.element, name);
		if (value === undefined) throw new SoapFault(null, `Missing element ${name}`, 'Client');
		return value;
	}

	/** asmx reads a missing number as 0, which then is an id that nobody may see. */
	int(name: string): number {
		const value = childText(this.element, name);
		if (value === undefined) return 0;
		if (!/^-?\d+$/.test(value)) {
			throw new SoapFault(null, 'There is an error in XML document (1, 1).', 'Client');
		}
		return Number(value);
	}

	/** The company of an id argument; 1003 outside the user's filter, 2004 when refused. */
	company(name: string): NmbrsCompany {
		const id = this.int(name);
		const { refusedCompanies } = this.state.settings;
		if (refusedCompanies.includes(id)) throw fault(2004);
		const company = this.state.model.companyBySoapId(id);
		if (company === undefined || !this.sees(company)) throw fault(1003);
		return company;
	}

	/** Whether lists show the company: not outside the filter, and not gone. */
	sees(company: NmbrsCompany): boolean {
		const { hiddenCompanies, vanishedCompanies } = this.state.settings;
		return (
			!hiddenCompanies.includes(company.soapId) && !vanishedCompanies.includes(company.companyId)
		);
	}

	people(company: NmbrsCompany): NmbrsPerson[] {
		return this.state.model.peopleOf(company.companyId);
	}

	person(name: string): NmbrsPerson {
		const id = this.int(name);
		const person = this.state.model.personBySoapId(id);
		if (person === undefined || this.state.settings.refusedEmployees.includes(id)) {
			throw fault(2003);
		}
		return person;
	}
}

/** `2024-03-12T10:30:00`: SOAP date-times have no zone. */
export const soapMoment = (moment: string): string => moment.replace(/Z$/, '');

export const soapDay = (date: string | null): string | null =>
	date === null ? null : `${date}T00:00:00`;

/** A whole number that stays the same for a GUID of the world: its last twelve hex digits. */
export const intId = (guid: string): number => Number.parseInt(guid.slice(-12), 16);

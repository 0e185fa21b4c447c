import type { Transport, TransportClock } from '../../../shared/http';
import {
	child,
	items,
	soapCall,
	type SoapCall,
	textOf,
	type SoapFault,
	type SoapOperation,
	type SoapResult,
	type XmlNode,
} from '../../../shared/soap';
import { readText } from '../fields';
import { done, failed, type Problem, type Result } from '../../../../core/model/result';
import { isFatal } from '../fatal';
import { afterRetirement, faultProblem, GENERAL_FAULTS, soapFailure } from './faults';
import { pathOf, soapOperation, type SoapService } from './services';

export interface SoapCompany {
	id: number;
	number: string | null;
	name: string | null;
}

export interface SoapEmployee {
	id: number;
	number: string;
	name: string | null;
}

/** An extra field as it came: its value, null when empty. `doubled` names fields with two values. */
export interface ExtraFields {
	values: Record<string, string | null>;
	doubled: string[];
}

/** One call: the fields in the order of the contract, the elements that are lists. */
export interface SoapQuestion {
	service: SoapService;
	name: string;
	fields: SoapOperation['fields'];
	lists: readonly string[];
	/** An element that holds a document as text, and where that goes. */
	bulk?: SoapCall['bulk'];
}

export type SoapAnswer = Extract<SoapResult, { ok: true }>;

/** "General login failure" of the single sign-on: the one fault that is worth another try. */
const LOGIN_HICCUP = 1006;
const HICCUP_TRIES = 3;
const HICCUP_WAIT_MS = 2000;

const integer = (node: XmlNode, name: string): number | null => {
	const text = textOf(node, name);
	return text !== null && /^\d+$/.test(text) ? Number(text) : null;
};

/**
 * The readers of Nmbrs SOAP v3 that this package uses. A fault that concerns the user (1001, 1002,
 * 1004) is remembered per operation: no second call is spent on it.
 */
export class SoapReader {
	readonly #refused = new Map<string, Problem>();

	readonly #faults = new Map<string, SoapFault>();

	#companies: Promise<Result<SoapCompany[]>> | null = null;

	constructor(
		private readonly transport: Transport,
		readonly clock: TransportClock,
	) {}

	get stats(): Transport['stats'] {
		return this.transport.stats;
	}

	/** Company: List_GetAll, once per run. */
	async companies(): Promise<Result<SoapCompany[]>> {
		this.#companies ??= this.#call('CompanyService', 'List_GetAll', [], ['Company'], (result) =>
			items(result, 'Company').flatMap((company) => {
				const id = integer(company, 'ID') ?? integer(company, 'Id');
				const [number, name] = [textOf(company, 'Number'), textOf(company, 'Name')];
				return id === null ? [] : [{ id, number, name }];
			}),
		);
		return await this.#companies;
	}

	/** Company: Converter_GetByCompany_IntToGuid: SOAP id by REST id (lower case). */
	async employeeIds(companyId: number): Promise<Result<Map<string, number>>> {
		const fields = [
			['Entity', 'Employee'],
			['CompanyId', companyId],
		] as const;
		return await this.#call(
			'CompanyService',
			'Converter_GetByCompany_IntToGuid',
			fields,
			['Mapping'],
			(result) => {
				const ids = new Map<string, number>();
				for (const mapping of items(child(result, 'Mappings'), 'Mapping')) {
					const [id, guid] = [integer(mapping, 'IdInt'), textOf(mapping, 'IdGuid')];
					if (id !== null && guid !== null) ids.set(guid.toLowerCase(), id);
				}
				return ids;
			},
		);
	}

	/** Employee: EmployeeType_GetList: id by description, such as `Former payroll`. */
	async employeeTypes(): Promise<Result<Map<string, number>>> {
		return await this.#call(
			'EmployeeService',
			'EmployeeType_GetList',
			[],
			['EmployeeType'],
			(result) => {
				const types = new Map<string, number>();
				for (const type of items(result, 'EmployeeType')) {
					const [id, description] = [integer(type, 'Id'), textOf(type, 'Description')];
					if (id !== null && description !== null) types.set(description, id);
				}
				return types;
			},
		);
	}

	/** Employee: List_GetByCompany: the employees of one type with their numbers. */
	async employees(companyId: number, type: number): Promise<Result<SoapEmployee[]>> {
		const fields = [
			['CompanyId', companyId],
			['EmployeeType', type],
		] as const;
		return await this.#call(
			'EmployeeService',
			'List_GetByCompany',
			fields,
			['Employee'],
			(result) =>
				items(result, 'Employee').flatMap((employee) => {
					const [id, number] = [integer(employee, 'Id'), textOf(employee, 'Number')];
					const name = textOf(employee, 'DisplayName');
					return id === null || number === null ? [] : [{ id, number, name }];
				}),
		);
	}

	/** Employee: ExtraFields_GetList: the free fields of one employee, by name in lower case. */
	async extraFields(employeeId: number): Promise<Result<ExtraFields>> {
		const fields = [['EmployeeId', employeeId]] as const;
		return await this.#call(
			'EmployeeService',
			'ExtraFields_GetList',
			fields,
			['FreeField'],
			(result) => {
				const values = new Map<string, string | null>();
				const doubled = new Set<string>();
				for (const field of items(result, 'FreeField')) {
					const name = readText(child(field, 'Name'))?.toLowerCase() ?? null;
					if (name === null || name === '__proto__') continue;
					const value = readText(child(field, 'Value'));
					const known = values.get(name) ?? null;
					if (values.has(name) && known !== value) doubled.add(name);
					// Two different values decide nothing: shown together, they are readable as neither.
					values.set(
						name,
						doubled.has(name) ? [known, value].filter((one) => one !== null).join(' | ') : value,
					);
				}
				return { values: Object.fromEntries(values), doubled: [...doubled] };
			},
		);
	}

	/** Company: WageModel_GetWageCodes: description by code. */
	async wageCodes(companyId: number): Promise<Result<Map<string, string | null>>> {
		const fields = [['CompanyId', companyId]] as const;
		return await this.#call(
			'CompanyService',
			'WageModel_GetWageCodes',
			fields,
			['WageCode'],
			(result) => {
				const codes = new Map<string, string | null>();
				for (const wage of items(result, 'WageCode')) {
					const code = textOf(wage, 'Code');
					if (code !== null) codes.set(code, textOf(wage, 'Description'));
				}
				return codes;
			},
		);
	}

	async #call<T>(
		service: SoapService,
		name: string,
		fields: SoapOperation['fields'],
		lists: readonly string[],
		read: (result: XmlNode) => T,
	): Promise<Result<T>> {
		const answer = await this.ask({ service, name, fields, lists });
		return answer.ok ? done(read(answer.value.result)) : answer;
	}

	/** The fault that an operation was last answered with, for who asks what a user may do. */
	faultOf(operation: string): SoapFault | null {
		return this.#faults.get(operation) ?? null;
	}

	/** One reading operation; a refusal that concerns the user is remembered. */
	async ask({ service, name, fields, lists, bulk }: SoapQuestion): Promise<Result<SoapAnswer>> {
		for (let attempt = 1; ; attempt += 1) {
			const refused = this.#refused.get(name);
			if (refused !== undefined) return { ok: false, problem: refused };
			const answer = await soapCall(this.transport, {
				operation: soapOperation(service, name, fields),
				path: pathOf(service),
				lists,
				...(bulk === undefined ? {} : { bulk }),
			});
			if (answer.ok) return done(answer);
			if (answer.kind === 'fault' && answer.fault.code === LOGIN_HICCUP && attempt < HICCUP_TRIES) {
				await this.clock.sleep(HICCUP_WAIT_MS * attempt, undefined);
				continue;
			}
			if (answer.kind === 'fault') this.#faults.set(name, answer.fault);
			const problem = afterRetirement(this.#problemOf(answer, name), name, this.clock.now());
			if (GENERAL_FAULTS.has(problem.code) || isFatal(problem)) this.#refused.set(name, problem);
			return { ok: false, problem };
		}
	}

	#problemOf(
		answer: Exclude<Awaited<ReturnType<typeof soapCall>>, { ok: true }>,
		operation: string,
	): Problem {
		if (answer.kind === 'transport') return soapFailure(answer.failure, operation).problem;
		if (answer.kind === 'unreadable') {
			return failed('NMBRS_SOAP_UNREACHABLE', { operation }, `${operation}: ${answer.problem}`)
				.problem;
		}
		return faultProblem(answer.fault, operation);
	}
}

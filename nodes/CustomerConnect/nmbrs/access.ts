import type { AccessSeen } from '../../../core/connect/access';
import type { FilterSeen } from '../../../core/connect/filter';
import { legacyName } from '../../../core/normalize/fieldNames';
import { customField } from '../../../core/normalize/customFields';
import { ACCESS_FIELD, FILTER_FIELD, isEmpty } from '../../../core/normalize/mapping';
import { SOAP_ALLOWED } from '../../Nmbrs/api/allowed';
import type { SoapLogin } from '../../Nmbrs/api/soap/authHeader';
import { SoapReader } from '../../Nmbrs/api/soap/reader';
import { PAYROLL_TYPE } from '../../Nmbrs/api/soap/payrollServices';
import { SOAP_ANSWER_MB } from '../../Nmbrs/api/soap/services';
import { findCompany } from '../../Nmbrs/employee/bridge';
import type { CompanyPartition } from '../../Nmbrs/listing/companies';
import { answerLimit, createTransport } from '../../shared/http';
import { carrying, type PlainContext } from '../../shared/http/carried';
import { systemClock } from '../../shared/http/clock';
import { countAccess } from '../access';
import { countFilter } from '../filter';
import { PAGE_BUDGET } from './oauth';
import { signWith } from './signWith';

/**
 * Looks at the access and the routing field of people in service, so that the customer can be asked. Nmbrs gives
 * extra fields one person at a time and a page waits for it, so some companies and some people are looked
 * at, spread over all of them, and the counts say so.
 */

const MOST_COMPANIES = 20;
const MOST_PEOPLE = 60;

/** The first of each company, then the second of each, and so on: no company stands for all. */
function spread(lists: ReadonlyArray<readonly number[]>, most: number): number[] {
	const chosen: number[] = [];
	const longest = Math.max(0, ...lists.map(({ length }) => length));
	for (let at = 0; at < longest && chosen.length < most; at += 1) {
		chosen.push(...lists.flatMap((list) => list.slice(at, at + 1)));
	}
	return chosen.slice(0, most);
}

/** Null where it could not be looked at: no company, nobody, or every answer refused. */
export async function lookAtFields(
	context: PlainContext,
	baseUrl: string,
	login: SoapLogin,
	chosen: readonly CompanyPartition[],
): Promise<{ access: AccessSeen; filter: FilterSeen } | null> {
	const transport = createTransport(carrying(context, signWith(login)), {
		vendor: 'nmbrs',
		baseUrl,
		credentialType: 'nmbrsTokenApi',
		allow: SOAP_ALLOWED,
		concurrency: 8,
		timeoutMs: 20_000,
		retryBudget: PAGE_BUDGET,
		maxAnswerBytes: answerLimit(undefined, SOAP_ANSWER_MB),
		secrets: [login.token, login.username],
	});
	const reader = new SoapReader(transport, systemClock);
	const companies = await reader.companies();
	if (!companies.ok) return null;
	const ids = chosen.flatMap((company) => {
		const found = findCompany(companies.value, company);
		return found.ok ? [found.value.id] : [];
	});
	const listed = await Promise.all(
		ids
			.slice(0, MOST_COMPANIES)
			.map(async (company) => await reader.employees(company, PAYROLL_TYPE)),
	);
	const lists = listed.flatMap((read) => (read.ok ? [read.value.map(({ id }) => id)] : []));
	const people = lists.reduce((sum, { length }) => sum + length, 0);
	const read = await Promise.all(
		spread(lists, MOST_PEOPLE).map(async (id) => await reader.extraFields(id)),
	);
	const records = read.flatMap((fields) =>
		fields.ok ? [{ extraFields: fields.value.values }] : [],
	);
	if (records.length === 0) return null;
	const access = fieldOf(records, ACCESS_FIELD);
	const filter = fieldOf(records, FILTER_FIELD);
	return {
		access: countAccess(access.name, access.values, people),
		filter: countFilter(filter.name, filter.values, people),
	};
}

type ExtraFields = Parameters<typeof customField>[0];

/** The name under which anybody has the field, of today or of old, and what each record has in it. */
function fieldOf(
	records: readonly ExtraFields[],
	field: string,
): { name: string | null; values: unknown[] } {
	const older = legacyName(field) ?? field;
	const name = [field, older].find((one) =>
		records.some((record) => customField(record, one) !== undefined),
	);
	const valueOf = (record: ExtraFields): unknown => {
		const value = customField(record, field);
		return isEmpty(value) ? customField(record, older) : value;
	};
	return { name: name ?? null, values: records.map(valueOf) };
}

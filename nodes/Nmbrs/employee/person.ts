import { itemIssue } from '../../../core/issues';
import type { Notice } from '../../shared/source/source';
import type { PayPeriod } from '../api/fields';
import { dateNotices } from './dateNotices';
import { firstByPeriod, inForceByPeriod, presentEmployment } from './inForce';
import type { PersonalInfoRow } from '../api/schemas';
import { partsOf, rowsOf } from './parts';
import type { PersonInput } from './parts';
import type { RawEmployee } from './rawEmployee';
import { knownType } from './types';

interface Chosen {
	info: PersonalInfoRow | null;
	notices: Notice[];
}

/** The personal info in force; somebody who starts later has only later rows: then the first of them. */
function chooseInfo(rows: PersonalInfoRow[], period: PayPeriod): Chosen {
	if (rows.length === 0) return { info: null, notices: [itemIssue('NMBRS_NO_PERSONAL_INFO')] };
	const info = inForceByPeriod(rows, period);
	if (info !== null) return { info, notices: [] };
	const notice = itemIssue('NMBRS_ROW_NOT_IN_FORCE', null, { list: 'personalinfo' });
	return { info: firstByPeriod(rows), notices: [notice] };
}

/** Joins the rows of one employee into one record. Pure. */
export function buildPerson(input: PersonInput): RawEmployee {
	const { id, tables, basic, company, period, referenceDate } = input;
	const infoRows = rowsOf(tables.info, id);
	const { info, notices } = chooseInfo(infoRows, period);
	const employments = rowsOf(tables.employments, id);
	const present = presentEmployment(employments, referenceDate);
	if (employments.length === 0) notices.push(itemIssue('NMBRS_NO_EMPLOYMENT'));

	const histories: RawEmployee['histories'] = { personalInfo: infoRows };
	const { flat, more, lists } = partsOf(input, histories, notices);
	// The order of the keys is that of n8n's input panel: what people map first, lists last.
	const person: RawEmployee = {
		firstName: info === null ? (basic?.firstName ?? null) : info.firstName,
		firstNameInFull: info?.firstNameInFull ?? null,
		initials: info === null ? (basic?.initials ?? null) : info.initials,
		prefix: info === null ? (basic?.prefix ?? null) : info.prefix,
		lastName: info === null ? (basic?.lastName ?? null) : info.lastName,
		partnerPrefix: info?.partnerPrefix ?? null,
		partnerName: info?.partnerName ?? null,
		businessEmail: info?.businessEmail ?? null,
		privateEmail: info?.privateEmail ?? null,
		...flat,
		startDate: present?.startDate ?? null,
		endDate: present?.endDate ?? null,
		seniorityDate: present?.seniorityDate ?? null,
		birthDate: info?.birthDate ?? null,
		extraFields: {},
		company: {
			name: company.name,
			number: company.number,
			id: company.id,
			debtorId: company.debtorId,
		},
		employeeNumber: info?.employeeNumber ?? basic?.employeeNumber ?? null,
		employeeType: knownType(info?.employeeType ?? basic?.employeeType ?? null),
		employeeId: id,
		gender: info?.gender ?? null,
		nameUse: null,
		...more,
		source: 'nmbrs',
		partition: company.id,
		extraFieldsStatus: 'notRequested',
		employments,
		...lists,
		histories,
		notices,
	};
	notices.push(...dateNotices(person, tables));
	return person;
}

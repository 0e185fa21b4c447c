import { differingFields, isOurCreate } from '../../../core/apply/check';
import { createBody, editBody, withoutGroup } from '../../../core/apply/fields';
import type { CreateFields, Fields } from '../../../core/apply/fields';
import type { Written } from '../../../core/apply/port';
import type { AlleoEmployee } from '../../../core/model/employee';
import type { TransportClock } from '../../shared/http';
import type { AlleoClient } from './client';
import { findByEmail, findByExternalId } from './find';
import type { Fault, Reply } from './reply';

/**
 * Writes whose outcome is always known in the end: after a silence Alleo is read before anything is
 * sent again (reference alleo 2.9, 2.10 trap 3). Sync Plan Apply and the employee operations share them.
 */

export interface WriteContext {
	client: AlleoClient;
	clock: TransportClock;
}

/** Between the two looks for a create that may still be on its way. */
const LOOK_AGAIN_MS = 2000;

const SECOND_TRY = 2;

const written = (
	reply: Extract<Reply<AlleoEmployee>, { ok: true }>,
	notTaken: string[],
): Written<Fault> => ({
	ok: true,
	employee: reply.value,
	status: reply.status,
	requestId: reply.requestId,
	confirmedByRead: false,
	notTaken,
});

const readBack = (
	employee: AlleoEmployee,
	fault: Fault,
	notTaken: string[] = [],
): Written<Fault> => ({
	ok: true,
	employee,
	status: fault.status,
	requestId: fault.requestId,
	confirmedByRead: true,
	notTaken,
});

/** What Alleo has otherwise than it was sent. The group is compared by its id. */
const notTaken = (
	account: AlleoEmployee,
	fields: Fields,
	groupId: number | null | undefined,
): string[] => [
	...differingFields(account, withoutGroup(fields)),
	...(groupId !== undefined && account.company_group_id !== groupId ? ['group'] : []),
];

/** Our own account, if the create arrived: by external id and address, in both states. */
async function findCreated(
	{ client }: WriteContext,
	company: number,
	fields: Fields,
): Promise<Reply<AlleoEmployee | null>> {
	const { email, external_id: externalId } = fields;
	const lookups = [
		...(typeof email === 'string' ? [() => findByEmail(client, company, email)] : []),
		...(typeof externalId === 'string'
			? [() => findByExternalId(client, company, externalId)]
			: []),
	];
	let last: Reply<AlleoEmployee[]> | null = null;
	for (const look of lookups) {
		last = await look();
		if (!last.ok) return last;
		const ours = last.value.find((employee) =>
			isOurCreate(fields as Record<string, string>, employee),
		);
		if (ours !== undefined) return { ...last, value: ours };
	}
	return { ok: true, value: null, status: last?.status ?? 200, requestId: last?.requestId ?? null };
}

/** Creates one person, at most once. The caller made sure that nobody has the id or the address yet. */
export async function createSafely(
	context: WriteContext,
	company: number,
	fields: CreateFields,
	groupId: number | null,
): Promise<Written<Fault>> {
	const body = createBody(fields, groupId);
	for (let attempt = 1; ; attempt++) {
		const reply = await context.client.create(company, body);
		if (reply.ok) {
			return written(reply, notTaken(reply.value, fields, groupId));
		}
		const { fault } = reply;
		// A conflict on the second try: the first one did arrive.
		const arrived = fault.kind === 'conflict' && attempt === SECOND_TRY;
		if (!fault.outcomeUnknown && !arrived) return reply;
		for (let look = 1; look <= 2; look++) {
			if (look === 2) await context.clock.sleep(LOOK_AGAIN_MS, undefined);
			const found = await findCreated(context, company, fields);
			if (!found.ok) return { ok: false, fault: { ...fault, outcomeUnknown: true } };
			if (found.value !== null) return readBack(found.value, fault);
		}
		if (arrived) return reply;
		if (attempt === SECOND_TRY) return { ok: false, fault };
	}
}

/** Changes the given fields of one account and looks at what Alleo made of them. */
export async function editSafely(
	{ client }: WriteContext,
	company: number,
	employee: number,
	fields: Fields,
	groupId: number | null | undefined,
): Promise<Written<Fault>> {
	const wrongIn = (account: AlleoEmployee): string[] => notTaken(account, fields, groupId);
	const reply = await client.edit(company, employee, editBody(fields, groupId));
	if (reply.ok) return written(reply, wrongIn(reply.value));
	if (!reply.fault.outcomeUnknown) return reply;
	const present = await client.employee(company, employee);
	return present.ok && wrongIn(present.value).length === 0
		? readBack(present.value, reply.fault)
		: reply;
}

const MOST_TRIES = 3;
const BACK_OFF_MS = 500;

/** Activates or deactivates; after a silence it is repeated only if the state is still wrong. */
export async function setActiveSafely(
	{ client, clock }: WriteContext,
	company: number,
	employee: number,
	active: boolean,
): Promise<Written<Fault>> {
	for (let attempt = 1; ; attempt++) {
		const reply = await client.setActive(company, employee, active);
		if (reply.ok) return written(reply, reply.value.is_active === active ? [] : ['is_active']);
		if (!reply.fault.outcomeUnknown) return reply;
		const present = await client.employee(company, employee);
		if (!present.ok) return reply;
		if (present.value.is_active === active) return readBack(present.value, reply.fault);
		if (attempt === MOST_TRIES)
			return { ok: false, fault: { ...reply.fault, outcomeUnknown: false } };
		await clock.sleep(BACK_OFF_MS * attempt, undefined);
	}
}

import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { differingFields } from '../../../../core/apply/check';
import type { Fields } from '../../../../core/apply/fields';
import { emailKey } from '../../../../core/identity/keys';
import type { AlleoEmployee } from '../../../../core/model/employee';
import { findByEmail, findByExternalId } from '../../api/find';
import { listEmployees } from '../../api/listing';
import { createSafely, editSafely } from '../../api/write';
import type { WriteContext } from '../../api/write';
import type { Operation } from '../operation';
import { issueError } from '../../../shared/outcome';
import { company, faultError, options, valueAt } from '../shared';
import { checkFields, finding, groupIdOf, needed, otherFields } from './fields';
import { readAll, valueOf } from '../../../shared/parameters';
import { perItem, writtenOf, type ItemResult } from './perItem';

/** A company that was read whole, kept up to date with what this run wrote. */
type Listed = Map<number, AlleoEmployee>;

type Wanted = Fields & Required<Pick<Fields, 'email' | 'first_name' | 'last_name'>>;

async function list(
	node: IExecuteFunctions,
	context: WriteContext,
	company: number,
	item: number,
): Promise<Listed> {
	const listing = await listEmployees(context.client, company);
	if (listing.ok) return new Map(listing.employees.map((employee) => [employee.id, employee]));
	if (listing.reason === 'fault') throw faultError(node, listing.fault, item);
	const { count, seen } = listing;
	throw issueError(node, 'ALLEO_LISTING_INCOMPLETE', { company, count, seen }, item);
}

/** The accounts of this external id, else of this address. Alleo has no filter on the external id. */
function match(
	accounts: Iterable<AlleoEmployee>,
	{ external_id: externalId, email }: Wanted,
): AlleoEmployee[] {
	const all = [...accounts];
	const sameId = all.filter(
		(account) => typeof externalId === 'string' && account.external_id === externalId,
	);
	if (sameId.length > 0) return sameId;
	return all.filter(
		({ email: address }) => address !== null && emailKey(address) === emailKey(email ?? ''),
	);
}

/** A quick look for a single item: the search may find the person without reading the company. */
async function lookUp(
	node: IExecuteFunctions,
	{ client }: WriteContext,
	company: number,
	wanted: Wanted,
	item: number,
): Promise<AlleoEmployee[]> {
	const externalId = wanted.external_id;
	const reply =
		typeof externalId === 'string'
			? await findByExternalId(client, company, externalId)
			: await findByEmail(client, company, wanted.email ?? '');
	if (!reply.ok) throw faultError(node, reply.fault, item);
	return reply.value;
}

/** Two people must never share an account: an address that belongs to another external id is refused. */
function checkOwner(
	node: IExecuteFunctions,
	found: AlleoEmployee,
	wanted: Wanted,
	item: number,
): void {
	const theirs = found.external_id ?? '';
	if (theirs === '' || typeof wanted.external_id !== 'string' || theirs === wanted.external_id)
		return;
	throw issueError(node, 'EMAIL_HELD_IN_ALLEO', { account: found.id }, item);
}

async function upsertOne(
	node: IExecuteFunctions,
	context: WriteContext,
	company: number,
	wanted: Wanted,
	found: readonly AlleoEmployee[],
	item: number,
): Promise<ItemResult> {
	const [only] = found;
	if (found.length > 1) throw issueError(node, 'DUPLICATE_IN_ALLEO', { count: found.length }, item);
	if (only === undefined) {
		const groupId = await groupIdOf(node, context.client, company, wanted, item);
		const written = await createSafely(context, company, wanted, groupId ?? null);
		return { employee: writtenOf(node, written, item), note: { operation: 'created' } };
	}
	checkOwner(node, only, wanted, item);
	const changed = differingFields(only, wanted);
	if (changed.length === 0) return { employee: only, note: { operation: 'unchanged' } };
	const fields = Object.fromEntries(
		Object.entries(wanted).filter(([field]) => changed.includes(field)),
	);
	const groupId = await groupIdOf(node, context.client, company, fields, item);
	const written = await editSafely(context, company, only.id, fields, groupId);
	return { employee: writtenOf(node, written, item), note: { operation: 'updated' } };
}

/** By external id, else by e-mail. With several items each company is read once; an inactive account stays inactive. */
async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const listed = new Map<number, Listed>();
	const single = this.getInputData().length === 1;
	return await perItem(this, async (context, item) => {
		const of = valueAt(this, company, item);
		const externalId = valueAt(this, finding, item);
		const wanted: Wanted = {
			...valueAt(this, otherFields, item),
			...(externalId === '' ? {} : { external_id: externalId }),
			...valueOf(this, readAll(this, needed, item), item),
		};
		checkFields(this, wanted, item);
		let found = single ? await lookUp(this, context, of, wanted, item) : [];
		// A search that finds nobody proves nothing: its scope is unknown.
		if (found.length === 0) {
			const known = listed.get(of) ?? (await list(this, context, of, item));
			listed.set(of, known);
			found = match(known.values(), wanted);
		}
		const result = await upsertOne(this, context, of, wanted, found, item);
		listed.get(of)?.set(result.employee.id, result.employee);
		return result;
	});
}

export const upsert: Operation = {
	description: [
		company.field,
		finding.field,
		...Object.values(needed).map(({ field }) => field),
		otherFields.field,
		options.field,
	],
	execute,
	writes: true,
};

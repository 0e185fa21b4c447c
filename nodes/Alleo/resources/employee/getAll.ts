import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { AlleoClient } from '../../api/client';
import { connect } from '../../api/connect';
import { listEmployees } from '../../api/listing';
import type { Operation } from '../operation';
import { CUSTOMER_FIELDS, companyFault, customerCompanies, scope } from './customerCompanies';
import { issueError } from '../../../shared/outcome';
import { companies, concurrency, employeeItem, faultError, options, valueAt } from '../shared';

/** The chosen companies, or all that the keys reach. */
async function chosenOrAll(context: IExecuteFunctions, client: AlleoClient): Promise<number[]> {
	const chosen = valueAt(context, companies, 0);
	if (chosen.length > 0) return chosen;
	const reply = await client.companies();
	if (!reply.ok) throw faultError(context, reply.fault);
	if (reply.value.length === 0) {
		// Nobody at all would look like an empty Alleo, and everybody would be onboarded again.
		throw issueError(context, 'COMPANY_NOT_REACHABLE', { company: '(any)', reachable: 'none' });
	}
	return reply.value.map(({ id }) => id);
}

/**
 * The names of a company's groups, so that the Diff plans no group that Alleo does not have. Keys
 * that may not read groups still sync: null says so, and the Diff leaves everybody's group alone.
 */
async function groupNames(client: AlleoClient, company: number): Promise<string[] | null> {
	const reply = await client.groups(company);
	if (!reply.ok) return null;
	return reply.value.flatMap(({ name }) => (name === null ? [] : [name]));
}

/**
 * Everybody, active and inactive, read once however many items come in. Complete or an error: a
 * listing with a hole in it must never reach the Diff.
 */
async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const customer = valueAt(this, scope, 0) === 'customer' ? customerCompanies(this) : null;
	const { client } = await connect(this, {
		concurrency: valueAt(this, concurrency, 0),
		...valueAt(this, options, 0),
	});
	const output: INodeExecutionData[] = [];
	const wanted =
		customer === null ? await chosenOrAll(this, client) : [...customer.own, ...customer.former];
	for (const company of wanted) {
		const [listing, groups] = await Promise.all([
			listEmployees(client, company),
			groupNames(client, company),
		]);
		if (!listing.ok) {
			if (listing.reason === 'fault') {
				throw customer === null
					? faultError(this, listing.fault)
					: companyFault(this, listing.fault, company, customer);
			}
			const { count, seen } = listing;
			throw issueError(this, 'ALLEO_LISTING_INCOMPLETE', { company, count, seen });
		}
		const [first] = listing.employees;
		if (first !== undefined) first.company_groups = groups;
		for (const employee of listing.employees) output.push(employeeItem(employee, 0));
	}
	return [output];
}

export const getAll: Operation = {
	description: [scope.field, companies.field, ...CUSTOMER_FIELDS, concurrency.field, options.field],
	execute,
	writes: false,
};

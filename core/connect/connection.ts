import { z } from 'zod';
import { BudgetFile } from '../model/settings';
import { SelectiveSync } from '../model/selectiveSync';
import { AccessSeen } from './access';
import { FilterSeen, SeveralCompanies } from './filter';
import { AfasPay, ChosenLeave, ChosenWage } from './pay';

/**
 * What Customer Connect gives out, once for each customer that was connected. No secret: tokens and
 * keys are in n8n's credentials, which the ids name.
 */

export const ConnectSystem = z.enum(['nmbrs', 'afas']);
export type ConnectSystem = z.infer<typeof ConnectSystem>;

/** Credential types of this package that a customer's connection can consist of. */
export const CustomerCredentialType = z.enum([
	'nmbrsOAuth2Api',
	'nmbrsTokenApi',
	'afasTokenApi',
	'afasOAuth2Api',
]);
export type CustomerCredentialType = z.infer<typeof CustomerCredentialType>;

export const CredentialRef = z.object({ id: z.string().min(1), name: z.string().min(1) });
export type CredentialRef = z.infer<typeof CredentialRef>;

/** One thing that was tried with the customer's access, and how it went. */
export const ConnectTest = z.object({
	/** A code of the catalogue, such as CONNECT_TEST_DEBTORS; what to do is its action. */
	code: z.string(),
	ok: z.boolean(),
	/** Names and counts of the vendor: a connector, a SOAP service. Never a person, never a secret. */
	params: z.record(z.union([z.string(), z.number()])),
});
export type ConnectTest = z.infer<typeof ConnectTest>;

/** What a person of Alleo has to decide before a customer can go on. No secret, no person. */
export const ConnectAlert = z.object({
	customer: z.string(),
	system: ConnectSystem,
	integration_id: z.string(),
	invitation_id: z.string(),
	code: z.string(),
	message: z.string(),
	action: z.string(),
	params: z.record(z.union([z.string(), z.number()])),
});
export type ConnectAlert = z.infer<typeof ConnectAlert>;

/** Something that support has to know, such as a login that serves another customer too. */
export const ConnectNotice = z.object({
	code: z.string(),
	message: z.string(),
	action: z.string(),
	params: z.record(z.union([z.string(), z.number()])),
});
export type ConnectNotice = z.infer<typeof ConnectNotice>;

export const NamedId = z.object({
	id: z.string().min(1),
	number: z.string().nullable(),
	name: z.string().nullable(),
});
export type NamedId = z.infer<typeof NamedId>;

export const ReplacedConnection = z.object({
	credential: CredentialRef.extend({ type: CustomerCredentialType }),
	/** As the invitation of that connection named the customer; null when it is not known. */
	customer: z.string().nullable(),
	/** Instant in UTC, null when it is not known. */
	connected_at: z.string().nullable(),
});
export type ReplacedConnection = z.infer<typeof ReplacedConnection>;

export const CustomerConnection = z.object({
	/** Name of the customer as in the invitation. */
	customer: z.string().min(1),
	system: ConnectSystem,
	/** Stays the same when a customer connects again: the invitation carries it on. */
	integration_id: z.string().min(1),
	invitation_id: z.string().min(1),
	/** Workflow that this connection is for, where the invitation named one (re-connecting). */
	workflow_id: z.string().nullable(),
	/** The Alleo company that the invitation named; empty when it named none. */
	alleo_company_id: z.string().default(''),
	/** By credential type; only the types that were connected are there. */
	credentials: z.record(CustomerCredentialType, CredentialRef),
	/** NMBRS: scopes of the consent; null where there is none (AFAS). */
	scopes: z.array(z.string()).nullable().default(null),
	/** NMBRS: what the customer chose; empty means all that the consent covers. AFAS: empty. */
	debtors: z.array(NamedId),
	/** NMBRS: fewer companies than the debtors have; empty means every one, also those that come later. */
	companies: z.array(NamedId),
	/** Salary and leave were asked for, and the access to them was given. */
	pay: z.boolean().default(false),
	/** NMBRS, with pay: what the customer picked, each with what it is; empty means not chosen. */
	wage_components: z.array(ChosenWage),
	leave_groups: z.array(ChosenLeave),
	/** AFAS, with pay: where it is, and what is what; null: not asked. */
	afas_pay: AfasPay.nullable().default(null),
	/** As the invitation says it: how budgets go to Alleo, and the workflow that files go by. */
	budget_file: BudgetFile.default('none'),
	delivery_workflow_id: z.string().default(''),
	/** Whether the access field decides who takes part, as the customer answered it. */
	selective_sync: SelectiveSync.default('auto'),
	/** The access field as it was found; null: none was looked for. */
	alleo_access: AccessSeen.nullable().default(null),
	/** The routing field as it was found, and whether each value is an Alleo company of its own; null: none. */
	alleo_filter: FilterSeen.extend({ several: SeveralCompanies }).nullable().default(null),
	/** AFAS: environment that was reached. */
	afas_environment: z.string().nullable(),
	tests: z.array(ConnectTest),
	/** Instants in UTC, such as 2026-11-28T04:00:00.000Z. */
	tested_at: z.string(),
	connected_at: z.string(),
	/** What this connection took the place of; null for a first one. */
	replaced: ReplacedConnection.nullable(),
	notices: z.array(ConnectNotice),
	/** Language that the customer read the pages in. */
	language: z.enum(['nl', 'en']),
});
export type CustomerConnection = z.infer<typeof CustomerConnection>;

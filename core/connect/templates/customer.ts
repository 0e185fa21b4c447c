import { z } from 'zod';
import { SelectiveSync } from '../../model/selectiveSync';
import { SettingsRoute } from '../../model/settings';
import { AccessSeen } from '../access';
import { ConnectSystem, CredentialRef } from '../connection';
import { FilterSeen } from '../filter';
import { SETTINGS_NODE } from './settingsNode';

/** What a customer's own daily sync is made from. Names and ids only: no secret passes here. */

export type System = ConnectSystem;

/** NMBRS ids go into addresses of requests: letters, digits and dashes. */
const PartitionId = z.string().regex(/^[A-Za-z0-9-]{1,64}$/);

export const DailySyncCustomer = z.object({
	customer: z.string().trim().min(1).max(200),
	system: ConnectSystem,
	language: z.enum(['nl', 'en']).default('nl'),
	/** The Alleo company that people come into; empty where routes in the workflow decide it. */
	alleo_company_id: z
		.string()
		.regex(/^\d{0,12}$/)
		.default(''),
	/** Stays the same when the customer connects again. */
	integration_id: z.string().default(''),
	/** By credential type; the first way into the system that is there is the one that is used. */
	credentials: z.record(CredentialRef),
	/** Whether the access field decides who takes part; see Settings. */
	selective_sync: SelectiveSync.default('auto'),
	/** Which filter value goes to which Alleo company, where the customer said so. */
	routing: z.array(SettingsRoute).default([]),
	/** Where messages about the customer go; empty: where the desk sends those of everybody. */
	recipients: z.array(z.string()).default([]),
	/** What was found while connecting, for whoever sets the sync. */
	found: z
		.object({ access: AccessSeen.nullable(), filter: FilterSeen.nullable() })
		.default({ access: null, filter: null }),
	debtor_ids: z.array(PartitionId).default([]),
	company_ids: z.array(PartitionId).default([]),
	/** Scopes of the NMBRS consent; null = not known. */
	scopes: z.array(z.string()).nullable().default(null),
});
export type DailySyncCustomer = z.infer<typeof DailySyncCustomer>;

/** Credential types of the source node, the ways in first; `authentication` is the node's own choice. */
export const SOURCES: Record<
	System,
	{
		node: string;
		ways: ReadonlyArray<{ type: string; authentication?: string }>;
		beside: readonly string[];
	}
> = {
	nmbrs: {
		node: 'n8n-nodes-alleo.nmbrs',
		ways: [{ type: 'nmbrsOAuth2Api' }],
		beside: ['nmbrsTokenApi'],
	},
	afas: {
		node: 'n8n-nodes-alleo.afas',
		ways: [
			{ type: 'afasOAuth2Api', authentication: 'oAuth2' },
			{ type: 'afasTokenApi', authentication: 'token' },
		],
		beside: [],
	},
};

/** Nodes that take the Alleo credential, and the ones that talk to this n8n about the workflow. */
export const ALLEO_NODE = 'n8n-nodes-alleo.alleo';
/** A node that has a place for the Alleo credential. */
export const takesAlleo = (type: string): boolean => type === ALLEO_NODE || type === SETTINGS_NODE;
export const SETUP_NODE = 'n8n-nodes-alleo.customerSetup';
/** Asks the run log for a newer plan, with the instance's own key. */
export const APPROVAL_NODE = 'n8n-nodes-alleo.syncApproval';
export const ALLEO_CREDENTIAL = 'alleoApi';

/** The source nodes' systems, for a workflow that a person may have renamed all over. */
export const systemOf = (nodeType: string): System | null =>
	ConnectSystem.options.find((system) => SOURCES[system].node === nodeType) ?? null;

/** People from a file: no customer connects it, so it is none of the systems above. */
export const FILE_NODE = 'n8n-nodes-alleo.employeeFile';

/** Whether a node gives people of an HR system, whichever way they come. */
export const isSourceNode = (nodeType: string): boolean =>
	nodeType === FILE_NODE || systemOf(nodeType) !== null;

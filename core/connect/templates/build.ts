import type { IssueCode } from '../../issues';
import { done, failed } from '../../model/result';
import type { Result } from '../../model/result';
import type { RunTimes } from '../../model/settings';
import { ALLEO_CREDENTIAL, APPROVAL_NODE, SETUP_NODE, SOURCES, takesAlleo } from './customer';
import type { DailySyncCustomer } from './customer';
import { withFound } from './found';
import { closeDoor, isOpenForm } from './forms';
import { isInvitationNode, withInvitation } from './invitation';
import { withSchedule } from './schedule';
import { isSettingsNode } from './settingsNode';
import { settingsNode, withRoutes, withSettings } from './settings';
import type { CredentialRef } from '../connection';
import type { Workflow, WorkflowNode } from './workflow';

/** Makes a customer's own daily sync from the template: filled in, but for what only runs can show. */

export interface Bindings {
	/** The Alleo credential for reading accounts and applying. */
	alleo: CredentialRef;
	/** The credential for this n8n, with its type: enabling, and a link to connect again. */
	instance: { type: string; credential: CredentialRef };
	/** How often it runs, at a time that follows from the customer. */
	times?: RunTimes;
}

export interface BuiltSync {
	workflow: Workflow;
	/** What the customer should know about it. */
	notes: IssueCode[];
}

/** n8n's own limit is 128 characters. */
const LONGEST_NAME = 120;

const NAMES = { nmbrs: 'NMBRS', afas: 'AFAS' } as const;

const ENDS = { daily: 'daily', salaryLeave: 'salary and leave', budgets: 'budgets' } as const;

export function workflowName(
	{ customer, system }: DailySyncCustomer,
	kind: keyof typeof ENDS = 'daily',
): string {
	const end = ` – ${NAMES[system]} to Alleo, ${ENDS[kind]}`;
	const room = LONGEST_NAME - end.length;
	const name = customer.replace(/\s+/g, ' ').trim();
	return `${name.length > room ? `${name.slice(0, room - 1)}…` : name}${end}`;
}

export interface WayIn {
	/** The credential that stands for the connection. */
	main: CredentialRef;
	credentials: Record<string, CredentialRef>;
	authentication?: string;
}

/** The way in that the customer has, as the source node needs it; null without one. */
export function wayIn({ system, credentials }: DailySyncCustomer): WayIn | null {
	const { ways, beside } = SOURCES[system];
	for (const { type, authentication } of ways) {
		const main = credentials[type];
		if (main === undefined) continue;
		const chosen = Object.fromEntries(
			[type, ...beside].flatMap((name) => {
				const reference = credentials[name];
				return reference === undefined ? [] : [[name, reference] as const];
			}),
		);
		return {
			main,
			credentials: chosen,
			...(authentication === undefined ? {} : { authentication }),
		};
	}
	return null;
}

/** One scope, for everything that may be a group in Alleo. */
const SCOPE_OF_DEPARTMENTS = 'employee.orgstructure.read';
const PARTS_OF_THAT_SCOPE = ['department', 'function', 'costCenter', 'manager'];

/** Parts that this customer's connection cannot read; asking for one would stop every run. */
function withheld({ system, credentials, scopes }: DailySyncCustomer): Map<string, IssueCode> {
	const parts = new Map<string, IssueCode>();
	if (system !== 'nmbrs') return parts;
	if (credentials['nmbrsTokenApi'] === undefined) parts.set('extraFields', 'SYNC_NO_EXTRA_FIELDS');
	if (scopes !== null && !scopes.includes(SCOPE_OF_DEPARTMENTS)) {
		for (const part of PARTS_OF_THAT_SCOPE) parts.set(part, 'SYNC_NO_DEPARTMENTS');
	}
	return parts;
}

const texts = (value: unknown): string[] =>
	Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];

/** @param newAddress a random UUID at each call, for the forms of this customer's workflow */
export function buildDailySync(
	template: Workflow,
	customer: DailySyncCustomer,
	{ alleo, instance, times = 'onceADay' }: Bindings,
	newAddress: () => string,
): Result<BuiltSync> {
	const { node: sourceType } = SOURCES[customer.system];
	const way = wayIn(customer);
	if (way === null) return failed('SYNC_NO_CREDENTIAL', { system: NAMES[customer.system] });
	const settings = settingsNode(template);
	const parts = {
		'Sync Settings': settings,
		[sourceType]: template.nodes.find(({ type }) => type === sourceType),
	};
	const missing = Object.entries(parts).find(([, node]) => node === null || node === undefined);
	if (missing !== undefined) return failed('SYNC_TEMPLATE_UNUSABLE', { part: missing[0] });
	const open = template.nodes.find(isOpenForm);
	if (open !== undefined) return failed('SYNC_TEMPLATE_OPEN_FORM', { form: open.name });
	const without = withheld(customer);
	const notes = new Set<IssueCode>();

	const source = (node: WorkflowNode): WorkflowNode => {
		const include = texts(node.parameters['include']);
		for (const part of include) {
			const code = without.get(part);
			if (code !== undefined) notes.add(code);
		}
		return {
			...node,
			credentials: { ...node.credentials, ...way.credentials },
			parameters: {
				...node.parameters,
				...(way.authentication === undefined ? {} : { authentication: way.authentication }),
				...(include.length === 0 ? {} : { include: include.filter((part) => !without.has(part)) }),
				...(customer.debtor_ids.length === 0 ? {} : { debtorIds: customer.debtor_ids }),
				...(customer.company_ids.length === 0 ? {} : { companyIds: customer.company_ids }),
			},
		};
	};
	const fill = (node: WorkflowNode): WorkflowNode => {
		if (node.type === sourceType) return source(node);
		if (takesAlleo(node.type)) {
			return { ...node, credentials: { ...node.credentials, [ALLEO_CREDENTIAL]: alleo } };
		}
		if (node.type === SETUP_NODE || node.type === APPROVAL_NODE) {
			const credentials = { ...node.credentials, [instance.type]: instance.credential };
			const bound = { ...node, credentials };
			return isInvitationNode(node) ? withInvitation(bound, customer, way.main) : bound;
		}
		return node;
	};
	const nodes = template.nodes.map((node) => closeDoor(fill(node), newAddress));
	const scheduled = withSchedule({ ...template, nodes }, customer, times);
	const named = withFound({ ...scheduled, name: workflowName(customer) }, customer.found);
	const workflow = withSettings(withRoutes(named, customer.routing), {
		customer_name: customer.customer,
		alleo_company_id: customer.alleo_company_id,
		language: customer.language,
		selective_sync: customer.selective_sync,
		approval: 'always',
		offer_enable: true,
		integration_id: customer.integration_id,
		...(settings !== null && isSettingsNode(settings) ? { run_times: times } : {}),
		...(customer.recipients.length === 0 ? {} : { recipients: customer.recipients.join(', ') }),
	});
	return done({ workflow, notes: [...notes] });
}

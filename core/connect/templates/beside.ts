import type { IssueCode } from '../../issues';
import { done, failed } from '../../model/result';
import type { Result } from '../../model/result';
import type { CredentialRef } from '../connection';
import { wayIn, workflowName } from './build';
import type { Bindings, BuiltSync } from './build';
import { ALLEO_CREDENTIAL, APPROVAL_NODE, SETUP_NODE, SOURCES, takesAlleo } from './customer';
import type { DailySyncCustomer } from './customer';
import { lacksDelivery, withDelivery } from './delivery';
import { comparesEmployees, ownSteps } from './explainGraph';
import { closeDoor } from './forms';
import { lacksAccrual, lacksScope, payParameters, type Pay } from './pay';
import { withTimeBeside } from './schedule';
import { readSetting, settingsNode, withSettings } from './settings';
import { isSettingsNode } from './settingsNode';
import type { Workflow, WorkflowNode } from './workflow';

/**
 * Makes the workflows beside a customer's daily sync: salary and leave, and budgets. What the daily sync is
 * set to by now counts, not what it was made with: its debtors, its key of a person, its mapping of budgets.
 */

export const BESIDE = ['salaryLeave', 'budgets'] as const;
export type Beside = (typeof BESIDE)[number];

export interface BesideInput {
	kind: Beside;
	template: Workflow;
	/** As it is in n8n. */
	daily: Workflow;
	customer: DailySyncCustomer;
	pay: Pay;
	/** How often the budget file is made; salary and leave is monthly. */
	often: 'daily' | 'monthly';
	/** The workflow that files go by; empty where nobody chose one yet. */
	delivery: string;
	bindings: Pick<Bindings, 'instance'> & { alleo: CredentialRef };
}

const NORMALIZE = 'n8n-nodes-alleo.employeeNormalize';

/** Names of nodes in the expressions of a value: `$('Sync Settings')`. */
function namedIn(value: unknown): string[] {
	if (typeof value === 'string') {
		if (!value.startsWith('=')) return [];
		return [...value.matchAll(/\$\(\s*(['"`])(.*?)\1\s*\)/g)].map(([, , name = '']) => name);
	}
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(namedIn) : [];
}

const portable = (value: unknown, here: ReadonlySet<string>): boolean =>
	namedIn(value).every((name) => here.has(name));

/** Parameters of the daily sync that mean the same here: those about nodes that are not here stay behind. */
function takenOver(
	node: WorkflowNode | undefined,
	here: ReadonlySet<string>,
): WorkflowNode['parameters'] {
	return Object.fromEntries(
		Object.entries(node?.parameters ?? {}).filter(([, value]) => portable(value, here)),
	);
}

/** Which people, and by which way in: what both kinds take from the daily sync's source node. */
const PEOPLE = ['authentication', 'debtorIds', 'companyIds', 'personKey'];

const EXTRA_FIELDS = 'extraFields';

/** Budgets of NMBRS are extra fields, so they are read whatever the daily sync does without. */
function withBudgetFields(parameters: WorkflowNode['parameters']): WorkflowNode['parameters'] {
	const { include } = parameters;
	if (!Array.isArray(include) || include.includes(EXTRA_FIELDS)) return parameters;
	return { ...parameters, include: [...include, EXTRA_FIELDS] };
}

export function buildBeside(input: BesideInput, newAddress: () => string): Result<BuiltSync> {
	const { kind, template, daily, customer, pay, often, delivery, bindings } = input;
	const { node: sourceType } = SOURCES[customer.system];
	const here = new Set(template.nodes.map(({ name }) => name));
	const dailySource = daily.nodes.find(({ type }) => type === sourceType);
	// A connection that renews the API token alone says nothing of the consent, which the daily sync has.
	const way = wayIn(customer);
	const credentials = { ...way?.credentials, ...dailySource?.credentials };
	if (Object.keys(credentials).length === 0) {
		return failed('SYNC_NO_CREDENTIAL', { system: customer.system.toUpperCase() });
	}
	// Salary and leave alone reads pay and makes figures of it: nothing for budgets.
	const readsPeople = comparesEmployees(daily);
	const dailyNormalize = readsPeople
		? daily.nodes.find(({ type }) => type === NORMALIZE)
		: undefined;
	const dailySettings = daily.nodes.find(isSettingsNode);
	// Never everybody where the daily sync reads some: a shared login sees people of others.
	const { debtor_ids: debtorIds, company_ids: companyIds } = customer;
	const ofSource = {
		...(debtorIds.length === 0 ? {} : { debtorIds }),
		...(companyIds.length === 0 ? {} : { companyIds }),
		...takenOver(dailySource, here),
	};
	// Of before version 4 it has its routes elsewhere.
	const isWhole =
		dailySettings !== undefined &&
		[dailySource, dailyNormalize, dailySettings].every((node) => portable(node?.parameters, here));
	const people = Object.fromEntries(
		Object.entries(ofSource).filter(([name]) => PEOPLE.includes(name)),
	);

	const read = readsPeople ? ofSource : people;

	const source = (node: WorkflowNode): WorkflowNode => {
		const taken =
			kind === 'budgets'
				? customer.system === 'nmbrs'
					? withBudgetFields({ ...node.parameters, ...read })
					: { ...node.parameters, ...read }
				: { ...node.parameters, ...people, ...payParameters(pay, node.parameters) };
		return {
			...node,
			credentials: { ...node.credentials, ...credentials },
			parameters: {
				...(way?.authentication === undefined ? {} : { authentication: way.authentication }),
				...taken,
			},
		};
	};
	const fill = (node: WorkflowNode): WorkflowNode => {
		const { type, credentials: own } = node;
		if (type === sourceType) return source(node);
		if (takesAlleo(type)) {
			const taken = isSettingsNode(node) ? takenOver(dailySettings, here) : {};
			return {
				...node,
				parameters: { ...node.parameters, ...taken },
				credentials: { ...own, [ALLEO_CREDENTIAL]: bindings.alleo },
			};
		}
		if (type === NORMALIZE && kind === 'budgets') {
			return { ...node, parameters: { ...node.parameters, ...takenOver(dailyNormalize, here) } };
		}
		if (type === SETUP_NODE || type === APPROVAL_NODE) {
			const { instance } = bindings;
			return { ...node, credentials: { ...own, [instance.type]: instance.credential } };
		}
		return node;
	};
	const nodes = template.nodes.map((node) => closeDoor(fill(node), newAddress));
	const name = workflowName(customer, kind);
	const timed = withTimeBeside({ ...template, name, nodes }, customer, often);
	const setting = (
		key: 'customer_name' | 'alleo_company_id' | 'language' | 'recipients',
		otherwise: string,
	) => readSetting(daily, key) ?? otherwise;
	const target = settingsNode(timed);
	const workflow = withSettings(withDelivery(timed, delivery), {
		customer_name: setting('customer_name', customer.customer),
		alleo_company_id: setting('alleo_company_id', customer.alleo_company_id),
		language: setting('language', customer.language),
		recipients: setting('recipients', customer.recipients.join(', ')),
		// Whatever the daily sync does by itself: the first run of this one waits for a person.
		approval: 'always',
		integration_id: customer.integration_id,
		...(target !== null && isSettingsNode(target)
			? {
					selective_sync: readSetting(daily, 'selective_sync') ?? customer.selective_sync,
					offer_enable: false,
					run_times: 'template',
					budget_file: often,
				}
			: {}),
	});
	const notes: IssueCode[] = [
		...(lacksDelivery(workflow) ? (['SYNC_DELIVERY_NOT_CHOSEN'] as const) : []),
		...(kind === 'salaryLeave' && lacksScope(customer.scopes)
			? (['SYNC_PAY_NO_SCOPE'] as const)
			: []),
		...(kind === 'salaryLeave' && lacksAccrual(pay) ? (['SYNC_PAY_NO_ACCRUAL'] as const) : []),
		...(ownSteps(daily).length > 0 || !isWhole ? (['SYNC_OWN_STEPS'] as const) : []),
	];
	return done({ workflow, notes });
}

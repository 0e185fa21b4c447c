import { literal } from '../evaluated';
import { plainText } from './settingsSet';
import type { WorkflowNode } from './workflow';

/** The node Sync Settings as it stands in a workflow: its parameters by the keys of the item that it gives. */

export const SETTINGS_NODE = 'n8n-nodes-alleo.syncSettings';

/** What the panel has where a person chose nothing else; n8n keeps no default. A test holds it to the panel. */
const PARAMETERS = {
	customer_name: { name: 'customerName', preset: '' },
	alleo_company_id: { name: 'alleoCompanyId', preset: '' },
	language: { name: 'language', preset: 'nl' },
	selective_sync: { name: 'selectiveSync', preset: 'auto' },
	approval: { name: 'approval', preset: 'always' },
	offer_enable: { name: 'offerEnable', preset: 'false' },
	integration_id: { name: 'integrationId', preset: '' },
	reference_date: { name: 'referenceDate', preset: '' },
	recipients: { name: 'recipients', preset: '' },
	run_times: { name: 'runTimes', preset: 'template' },
	budget_file: { name: 'budgetFile', preset: 'none' },
} as const;

export type SettingName = keyof typeof PARAMETERS;
export const SETTING_PARAMETERS: Readonly<Record<SettingName, { name: string; preset: string }>> =
	PARAMETERS;

export const isSettingsNode = ({ type }: WorkflowNode): boolean => type === SETTINGS_NODE;

export const isSettingName = (name: string): name is SettingName => Object.hasOwn(PARAMETERS, name);

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** A choice of a list as n8n keeps it: typed, since the list may be out of reach; none yet is one of the list. */
export const typedChoice = (value: unknown): Record<string, unknown> => ({
	__rl: true,
	mode: value === '' ? 'list' : 'id',
	value,
});

/** The value as a text; null where an expression stands there. */
export function readParameter({ parameters }: WorkflowNode, setting: SettingName): string | null {
	const { name, preset } = PARAMETERS[setting];
	const value = parameters[name];
	if (value === undefined) return preset;
	return plainText(isRecord(value) ? value['value'] : value);
}

/** A value as the parameter of a setting; expressions of a person as they are. */
export const asParameter = (setting: SettingName, value: unknown): unknown =>
	setting === 'alleo_company_id' ? typedChoice(value) : value;

export function withParameters(
	node: WorkflowNode,
	values: Readonly<Partial<Record<SettingName, string | boolean>>>,
): WorkflowNode {
	const given = Object.entries(values).flatMap(([setting, value]) => {
		if (!isSettingName(setting) || value === undefined) return [];
		const text = typeof value === 'string' ? literal(value) : value;
		return [[PARAMETERS[setting].name, asParameter(setting, text)] as const];
	});
	return { ...node, parameters: { ...node.parameters, ...Object.fromEntries(given) } };
}

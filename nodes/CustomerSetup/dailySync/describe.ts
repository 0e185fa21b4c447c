import type { IDataObject } from 'n8n-workflow';
import { SOURCES, systemOf } from '../../../core/connect/templates/customer';
import { systemOfWorkflow } from '../../../core/connect/templates/rebind';
import { readSchedule } from '../../../core/connect/templates/schedule';
import { readSetting } from '../../../core/connect/templates/settings';
import { readRecipients } from '../../../core/runLog/desk/compose';
import type { StoredWorkflow } from '../../../core/connect/templates/workflow';
import type { Language } from '../../../core/issues';
import type { ItemContext } from '../resources/operation';
import { editorUrl } from './store';

export const SYSTEM_NAMES = { nmbrs: 'NMBRS', afas: 'AFAS' } as const;

export const systemName = (workflow: StoredWorkflow): string => {
	const system = systemOfWorkflow(workflow);
	return system === null ? 'HR' : SYSTEM_NAMES[system];
};

/** The customer as its workflow names it; the workflow's own name where an expression stands there. */
export const customerOf = (workflow: StoredWorkflow): string => {
	const name = readSetting(workflow, 'customer_name');
	return name === null || name === '' ? workflow.name : name;
};

export const languageOf = (workflow: StoredWorkflow): Language =>
	readSetting(workflow, 'language') === 'en' ? 'en' : 'nl';

/** On: a version is published, and it does not ask a person about every plan. */
export const isEnabled = (workflow: StoredWorkflow): boolean =>
	workflow.active && readSetting(workflow, 'approval') === 'whenGuardTrips';

interface Bound {
	type: string;
	id: string;
	name: string;
}

/** Credentials of the HR system that the workflow reads with, the connection itself first. */
export function boundCredentials({ nodes }: StoredWorkflow): Bound[] {
	const found = new Map<string, Bound>();
	for (const { type: node, credentials = {} } of nodes) {
		const system = systemOf(node);
		if (system === null) continue;
		const order = [...SOURCES[system].ways.map(({ type }) => type), ...SOURCES[system].beside];
		for (const type of order) {
			const reference = credentials[type];
			if (typeof reference?.id !== 'string') continue;
			found.set(reference.id, { type, id: reference.id, name: reference.name ?? reference.id });
		}
	}
	return [...found.values()];
}

/** An integration as an item. */
export const toIntegration = (given: ItemContext, workflow: StoredWorkflow): IDataObject => ({
	workflow_id: workflow.id,
	workflow_name: workflow.name,
	workflow_url: editorUrl(given, workflow.id),
	customer: customerOf(workflow),
	system: systemOfWorkflow(workflow),
	integration_id: readSetting(workflow, 'integration_id') ?? '',
	alleo_company_id: readSetting(workflow, 'alleo_company_id'),
	approval: readSetting(workflow, 'approval'),
	published: workflow.active,
	enabled: isEnabled(workflow),
	language: languageOf(workflow),
	...readSchedule(workflow),
	recipients: readRecipients(readSetting(workflow, 'recipients')),
	credentials: boundCredentials(workflow).map((bound) => ({ ...bound })),
});

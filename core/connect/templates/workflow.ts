import { z } from 'zod';

/**
 * A workflow as n8n's public API gives and takes it (n8n 2.41, POST and PUT /api/v1/workflows). The API
 * refuses a request with any other key, at the top, in a node and in the settings; what it gives has more.
 */

/** What is read of a node; every other key stays as it is. */
export const WorkflowNode = z
	.object({
		id: z.string(),
		name: z.string(),
		type: z.string(),
		parameters: z.record(z.unknown()).default({}),
		// n8n keeps an id of null for a credential that was never chosen.
		credentials: z
			.record(z.object({ id: z.string().nullish(), name: z.string().optional() }).passthrough())
			.optional(),
		webhookId: z.string().optional(),
		disabled: z.boolean().optional(),
	})
	.passthrough();
export type WorkflowNode = z.infer<typeof WorkflowNode>;

export const Workflow = z
	.object({
		name: z.string(),
		nodes: z.array(WorkflowNode),
		connections: z.record(z.unknown()),
		settings: z
			.record(z.unknown())
			.nullish()
			.transform((settings) => settings ?? {}),
	})
	.passthrough();
export type Workflow = z.infer<typeof Workflow>;

/** A workflow that n8n keeps: `active` means that a version of it is published. */
export const StoredWorkflow = Workflow.and(
	z.object({
		id: z.string(),
		active: z.boolean(),
		isArchived: z.boolean().default(false),
		/** Saved last. */
		updatedAt: z.string().optional(),
	}),
);
export type StoredWorkflow = z.infer<typeof StoredWorkflow>;

const NODE_KEYS: ReadonlySet<string> = new Set([
	'id',
	'name',
	'webhookId',
	'disabled',
	'notesInFlow',
	'notes',
	'type',
	'typeVersion',
	'executeOnce',
	'alwaysOutputData',
	'retryOnFail',
	'maxTries',
	'waitBetweenTries',
	'continueOnFail',
	'onError',
	'position',
	'parameters',
	'credentials',
	'customTelemetryTags',
]);

const SETTINGS_KEYS: ReadonlySet<string> = new Set([
	'saveExecutionProgress',
	'saveManualExecutions',
	'saveDataErrorExecution',
	'saveDataSuccessExecution',
	'executionTimeout',
	'errorWorkflow',
	'timezone',
	'executionOrder',
	'callerPolicy',
	'callerIds',
	'timeSavedMode',
	'timeSavedPerExecution',
	'redactionPolicy',
	'availableInMCP',
	'customTelemetryTags',
]);

const only = (given: Record<string, unknown>, keys: ReadonlySet<string>): Record<string, unknown> =>
	Object.fromEntries(
		Object.entries(given).filter(([key, value]) => keys.has(key) && value !== undefined),
	);

/** The body of POST and PUT. n8n keeps what is not sent: pinned data, static data, tags, folder. */
export interface WorkflowBody {
	name: string;
	nodes: Array<Record<string, unknown>>;
	connections: Record<string, unknown>;
	settings: Record<string, unknown>;
}

export const toBody = ({ name, nodes, connections, settings }: Workflow): WorkflowBody => ({
	name,
	nodes: nodes.map((node) => only(node, NODE_KEYS)),
	connections,
	settings: only(settings, SETTINGS_KEYS),
});

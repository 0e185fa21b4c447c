import { z } from 'zod';

/** What n8n's public API answers, as far as it is used (n8n 2.41, /api/v1). Other keys are ignored. */

export const N8nCredential = z.object({
	id: z.string().min(1),
	name: z.string(),
	type: z.string(),
	createdAt: z.string().optional(),
	/** n8n counts each token that it renewed as a change. */
	updatedAt: z.string().optional(),
});
export type N8nCredential = z.infer<typeof N8nCredential>;

const Connections = z.record(z.unknown());

export const N8nNode = z
	.object({
		id: z.string().optional(),
		name: z.string(),
		type: z.string(),
		typeVersion: z.number(),
		position: z.tuple([z.number(), z.number()]),
		parameters: z.record(z.unknown()).default({}),
		credentials: z
			.record(z.object({ id: z.string().nullable().optional(), name: z.string().optional() }))
			.optional(),
	})
	.passthrough();
export type N8nNode = z.infer<typeof N8nNode>;

export const N8nTag = z.object({ id: z.string().min(1), name: z.string() });
export type N8nTag = z.infer<typeof N8nTag>;

/** `active` is true while a version is published; `versionId` names the draft. */
export const N8nWorkflow = z.object({
	id: z.string().min(1),
	name: z.string(),
	active: z.boolean().default(false),
	versionId: z.string().nullish(),
	activeVersionId: z.string().nullish(),
	isArchived: z.boolean().optional(),
	nodes: z.array(N8nNode),
	connections: Connections,
	settings: z.record(z.unknown()).nullish(),
	updatedAt: z.string().optional(),
	/** Absent where tags are switched off in n8n. */
	tags: z.array(N8nTag).optional(),
	/** The project that owns it. */
	shared: z.array(z.object({ role: z.string(), projectId: z.string() })).optional(),
});
export type N8nWorkflow = z.infer<typeof N8nWorkflow>;

/** A node of one version of a workflow, as far as versions are compared. */
export const VersionNode = z.object({
	id: z.string().optional(),
	name: z.string(),
	type: z.string(),
	parameters: z.record(z.unknown()).default({}),
	typeVersion: z.number().default(1),
	disabled: z.boolean().optional(),
	executeOnce: z.boolean().optional(),
	alwaysOutputData: z.boolean().optional(),
	retryOnFail: z.boolean().optional(),
	onError: z.string().optional(),
	credentials: z.record(z.object({ name: z.string().optional() })).optional(),
});
export type VersionNode = z.infer<typeof VersionNode>;

const WorkflowVersion = z.object({ nodes: z.array(VersionNode), connections: Connections });
export type WorkflowVersion = z.infer<typeof WorkflowVersion>;

/** The draft itself, and the published version beside it: n8n gives it whole with the workflow. */
export const N8nVersions = WorkflowVersion.extend({ activeVersion: WorkflowVersion.nullable() });

/** What POST and PUT accept: n8n refuses any other key. */
export interface N8nWorkflowBody {
	name: string;
	nodes: N8nNode[];
	connections: Record<string, unknown>;
	settings: Record<string, unknown>;
}

export const N8nDataTable = z.object({
	id: z.string().min(1),
	name: z.string(),
	columns: z.array(z.object({ name: z.string() })),
});
export type N8nDataTable = z.infer<typeof N8nDataTable>;

export type CellValue = string | number | boolean | null;

export const N8nRow = z.object({ id: z.number() }).passthrough();
export type N8nRow = z.infer<typeof N8nRow>;

export interface ColumnSpec {
	name: string;
	type: 'string' | 'number' | 'boolean' | 'date';
}

/** All conditions must hold. */
export interface RowCondition {
	columnName: string;
	condition: 'eq' | 'neq' | 'like' | 'gt' | 'gte' | 'lt' | 'lte' | 'isEmpty' | 'isNotEmpty';
	value: CellValue;
}

export const listOf = <T extends z.ZodTypeAny>(entry: T) =>
	z.object({ data: z.array(entry), nextCursor: z.string().nullish() });

export const N8nScopes = z.object({ data: z.object({ scopes: z.array(z.string()) }) });

export const N8nError = z.object({ message: z.string() });

import { z, type ZodTypeAny } from 'zod';
import { done } from '../../../core/model/result';
import type { Call, N8nChannel } from './channel';
import type { OperationName } from './operations';
import { credentialForN8n, workflowForN8n, type ExpressionsFrom } from './outside';
import { refused, type N8nResult } from './result';
import {
	listOf,
	N8nCredential,
	N8nDataTable,
	N8nRow,
	N8nScopes,
	N8nTag,
	N8nVersions,
	N8nWorkflow,
	type CellValue,
	type ColumnSpec,
	type RowCondition,
	type WorkflowVersion,
	type N8nWorkflowBody,
} from './schemas';

const PAGE_SIZE = '250';

/** A list that goes on beyond this never ends. */
const MOST_PAGES = 1000;

const filterText = (filters: readonly RowCondition[]): string =>
	JSON.stringify({ type: 'and', filters });

/** Values of a credential; `oauthTokenData` carries the tokens of an OAuth2 credential. */
export type CredentialData = Record<string, unknown>;

/**
 * n8n's public API, one method per call; errors are data. Credential data goes in and never comes out:
 * the API has no way to read it. What is written passes `outside.ts`: n8n runs no text of others.
 */
export class N8nClient {
	constructor(private readonly channel: N8nChannel) {}

	/** The scopes of the key. */
	async scopes(): Promise<N8nResult<string[]>> {
		const read = await this.channel.call({ operation: 'discover' }, N8nScopes);
		return read.ok ? done(read.value.data.scopes) : read;
	}

	async createCredential(
		name: string,
		type: string,
		data: CredentialData,
	): Promise<N8nResult<N8nCredential>> {
		const safe = credentialForN8n(type, { name, type, data });
		if (!safe.ok) return safe;
		const { value: body } = safe;
		return await this.channel.call({ operation: 'credential:create', body }, N8nCredential);
	}

	/** Replaces the data as a whole, tokens included: n8n keeps old tokens in a partial update. */
	async replaceCredential(
		id: string,
		change: { name?: string; type: string; data: CredentialData },
	): Promise<N8nResult<N8nCredential>> {
		const safe = credentialForN8n(change.type, change);
		if (!safe.ok) return safe;
		const body = { ...safe.value, isPartialData: false };
		return await this.channel.call({ operation: 'credential:update', id, body }, N8nCredential);
	}

	async deleteCredential(id: string): Promise<N8nResult<null>> {
		const deleted = await this.channel.call({ operation: 'credential:delete', id }, z.unknown());
		return deleted.ok ? done(null) : deleted;
	}

	async credentials(): Promise<N8nResult<N8nCredential[]>> {
		return await this.#all('credential:list', N8nCredential);
	}

	/** The JSON schema that `createCredential` checks its data against. */
	async credentialSchema(type: string): Promise<N8nResult<Record<string, unknown>>> {
		const call = { operation: 'credential:schema', id: type } as const;
		return await this.channel.call(call, z.record(z.unknown()));
	}

	/**
	 * @param template what the workflow was made from; only its expressions may be in the body
	 * @param projectId the project that owns it; without it that of the user of the key
	 */
	async createWorkflow(
		body: N8nWorkflowBody,
		template: ExpressionsFrom,
		projectId?: string,
	): Promise<N8nResult<N8nWorkflow>> {
		const safe = workflowForN8n(body, template);
		if (!safe.ok) return safe;
		const owned = { ...body, ...(projectId === undefined ? {} : { projectId }) };
		return await this.channel.call({ operation: 'workflow:create', body: owned }, N8nWorkflow);
	}

	async workflow(id: string): Promise<N8nResult<N8nWorkflow>> {
		return await this.channel.call({ operation: 'workflow:read', id }, N8nWorkflow);
	}

	/** The draft as it is saved, and what is published; null where nothing is. */
	async workflowVersions(
		id: string,
	): Promise<N8nResult<{ draft: WorkflowVersion; published: WorkflowVersion | null }>> {
		const read = await this.channel.call({ operation: 'workflow:read', id }, N8nVersions);
		if (!read.ok) return read;
		const { activeVersion: published, ...draft } = read.value;
		return done({ draft, published });
	}

	/**
	 * Changes the draft; what is published stays until `publishWorkflow`, unless `publishIfActive`.
	 * @param before the workflow as n8n gave it; only its expressions may be in the body
	 */
	async updateWorkflow(
		id: string,
		body: N8nWorkflowBody,
		before: ExpressionsFrom,
		publishIfActive = false,
	): Promise<N8nResult<N8nWorkflow>> {
		const safe = workflowForN8n(body, before);
		if (!safe.ok) return safe;
		const query = { publishIfActive: String(publishIfActive) };
		return await this.channel.call({ operation: 'workflow:update', id, body, query }, N8nWorkflow);
	}

	async publishWorkflow(id: string): Promise<N8nResult<N8nWorkflow>> {
		return await this.channel.call({ operation: 'workflow:activate', id, body: {} }, N8nWorkflow);
	}

	async unpublishWorkflow(id: string): Promise<N8nResult<N8nWorkflow>> {
		return await this.channel.call({ operation: 'workflow:deactivate', id, body: {} }, N8nWorkflow);
	}

	/** Every workflow, a page of the list at a time: all at once can be a hundred megabytes. */
	async eachWorkflow(visit: (page: N8nWorkflow[]) => void): Promise<N8nResult<null>> {
		return await this.#pages({ operation: 'workflow:list' }, N8nWorkflow, visit);
	}

	async workflows(name?: string): Promise<N8nResult<N8nWorkflow[]>> {
		return await this.#all('workflow:list', N8nWorkflow, name === undefined ? {} : { name });
	}

	async tags(): Promise<N8nResult<N8nTag[]>> {
		return await this.#all('tag:list', N8nTag);
	}

	async createTag(name: string): Promise<N8nResult<N8nTag>> {
		return await this.channel.call({ operation: 'tag:create', body: { name } }, N8nTag);
	}

	/** All tags of the workflow: one that is not in the list is taken off. */
	async setWorkflowTags(id: string, tags: readonly string[]): Promise<N8nResult<N8nTag[]>> {
		const body = tags.map((tag) => ({ id: tag }));
		const call = { operation: 'workflowTags:update', id, body } as const;
		return await this.channel.call(call, z.array(N8nTag));
	}

	/** The table of this exact name, null when there is none. */
	async dataTable(name: string): Promise<N8nResult<N8nDataTable | null>> {
		const query = { filter: JSON.stringify({ name }) };
		const found = await this.#all('dataTable:list', N8nDataTable, query);
		return found.ok ? done(found.value.find((table) => table.name === name) ?? null) : found;
	}

	/** @param projectId the project that owns it; without it that of the user of the key */
	async createDataTable(
		name: string,
		columns: readonly ColumnSpec[],
		projectId?: string,
	): Promise<N8nResult<N8nDataTable>> {
		const body = { name, columns, ...(projectId === undefined ? {} : { projectId }) };
		return await this.channel.call({ operation: 'dataTable:create', body }, N8nDataTable);
	}

	async addColumn(table: string, column: ColumnSpec): Promise<N8nResult<null>> {
		const call = { operation: 'dataTableColumn:create', id: table, body: column } as const;
		const added = await this.channel.call(call, z.unknown());
		return added.ok ? done(null) : added;
	}

	async rows(table: string, filters: readonly RowCondition[]): Promise<N8nResult<N8nRow[]>> {
		const query = filters.length === 0 ? {} : { filter: filterText(filters) };
		return await this.#all('dataTableRow:read', N8nRow, query, table);
	}

	/**
	 * Every row that one of the conditions holds for, a page at a time, in the order in which they came in: a
	 * row that comes in meanwhile moves no other to a page that was read already.
	 */
	async eachRow(
		table: string,
		anyOf: readonly RowCondition[],
		visit: (page: N8nRow[]) => void,
	): Promise<N8nResult<null>> {
		const query = {
			filter: JSON.stringify({ type: 'or', filters: anyOf }),
			sortBy: 'id:asc',
		};
		return await this.#pages({ operation: 'dataTableRow:read', id: table, query }, N8nRow, visit);
	}

	/** The newest rows that all conditions hold for, at most so many (250 or fewer). */
	async newestRows(
		table: string,
		filters: readonly RowCondition[],
		most: number,
	): Promise<N8nResult<N8nRow[]>> {
		const query = { filter: filterText(filters), sortBy: 'id:desc', limit: String(most) };
		const call = { operation: 'dataTableRow:read', id: table, query } as const;
		const read = await this.channel.call(call, listOf(N8nRow));
		return read.ok ? done(read.value.data) : read;
	}

	async insertRow(table: string, row: Record<string, CellValue>): Promise<N8nResult<N8nRow[]>> {
		const body = { data: [row], returnType: 'all' };
		return await this.channel.call(
			{ operation: 'dataTableRow:create', id: table, body },
			z.array(N8nRow),
		);
	}

	/**
	 * Changes the rows for which all conditions hold and gives those back: a compare-and-set. n8n runs
	 * it in one transaction, on Postgres as UPDATE … RETURNING, on SQLite under its single writer.
	 */
	async updateRows(
		table: string,
		filters: readonly RowCondition[],
		data: Record<string, CellValue>,
	): Promise<N8nResult<N8nRow[]>> {
		const body = { filter: { type: 'and', filters }, data, returnData: true };
		return await this.channel.call(
			{ operation: 'dataTableRow:update', id: table, body },
			z.array(N8nRow),
		);
	}

	async #all<S extends ZodTypeAny>(
		operation: OperationName,
		entry: S,
		query: Record<string, string> = {},
		id = '',
	): Promise<N8nResult<Array<z.output<S>>>> {
		const all: Array<z.output<S>> = [];
		const read = await this.#pages({ operation, id, query }, entry, (page) => {
			for (const one of page) all.push(one);
		});
		return read.ok ? done(all) : read;
	}

	/** A list to its end. */
	async #pages<S extends ZodTypeAny>(
		{ operation, id = '', query = {} }: Call,
		entry: S,
		visit: (page: Array<z.output<S>>) => void,
	): Promise<N8nResult<null>> {
		let cursor: string | null | undefined;
		for (let pages = 0; pages < MOST_PAGES; pages += 1) {
			const page = { ...query, limit: PAGE_SIZE, ...(cursor ? { cursor } : {}) };
			const read = await this.channel.call({ operation, id, query: page }, listOf(entry));
			if (!read.ok) return read;
			visit(read.value.data);
			cursor = read.value.nextCursor;
			if (!cursor) return done(null);
		}
		const detail = `${operation}: a list without an end`;
		return refused('N8N_ANSWER_UNREADABLE', {}, { detail, status: 200 });
	}
}

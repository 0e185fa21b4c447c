import type { ZodType, ZodTypeDef } from 'zod';
import { done } from '../../../core/model/result';
import { failureProblem } from '../outcome';
import type { ApiResponse, Transport } from '../http';
import { OPERATIONS, type OperationName } from './operations';
import { refused, type N8nResult } from './result';
import { N8nError } from './schemas';

export interface Call {
	operation: OperationName;
	/** The id, or type, in the path. */
	id?: string;
	query?: Record<string, string>;
	body?: object;
}

function parseJson(text: string): unknown {
	try {
		return text === '' ? null : JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** n8n refuses a filter with a plus sign for a space, as in the name of a table ("must be url encoded"). */
const queryText = (query: Record<string, string>): string =>
	new URLSearchParams(query).toString().replaceAll('+', '%20');

/** n8n repeats values of a request in its message, of a credential too: they are taken out. */
function said(response: ApiResponse): string {
	const parsed = N8nError.safeParse(parseJson(response.text));
	return parsed.success ? response.quote(parsed.data.message) : '';
}

/** What of n8n an operation is about: credential, workflow, data table, row. */
const thing = (operation: OperationName): string =>
	({
		dataTable: 'data table',
		dataTableColumn: 'column of a data table',
		dataTableRow: 'row of a data table',
		workflowTags: 'tag of a workflow',
	})[operation.split(':')[0] ?? ''] ??
	operation.split(':')[0] ??
	'request';

/** One call of the API, its answer checked. Reads are repeated; nothing that writes is ever sent twice. */
export class N8nChannel {
	constructor(private readonly transport: Transport) {}

	async call<T>(call: Call, schema: ZodType<T, ZodTypeDef, unknown>): Promise<N8nResult<T>> {
		const [method, template] = OPERATIONS[call.operation];
		const line = `${method} ${template}`;
		const sent = await this.transport.send({
			method,
			template,
			path: template.replace(/\{\w+\}/, () => encodeURIComponent(call.id ?? '')),
			...(call.query === undefined ? {} : { query: queryText(call.query) }),
			...(call.body === undefined ? {} : { body: call.body }),
			retry: method === 'GET' ? 'read' : 'throttle',
		});
		if (!sent.ok) {
			const { failure } = sent;
			const { status, outcomeUnknown } = failure;
			const own = { UNAUTHORIZED: { code: 'N8N_KEY_REFUSED' } } as const;
			const problem = failureProblem('n8n', failure, own);
			return { ok: false, problem: { ...problem, status, outcomeUnknown } };
		}
		const { response } = sent;
		const { status } = response;
		if (status >= 200 && status < 300) {
			const parsed = schema.safeParse(parseJson(response.text));
			if (parsed.success) return done(parsed.data);
			// A write that was answered with something else may have happened all the same.
			return refused(
				'N8N_ANSWER_UNREADABLE',
				{},
				{ detail: line, status, outcomeUnknown: method !== 'GET' },
			);
		}
		const detail = `${line}: ${status} ${said(response)}`.trim();
		const what = thing(call.operation);
		if (status === 403) {
			return refused('N8N_SCOPE_MISSING', { scope: call.operation }, { detail, status });
		}
		if (status === 404) return refused('N8N_NOT_FOUND', { what }, { detail, status });
		return refused(
			'N8N_REFUSED',
			{ what, status },
			{ detail, status, outcomeUnknown: status >= 500 },
		);
	}
}

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { NodeOperationError, type IExecuteFunctions, type IWebhookFunctions } from 'n8n-workflow';
import { z } from 'zod';
import { shapeProblem } from '../../core/model/shape';
import { EmployeeNormalize } from '../../nodes/EmployeeNormalize/EmployeeNormalize.node';
import { asNodeError, kindOf } from '../../nodes/shared/outcome';
import { readRunLog } from '../../nodes/SyncApproval/history';
import { answerRequest } from '../../nodes/SyncApproval/answer';
import { SyncRunLog } from '../../nodes/SyncRunLog/SyncRunLog.node';
import { Alleo } from '../../nodes/Alleo/Alleo.node';
import { CustomerSetup } from '../../nodes/CustomerSetup/CustomerSetup.node';
import { fakeContext } from '../support/fakeContext.mts';
import { ROOT } from '../support/paths.mts';

/** The text of an error that nobody expected reaches no log line, no item and no page. */

const CANARY = 'canary-secret-0123456789';

const broken = (): never => {
	throw new TypeError(`cannot use ${CANARY}`);
};

test('an error is told by its kind and its system code', () => {
	expect(kindOf(new TypeError(CANARY))).toBe('TypeError');
	expect(kindOf(Object.assign(new Error(CANARY), { code: 'ECONNRESET' }))).toBe('Error ECONNRESET');
	expect(kindOf(Object.assign(new Error(CANARY), { code: CANARY }))).toBe('Error');
	expect(kindOf(CANARY)).toBe('string');
	expect(kindOf(Object.create(null))).toBe('Error');
});

test('our own errors stay as they are', () => {
	const { node, context } = fakeContext();
	const own = new NodeOperationError(node, 'what happened');
	expect(asNodeError(context, own)).toBe(own);
	const other = asNodeError(context, new SyntaxError(CANARY), 3);
	expect(other.message).toBe('Something unexpected happened in this node (SyntaxError).');
	expect(
		JSON.stringify([other.message, other.description, other.messages, other.cause]),
	).not.toContain(CANARY);
});

test('a value of another shape is told by its place, never by the value', () => {
	const shape = z.object({ status: z.enum(['a', 'b']), days: z.record(z.number()) });
	const wrong = shape.safeParse({ status: CANARY, days: {} });
	expect(wrong.success ? '' : shapeProblem(wrong.error)).toBe('status: invalid_enum_value');
	const key = shape.safeParse({ status: 'a', days: { [`${CANARY} x`]: 'y' } });
	expect(key.success ? '' : shapeProblem(key.error)).toBe('days.…: expected number, not string');
});

const NODES = { EmployeeNormalize, SyncRunLog, Alleo, CustomerSetup };

test.each(Object.entries(NODES))('%s that goes on after an error', async (name, Node) => {
	for (const continueOnFail of [true, false]) {
		const fake = fakeContext({ continueOnFail });
		const answers: Record<string, string> = {
			'EmployeeNormalize dataset': 'salaryLeave',
			'SyncRunLog stage': 'end',
			'Alleo resource': 'company',
		};
		fake.context.getNodeParameter = ((parameter: string) =>
			answers[`${name} ${parameter}`] ?? broken()) as IExecuteFunctions['getNodeParameter'];
		let shown: unknown;
		try {
			shown = await new Node().execute.call(fake.context);
		} catch (error) {
			const { message, description, messages } = error as NodeOperationError;
			shown = { message, description, messages };
		}
		expect(JSON.stringify([shown, fake.log, fake.hints])).not.toContain(CANARY);
	}
});

describe('the approval page', () => {
	const webhook = (more: object): { context: IWebhookFunctions; log: string[] } => {
		const log: string[] = [];
		const line = (...parts: unknown[]): void => void log.push(JSON.stringify(parts));
		const response = {
			statusCode: 0,
			setHeader: line,
			removeHeader: line,
			status: () => response,
			send: line,
			end: line,
		};
		const context = {
			getNodeParameter: (_name: string, fallback: unknown) => fallback,
			getQueryData: () => ({}),
			getRequestObject: broken,
			getResponseObject: () => response,
			getTimezone: () => 'Europe/Amsterdam',
			logger: { debug: line, info: line, warn: line, error: line },
			...more,
		};
		return { context: context as unknown as IWebhookFunctions, log };
	};

	test('a request that cannot be answered', () => {
		const { context, log } = webhook({});
		const answer = answerRequest(context);
		expect(log.join('\n')).toContain('Sync Approval could not answer a request');
		expect(JSON.stringify([answer, log])).not.toContain(CANARY);
	});

	test.each([
		['is no JSON', () => `{"${CANARY}`],
		['cannot be read', broken],
	])('a run log that %s', (_name, getNodeParameter) => {
		const { context, log } = webhook({ getNodeParameter });
		expect(readRunLog(context)).toEqual([]);
		expect(log.join('\n')).toContain('without earlier runs');
		expect(log.join('\n')).not.toContain(CANARY);
	});
});

test('no source file takes the text of an error that it caught', () => {
	const found = ['nodes', 'credentials', 'core'].flatMap((folder) =>
		readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
			.filter((file) => file.endsWith('.ts'))
			.flatMap((file) => {
				const source = readFileSync(path.join(ROOT, folder, file), 'utf8');
				const used =
					/instanceof \w*Error\s*\?\s*\w+\.(message|stack)|String\((error|thrown|err|e)\)|\((error|thrown|err) as Error\)|\b(error|thrown|err)\.stack/.exec(
						source,
					);
				return used === null ? [] : [`${folder}/${file}: ${used[0]}`];
			}),
	);
	expect(found).toEqual([]);
});

import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import type { ValidateFunction } from 'ajv';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Checks exchanges with a stand-in against an OpenAPI 3.1 file. */

interface Media {
	schema: unknown;
}
interface Parameter {
	name: string;
	in: 'path' | 'query';
	schema: unknown;
}
interface Operation {
	parameters?: Parameter[];
	requestBody?: { content: Record<string, Media> };
	responses: Record<string, { content?: Record<string, Media>; headers?: Record<string, Media> }>;
}

export interface Exchange {
	method: string;
	/** Path with query, below the API's base. */
	path: string;
	status: number;
	headers: Headers;
	body: string;
}

const FILE = join(__dirname, '../fixtures/alleo/alleo-customer-api.openapi.json');
type Node = Record<string, unknown>;
const document = JSON.parse(readFileSync(FILE, 'utf8')) as { paths: Record<string, Node> };

function resolve<T>(value: unknown): T {
	const ref = (value as { $ref?: string } | null)?.$ref;
	if (ref === undefined) return value as T;
	const parts = ref.slice(2).split('/');
	return resolve(parts.reduce<unknown>((node, key) => (node as Node)[key], document));
}

const ajv = new Ajv2020({ strict: false, allErrors: true, coerceTypes: false });
addFormats(ajv);
ajv.addSchema(document, 'api');
const compiled = new Map<unknown, ValidateFunction>();

/** References inside a schema point into the whole document. */
const absolute = (schema: unknown): unknown =>
	JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"api#/')) as unknown;

function problems(schema: unknown, value: unknown, what: string): string[] {
	const validate = compiled.get(schema) ?? ajv.compile(absolute(schema) as object);
	compiled.set(schema, validate);
	if (validate(value)) return [];
	return (validate.errors ?? []).map((error) => `${what}${error.instancePath} ${error.message}`);
}

/** Text of a parameter or header as the type that its schema asks for. */
function typed(schema: unknown, text: string): unknown {
	const { type } = schema as { type?: string };
	if (type === 'integer') return /^-?\d+$/.test(text) ? Number(text) : text;
	if (type === 'boolean') return text === 'true' ? true : text === 'false' ? false : text;
	return text;
}

interface Found {
	template: string;
	operation: Operation;
	parameters: Parameter[];
	pathValues: Record<string, string>;
}

export function findOperation(method: string, path: string): Found {
	const [bare = ''] = path.split('?');
	for (const [template, item] of Object.entries(document.paths)) {
		const names = [...template.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
		const match = new RegExp(`^${template.replace(/\{\w+\}/g, '([^/]+)')}$`).exec(bare);
		const operation = item[method.toLowerCase()] as Operation | undefined;
		if (match === null || operation === undefined) continue;
		const shared = (item['parameters'] as unknown[] | undefined) ?? [];
		return {
			template,
			operation,
			parameters: [...shared, ...(operation.parameters ?? [])].map((one) => resolve(one)),
			pathValues: Object.fromEntries(names.map((name, at) => [name, match[at + 1] ?? ''])),
		};
	}
	throw new Error(`${method} ${bare} is not in the OpenAPI file`);
}

/** Every `METHOD template` of the file. */
export const operations = (): string[] =>
	Object.entries(document.paths).flatMap(([template, item]) =>
		['get', 'post', 'patch', 'put', 'delete']
			.filter((method) => method in item)
			.map((method) => `${method.toUpperCase()} ${template}`),
	);

/** What is wrong with a request: unknown or mistyped parameters, a body outside its schema. */
export function requestProblems(method: string, path: string, body: unknown): string[] {
	const { operation, parameters, pathValues } = findOperation(method, path);
	const query = new URLSearchParams(path.split('?')[1] ?? '');
	const found: string[] = [];
	for (const name of query.keys()) {
		if (!parameters.some((one) => one.in === 'query' && one.name === name)) {
			found.push(`unknown query parameter ${name}`);
		}
	}
	for (const parameter of parameters) {
		const text = parameter.in === 'path' ? pathValues[parameter.name] : query.get(parameter.name);
		if (text === null || text === undefined) continue;
		found.push(...problems(parameter.schema, typed(parameter.schema, text), parameter.name));
	}
	const media = Object.values(operation.requestBody?.content ?? {})[0];
	if (media === undefined)
		return body === undefined ? found : [...found, 'a body where none belongs'];
	return [...found, ...problems(media.schema, body, 'body')];
}

/** What is wrong with an answer: status, content type, body or headers outside the file. */
export function responseProblems(exchange: Exchange): string[] {
	const { operation } = findOperation(exchange.method, exchange.path);
	const { responses } = operation;
	const key = exchange.status >= 500 ? '5XX' : String(exchange.status);
	if (responses[key] === undefined) return [`status ${exchange.status} is not in the file`];
	const response = resolve<Operation['responses'][string]>(responses[key]);
	const found: string[] = [];
	for (const [name, header] of Object.entries(response.headers ?? {})) {
		const text = exchange.headers.get(name);
		const { schema } = resolve<Media>(header);
		if (text !== null) found.push(...problems(schema, typed(schema, text), name));
	}
	const type = (exchange.headers.get('content-type') ?? '').split(';')[0] ?? '';
	const media = response.content?.[type];
	if (media === undefined) return [...found, `content type ${type} is not in the file`];
	const value: unknown = type === 'application/json' ? JSON.parse(exchange.body) : exchange.body;
	return [...found, ...problems(media.schema, value, 'body')];
}

import { evaluatedIn, isEvaluated, readLiteral } from '../../../core/connect/evaluated';
import { refused, type N8nResult } from './result';
import type { N8nWorkflowBody } from './schemas';

/** The border to n8n: no text from outside becomes an expression there. Fails closed, by the place's name. */

const evaluated = (place: string) => refused('N8N_TEXT_EVALUATED', { place });

/**
 * Fields of this package's own credential types that every reader of them trims. A space in front is no
 * part of such a value, and keeps n8n from running it, in whatever way it reads the credential. An
 * expression that gives the text would not do: n8n evaluates twice when it tests a credential, fills a
 * list or answers a webhook. Nor does it for tokens of OAuth2, which n8n compares and sends as stored.
 */
const TRIMMED: Readonly<Record<string, readonly string[]>> = {
	afasTokenApi: ['token'],
	afasOAuth2Api: ['clientId', 'clientSecret'],
	nmbrsTokenApi: ['domain', 'username', 'token'],
};

/** The data of a credential as it may be stored; refused where n8n would run a part of it. */
export function credentialForN8n<T extends { name?: string; data?: Record<string, unknown> }>(
	type: string,
	credential: T,
): N8nResult<T> {
	const { data } = credential;
	const trimmed = TRIMMED[type] ?? [];
	const safe =
		data === undefined
			? {}
			: {
					data: Object.fromEntries(
						Object.entries(data).map(([key, value]) =>
							trimmed.includes(key) && typeof value === 'string' && isEvaluated(value)
								? [key, ` ${value}`]
								: [key, value],
						),
					),
				};
	const value: T = { ...credential, ...safe };
	const [found] = evaluatedIn(value);
	return found === undefined ? { ok: true, value } : evaluated(`credential ${found.place}`);
}

/** A template, or a workflow as n8n gave it: what people of this n8n made. */
export interface ExpressionsFrom {
	nodes: ReadonlyArray<{ name: string }>;
}

const textsIn = (value: unknown): ReadonlySet<string> =>
	new Set(evaluatedIn(value).map(({ text }) => text));

/**
 * A workflow as it may be stored: each expression in it stands in the same node of `made`, or is the
 * literal of a text. Its name is a text to n8n, whatever it begins with.
 */
export function workflowForN8n(
	body: N8nWorkflowBody,
	made: ExpressionsFrom,
): N8nResult<N8nWorkflowBody> {
	const { nodes, connections, settings } = body;
	const { nodes: known, ...knownRest } = made;
	const trusted = new Map(known.map((node) => [node.name, textsIn(node)]));
	const found = [
		...evaluatedIn({ connections, settings }).filter(({ text }) => !textsIn(knownRest).has(text)),
		...nodes.flatMap((node) => {
			const own = trusted.get(node.name) ?? new Set<string>();
			return evaluatedIn(node, node.name).filter(
				({ text }) => !own.has(text) && readLiteral(text) === null,
			);
		}),
	];
	const [first] = found;
	return first === undefined
		? { ok: true, value: body }
		: evaluated(`workflow ${first.place}`.slice(0, 200));
}

import { parseExpression } from './parse';
import { GAVE_UP, pathReader, readPath, showPath } from './path';
import type { Operand } from './parse';
import type { Path, SourceRecord } from './path';

/**
 * A mapped value compiled once per run: constants stay constants, plain paths become native
 * accessors, and only a real expression goes to n8n's evaluator, for the rows that need it
 * (one evaluation costs n8n about 0.37 ms; an accessor costs nanoseconds).
 */
export type Compiled =
	| { kind: 'empty' }
	| { kind: 'constant'; value: unknown }
	| { kind: 'path'; path: Path }
	| { kind: 'chain'; operator: '||' | '??'; operands: readonly Operand[] }
	| { kind: 'expression'; expression: string };

/** A mapped value that could not be computed; the person is held with the code. */
export class Unreadable {
	constructor(readonly code: 'EXPRESSION_FAILED' | 'TRANSFORM_FAILED') {}
}

/** Evaluates a raw n8n expression (with its leading `=`) for the item at `index`; never throws. */
export type Evaluate = (expression: string, index: number) => unknown;

export type Read = (record: SourceRecord, index: number, evaluate: Evaluate) => unknown;

/** What stands between `{{ }}`, where it is plain; null for what only n8n can read. */
function compilePlain(body: string): Compiled | null {
	const parsed = parseExpression(body);
	const first = parsed?.list[0];
	if (parsed === null || first === undefined) return null;
	if (parsed.operator !== null) {
		return { kind: 'chain', operator: parsed.operator, operands: parsed.list };
	}
	return 'path' in first
		? { kind: 'path', path: first.path }
		: { kind: 'constant', value: first.literal };
}

/**
 * Compiles one raw parameter value, exactly as it stands in the workflow's JSON: an expression, a text,
 * or a source field chosen in the panel, which is written without the braces (`$json.businessEmail`).
 */
export function compileValue(raw: unknown): Compiled {
	if (raw === undefined || raw === null || raw === '') return { kind: 'empty' };
	if (typeof raw !== 'string') return { kind: 'constant', value: raw };
	if (raw.startsWith('$json')) {
		return compilePlain(`{{ ${raw} }}`) ?? { kind: 'constant', value: raw };
	}
	if (!raw.startsWith('=')) return { kind: 'constant', value: raw };
	const body = raw.slice(1);
	if (!body.includes('{{')) return { kind: 'constant', value: body };
	return compilePlain(body) ?? { kind: 'expression', expression: raw };
}

const chainReader = (operator: '||' | '??', operands: readonly Operand[]): Read => {
	const last = operands.length - 1;
	return (record) => {
		for (let at = 0; at <= last; at++) {
			const operand = operands[at] as Operand;
			const value = 'path' in operand ? readPath(record, operand.path) : operand.literal;
			if (value === GAVE_UP) return undefined;
			const taken = operator === '||' ? Boolean(value) : value !== null && value !== undefined;
			if (taken || at === last) return value;
		}
		return undefined;
	};
};

/** The function that reads a compiled value; null for an empty one. */
export function reader(compiled: Compiled): Read | null {
	switch (compiled.kind) {
		case 'empty':
			return null;
		case 'constant':
			return () => compiled.value;
		case 'path':
			return pathReader(compiled.path);
		case 'chain':
			return chainReader(compiled.operator, compiled.operands);
		case 'expression':
			return (_record, index, evaluate) => evaluate(compiled.expression, index);
	}
}

/** Every path that a compiled value reads, for checks on the names of fields. */
export function pathsOf(compiled: Compiled): Path[] {
	if (compiled.kind === 'path') return [compiled.path];
	if (compiled.kind !== 'chain') return [];
	return compiled.operands.flatMap((operand) => ('path' in operand ? [operand.path] : []));
}

/** How a person recognises a mapping in the preview: the path, `fixed value`, or the expression. */
export function describeSource(compiled: Compiled): string {
	switch (compiled.kind) {
		case 'empty':
			return '';
		case 'constant':
			return '(fixed value)';
		case 'path':
			return showPath(compiled.path);
		case 'chain':
			return pathsOf(compiled).map(showPath).join(', else ');
		case 'expression':
			return compiled.expression.slice(1).trim();
	}
}

/** True when two values read the same thing, however they are written. */
export const sameSource = (a: Compiled, b: Compiled): boolean =>
	JSON.stringify(a) === JSON.stringify(b);

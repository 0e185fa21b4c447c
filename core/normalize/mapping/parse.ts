import type { Path, PathStep } from './path';

/** One side of `||` or `??`: a path, or a literal. */
export type Operand = { path: Path } | { literal: string | number | boolean | null };

export interface ParsedExpression {
	operator: '||' | '??' | null;
	list: readonly Operand[];
}

/** Names that n8n refuses in an expression (n8n-workflow, utils.ts); left to n8n, so that it can say so. */
const REFUSED: ReadonlySet<string> = new Set(
	(
		'__proto__ prototype getPrototypeOf setPrototypeOf getOwnPropertyDescriptor ' +
		'getOwnPropertyDescriptors defineProperty defineProperties mainModule binding _linkedBinding ' +
		'_load prepareStackTrace __lookupGetter__ __lookupSetter__ __defineGetter__ __defineSetter__ ' +
		'caller callee arguments getBuiltinModule dlopen execve loadEnvFile'
	).split(' '),
);

const isRefused = (key: string): boolean => REFUSED.has(key) || key.startsWith('constructor');

const SPACE = /\s*/y;
const NAME = /[\p{ID_Start}_$][\p{ID_Continue}$]*/uy;
const INDEX = /(?:0|[1-9]\d{0,8})(?![\w.$])/y;
const TEXT = /"(?:[^"\\\n\r\u2028\u2029]|\\["'\\])*"|'(?:[^'\\\n\r\u2028\u2029]|\\["'\\])*'/y;
const NUMBER = /(?:0|[1-9]\d{0,14})(?:\.\d{1,10})?(?![\w.$])/y;
const WORD = /(?:true|false|null)(?![\w$])/y;

/** Reads tokens from left to right; `take` moves on only when the pattern fits. */
class Cursor {
	private at = 0;

	constructor(private readonly text: string) {}

	take(pattern: RegExp): string | null {
		pattern.lastIndex = this.at;
		const match = pattern.exec(this.text);
		if (match === null) return null;
		this.at = pattern.lastIndex;
		return match[0];
	}

	takeText(literal: string): boolean {
		if (!this.text.startsWith(literal, this.at)) return false;
		this.at += literal.length;
		return true;
	}

	get atEnd(): boolean {
		return this.at >= this.text.length;
	}
}

const unquote = (quoted: string): string => quoted.slice(1, -1).replace(/\\(["'\\])/g, '$1');

function parseKey(cursor: Cursor): string | null {
	cursor.take(SPACE);
	const text = cursor.take(TEXT);
	const key = text === null ? cursor.take(INDEX) : unquote(text);
	cursor.take(SPACE);
	return key !== null && cursor.takeText(']') ? key : null;
}

/** One accessor (`.a`, `?.a`, `["a"]`, `?.["a"]`, `[0]`); undefined when none follows, null when it is not plain. */
function parseStep(cursor: Cursor): PathStep | null | undefined {
	const optional = cursor.takeText('?.');
	const dotted = optional || cursor.takeText('.');
	let key: string | null;
	if (cursor.takeText('[')) {
		if (dotted && !optional) return null;
		key = parseKey(cursor);
	} else if (dotted) {
		cursor.take(SPACE);
		key = cursor.take(NAME);
	} else {
		return undefined;
	}
	return key === null || isRefused(key) ? null : { key, optional };
}

/** `$json` and its accessors; null when something in it is not plain. */
function parsePath(cursor: Cursor): Path | null {
	if (!cursor.takeText('$json')) return null;
	const path: PathStep[] = [];
	for (;;) {
		cursor.take(SPACE);
		const next = parseStep(cursor);
		if (next === undefined) return path;
		if (next === null) return null;
		path.push(next);
	}
}

function parseOperand(cursor: Cursor): Operand | null {
	const text = cursor.take(TEXT);
	if (text !== null) return { literal: unquote(text) };
	const word = cursor.take(WORD);
	if (word !== null) return { literal: word === 'null' ? null : word === 'true' };
	const number = cursor.take(NUMBER);
	if (number !== null) return { literal: Number(number) };
	const path = parsePath(cursor);
	return path === null ? null : { path };
}

/**
 * Parses the part after `=` when it is one `{{ }}` that holds a plain path, a literal, or such
 * operands joined by `||` or by `??`. Returns null for everything else: that goes to n8n. Text around
 * the braces, even a space, makes n8n build a text, so it is not plain.
 */
export function parseExpression(body: string): ParsedExpression | null {
	if (!body.startsWith('{{') || !body.endsWith('}}') || body.length < 5) return null;
	const inner = body.slice(2, -2);
	if (inner.includes('{{') || inner.includes('}}')) return null;
	const cursor = new Cursor(inner);
	const list: Operand[] = [];
	let operator: '||' | '??' | null = null;
	for (;;) {
		cursor.take(SPACE);
		const operand = parseOperand(cursor);
		if (operand === null) return null;
		list.push(operand);
		cursor.take(SPACE);
		if (cursor.atEnd) return { operator, list };
		const next = cursor.takeText('||') ? '||' : cursor.takeText('??') ? '??' : null;
		if (next === null || (operator !== null && next !== operator)) return null;
		operator = next;
	}
}

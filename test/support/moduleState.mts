import ts from 'typescript';

/**
 * Reads source text for what a module remembers between two calls: it is another memory in every process
 * of n8n, and gone when one ends. Parsed, not searched.
 */

export interface Remembered {
	name: string;
	line: number;
	what: string;
}

const MUTATORS = new Set([
	...['set', 'add', 'delete', 'clear'],
	...['push', 'pop', 'shift', 'unshift', 'splice', 'sort', 'reverse', 'fill', 'copyWithin'],
]);
/** Functions of the language that write to their first argument. */
const WRITERS = new Set(['assign', 'defineProperty', 'defineProperties', 'setPrototypeOf', 'set']);
/** What the language makes and nothing can be put into. */
const LIFELESS = /^(Intl\.\w+|RegExp|Date|URL|Error|TextEncoder|TextDecoder)$/;
const CONTAINERS = new Set(['Map', 'Set', 'WeakMap', 'WeakSet', 'Array']);

const unwrapped = (node: ts.Expression): ts.Expression =>
	ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isParenthesizedExpression(node)
		? unwrapped(node.expression)
		: node;

/** `name` of `name`, `name.a`, `name[0].b`; undefined where it starts otherwise. */
function root(node: ts.Node): string | undefined {
	if (ts.isIdentifier(node)) return node.text;
	if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) {
		return node.expression.kind === ts.SyntaxKind.ThisKeyword ? undefined : root(node.expression);
	}
	const isWrapped =
		ts.isNonNullExpression(node) || ts.isAsExpression(node) || ts.isParenthesizedExpression(node);
	return isWrapped ? root(node.expression) : undefined;
}

const isAssignment = (kind: ts.SyntaxKind): boolean =>
	kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;

const isMember = (node: ts.Node): boolean =>
	ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node);

/** What a piece of code writes into, where it does not only set a variable anew. */
function writtenInto(node: ts.Node): ts.Node | undefined {
	if (ts.isBinaryExpression(node) && isAssignment(node.operatorToken.kind)) {
		return isMember(node.left) ? node.left : undefined;
	}
	if (ts.isDeleteExpression(node)) return node.expression;
	if (ts.isPostfixUnaryExpression(node) || ts.isPrefixUnaryExpression(node)) {
		const { operator, operand } = node;
		const steps =
			operator === ts.SyntaxKind.PlusPlusToken || operator === ts.SyntaxKind.MinusMinusToken;
		return steps && isMember(operand) ? operand : undefined;
	}
	if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression))
		return undefined;
	const { expression, name } = node.expression;
	if (MUTATORS.has(name.text)) return expression;
	const isWriter =
		ts.isIdentifier(expression) &&
		(expression.text === 'Object' || expression.text === 'Reflect') &&
		WRITERS.has(name.text);
	return isWriter ? node.arguments[0] : undefined;
}

/** The names that something in the file writes into. */
function written(source: ts.SourceFile): Set<string> {
	const names = new Set<string>();
	const visit = (node: ts.Node): void => {
		const target = writtenInto(node);
		const name = target === undefined ? undefined : root(target);
		if (name !== undefined) names.add(name);
		ts.forEachChild(node, visit);
	};
	visit(source);
	return names;
}

const isExported = (node: ts.Node): boolean =>
	ts.canHaveModifiers(node) &&
	(ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);

const isReadOnlyType = (type: ts.TypeNode | undefined): boolean =>
	type !== undefined && /^(Readonly|readonly )/.test(type.getText());

/** A function that keeps something for later: a variable or a container beside the function that it gives out. */
function keeps(body: ts.Node): boolean {
	let found = false;
	const visit = (node: ts.Node): void => {
		const isVariable =
			ts.isVariableDeclarationList(node) && (node.flags & ts.NodeFlags.Const) === 0;
		const isContainer =
			ts.isNewExpression(node) &&
			CONTAINERS.has(node.expression.getText()) &&
			!node.arguments?.length;
		if (isVariable || isContainer) found = true;
		// What a function inside declares lives for one call.
		if (!ts.isFunctionLike(node)) ts.forEachChild(node, visit);
	};
	ts.forEachChild(body, visit);
	return found;
}

const givesFunction = (body: ts.Node): boolean =>
	body.getChildren().some(function holds(node: ts.Node): boolean {
		if (ts.isReturnStatement(node) && node.expression !== undefined) {
			return ts.isFunctionLike(unwrapped(node.expression));
		}
		return !ts.isFunctionLike(node) && node.getChildren().some(holds);
	});

/** The body of the function that a call runs, where it stands in this file. */
function calledBody(call: ts.CallExpression, source: ts.SourceFile): ts.Node | undefined {
	const callee = unwrapped(call.expression);
	if (ts.isArrowFunction(callee) || ts.isFunctionExpression(callee)) return callee.body;
	if (!ts.isIdentifier(callee)) return undefined;
	for (const statement of source.statements) {
		if (ts.isFunctionDeclaration(statement) && statement.name?.text === callee.text) {
			return statement.body;
		}
	}
	return undefined;
}

function initial(
	declaration: ts.VariableDeclaration,
	exported: boolean,
	writes: Set<string>,
	source: ts.SourceFile,
): string | null {
	const { initializer, type, name } = declaration;
	if (initializer === undefined) return null;
	const value = unwrapped(initializer);
	const isWritten = writes.has(name.getText());
	if (ts.isNewExpression(value)) {
		const made = value.expression.getText();
		if (!CONTAINERS.has(made)) {
			return isWritten || !LIFELESS.test(made) ? `a ${made}, which may remember` : null;
		}
		if (isWritten) return `a ${made} that is written into`;
		const isOpen = exported && made !== 'Array' && !isReadOnlyType(type);
		return isOpen ? `an exported ${made} that anybody may write into` : null;
	}
	if (ts.isArrayLiteralExpression(value) || ts.isObjectLiteralExpression(value)) {
		return isWritten ? 'a list or an object that is written into' : null;
	}
	if (ts.isRegularExpressionLiteral(value)) {
		const stateful = /\/[a-z]*[gy][a-z]*$/.test(value.text);
		const used = new RegExp(`\\b${name.getText()}\\.(test|exec)\\(`).test(source.text);
		return stateful && used ? 'an expression that remembers where it stopped' : null;
	}
	if (ts.isCallExpression(value)) {
		const body = calledBody(value, source);
		if (body !== undefined && givesFunction(body) && keeps(body)) {
			return 'a function that remembers';
		}
	}
	return null;
}

/** Everything in the file that is remembered between calls. */
export function moduleState(text: string, file = 'source.ts'): Remembered[] {
	const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
	const writes = written(source);
	const found: Remembered[] = [];
	const note = (node: ts.Node, name: string, what: string): void => {
		const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
		found.push({ name, line, what });
	};
	for (const statement of source.statements) {
		if (ts.isVariableStatement(statement)) {
			const { declarations, flags } = statement.declarationList;
			for (const declaration of declarations) {
				const name = declaration.name.getText();
				if ((flags & ts.NodeFlags.Const) === 0) note(declaration, name, 'a variable');
				const what = initial(declaration, isExported(statement), writes, source);
				if (what !== null) note(declaration, name, what);
			}
		}
		if (ts.isClassDeclaration(statement)) {
			const name = statement.name?.text ?? 'default';
			for (const member of statement.members) {
				if (!ts.isPropertyDeclaration(member)) continue;
				const kinds = (ts.getModifiers(member) ?? []).map(({ kind }) => kind);
				if (!kinds.includes(ts.SyntaxKind.StaticKeyword)) continue;
				const fixed = kinds.includes(ts.SyntaxKind.ReadonlyKeyword) && !writes.has(name);
				if (!fixed) note(member, `${name}.${member.name.getText()}`, 'of the class itself');
			}
		}
	}
	return found;
}

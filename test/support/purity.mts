import ts from 'typescript';

/**
 * Reads source text for what core/ must not do: no n8n, no I/O, no clock, no randomness, nothing
 * global. Parsed, not searched, so a word in a comment or a text is no finding.
 */

/** `/sync` of the CSV libraries works on texts; their streams would be I/O. */
const ALLOWED_MODULES = new Set([
	'zod',
	'fast-xml-parser',
	'csv-parse/sync',
	'csv-stringify/sync',
	'node:crypto',
]);
const ALLOWED_FROM_CRYPTO = new Set(['createHash', 'hash']);
const BANNED_GLOBALS = new Set([
	'process',
	'globalThis',
	'global',
	'window',
	'self',
	'console',
	'fetch',
	'XMLHttpRequest',
	'WebSocket',
	'performance',
	'crypto',
	'setTimeout',
	'setInterval',
	'setImmediate',
	'queueMicrotask',
	'require',
	'module',
	'exports',
	'__dirname',
	'__filename',
	'Buffer',
	'eval',
	'Function',
]);
const BANNED_MEMBERS = new Set(['Date.now', 'Math.random']);
/** Methods that answer by the machine's own language or time zone. */
const BANNED_METHODS = new Set([
	'toLocaleString',
	'toLocaleDateString',
	'toLocaleTimeString',
	'getTimezoneOffset',
	'getFullYear',
	'getMonth',
	'getDate',
	'getDay',
	'getHours',
	'getMinutes',
]);

export interface Finding {
	line: number;
	what: string;
}

/** Whether an identifier is used as a value from outside, not a property, a key or a declaration. */
function isGlobalUse(node: ts.Identifier): boolean {
	const { parent } = node;
	if (ts.isPropertyAccessExpression(parent) && parent.name === node) return false;
	if (ts.isPropertyAssignment(parent) && parent.name === node) return false;
	if (ts.isPropertySignature(parent) || ts.isPropertyDeclaration(parent)) return false;
	if (ts.isQualifiedName(parent) || ts.isTypeReferenceNode(parent)) return false;
	if (ts.isImportSpecifier(parent) || ts.isExportSpecifier(parent)) return false;
	if (ts.isMethodDeclaration(parent) || ts.isMethodSignature(parent)) return false;
	if (ts.isEnumMember(parent) || ts.isBindingElement(parent)) return false;
	return true;
}

function moduleFindings(specifier: string, node: ts.Node): string[] {
	if (specifier.startsWith('./') || specifier.startsWith('../')) {
		return /(^|\/)(nodes|credentials|sandbox|test|workflows)(\/|$)/.test(specifier)
			? [`imports ${specifier}, which is outside core`]
			: [];
	}
	if (!ALLOWED_MODULES.has(specifier)) return [`imports ${specifier}`];
	if (specifier !== 'node:crypto' || !ts.isImportDeclaration(node)) return [];
	const names = node.importClause?.namedBindings;
	if (names === undefined || !ts.isNamedImports(names)) return ['imports all of node:crypto'];
	return names.elements
		.map((element) => (element.propertyName ?? element.name).text)
		.filter((name) => !ALLOWED_FROM_CRYPTO.has(name))
		.map((name) => `imports ${name} of node:crypto`);
}

function nodeFindings(node: ts.Node): string[] {
	if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
		const { moduleSpecifier } = node;
		return moduleSpecifier !== undefined && ts.isStringLiteral(moduleSpecifier)
			? moduleFindings(moduleSpecifier.text, node)
			: [];
	}
	if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
		return ['loads a module at run time'];
	}
	if (ts.isNewExpression(node) && node.expression.getText() === 'Date') {
		return (node.arguments?.length ?? 0) === 0 ? ['reads the clock: new Date()'] : [];
	}
	if (ts.isCallExpression(node) && node.expression.getText() === 'Date') {
		return ['reads the clock: Date()'];
	}
	if (ts.isPropertyAccessExpression(node)) {
		const text = node.getText();
		if (BANNED_MEMBERS.has(text)) return [`uses ${text}`];
		if (BANNED_METHODS.has(node.name.text)) return [`uses .${node.name.text}()`];
		return [];
	}
	if (ts.isIdentifier(node) && BANNED_GLOBALS.has(node.text) && isGlobalUse(node)) {
		return [`uses ${node.text}`];
	}
	return [];
}

export function impurities(source: string, name = 'file.ts'): Finding[] {
	const file = ts.createSourceFile(name, source, ts.ScriptTarget.ES2022, true);
	const found: Finding[] = [];
	const visit = (node: ts.Node): void => {
		const line = file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
		for (const what of nodeFindings(node)) found.push({ line, what });
		ts.forEachChild(node, visit);
	};
	visit(file);
	return found;
}

import path from 'node:path';
import ts from 'typescript';

/** What a source file brings in from other files, and which type names it gives out. */
export interface SourceFacts {
	file: string;
	/** Paths from the root of the project, resolved. */
	imports: string[];
	types: string[];
}

const SUFFIXES = ['', '.ts', '/index.ts'];

const specifierOf = (node: ts.Statement): string | null =>
	(ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) &&
	node.moduleSpecifier !== undefined &&
	ts.isStringLiteral(node.moduleSpecifier)
		? node.moduleSpecifier.text
		: null;

const isExported = (node: ts.Statement): boolean =>
	ts.canHaveModifiers(node) &&
	(ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);

const isTypeDeclaration = (
	node: ts.Statement,
): node is ts.TypeAliasDeclaration | ts.InterfaceDeclaration | ts.ClassDeclaration =>
	ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node) || ts.isClassDeclaration(node);

/** @param known every source file: an import that leads to none of them is not of the house */
export function factsOf(file: string, text: string, known: ReadonlySet<string>): SourceFacts {
	const { statements } = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
	const imports = statements.flatMap((node) => {
		const specifier = specifierOf(node);
		if (specifier === null || !specifier.startsWith('.')) return [];
		const base = path.posix.join(path.posix.dirname(file), specifier);
		return SUFFIXES.map((suffix) => base + suffix).filter((target) => known.has(target));
	});
	const types = statements.flatMap((node) =>
		isTypeDeclaration(node) && isExported(node) ? [node.name?.text ?? ''] : [],
	);
	return { file, imports: [...new Set(imports)], types };
}

/** Files that use each other in a ring, each ring as the files in the order of use. */
export function circlesOf(facts: readonly SourceFacts[]): string[][] {
	const uses = new Map(facts.map(({ file, imports }) => [file, imports]));
	const done = new Set<string>();
	const circles: string[][] = [];
	const visit = (file: string, way: readonly string[]): void => {
		const before = way.indexOf(file);
		if (before >= 0) circles.push(way.slice(before));
		if (before >= 0 || done.has(file)) return;
		for (const next of uses.get(file) ?? []) visit(next, [...way, file]);
		done.add(file);
	};
	for (const { file } of facts) visit(file, []);
	return circles;
}

/** `core/plan/people/judge.ts` lies in the room `plan`; a file in core/ itself lies in none. */
export const roomOf = (file: string): string | null => /^core\/(\w+)\//.exec(file)?.[1] ?? null;

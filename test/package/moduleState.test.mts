import { readFileSync } from 'node:fs';
import path from 'node:path';
import { moduleState } from '../support/moduleState.mts';
import { filesBelow, ROOT } from '../support/paths.mts';

/**
 * Nothing that decides lives in one process: in queue mode n8n is several, and any of them may end. What
 * a module remembers all the same is here with the reason why no decision hangs on it.
 */

const WORKED_OUT = 'the same in every process: worked out from its key alone, only sooner';

const ALWAYS_COMPARED =
	'only saves look-ups: every step is taken by a compare-and-set in the database, whoever reads what';

const REASONS: Record<string, string> = {
	'core/ui/html.ts compacted': WORKED_OUT,
	'core/normalize/fieldNames.ts simple': WORKED_OUT,
	'core/normalize/budgets.ts names': WORKED_OUT,
	'core/normalize/findings.ts texts': WORKED_OUT,
	'core/normalize/dates.ts parsed': WORKED_OUT,
	'nodes/shared/http/allowList.ts cache': WORKED_OUT,
	'core/normalize/mapping/transforms.ts FAILED': 'a mark that holds nothing but its code',
	'nodes/shared/n8nApi/connect.ts SLOTS':
		'how many calls this process sends to n8n at once; each process spares n8n for itself',
	'nodes/CustomerConnect/store.ts tables':
		'the id of a table for half a minute; n8n refuses rows of a table that is gone',
	'nodes/CustomerConnect/store.ts lookUps': ALWAYS_COMPARED,
	'nodes/CustomerConnect/store.ts stepping': ALWAYS_COMPARED,
	'nodes/Afas/api/authenticate.ts underWay':
		'one request for a token instead of ten at once; AFAS gives every process a token of its own, and takes none back',
	'nodes/SyncApproval/newest.ts seen':
		'only refuses more: what decides over processes is the run log, which the page asks',
};

/** n8n keeps this in its database with the workflow. Each run writes back what it read, and the last one wins. */
const STATIC_DATA: Record<string, string> = {
	'nodes/AlleoDiff/plan.ts':
		'parts that were read in the last 14 days: of the last run of the schedule, and an older one only asks more',
	'nodes/shared/refusedMoves.ts':
		'moves that Alleo refused: one that is lost is tried again, refused, and noted again',
};

const found = ['core', 'nodes', 'credentials'].flatMap((folder) =>
	filesBelow(folder, '.ts').flatMap((file) =>
		moduleState(readFileSync(path.join(ROOT, file), 'utf8'), file).map(
			({ name, what }) => [`${file} ${name}`, what] as const,
		),
	),
);

const reasoned = new Set<string>(Object.keys(REASONS));

test('everything that a module remembers is known, with a reason', () => {
	expect(Object.fromEntries(found.filter(([key]) => !reasoned.has(key)))).toEqual({});
});

test('no reason is left for what is gone', () => {
	const present = new Set<string>(found.map(([key]) => key));
	expect(Object.keys(REASONS).filter((key) => !present.has(key))).toEqual([]);
});

test('the static data of a workflow, which the last run overwrites, decides nothing', () => {
	const shipped = [
		...['core', 'nodes', 'credentials'].flatMap((folder) => filesBelow(folder, '.ts')),
		...filesBelow('workflows', '.json'),
	];
	const using = shipped.filter((file) =>
		/[gG]etWorkflowStaticData/.test(readFileSync(path.join(ROOT, file), 'utf8')),
	);
	expect(using.sort()).toEqual(Object.keys(STATIC_DATA).sort());
});

describe('the scan notices', () => {
	const BAD: Array<[string, string]> = [
		['a variable', 'let last = 0; export const next = () => ++last;'],
		[
			'a map',
			'const seen = new Map<string, number>(); export const see = (a: string) => seen.set(a, 1);',
		],
		['a set', 'const seen = new Set<string>(); export function see(a: string) { seen.add(a); }'],
		['a list', 'const all: string[] = []; export const add = (a: string) => all.push(a);'],
		[
			'an object',
			'const by: Record<string, number> = {}; export const put = () => { by["a"] = 1; };',
		],
		['a counter in an object', 'const n = { calls: 0 }; export const call = () => { n.calls++; };'],
		['a nested list', 'const n = { a: [] as string[] }; export const f = () => n.a.push("x");'],
		[
			'an object that is assigned to',
			'const n = {}; export const f = () => Object.assign(n, { a: 1 });',
		],
		[
			'a member that is deleted',
			'const n = { a: 1 }; export const f = () => { delete (n as { a?: number }).a; };',
		],
		['a map that anybody may change', 'export const open = new Map<string, string>();'],
		['a static member', 'export class A { static last = 0; }'],
		['a static map', 'export class A { static readonly m = new Map(); f() { A.m.set(1, 2); } }'],
		[
			'an expression that remembers',
			'const re = /a/g; export const f = (t: string) => re.test(t);',
		],
		['an object of a class', 'class P { n = 0; } const p = new P(); export const f = () => p.n;'],
		['a closure', 'export const f = (() => { let n = 0; return () => ++n; })();'],
		[
			'a memory made by a function',
			'function once(g: () => number) { const m = new Map(); return () => m.get(1) ?? g(); } export const f = once(() => 1);',
		],
	];
	test.each(BAD)('%s', (_name, source) => {
		expect(moduleState(source)).not.toEqual([]);
	});

	test('and accepts what nobody changes, and what lives for one call', () => {
		const good = `
			const NAMES: ReadonlySet<string> = new Set(['a']);
			export const LIST = ['a', 'b'] as const;
			export const open: ReadonlyMap<string, string> = new Map([['a', 'b']]);
			const re = /a/g;
			export const count = (t: string) => t.replace(re, '').length + [...t.matchAll(re)].length;
			export function collect(texts: string[]) {
				const seen = new Set<string>();
				let last = '';
				for (const text of texts) { seen.add(text); last = text; }
				return { seen, last, known: NAMES.has(last) };
			}
			export class A { static readonly kind = 'a'; #own = new Map<string, string>(); put() { this.#own.set('a', 'b'); } }
		`;
		expect(moduleState(good)).toEqual([]);
	});
});

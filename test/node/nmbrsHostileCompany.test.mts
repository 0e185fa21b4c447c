import type { FaultInput } from '../../sandbox/shared/faults.mts';
import type { ListFault } from '../../sandbox/nmbrs/listFaults.mts';
import type { NmbrsSettings } from '../../sandbox/nmbrs/settings.mts';
import { smallWorld } from '../sandbox/nmbrsClient.mts';
import { useFastClock } from '../support/fastClock.mts';
import { NmbrsBench, type NodeRun } from '../support/nmbrsNode.mts';

/**
 * Hostile answers. In each: nobody is lost silently, and the user reads one message, no stack. A
 * trouble that passes leaves no trace; one that stays makes the company incomplete, with its reason.
 */

const { waits } = useFastClock();

const PAGES = { options: { pageSize: 10 } };
const FIRST = 'c1000000-0000-4000-8000-000000000001';

let bench: NmbrsBench;
let whole: string[];

async function start(settings: Partial<NmbrsSettings> = {}): Promise<void> {
	bench = await NmbrsBench.start({ world: smallWorld(80), settings });
	const run = await bench.run(PAGES);
	whole = idsOf(run);
	waits.length = 0;
}
afterEach(async () => await bench.close());

const idsOf = ({ employees }: NodeRun): string[] =>
	employees.map(({ employeeId }) => employeeId).sort();

const firstCompany = ({ coverage }: NodeRun): NodeRun['coverage'][number] | undefined =>
	coverage.find(({ partition }) => partition === FIRST);

/** The others went on, and everybody in them is there. */
function expectOthersComplete(run: NodeRun): void {
	const others = run.coverage.filter(({ partition }) => partition !== FIRST);
	expect(others.length).toBeGreaterThan(0);
	for (const item of others) expect(item).toMatchObject({ complete: true, error: null });
	const theirs = bench.world.nmbrs.people
		.filter(({ companyId }) => companyId !== FIRST)
		.map(({ employeeId }) => employeeId);
	const expected = whole.filter((id) => theirs.includes(id));
	expect(run.employees.filter(({ company }) => company.id !== FIRST)).toHaveLength(expected.length);
}

describe('trouble that stays, in one company', () => {
	interface Case {
		name: string;
		fault?: FaultInput;
		list?: Omit<ListFault, 'companyId'>;
		settings?: Partial<NmbrsSettings>;
		code: string;
		/** The check that fails; none when nothing could be read. */
		check?: string;
	}
	const path = `/api/companies/${FIRST}/employees/`;
	const cases: Case[] = [
		{
			name: 'truncated JSON',
			fault: { kind: 'truncatedJson', path },
			code: 'NMBRS_ANSWER_UNREADABLE',
		},
		{
			name: 'HTML instead of JSON',
			fault: { kind: 'html', path },
			code: 'NMBRS_ANSWER_UNREADABLE',
		},
		{
			name: 'JSON that is no list',
			fault: { kind: 'status', status: 200, body: '{"data": 1}', path },
			code: 'NMBRS_ANSWER_UNREADABLE',
		},
		{
			name: 'an empty answer',
			fault: { kind: 'status', status: 200, body: '', path },
			code: 'NMBRS_ANSWER_UNREADABLE',
		},
		{ name: '403', fault: { kind: 'status', status: 403, path }, code: 'NMBRS_SCOPE_MISSING' },
		{
			name: '404',
			fault: { kind: 'status', status: 404, path },
			code: 'NMBRS_COMPANY_NOT_COVERED',
		},
		{ name: '400', fault: { kind: 'status', status: 400, path }, code: 'NMBRS_REQUEST_REFUSED' },
		{
			name: 'a redirect',
			fault: { kind: 'status', status: 302, path },
			code: 'NMBRS_REQUEST_REFUSED',
		},
		{
			name: 'a 429 storm',
			fault: { kind: 'status', status: 429, retryAfter: 1, path },
			code: 'RATE_LIMITED',
		},
		{
			name: 'a 429 that asks for an hour',
			fault: { kind: 'status', status: 429, retryAfter: 3600, path },
			code: 'RATE_LIMITED',
		},
		{
			name: 'a 503 with retry_after of two hours',
			fault: { kind: 'status', status: 503, body: '{"retry_after": 7200}', path },
			code: 'UNAVAILABLE',
		},
		{ name: 'connection resets', fault: { kind: 'drop', path }, code: 'NETWORK' },
		{
			name: 'an empty page in the middle',
			list: { kind: 'emptyPage', list: 'personalinfo', page: 2 },
			code: 'NMBRS_LISTING_INCOMPLETE',
			check: 'TOTALS_MATCH',
		},
		{
			name: 'a repeated page',
			list: { kind: 'repeatPage', list: 'personalinfo', page: 2 },
			code: 'NMBRS_LISTING_INCOMPLETE',
			check: 'NO_DUPLICATE_KEYS',
		},
		{
			name: 'a short page',
			list: { kind: 'shortPage', list: 'personalinfo', page: 1 },
			code: 'NMBRS_LISTING_INCOMPLETE',
			check: 'TOTALS_MATCH',
		},
		{
			name: 'a short page of employments',
			list: { kind: 'shortPage', list: 'employments', page: 1 },
			code: 'NMBRS_LISTING_INCOMPLETE',
			check: 'TOTALS_MATCH',
		},
		{
			name: 'shrinking totals',
			list: { kind: 'shrinkTotals', list: 'personalinfo', page: 2 },
			code: 'NMBRS_LISTING_CHANGED',
			check: 'TOTALS_STABLE',
		},
		{
			name: 'growing totals',
			list: { kind: 'growTotals', list: 'personalinfo', page: 2 },
			code: 'NMBRS_LISTING_CHANGED',
			check: 'TOTALS_STABLE',
		},
		{
			name: 'totals that are too small from the start',
			list: { kind: 'shrinkTotals', list: 'personalinfo' },
			code: 'NMBRS_LISTING_INCOMPLETE',
			check: 'TOTALS_MATCH',
		},
		{
			name: 'a company that vanishes while it is read',
			list: { kind: 'vanishCompany', list: 'personalinfo', page: 2 },
			code: 'NMBRS_COMPANY_NOT_COVERED',
		},
		{
			name: 'a short page in the middle, without totals',
			settings: { totals: 'absent' },
			list: { kind: 'shortPage', list: 'personalinfo', page: 2 },
			code: 'NMBRS_LISTING_INCOMPLETE',
			check: 'TOTALS_MATCH',
		},
		{
			name: 'an empty page in the middle, with pages counted but not records',
			settings: { totals: 'pages' },
			list: { kind: 'emptyPage', list: 'personalinfo', page: 2 },
			code: 'NMBRS_LISTING_INCOMPLETE',
			check: 'TOTALS_MATCH',
		},
		{
			name: 'a short first page, with pages counted but not records',
			settings: { totals: 'pages' },
			list: { kind: 'shortPage', list: 'personalinfo', page: 1 },
			code: 'NMBRS_LISTING_INCOMPLETE',
			check: 'TOTALS_MATCH',
		},
		{
			name: 'the first page again and again, without totals',
			settings: { totals: 'absent' },
			list: { kind: 'repeatPage', list: 'personalinfo', page: 2 },
			code: 'NMBRS_ANSWER_UNREADABLE',
		},
	];

	const play = async ({ fault, list, settings }: Case): Promise<void> => {
		await start();
		if (fault !== undefined) bench.server.faults.add(fault);
		bench.server.state.configure({
			...settings,
			...(list === undefined ? {} : { listFaults: [{ ...list, companyId: FIRST }] }),
		});
	};

	test.each(cases.map((one): [string, Case] => [one.name, one]))(
		'%s: with Continue the company is incomplete, the others are whole',
		async (_name, one) => {
			await play(one);
			const run = await bench.run({ ...PAGES, onPartitionError: 'continue' });
			const item = firstCompany(run);
			expect(item).toMatchObject({ complete: false, error: { code: one.code } });
			expect(item?.error?.message).not.toMatch(/undefined|\{|at \w+ \(/);
			if (one.check !== undefined) {
				expect(item?.checks.some(({ code, ok }) => code === one.check && !ok)).toBe(true);
			}
			expectOthersComplete(run);
		},
	);

	test.each(cases.map((one): [string, Case] => [one.name, one]))(
		'%s: with Stop one message names the company, the reason and the way out',
		async (_name, one) => {
			await play(one);
			const { message, description } = await bench.fail(PAGES);
			expect(message).toContain('1 Voorbeeld B.V.');
			expect(description).toContain(one.code);
			expect(description).toContain('On Company Error');
			expect(`${message} ${description}`).not.toMatch(/undefined|[^/]\{\w+\}|node_modules/);
		},
	);
});

import { sleep } from 'n8n-workflow';
import type { Withheld } from '../../../core/normalize/privacy';
import type { AfasClient, ConnectorPage } from '../api/client';
import { failed, type Problem } from '../../../core/model/result';
import type { AfasRow } from '../api/schemas';
import type { CoverageCheck } from '../../shared/source/coverage';
import { judgeListing, type Confirmation } from './checks';
import { RowCollector } from './collect';
import { orderText } from './order';
import { PageReader } from './pages';
import type { ListingPlan } from './plan';

/** A listing that goes on beyond either of these is a fault of the server, not a big company. */
const MOST_PAGES = 20_000;
const MOST_ROWS = 1_000_000;

export interface ConnectorListing {
	rows: AfasRow[];
	/** Those with a date that could not be read or a damaged text. */
	odd: ReadonlySet<AfasRow>;
	/** Rows as AFAS counts them. */
	received: number;
	pages: number;
	checks: CoverageCheck[];
	/** Columns that were taken out for what their values look like. */
	withheld: Withheld[];
}

export type ListingResult =
	| { ok: true; listing: ConnectorListing }
	| { ok: false; problem: Problem; pages: number; checks: CoverageCheck[] };

type Attempt = ListingResult & { unstable?: boolean };

export type Progress = (message: string) => void;

/** What is to be read after a list, but need not wait for the proof that the list is whole. */
export interface Follower {
	/** The last page has come. */
	begin(): void;
	/** The list is read again, or given up: nothing that was begun counts. */
	drop(): Promise<void>;
}

interface Reading {
	progress: Progress;
	follower?: Follower;
	/** True once nobody waits for the rows any more. */
	givenUp?(): boolean;
}

const stopped = (
	collected: RowCollector,
	problem: Problem,
	checks: CoverageCheck[] = [],
): Attempt => ({
	ok: false,
	problem,
	pages: collected.pages,
	checks,
});

/** Signs that the list moved; reading it again may give a whole one. */
const UNSTABLE = new Set(['AFAS_LISTING_CHANGED', 'AFAS_ROWS_REPEATED', 'AFAS_ROW_COLUMN_MISSING']);

type Step = 'more' | 'end' | 'halved' | Problem;

/** Takes one answer in. `ended`: it was asked for at the same time as the page that was the last. */
function takeIn(
	answer: ConnectorPage,
	ended: boolean,
	reader: PageReader,
	collected: RowCollector,
	plan: ListingPlan,
): Step {
	const { connector } = plan;
	if (!answer.ok) {
		if (answer.reaction !== 'halve') return answer.problem;
		if (reader.halve()) return 'halved';
		return { ...answer.problem, params: { connector, take: reader.take } };
	}
	if (answer.rows.length > reader.take) {
		const cause = 'more rows on a page than were asked for';
		return failed('AFAS_ANSWER_UNREADABLE', { connector, cause }).problem;
	}
	if (ended) {
		if (answer.rows.length === 0) return 'end';
		const cause = 'rows followed after a page that was not full';
		return failed('AFAS_LISTING_CHANGED', { connector, cause }).problem;
	}
	const problem = collected.addPage(answer.rows);
	if (problem !== null) return problem;
	if (collected.repeated > 0) {
		// At once: a server that ignores skip would give the first page for ever.
		return failed('AFAS_ROWS_REPEATED', { connector, order: orderText(plan.order) }).problem;
	}
	if (collected.pages > MOST_PAGES || collected.received > MOST_ROWS) {
		const cause = `no end after ${collected.received} rows`;
		return failed('AFAS_ANSWER_UNREADABLE', { connector, cause }).problem;
	}
	return answer.rows.length < reader.take ? 'end' : 'more';
}

/** The last page of a list in which there is something. */
const isLast = (answer: ConnectorPage, { take }: PageReader, { pages }: RowCollector): boolean =>
	answer.ok && answer.rows.length < take && (answer.rows.length > 0 || pages > 0);

/** Reads pages until one is not full; the take of the first page, or why the pages did not come. */
async function readPages(
	reader: PageReader,
	collected: RowCollector,
	plan: ListingPlan,
	{ progress, follower, givenUp }: Reading,
): Promise<number | Problem> {
	let firstTake = reader.take;
	let pages = reader.after(0);
	let ended = false;
	for (let answer = await pages.next(); answer !== null; answer = await pages.next()) {
		if (givenUp?.() === true)
			return await pages.drop(failed('CANCELLED', { system: 'AFAS' }).problem);
		if (collected.pages === 0) firstTake = reader.take;
		if (!ended && isLast(answer, reader, collected)) follower?.begin();
		await sleep(0); // lets requests out; taking rows in keeps the thread busy
		const step = takeIn(answer, ended, reader, collected, plan);
		if (typeof step === 'object') return await pages.drop(step);
		progress(
			`AFAS ${plan.connector}: ${collected.received} rows in ${collected.pages} pages (take ${reader.take})`,
		);
		ended = step === 'end';
		if (step !== 'halved') continue;
		await pages.drop(null);
		pages = reader.after(collected.received);
	}
	return firstTake;
}

/** Asks what stands at and after the last row, and reads the first page again when there were more. */
async function confirm(
	reader: PageReader,
	collected: RowCollector,
	plan: ListingPlan,
	firstTake: number,
): Promise<Confirmation | Problem> {
	const atEnd = async () => await reader.fetch(Math.max(0, collected.received - 1), 2);
	const again = async () => (collected.pages > 1 ? await reader.fetch(0, firstTake) : null);
	const [tail, first] =
		plan.parallel > 1 ? await Promise.all([atEnd(), again()]) : [await atEnd(), await again()];
	if (!tail.ok) return tail.problem;
	if (first !== null && !first.ok) return first.problem;
	return {
		atEnd: collected.keysOf(tail.rows) ?? [],
		firstPageAgain: first === null ? null : (collected.keysOf(first.rows) ?? []),
	};
}

async function readOnce(client: AfasClient, plan: ListingPlan, reading: Reading): Promise<Attempt> {
	const collected = new RowCollector(plan);
	const reader = new PageReader(client, plan);
	const firstTake = await readPages(reader, collected, plan, reading);
	if (typeof firstTake === 'object') {
		return { ...stopped(collected, firstTake), unstable: UNSTABLE.has(firstTake.code) };
	}
	const confirmation = await confirm(reader, collected, plan, firstTake);
	if ('code' in confirmation) return stopped(collected, confirmation);
	const { checks, problem } = judgeListing(plan, collected, confirmation);
	if (problem !== null) return { ...stopped(collected, problem, checks), unstable: true };
	const { privateKey, rows, odd, received, pages } = collected;
	if (privateKey !== null) {
		const params = { connector: plan.connector, column: privateKey };
		return stopped(collected, failed('AFAS_KEY_PRIVATE', params).problem, checks);
	}
	const withheld = collected.withholdPrivate();
	return { ok: true, listing: { rows, odd, received, pages, checks, withheld } };
}

/**
 * Reads all rows of a plan, or none. A listing that shifted while it was read is read once more
 * from the start; if it shifts again, it is reported as incomplete.
 */
export async function readListing(
	client: AfasClient,
	plan: ListingPlan,
	progress: Progress,
	more: Omit<Reading, 'progress'> = {},
): Promise<ListingResult> {
	const reading = { progress, ...more };
	const first = await readOnce(client, plan, reading);
	if (first.ok || first.unstable !== true) return first;
	progress(`AFAS ${plan.connector}: ${first.problem.code}, reading everything again`);
	await more.follower?.drop();
	return await readOnce(client, plan, reading);
}

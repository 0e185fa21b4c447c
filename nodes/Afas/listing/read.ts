import { sleep } from 'n8n-workflow';
import type { Withheld } from '../../../core/normalize/privacy';
import type { AfasClient, ConnectorPage } from '../api/client';
import { failed, type Problem } from '../../../core/model/result';
import { pageQuery } from '../api/query';
import type { AfasRow } from '../api/schemas';
import type { CoverageCheck } from '../../shared/source/coverage';
import { judgeListing, type Confirmation } from './checks';
import { RowCollector } from './collect';
import { orderText } from './order';
import type { ListingPlan } from './plan';

/** A listing that goes on beyond either of these is a fault of the server, not a big company. */
const MOST_PAGES = 20_000;
const MOST_ROWS = 1_000_000;

/** A page this small that is still too big is the connector's fault, not the page's. */
const SMALLEST_PAGE = 25;

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

/** Asks for pages one after the other, or a few at a time, and takes them in in their order. */
class PageReader {
	take: number;

	readonly #client: AfasClient;

	readonly #plan: ListingPlan;

	constructor(client: AfasClient, plan: ListingPlan) {
		this.#client = client;
		this.#plan = plan;
		this.take = plan.pageSize;
	}

	async fetch(skip: number, take = this.take): Promise<ConnectorPage> {
		const { connector, order, filterJson } = this.#plan;
		return await this.#client.page(
			connector,
			pageQuery({ skip, take, order: orderText(order), filterJson }),
		);
	}

	/**
	 * The next pages after `received` rows. Each starts at the last row of the one before, which
	 * shows whether the list shifted in between; the very first starts at 0.
	 */
	async window(received: number): Promise<ConnectorPage[]> {
		const step = Math.max(1, this.take - 1);
		const first = received === 0 ? 0 : received - 1;
		const starts = Array.from({ length: this.#plan.parallel }, (_, index) => first + index * step);
		return await Promise.all(starts.map(async (start) => await this.fetch(start)));
	}

	/**
	 * Asks for the next pages before the present ones are taken in, when these are all full: AFAS
	 * works while we do, and still answers one request at a time.
	 */
	async askAhead(
		answers: readonly ConnectorPage[],
		received: number,
	): Promise<{ pages: Promise<ConnectorPage[]> } | null> {
		if (answers.some((answer) => !answer.ok || answer.rows.length !== this.take)) return null;
		const overlap = received === 0 ? answers.length - 1 : answers.length;
		const pages = this.window(received + answers.length * this.take - overlap);
		await sleep(0); // lets the request out; taking rows in keeps the thread busy
		return { pages };
	}

	/** Half the page at the same place; false when it cannot get smaller. */
	halve(): boolean {
		if (this.take <= SMALLEST_PAGE) return false;
		this.take = Math.max(SMALLEST_PAGE, Math.floor(this.take / 2));
		return true;
	}
}

/** Signs that the list moved; reading it again may give a whole one. */
const UNSTABLE = new Set(['AFAS_LISTING_CHANGED', 'AFAS_ROWS_REPEATED', 'AFAS_ROW_COLUMN_MISSING']);

type Step = 'more' | 'end' | 'halved' | Problem;

function takeIn(
	answers: ConnectorPage[],
	reader: PageReader,
	collected: RowCollector,
	plan: ListingPlan,
): Step {
	const { connector } = plan;
	let ended = false;
	for (const answer of answers) {
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
			// Asked for at the same time as the page that turned out to be the last.
			if (answer.rows.length === 0) continue;
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
		ended = answer.rows.length < reader.take;
	}
	return ended ? 'end' : 'more';
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

async function readOnce(
	client: AfasClient,
	plan: ListingPlan,
	progress: Progress,
): Promise<Attempt> {
	const collected = new RowCollector(plan);
	const reader = new PageReader(client, plan);
	let firstTake = reader.take;
	let coming = reader.window(0);
	for (let step: Step = 'more'; step !== 'end'; ) {
		const answers = await coming;
		if (collected.pages === 0) firstTake = reader.take;
		const ahead = await reader.askAhead(answers, collected.received);
		step = takeIn(answers, reader, collected, plan);
		if (typeof step === 'object') {
			await ahead?.pages; // no request stays behind
			return { ...stopped(collected, step), unstable: UNSTABLE.has(step.code) };
		}
		progress(
			`AFAS ${plan.connector}: ${collected.received} rows in ${collected.pages} pages (take ${reader.take})`,
		);
		if (step !== 'end') coming = ahead?.pages ?? reader.window(collected.received);
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
): Promise<ListingResult> {
	const first = await readOnce(client, plan, progress);
	if (first.ok || first.unstable !== true) return first;
	progress(`AFAS ${plan.connector}: ${first.problem.code}, reading everything again`);
	return await readOnce(client, plan, progress);
}

import type { AfasClient, ConnectorPage } from '../api/client';
import { pageQuery } from '../api/query';
import { orderText } from './order';
import type { ListingPlan } from './plan';

/** A page this small that is still too big is the connector's fault, not the page's. */
const SMALLEST_PAGE = 25;

type Fetch = (skip: number, take: number) => Promise<ConnectorPage>;

/**
 * Pages that are asked for, so many at a time, and handed out in their order. The next one is asked for
 * as soon as one has come in full: AFAS works while we take in, and no call that may be under way is
 * missing. As many again may lie here unread, no more: memory does not hold the whole list.
 */
class Pages {
	readonly #coming: Array<Promise<ConnectorPage>> = [];

	#open = 0;

	/** A page was not full, or did not come: nothing is asked for after it. */
	#ended = false;

	constructor(
		private readonly fetch: Fetch,
		private skip: number,
		private readonly take: number,
		private readonly parallel: number,
	) {
		this.#fill();
	}

	/** The next page; null after the last that was asked for. */
	async next(): Promise<ConnectorPage | null> {
		const coming = this.#coming.shift();
		this.#fill();
		return coming === undefined ? null : await coming;
	}

	/** Asks for nothing more, and waits for what is under way: no request stays behind. */
	async drop<T>(why: T): Promise<T> {
		this.#ended = true;
		await Promise.all(this.#coming);
		return why;
	}

	#fill(): void {
		while (
			!this.#ended &&
			this.#open < this.parallel &&
			this.#coming.length < 2 * this.parallel - 1
		) {
			const coming = this.#ask();
			coming.catch(() => undefined); // says so when its turn comes
			this.#coming.push(coming);
		}
	}

	async #ask(): Promise<ConnectorPage> {
		const { skip, take } = this;
		// The next page starts at the last row of this one, which shows whether the list shifted in between.
		this.skip += Math.max(1, take - 1);
		this.#open += 1;
		try {
			const page = await this.fetch(skip, take);
			if (!page.ok || page.rows.length !== take) this.#ended = true;
			return page;
		} finally {
			this.#open -= 1;
			this.#fill();
		}
	}
}

/** Asks for the pages of one listing. */
export class PageReader {
	take: number;

	readonly #client: AfasClient;

	readonly #plan: ListingPlan;

	constructor(client: AfasClient, plan: ListingPlan) {
		this.#client = client;
		this.#plan = plan;
		this.take = plan.pageSize;
	}

	async fetch(skip: number, take: number): Promise<ConnectorPage> {
		const { connector, order, filterJson } = this.#plan;
		return await this.#client.page(
			connector,
			pageQuery({ skip, take, order: orderText(order), filterJson }),
		);
	}

	/** The pages after `received` rows, from the last of them on. */
	after(received: number): Pages {
		const fetch: Fetch = async (skip, take) => await this.fetch(skip, take);
		return new Pages(fetch, Math.max(0, received - 1), this.take, this.#plan.parallel);
	}

	/** Half the page at the same place; false when it cannot get smaller. */
	halve(): boolean {
		if (this.take <= SMALLEST_PAGE) return false;
		this.take = Math.max(SMALLEST_PAGE, Math.floor(this.take / 2));
		return true;
	}
}

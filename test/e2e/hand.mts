import type { Locator } from 'playwright-core';

/** A person at a browser whose clicks and fields are counted, for each part of what they do. */

export interface Effort {
	clicks: number;
	/** Fields that were filled in or chosen from a list. */
	fields: number;
}

export class Hand {
	readonly #efforts = new Map<string, Effort>();
	#part = '';

	/** What follows counts for this part. */
	now(part: string): void {
		this.#part = part;
	}

	async click(target: Locator): Promise<void> {
		this.#count('clicks');
		await target.click();
	}

	/** Clicked a link of a message, which is in no browser here. */
	opened(): void {
		this.#count('clicks');
	}

	async check(target: Locator): Promise<void> {
		this.#count('clicks');
		await target.check();
	}

	async fill(target: Locator, value: string): Promise<void> {
		this.#count('fields');
		await target.fill(value);
	}

	async choose(target: Locator, label: string): Promise<void> {
		this.#count('fields');
		await target.selectOption({ label });
	}

	effort(part: string): Effort {
		return { clicks: 0, fields: 0, ...this.#efforts.get(part) };
	}

	/** A line for each part. */
	report(): string[] {
		return [...this.#efforts].map(
			([part, { clicks, fields }]) => `${part}: ${clicks} clicks, ${fields} fields`,
		);
	}

	#count(what: keyof Effort): void {
		const effort = this.effort(this.#part);
		effort[what] += 1;
		this.#efforts.set(this.#part, effort);
	}
}

import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { ROOT } from '../../../sandbox/demo/paths.mts';
import type { Language } from '../../../core/issues';
import { ARTIFACTS } from '../context.mts';
import { LARGEST_PICTURE, PICTURES } from './list.mts';
import type { Folder } from './list.mts';

/** Where the pictures go that one run takes; complete at its end, or the run fails. */
export class Album {
	readonly language: Language;
	readonly #folder: Folder;
	readonly #made = new Set<string>();
	readonly #large: string[] = [];

	constructor(language: Language) {
		this.language = language;
		this.#folder = language === 'en' ? 'docs/pictures' : 'docs/nl/pictures';
		mkdirSync(path.join(ROOT, this.#folder), { recursive: true });
	}

	async keep(name: string, target: Page | Locator): Promise<void> {
		await target.screenshot({ path: this.#fileOf(name) });
		this.#note(name);
	}

	/** The whole page, however long. */
	async keepAll(name: string, page: Page): Promise<void> {
		await page.screenshot({ path: this.#fileOf(name), fullPage: true });
		this.#note(name);
	}

	/** The top of a page that is longer than a guide needs. */
	async keepTop(name: string, page: Page, height: number): Promise<void> {
		const { width = 1000 } = page.viewportSize() ?? {};
		await page.setViewportSize({ width, height });
		await this.keep(name, page);
	}

	/** What an end-to-end scenario saw on its way. */
	copy(name: string, artefact: string): void {
		copyFileSync(path.join(ARTIFACTS, `${artefact}.png`), this.#fileOf(name));
		this.#note(name);
	}

	/** Every picture of the list was taken, each small enough; what is not in the list goes. */
	close(): void {
		const wanted: readonly string[] = PICTURES[this.#folder];
		assert.deepEqual(this.#large, [], `pictures of more than ${LARGEST_PICTURE} bytes`);
		assert.deepEqual([...this.#made].sort(), [...wanted].sort(), `pictures of ${this.#folder}`);
		const folder = path.join(ROOT, this.#folder);
		for (const file of readdirSync(folder)) {
			if (!this.#made.has(path.basename(file, '.png'))) rmSync(path.join(folder, file));
		}
	}

	#fileOf(name: string): string {
		return path.join(ROOT, this.#folder, `${name}.png`);
	}

	#note(name: string): void {
		const { size } = statSync(this.#fileOf(name));
		process.stdout.write(`   ${this.#folder}/${name}.png (${Math.round(size / 1024)} kB)\n`);
		if (size >= LARGEST_PICTURE) this.#large.push(`${name}: ${size} bytes`);
		this.#made.add(name);
	}
}

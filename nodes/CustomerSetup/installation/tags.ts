import type { N8nClient, N8nResult, N8nTag } from '../../shared/n8nApi';

/** Tags by their name, made when they are not there. */
export class TagBook {
	#known: Map<string, string> | null = null;

	constructor(private readonly client: N8nClient) {}

	async #read(): Promise<N8nResult<Map<string, string>>> {
		if (this.#known !== null) return { ok: true, value: this.#known };
		const read = await this.client.tags();
		if (!read.ok) return read;
		this.#known = new Map(read.value.map(({ id, name }) => [name, id]));
		return { ok: true, value: this.#known };
	}

	async #idOf(name: string): Promise<N8nResult<string>> {
		const read = await this.#read();
		if (!read.ok) return read;
		const id = read.value.get(name);
		if (id !== undefined) return { ok: true, value: id };
		const made = await this.client.createTag(name);
		if (made.ok) {
			read.value.set(name, made.value.id);
			return { ok: true, value: made.value.id };
		}
		if (made.problem.status !== 409) return made;
		// Somebody else made it in the meantime.
		this.#known = null;
		const again = await this.#read();
		if (!again.ok) return again;
		const theirs = again.value.get(name);
		return theirs === undefined ? made : { ok: true, value: theirs };
	}

	/** Adds tags to the ones that a workflow has. @returns whether it had one less */
	async add(
		workflow: string,
		present: readonly N8nTag[],
		names: readonly string[],
	): Promise<N8nResult<boolean>> {
		const has = new Set(present.map(({ name }) => name));
		const missing = names.filter((name) => !has.has(name));
		if (missing.length === 0) return { ok: true, value: false };
		const ids = present.map(({ id }) => id);
		for (const name of missing) {
			const id = await this.#idOf(name);
			if (!id.ok) return id;
			ids.push(id.value);
		}
		const set = await this.client.setWorkflowTags(workflow, ids);
		return set.ok ? { ok: true, value: true } : set;
	}
}

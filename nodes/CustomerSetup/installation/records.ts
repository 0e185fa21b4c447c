import type { N8nClient, N8nResult, N8nRow } from '../../shared/n8nApi';

/**
 * What Installation did to which workflow, so that it does it once: a tag that somebody took off, or a
 * workflow that somebody switched off, stays so.
 */
export class InstallationRecords {
	readonly #rows: N8nRow[];

	private constructor(
		private readonly client: N8nClient,
		private readonly table: string,
		rows: N8nRow[],
	) {
		this.#rows = rows;
	}

	static async read(client: N8nClient, table: string): Promise<N8nResult<InstallationRecords>> {
		const read = await client.rows(table, []);
		return read.ok ? { ok: true, value: new InstallationRecords(client, table, read.value) } : read;
	}

	#find(workflow: string): N8nRow | undefined {
		return this.#rows.find((row) => row['workflow'] === workflow && row['holder'] === '');
	}

	done(workflow: string): ReadonlySet<string> {
		const value = this.#find(workflow)?.['done'];
		return new Set(typeof value === 'string' ? value.split(' ').filter((one) => one !== '') : []);
	}

	async remember(
		template: string,
		workflow: string,
		done: ReadonlySet<string>,
	): Promise<N8nResult<unknown>> {
		const before = this.done(workflow);
		if ([...done].every((one) => before.has(one))) return { ok: true, value: null };
		const text = [...new Set([...before, ...done])].join(' ');
		const known = this.#find(workflow);
		if (known === undefined) {
			const row = { key: template, workflow, done: text, holder: '', at: '' };
			const inserted = await this.client.insertRow(this.table, row);
			if (inserted.ok) this.#rows.push(...inserted.value.map((one) => ({ ...row, ...one })));
			return inserted;
		}
		const conditions = [
			{ columnName: 'key', condition: 'eq', value: template },
			{ columnName: 'workflow', condition: 'eq', value: workflow },
		] as const;
		const updated = await this.client.updateRows(this.table, conditions, { done: text });
		if (updated.ok) known['done'] = text;
		return updated;
	}
}

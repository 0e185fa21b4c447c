import { readdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/**
 * What n8n keeps of an execution, by the node that it is of. n8n writes it as one list: each object and each
 * different text once, with the places of others in it.
 */

export interface Stored {
	/** Bytes in n8n's database. */
	bytes: number;
	/** Of them, by node and output (`Compare with Alleo, 0`). */
	byOutput: ReadonlyMap<string, number>;
}

type Entry = string | number | boolean | null | Entry[] | { [key: string]: Entry };

/** The entries that one holds by their place; a text that is an entry itself is not looked into. */
const held = (entry: Entry): Array<[key: string, place: string]> =>
	typeof entry !== 'object' || entry === null
		? []
		: Object.entries(entry).filter((pair): pair is [string, string] => typeof pair[1] === 'string');

export function bytesByOutput(text: string): Map<string, number> {
	const list = JSON.parse(text) as Entry[];
	const done = new Set<string>();
	const bytes = new Map<string, number>();
	const at = (place: string): Entry => list[Number(place)] ?? null;
	const child = (place: string, key: string): string | undefined =>
		held(at(place)).find(([name]) => name === key)?.[1];

	/** Everything below a place that nothing before it held. */
	function add(name: string, from: string): void {
		const open = [from];
		for (let place = open.pop(); place !== undefined; place = open.pop()) {
			if (done.has(place)) continue;
			done.add(place);
			const entry = at(place);
			bytes.set(name, (bytes.get(name) ?? 0) + Buffer.byteLength(JSON.stringify(entry)) + 1);
			open.push(...held(entry).map(([, inner]) => inner));
		}
	}

	const runs = child(child('0', 'resultData') ?? '', 'runData') ?? '';
	for (const [node, tasks] of held(at(runs))) {
		for (const [, task] of held(at(tasks))) {
			const main = child(child(task, 'data') ?? '', 'main') ?? '';
			for (const [output, items] of held(at(main))) add(`${node}, ${output}`, items);
		}
	}
	return bytes;
}

/** @param userFolder of an n8n with SQLite */
export function storedExecution(userFolder: string, id: string): Stored {
	const folder = path.join(userFolder, '.n8n');
	const file = readdirSync(folder).find((name) => name.endsWith('.sqlite'));
	if (file === undefined) throw new Error('n8n has no SQLite database here');
	const database = new DatabaseSync(path.join(folder, file), { readOnly: true });
	try {
		const row = database.prepare('select data from execution_data where executionId = ?').get(id);
		const text = String(row?.['data'] ?? '');
		return { bytes: Buffer.byteLength(text), byOutput: bytesByOutput(text) };
	} finally {
		database.close();
	}
}

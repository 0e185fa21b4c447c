import type { WaitingResult } from '../parts/waiting.mts';
import { table } from '../tool/document.mts';
import { runPart } from '../tool/part.mts';
import { count, percent, say } from '../tool/show.mts';
import type { Chapter } from './compare.mts';

/** What waits in n8n's database, for 1,000 rows of a plan and for 1,000 people. */

const PEOPLE = 5_000;

/** Bytes of 1,000 rows, measured in the same way before rows carried what they have in common once. */
const BEFORE: Readonly<Record<string, number>> = {
	create: 1_533_000,
	update: 1_037_000,
	deactivate: 1_019_000,
};
const SHARE = 0.5;

const perThousand = ({ items, bytes }: { items: number; bytes: number }): number =>
	(bytes / items) * 1000;

function rowLine(action: string, size: { items: number; bytes: number }): string[] {
	const now = perThousand(size);
	const before = BEFORE[action];
	return [
		action,
		before === undefined ? '' : count(before),
		count(now),
		before === undefined ? '' : percent(now / before),
	];
}

function nodeLines({ scenario, people, nodes, whole }: WaitingResult): string[][] {
	const line = (name: string, bytes: number): string[] => [
		scenario,
		name,
		count((bytes / people) * 1000),
		percent(bytes / whole),
	];
	return [
		...Object.entries(nodes).map(([name, { bytes }]) => line(name, bytes)),
		line('The whole run', whole),
	];
}

export async function waiting(file: string, hasN8n: boolean): Promise<Chapter> {
	const title = "### What waits in n8n's database";
	if (!hasN8n) {
		return { section: `${title}\n\nNot measured: n8n is not installed in sandbox/n8n.`, aims: [] };
	}
	const results: WaitingResult[] = [];
	for (const scenario of ['everyone new', '30 % changed', '2 % changed']) {
		results.push(await runPart<WaitingResult>(file, { people: PEOPLE, scenario }));
	}
	const [created, changed] = results;
	const rows = { ...changed?.rows, ...created?.rows };
	const rowLines = Object.entries(rows).map(([action, size]) => rowLine(action, size));
	const daily = results.slice(1).flatMap(nodeLines);
	for (const cells of [...rowLines, ...daily]) say(cells.join('  '));
	const shares = Object.entries(rows).flatMap(([action, size]) => {
		const before = BEFORE[action];
		return before === undefined ? [] : [perThousand(size) / before];
	});
	return {
		section: `${title}

The bytes of n8n's own format (flatted: an object that stands in several places once, equal texts once, the names of the
keys every time) of a run that waits; ${count(PEOPLE)} people. First 1,000 rows of a plan by what they do, then the
whole run for each 1,000 people, by the node that gave the items.

${table(['Rows', 'Before', 'Bytes per 1,000 rows', 'Of that'], rowLines)}

${table(['Run', 'Node', 'Bytes per 1,000 people', 'Share'], daily)}`,
		aims: [
			{
				what: `Rows that wait: at most ${percent(SHARE)} of the bytes that they had`,
				figure: `${percent(Math.min(...shares))} to ${percent(Math.max(...shares))}`,
				held: Math.max(...shares) <= SHARE,
			},
		],
	};
}

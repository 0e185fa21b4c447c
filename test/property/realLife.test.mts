import { live, shown } from './realLife/run.mts';
import type { Finding } from './realLife/run.mts';
import { worldOf } from './realLife/worlds.mts';

/**
 * Ten thousand small worlds of real-life noise, from source records through Normalize, Diff, a person
 * and Apply, against an oracle that knows who everybody is.
 */

const WORLDS = Number(process.env['WORLDS'] ?? 10_000);
const FIRST_SEED = Number(process.env['WORLD_SEED'] ?? 0);

jest.setTimeout(600_000);

test('nobody gets the account of another, loses one, or gets a second', async () => {
	const failures: string[] = [];
	const kinds = new Map<string, number>();
	const seen = new Map<string, number>();
	let failed = 0;
	for (let seed = FIRST_SEED; seed < FIRST_SEED + WORLDS; seed++) {
		const truth = worldOf(seed);
		const { findings, codes } = await live(truth);
		for (const code of codes) seen.set(code, (seen.get(code) ?? 0) + 1);
		if (findings.length === 0) continue;
		failed++;
		const kind = ({ way, harm }: Finding): string => `${way}: ${harm.what}`;
		const name = `${kind(findings[0] as Finding)} | ${truth.stories.slice(1).join('+')}`;
		kinds.set(name, (kinds.get(name) ?? 0) + 1);
		const told = findings.map(
			(one) => `${kind(one)} ${JSON.stringify(one.harm)} ${one.rows.join('; ')}`,
		);
		failures.push(`WORLD_SEED=${seed} WORLDS=1\n${shown(truth)}\n${told.join('\n')}`);
	}
	const smallest = failures.sort((a, b) => a.length - b.length).slice(0, 10);
	const table = [...kinds].sort((a, b) => b[1] - a[1]);
	process.stdout.write(
		`${WORLDS} worlds from seed ${FIRST_SEED}: ${failed} with a fault\n${JSON.stringify([...seen].sort(), null, 0)}\n`,
	);
	expect(table.slice(0, 40).map(String).join('\n') + smallest.join('\n\n')).toBe('');
});

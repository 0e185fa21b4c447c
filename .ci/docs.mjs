/** Writes the pages that follow from the source: docs/troubleshooting.md. Runs under Node 24. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { main, ROOT, say } from './lib.mjs';

const load = async (file) => {
	const built = buildSync({
		entryPoints: [path.join(ROOT, file)],
		bundle: true,
		write: false,
		format: 'esm',
		platform: 'node',
	});
	const code = Buffer.from(built.outputFiles[0].contents).toString('base64');
	return await import(`data:text/javascript;base64,${code}`);
};

await main(async () => {
	const { ISSUES } = await load('core/issues.ts');
	const { renderTroubleshooting } = await load('.ci/troubleshooting.mts');
	writeFileSync(path.join(ROOT, 'docs/troubleshooting.md'), renderTroubleshooting(ISSUES));
	say(`docs/troubleshooting.md: ${Object.keys(ISSUES).length} codes`);
});

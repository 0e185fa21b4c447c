/** The build as the demo and the end-to-end tests need it: dist/ from the present sources. */
import path from 'node:path';
import { heading, ROOT, runNode24 } from './lib.mjs';

export async function build() {
	heading('Building the package');
	await runNode24([path.join(ROOT, 'node_modules/gulp/bin/gulp.js'), 'bundle'], {
		quiet: 'gulp is working',
		hint: 'read the message above; `npm run check` shows every type error',
	});
}

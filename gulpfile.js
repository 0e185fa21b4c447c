/**
 * The build: dist/ holds one bundled file per node and credential (core, zod, fast-xml-parser
 * and saxes inlined, so the published package has no dependencies), icons, codex files, the templates
 * and the licences of what is bundled.
 */
const { execFileSync } = require('node:child_process');
const fs = require('node:fs/promises');
const path = require('node:path');
const { src, dest, series, parallel } = require('gulp');
const esbuild = require('esbuild');
const { thirdPartyLicenses } = require('./.ci/licenses.cjs');

const DIST = path.join(__dirname, 'dist');

async function clean() {
	await fs.rm(DIST, { recursive: true, force: true });
}

/** Types are checked, not emitted: nothing imports this package's types. */
async function types() {
	execFileSync(process.execPath, [require.resolve('typescript/bin/tsc'), '--noEmit'], {
		cwd: __dirname,
		stdio: 'inherit',
	});
}

async function bundle() {
	const manifest = JSON.parse(await fs.readFile(path.join(__dirname, 'package.json'), 'utf8'));
	const entryPoints = [...manifest.n8n.nodes, ...manifest.n8n.credentials].map((file) =>
		path.join(__dirname, file.replace(/^dist\//, '').replace(/\.js$/, '.ts')),
	);
	const { metafile } = await esbuild.build({
		absWorkingDir: __dirname,
		entryPoints,
		outdir: DIST,
		outbase: __dirname,
		bundle: true,
		platform: 'node',
		target: 'node20',
		format: 'cjs',
		// The notices are in THIRD-PARTY-LICENSES.txt, once instead of in each of the files.
		legalComments: 'none',
		metafile: true,
		external: ['n8n-workflow'],
		logLevel: 'warning',
	});
	const licences = thirdPartyLicenses(metafile, __dirname);
	await fs.writeFile(path.join(DIST, 'THIRD-PARTY-LICENSES.txt'), licences);
}

const assets = () =>
	src(
		[
			'nodes/**/*.{svg,png}',
			'nodes/**/*.node.json',
			'nodes/**/__schema__/**/*.json',
			'credentials/**/*.svg',
		],
		{
			base: '.',
			encoding: false,
			allowEmpty: true,
		},
	).pipe(dest(DIST));

const templates = () =>
	src('workflows/*.json', { base: '.', encoding: false, allowEmpty: true }).pipe(dest(DIST));

exports.clean = clean;
exports.types = types;
exports.bundle = series(clean, parallel(bundle, assets, templates));
exports.default = series(parallel(clean, types), parallel(bundle, assets, templates));

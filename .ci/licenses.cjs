/**
 * The licences of what esbuild put into the bundles: names, versions and whole texts, from the packages
 * themselves. A bundled package without a licence text stops the build.
 */
const { existsSync, readdirSync, readFileSync } = require('node:fs');
const path = require('node:path');

/** Texts of packages that publish none, by `name@version`, from their own repository. */
const BY_HAND = path.join(__dirname, 'licenses');

const LICENCE_FILE = /^(licen[cs]e|copying|notice)([.-].*)?$/i;

const RULE = '-'.repeat(80);

/**
 * @param {{ outputs: Record<string, { inputs: Record<string, unknown> }> }} metafile of esbuild, with paths from `root`
 * @param {string} root
 * @returns {string[]} folders of the bundled packages, sorted by name
 */
function bundledFolders(metafile, root) {
	const files = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.keys(inputs));
	const folders = files.flatMap((file) => {
		const found = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file.split(path.sep).join('/'));
		return found === null ? [] : [path.join(root, found[0])];
	});
	return [...new Set(folders)].sort();
}

/** Name, version, licence id and text of one package. */
function licenceOf(folder) {
	const { name, version, license } = JSON.parse(
		readFileSync(path.join(folder, 'package.json'), 'utf8'),
	);
	const texts = readdirSync(folder)
		.filter((file) => LICENCE_FILE.test(file))
		.sort()
		.map((file) => readFileSync(path.join(folder, file), 'utf8').trim());
	const byHand = path.join(BY_HAND, `${name.replace('/', '__')}@${version}.txt`);
	if (texts.length === 0 && existsSync(byHand)) texts.push(readFileSync(byHand, 'utf8').trim());
	if (texts.length === 0 || texts.some((text) => text === '')) {
		throw new Error(
			`${name} ${version} is bundled and has no licence file: put its text, from its own repository, into ${path.relative(process.cwd(), byHand)}`,
		);
	}
	return { name, version, license: String(license ?? 'see text'), text: texts.join('\n\n') };
}

/** The contents of THIRD-PARTY-LICENSES.txt. */
function thirdPartyLicenses(metafile, root) {
	const all = bundledFolders(metafile, root).map(licenceOf);
	const list = all.map(({ name, version, license }) => `${name} ${version} (${license})`);
	const texts = all.map(
		({ name, version, text }) => `${RULE}\n${name} ${version}\n${RULE}\n\n${text}\n`,
	);
	return [
		'The code in this package contains parts of the packages below, under their own licences.\n',
		`${list.join('\n')}\n`,
		...texts,
	].join('\n');
}

module.exports = { bundledFolders, thirdPartyLicenses };

/**
 * Loads every built node and credential the way n8n's loader does, and prints their descriptions as
 * JSON. `node .ci/describe.mjs [folder that holds package.json and dist]`
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const root = path.resolve(process.argv[2] ?? '.');
const require = createRequire(path.join(root, 'package.json'));
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

const load = (file) => {
	if (!existsSync(path.join(root, file))) {
		console.error(`${file} is not there. Build first: npm run build`);
		process.exit(1);
	}
	const className = path.basename(file).split('.')[0];
	const instance = new (require(path.join(root, file))[className])();
	return { file, className, constructorName: instance.constructor.name, instance };
};

const iconFiles = (file, icon) =>
	(typeof icon === 'string' ? [icon] : Object.values(icon ?? {})).map((name) => {
		const place = path.join(root, path.dirname(file), name.replace(/^file:/, ''));
		return { name, exists: existsSync(place) };
	});

const nodes = manifest.n8n.nodes.map((file) => {
	const { instance, ...rest } = load(file);
	const codexFile = path.join(root, file.replace(/\.js$/, '.json'));
	return {
		...rest,
		description: instance.description,
		icons: iconFiles(file, instance.description.icon),
		codex: existsSync(codexFile) ? JSON.parse(readFileSync(codexFile, 'utf8')) : null,
		methods: Object.fromEntries(
			Object.entries(instance.methods ?? {}).map(([kind, all]) => [kind, Object.keys(all)]),
		),
		testedBy: Object.keys(instance.methods?.credentialTest ?? {}),
	};
});
const credentials = manifest.n8n.credentials.map((file) => {
	const { instance, ...rest } = load(file);
	return { ...rest, icons: iconFiles(file, instance.icon), credential: { ...instance } };
});
console.log(JSON.stringify({ nodes, credentials }));

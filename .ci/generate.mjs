/**
 * Writes what follows from the source: docs/troubleshooting.md from the catalogue of codes, and the
 * standard field mapping in the templates. Runs under Node 24; tests hold that nothing is left behind.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { main, ROOT, say } from './lib.mjs';

const REQUIRE = `import { createRequire } from 'node:module'; const require = createRequire('${import.meta.url}');`;

const load = async (file) => {
	const built = buildSync({
		entryPoints: [path.join(ROOT, file)],
		bundle: true,
		write: false,
		format: 'esm',
		platform: 'node',
		// What nodes use of n8n asks for Node's own modules by require, which a module has not.
		banner: { js: REQUIRE },
	});
	const code = Buffer.from(built.outputFiles[0].contents).toString('base64');
	return await import(`data:text/javascript;base64,${code}`);
};

/** What the mapping panel of Employee Normalize shows for a source before anybody changed it. */
export function standardMapping(schema) {
	const shown = schema.filter(
		({ removed, defaultValue }) => !removed && defaultValue !== undefined,
	);
	return {
		mappingMode: 'defineBelow',
		value: Object.fromEntries(shown.map(({ id, defaultValue }) => [id, defaultValue])),
		matchingColumns: [],
		schema,
		attemptToConvertTypes: false,
		convertFieldsToString: false,
	};
}

/** Only where a person asks for it: a private address, and a number beside the ID. */
const NOT_BY_ITSELF = new Set(['private_email', 'employee_number']);

/** The same of people from a file: everything that Employee File gives by itself. */
export function fileMapping(schema) {
	const given = ({ id, options = [] }) =>
		NOT_BY_ITSELF.has(id)
			? undefined
			: options.find(({ name }) => name.startsWith('From a File: '))?.value;
	return standardMapping(
		schema.map((field) =>
			given(field) === undefined ? field : { ...field, removed: false, defaultValue: given(field) },
		),
	);
}

function writeMapping(template, schema, mapping = standardMapping(schema)) {
	const file = path.join(ROOT, `workflows/${template}.json`);
	const workflow = JSON.parse(readFileSync(file, 'utf8'));
	const node = workflow.nodes.find(({ type }) => type === 'n8n-nodes-alleo.employeeNormalize');
	node.parameters.fields = mapping;
	writeFileSync(file, `${JSON.stringify(workflow, null, '\t')}\n`);
	say(`${path.relative(ROOT, file)}: ${schema.length} fields`);
}

await main(async () => {
	const { ISSUES } = await load('core/issues/index.ts');
	const { renderTroubleshooting } = await load('.ci/troubleshooting.mts');
	writeFileSync(path.join(ROOT, 'docs/troubleshooting.md'), renderTroubleshooting(ISSUES));
	const { mappingFields } = await load('nodes/EmployeeNormalize/mappingFields.ts');
	for (const system of ['nmbrs', 'afas']) {
		for (const kind of ['daily-sync', 'budgets']) {
			writeMapping(`${system}-${kind}`, mappingFields(system));
		}
	}
	const custom = mappingFields('custom');
	writeMapping('file-daily-sync', custom, fileMapping(custom));
	say(`docs/troubleshooting.md: ${Object.keys(ISSUES).length} codes`);
});

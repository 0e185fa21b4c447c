import type { INode } from 'n8n-workflow';
import { CORE_TYPES, readWorkflow, SYSTEMS } from '../support/templates.mts';

/** workflows/send-file.json: what the monthly workflows call to send a file that was approved. */

interface Called {
	workflowInputs: { value: Record<string, unknown>; schema: Array<{ id: string }> };
}

describe('workflows/send-file.json', () => {
	const template = readWorkflow('send-file');
	const node = (name: string): INode => {
		const found = template.nodes.find((candidate) => candidate.name === name);
		if (found === undefined) throw new Error(`no node ${name}`);
		return found;
	};
	const into = (name: string): string[] =>
		Object.entries(template.connections).flatMap(([from, { main = [] }]) =>
			main.flatMap((targets, output) =>
				(targets ?? []).filter(({ node: to }) => to === name).map(() => `${from} ${output}`),
			),
		);

	test('every node type, version and parameter exists, and every expression names a node', () => {
		for (const { name, type, typeVersion, parameters } of template.nodes) {
			const core = CORE_TYPES[type];
			expect({ name, version: core?.version }).toEqual({ name, version: typeVersion });
			const unknown = Object.keys(parameters).filter((key) => !core?.parameters.includes(key));
			expect({ name, unknown }).toEqual({ name, unknown: [] });
			for (const [, named = ''] of JSON.stringify(parameters).matchAll(/\$\('([^']+)'\)/g)) {
				node(named);
			}
		}
		expect(new Set(template.nodes.map(({ id }) => id)).size).toBe(template.nodes.length);
	});

	test('keeps no data of a run, good or bad, as the workflow that calls it', () => {
		expect(template.settings).toEqual(readWorkflow('nmbrs-salary-leave').settings);
		expect(JSON.stringify(template)).not.toContain('credentials":');
	});

	test('takes what the monthly workflows hand over', () => {
		const { values } = node('When a file is to be sent').parameters['workflowInputs'] as {
			values: Array<{ name: string; type: string }>;
		};
		for (const system of SYSTEMS) {
			const send = readWorkflow(`${system}-salary-leave`).nodes.find(
				({ name }) => name === 'Send file',
			);
			const { schema, value } = (send?.parameters as unknown as Called).workflowInputs;
			expect(Object.keys(value)).toEqual(values.map(({ name }) => name));
			expect(schema.map(({ id }) => id)).toEqual(values.map(({ name }) => name));
		}
	});

	test('none takes the place of the last file unmeasured, and a failed step stops it', () => {
		expect(into('Remove previous file')).toEqual(['Upload complete? 0']);
		expect(into('Upload incomplete')).toEqual(['Upload complete? 1']);
		expect(into('Rename file')).toEqual(['Remove previous file 0']);
		expect(into('Desk: message')).toEqual(['Rename file 0']);
		expect(String(node('Upload file').parameters['path'])).toMatch(/\.part` \}\}$/);
		expect(node('Rename file').parameters['oldPath']).toBe(node('Upload file').parameters['path']);
		expect(node('Rename file').parameters['newPath']).toBe(
			node('Remove previous file').parameters['path'],
		);
		for (const name of ['Upload file', 'List folder', 'Upload complete?', 'Rename file']) {
			expect(node(name).onError).toBeUndefined();
		}
		expect(node('Desk: message').onError).toBe('continueRegularOutput');
		expect(String(node('Upload incomplete').parameters['errorMessage'])).toContain(
			'(FILE_UPLOAD_INCOMPLETE)',
		);
	});

	test('the message has counts and names, never a figure', () => {
		const { value } = (node('Desk: message').parameters as unknown as Called).workflowInputs;
		const text = JSON.stringify([value['subject'], value['text']]);
		expect(/flex\b|wage|_source\b|leave_hours|holiday/.exec(text)).toBeNull();
		expect(text).toContain('.people');
	});
});

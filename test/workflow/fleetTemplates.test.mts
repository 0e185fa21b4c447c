import type { INode, INodeTypeDescription } from 'n8n-workflow';
import { shippedVersion } from '../../core/connect/templates/upgrade/behind';
import { readBuilt } from '../support/built.mts';
import { CORE_TYPES, readWorkflow, unknownParameters } from '../support/templates.mts';

/** workflows/fleet.json and support-bundle.json: their lint. */

const own = new Map<string, INodeTypeDescription>();
beforeAll(() => {
	for (const { description } of readBuilt().nodes) {
		own.set(`n8n-nodes-alleo.${description.name}`, description);
	}
});

describe.each(['fleet', 'support-bundle'])('workflows/%s.json', (name) => {
	const template = readWorkflow(name);

	test('every type, version and parameter exists, and what expressions name', () => {
		const names = new Set(template.nodes.map((node) => node.name));
		for (const node of template.nodes) {
			const description = own.get(node.type);
			const versions = [description?.version ?? CORE_TYPES[node.type]?.version].flat();
			expect(versions).toContain(node.typeVersion);
			const problems =
				description === undefined
					? Object.keys(node.parameters).filter(
							(key) => CORE_TYPES[node.type]?.parameters.includes(key) !== true,
						)
					: unknownParameters(node.parameters, description.properties);
			expect({ node: node.name, problems }).toEqual({ node: node.name, problems: [] });
			for (const [, used = ''] of JSON.stringify(node.parameters).matchAll(/\$\('([^']+)'\)/g)) {
				expect(names).toContain(used);
			}
		}
	});

	test('the form asks for a login and for the right to execute, and writes nothing', () => {
		const [form] = template.nodes.filter(({ type }) => type.endsWith('.formTrigger'));
		expect((form as INode).parameters).toMatchObject({
			authentication: 'n8nUserAuth',
			requireExecuteAccess: true,
		});
		const operations = template.nodes.flatMap(({ parameters, type }) =>
			type.endsWith('.customerSetup') ? [parameters['operation']] : [],
		);
		expect(operations).toHaveLength(1);
		expect(['getAll', 'supportBundle']).toContain(operations[0]);
	});

	test('explains itself, and says its version', () => {
		const text = JSON.stringify(template);
		for (const word of ['pinData', 'instanceId', 'staticData', '"credentials"']) {
			expect(text).not.toContain(word);
		}
		const [overview] = template.nodes;
		const content = String(overview?.parameters['content']);
		expect(content).toMatch(/### How it works[\s\S]*### Setup/);
		expect(content.trimEnd().split('\n').at(-1)).toBe(
			`Template ${name}, version ${shippedVersion(name)}`,
		);
		const words = content.split(/\s+/).filter((word) => /\w/.test(word)).length;
		expect(words).toBeGreaterThanOrEqual(100);
		expect(words).toBeLessThanOrEqual(300);
	});
});

import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { IDataObject } from 'n8n-workflow';
import { NmbrsAppApi } from '../../credentials/NmbrsAppApi.credentials';
import { NmbrsOAuth2Api } from '../../credentials/NmbrsOAuth2Api.credentials';
import { useFastClock } from '../support/fastClock.mts';
import { NmbrsBench } from '../support/nmbrsNode.mts';
import { ROOT } from '../support/paths.mts';
import { readWorkflow } from '../support/templates.mts';

/** A consent of the default scope, and nothing else, reads what the templates read. */

useFastClock();

const defaultOf = ({ properties }: NmbrsOAuth2Api | NmbrsAppApi): string => {
	const scope = properties.find(({ name }) => name === 'scope')?.default;
	return typeof scope === 'string' ? scope : '';
};
const SCOPE = defaultOf(new NmbrsOAuth2Api());

/** Each Nmbrs node of a template, with its parameters; the day comes from the settings node. */
const readings = readdirSync(path.join(ROOT, 'workflows'))
	.filter((file) => file.endsWith('.json'))
	.map((file) => file.slice(0, -'.json'.length))
	.flatMap((template) =>
		readWorkflow(template)
			.nodes.filter(({ type }) => type === 'n8n-nodes-alleo.nmbrs')
			.map(({ name, parameters }): [string, IDataObject] => {
				const { options, ...asked } = parameters as IDataObject;
				return [`${template}: ${name}`, { ...asked, referenceDate: '2026-11-24' }];
			}),
	);

let bench: NmbrsBench | null = null;
afterEach(async () => {
	await bench?.close();
	bench = null;
});

test('both credentials ask for the same, and templates are looked at', () => {
	expect(readings.length).toBeGreaterThan(1);
	expect(defaultOf(new NmbrsAppApi())).toBe(SCOPE);
});

test.each(readings)('%s is read with the default scope', async (_name, parameters) => {
	bench = await NmbrsBench.start({ scope: SCOPE });
	const { coverage, employees } = await bench.run(parameters);
	expect(employees.length).toBeGreaterThan(0);
	expect(coverage.map(({ error }) => error)).toEqual(coverage.map(() => null));
});

test('a scope that is missing is named in the first sentence', async () => {
	const without = SCOPE.replace(' employee.orgstructure.read', '');
	bench = await NmbrsBench.start({ scope: without });
	const [, daily] = readings.find(([name]) => name.startsWith('nmbrs-daily-sync')) ?? [];
	const { message } = await bench.fail(daily ?? {});
	expect(message).toContain('employee.orgstructure.read');
});

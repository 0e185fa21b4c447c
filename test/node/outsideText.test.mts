import type { IDataObject, ILoadOptionsFunctions } from 'n8n-workflow';
import { Afas } from '../../nodes/Afas/Afas.node';
import { TokenReply } from '../../nodes/CustomerConnect/nmbrs/oauth';
import { mappingFields } from '../../nodes/EmployeeNormalize/mappingFields';
import { HOSTILE } from '../support/hostileTexts.mts';
import { json, startServer } from '../support/httpServer.mts';
import { evaluatedOnce, LOOT } from '../support/n8nEvaluates.mts';
import { nmbrs } from '../unit/normalize/support.mts';
import { afasContext } from './afas.helper.mts';
import { runNode } from './normalize.context.mts';

/** Texts of vendors, in the nodes: what a person or a connector is called is never run. */

const RUNS = HOSTILE.filter((text) => text.startsWith('='));

const panel = (changes: IDataObject): IDataObject => {
	const schema = mappingFields('nmbrs');
	const shown = schema.filter(
		({ removed, defaultValue }) => removed !== true && defaultValue != null,
	);
	const value = Object.fromEntries(shown.map(({ id, defaultValue }) => [id, defaultValue ?? '']));
	return {
		mappingMode: 'defineBelow',
		value: { ...value, ...changes },
		matchingColumns: [],
		schema: schema as unknown as IDataObject[],
	};
};

describe('Employee Normalize', () => {
	const records = RUNS.map((text, at) => nmbrs({ employeeId: `e-${at}`, remark: text }));

	test('a value of a record that looks like an expression stays a value', async () => {
		for (const [group, asked] of [
			['={{ $json.remark }}', 0],
			['={{ "" + $json.remark }}', records.length],
		] as const) {
			const run = await runNode(records, {
				parameters: { source: 'nmbrs', fields: panel({ group }) },
			});
			expect(run.asked.expressions).toBe(asked);
			// What ran would have lost the sign in front.
			const groups = run.employees.flatMap((employee) => employee['group'] ?? []);
			expect(groups.length).toBeGreaterThan(RUNS.length - 3);
			for (const value of groups) expect(value).toMatch(/^=/);
		}
	});

	test('the name of a field that an expression gave is no expression itself', async () => {
		const parameters = {
			source: 'nmbrs',
			selectiveSync: true,
			accessField: '={{ "=" + $workflow.name }}',
		};
		await expect(runNode([nmbrs()], { parameters })).rejects.toMatchObject({
			description: expect.stringContaining('SETTING_INVALID') as string,
		});
	});
});

test.each(RUNS)('no token of NMBRS is %j', (text) => {
	const fine = { access_token: 'a.b-c_d==', refresh_token: '0123ABC' };
	expect(TokenReply.safeParse(fine)).toMatchObject({ success: true });
	expect(TokenReply.safeParse({ ...fine, access_token: text })).toMatchObject({ success: false });
	expect(TokenReply.safeParse({ ...fine, refresh_token: text })).toMatchObject({ success: false });
});

test('a picker gives a name of AFAS so that n8n keeps it as it is', async () => {
	const getConnectors = RUNS.map((id) => ({ id, description: 'x' }));
	const info = { envid: 'O12345AA', appName: 'x', group: 'x', tokenExpiry: '0' };
	const server = await startServer((_request, response) =>
		json(response, { updateConnectors: [], getConnectors, customConnectors: [], info }),
	);
	try {
		const { context } = afasContext({ baseUrl: server.url });
		const { searchConnectors } = new Afas().methods.listSearch;
		const { results } = await searchConnectors.call(context as unknown as ILoadOptionsFunctions);
		const chosen = results.map(({ value }) => evaluatedOnce({ value: String(value) })['value']);
		expect(chosen.sort()).toEqual([...RUNS].sort());
		expect(chosen).not.toContain(LOOT);
	} finally {
		await server.close();
	}
});

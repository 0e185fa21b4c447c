import { startSandbox } from '../../sandbox/start.mts';
import type { Sandbox } from '../../sandbox/start.mts';
import { TYPES_OF } from '../../sandbox/demo/credentials.mts';
import { NODE } from '../../sandbox/demo/template.mts';
import { outputOf } from '../support/engine.mts';
import { engineFor } from '../support/sync.mts';
import { SYSTEMS } from '../support/templates.mts';

/**
 * Read Alleo accounts knows the routes from the node that compares, which has not run by then: what its
 * panel has is in reach of an expression of n8n, as it is.
 */

const READ = 'Read Alleo accounts';

let sandbox: Sandbox;

beforeEach(async () => {
	sandbox = await startSandbox({ employees: 20 });
});

afterEach(async () => {
	await sandbox.close();
});

describe.each(SYSTEMS)('the %s template', (system) => {
	/** The accounts' companies, and the end of the run: with the routes of the panel, or of an expression. */
	async function read(company: string, routing: unknown) {
		const engine = await engineFor(
			sandbox,
			system,
			{ approval: 'always', alleo_company_id: company },
			({ nodes }) => {
				for (const node of nodes) {
					if (node.name === NODE.settings) node.parameters = { ...node.parameters, routing };
				}
			},
			TYPES_OF[system],
		);
		const run = await engine.start(NODE.dryRun);
		const { error } = run.data.resultData;
		const companies = outputOf<{ company_id: number }>(run, READ).map(({ company_id: id }) => id);
		return { companies: [...new Set(companies)], problem: error?.description ?? null };
	}

	test('the company of Settings and those of the routes, and no other', async () => {
		const [first, second] = sandbox.alleo.state.store.companies.map(({ id }) => id);
		expect((await read(String(first), {})).companies).toEqual([first]);
		const routing = { routes: [{ filter: 'noord', companyId: String(second) }] };
		expect((await read(String(first), routing)).companies).toEqual([first, second]);
		expect((await read('', routing)).companies).toEqual([second]);
	});

	test('neither: a code, and nothing is asked', async () => {
		const { problem, companies } = await read('', undefined);
		expect(problem).toContain('SETTINGS_COMPANY_EMPTY');
		expect(companies).toEqual([]);
		expect(sandbox.alleo.log.entries.filter(({ url }) => url.includes('companies'))).toEqual([]);
	});
});

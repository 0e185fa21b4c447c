import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { Coverage } from '../../core/model/employee';
import type { PlanSummary } from '../../core/model/summary';
import { failed } from '../../core/model/result';
import { AlleoDiff } from '../../nodes/AlleoDiff/AlleoDiff.node';
import { readSource } from '../../nodes/shared/source/read';
import { runSource } from '../../nodes/shared/source/run';
import type { OnPartitionError, Source } from '../../nodes/shared/source/source';
import { CSV_FIELDS, csvSource, type CsvFile } from '../support/csvSource.mts';
import { fakeContext } from '../support/fakeContext.mts';
import { runNode } from './normalize.context.mts';

/** The contract of a source, tried with one that is neither NMBRS nor AFAS; then the way to a plan. */

const HEAD = 'id;email;first;last;start;end';
const ANNA = '7;anna@voorbeeld.nl;Anna;de Vries;2020-01-01;';
const BRAM = '8;bram@voorbeeld.nl;Bram;Bakker;2021-05-01;2026-10-31';

const file = (id: string, ...lines: string[]): CsvFile => ({
	id,
	name: `File ${id}`,
	text: async () => [HEAD, ...lines].join('\n'),
});
const whole = (id: string, ...people: string[]): CsvFile =>
	file(id, ...people, `TOTAL;${people.length}`);
const cut = (id: string): CsvFile => file(id, ANNA);

async function read(files: readonly CsvFile[], onPartitionError: OnPartitionError = 'stop') {
	const all = await readSource(csvSource(files), onPartitionError);
	return all.ok
		? { ids: all.value.items.map(({ id }) => id), coverage: all.value.coverage, code: null }
		: { ids: [], coverage: [], code: all.problem.code };
}

describe('reading a source', () => {
	test('gives everybody, and one coverage item for each partition with its proof', async () => {
		const { ids, coverage } = await read([whole('a', ANNA), whole('b', BRAM)]);
		expect(ids).toEqual(['7', '8']);
		expect(coverage).toEqual([
			expect.objectContaining({ partition: 'a', name: 'File a', complete: true, employees: 1 }),
			expect.objectContaining({ partition: 'b', name: 'File b', complete: true, error: null }),
		]);
		expect(coverage[0]?.checks.map(({ code }) => code)).toContain('TOTALS_MATCH');
	});

	test('a partition that is not whole ends the run, or is a gap in coverage', async () => {
		const files = [cut('a'), whole('b', BRAM)];
		expect(await read(files)).toMatchObject({ ids: [], code: 'NMBRS_LISTING_INCOMPLETE' });
		const { ids, coverage } = await read(files, 'continue');
		expect(ids).toEqual(['8']);
		expect(coverage.map(({ complete }) => complete)).toEqual([false, true]);
		expect(coverage[0]?.error?.code).toBe('NMBRS_LISTING_INCOMPLETE');
	});

	test('after the first problem nobody asks the others any more', async () => {
		const asked: string[] = [];
		const files = ['a', 'b', 'c'].map(
			(id): CsvFile => ({
				...cut(id),
				text: async () => {
					asked.push(id);
					return HEAD;
				},
			}),
		);
		expect((await read(files)).code).toBe('NMBRS_LISTING_INCOMPLETE');
		expect(asked).toEqual(['a']);
	});

	test('a reader that throws loses its own partition only, and its text is not told', async () => {
		const broken: CsvFile = {
			...whole('a'),
			text: async () => Promise.reject(new TypeError('anna@voorbeeld.nl')),
		};
		const { ids, coverage } = await read([broken, whole('b', BRAM)], 'continue');
		expect(ids).toEqual(['8']);
		expect(coverage[0]).toMatchObject({ complete: false, error: { code: 'UNEXPECTED' } });
		expect(JSON.stringify(coverage)).not.toContain('anna@');
	});

	/** Three partitions that read nothing, the first with a problem. */
	const failing = (code: 'CANCELLED' | 'UNAUTHORIZED', extra: Partial<Source<never>> = {}) => {
		const asked: string[] = [];
		const { problem } = failed(code, { system: 'CSV' });
		const source: Source<never> = {
			partitions: ['a', 'b', 'c'].map((id) => ({
				id,
				name: null,
				read: async () => {
					asked.push(id);
					const broken = id === 'a' ? problem : null;
					return { items: [], employees: 0, pages: 1, checks: [], problem: broken };
				},
			})),
			missing: [],
			atOnce: 1,
			isFatal: (one) => one.code === 'UNAUTHORIZED',
			ofRun: (_partition, one) => one,
			...extra,
		};
		return { asked, source };
	};

	test('a cancelled execution ends the run, whatever the setting', async () => {
		const { asked, source } = failing('CANCELLED');
		const all = await readSource(source, 'continue');
		expect(all).toMatchObject({ ok: false, problem: { code: 'CANCELLED' } });
		expect(asked).toEqual(['a']);
	});

	test('after a fatal problem the others are gaps that nobody asks about', async () => {
		const { asked, source } = failing('UNAUTHORIZED');
		const all = await readSource(source, 'continue');
		expect(asked).toEqual(['a']);
		expect(all.ok && all.value.coverage.map(({ error }) => error?.code)).toEqual(
			Array(3).fill('UNAUTHORIZED'),
		);
	});

	test('what is out of reach is told first, and ends the run before anything is asked', async () => {
		const { problem } = failed('NMBRS_COMPANY_NOT_COVERED', { company: 'z' });
		const missing = [{ id: 'z', name: null, problem }];
		const { asked, source } = failing('UNAUTHORIZED', { missing });
		expect(await readSource(source, 'stop')).toMatchObject({ ok: false, problem });
		expect(asked).toEqual([]);
		const all = await readSource(source, 'continue');
		expect(all.ok && all.value.coverage.map(({ partition }) => partition)).toEqual([
			'z',
			'a',
			'b',
			'c',
		]);
	});
});

describe('from a source to a plan', () => {
	const items = (values: readonly object[]): INodeExecutionData[] =>
		values.map((json) => ({ json: json as IDataObject }));

	const account = {
		id: 1008,
		email: 'bram@voorbeeld.nl',
		first_name: 'Bram',
		last_name: 'Bakker',
		external_id: 'custom-8',
		company_id: 41,
		is_active: true,
	};

	async function plan(files: readonly CsvFile[]) {
		const { context } = fakeContext();
		const outputs = await runSource(context, csvSource(files), 'continue');
		if (!outputs.ok) throw new Error(outputs.problem.code);
		const [people, coverage] = outputs.value;
		const { employees } = await runNode(
			people.map(({ json }) => json),
			{
				parameters: {
					source: 'custom',
					fields: {
						mappingMode: 'defineBelow',
						value: CSV_FIELDS,
						matchingColumns: [],
						schema: [],
					},
				},
			},
		);
		const diff = fakeContext({
			nodeType: 'n8n-nodes-alleo.alleoDiff',
			parameters: { companyId: '41', approval: 'whenGuardTrips', referenceDate: '2026-11-24' },
			inputs: [items(employees), items([account]), coverage],
		});
		const [review = [], ready = [], summaries = []] = await new AlleoDiff().execute.call(
			diff.context,
		);
		return {
			employees,
			coverage: coverage.map(({ json }) => json as unknown as Coverage),
			rows: [...review, ...ready].map(({ json }) => `${json['action']} ${json['external_id']}`),
			summary: summaries[0]?.json as unknown as PlanSummary,
		};
	}

	test('people of a CSV are created and deactivated as those of any system', async () => {
		const { employees, rows } = await plan([whole('a', ANNA, BRAM)]);
		expect(employees).toMatchObject([
			{ external_id: 'custom-7', status: 'active', source: { system: 'custom', partition: 'a' } },
			{ external_id: 'custom-8', status: 'ended' },
		]);
		expect(rows.sort()).toEqual(['create custom-7', 'deactivate custom-8']);
	});

	test('nobody of a file that was cut off is deactivated', async () => {
		const { rows, coverage } = await plan([whole('a', ANNA), cut('b')]);
		expect(coverage.map(({ complete }) => complete)).toEqual([true, false]);
		expect(rows.filter((row) => row.startsWith('deactivate'))).toEqual([]);
	});
});

import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { Coverage } from '../../core/model/employee';
import type { PlanSummary } from '../../core/model/summary';
import { AlleoDiff } from '../../nodes/AlleoDiff/AlleoDiff.node';
import { EmployeeFile } from '../../nodes/EmployeeFile/EmployeeFile.node';
import {
	FILE_FIELDS,
	HEADER,
	PARAMETERS,
	ROWS,
	csv,
	fileItem,
	logRow,
	withFooter,
} from '../support/employeeFile.mts';
import { fakeContext } from '../support/fakeContext.mts';
import { runNode } from './normalize.context.mts';

/** From a file to a plan, through the nodes as they stand in the template. */

const items = (values: readonly object[]): INodeExecutionData[] =>
	values.map((json) => ({ json: json as IDataObject }));

const account = (id: string, email: string, more: object = {}) => ({
	id: 1000 + Number(id.replace(/\D/g, '')),
	email,
	first_name: 'Bram',
	last_name: 'Bakker',
	external_id: id,
	company_id: 41,
	is_active: true,
	...more,
});

const BRAM = account('hibob-00102', 'bram@voorbeeld.nl');

const FIELDS = {
	mappingMode: 'defineBelow',
	value: FILE_FIELDS,
	matchingColumns: [],
	schema: [],
};

interface Run {
	file?: INodeExecutionData;
	parameters?: Record<string, unknown>;
	accounts?: readonly object[];
	diff?: Record<string, unknown>;
}

async function readFile({ file = fileItem(withFooter()), parameters = {} }: Run) {
	const { context, hints } = fakeContext({
		nodeType: 'n8n-nodes-alleo.employeeFile',
		parameters: { ...PARAMETERS, onPartitionError: 'continue', ...parameters },
		input: [file],
	});
	const [people = [], coverage = []] = await new EmployeeFile().execute.call(context);
	return { people: people.filter(({ json }) => json['error'] === undefined), coverage, hints };
}

async function plan(run: Run) {
	const { people, coverage } = await readFile(run);
	const { employees } = await runNode(
		people.map(({ json }) => json),
		{ parameters: { source: 'custom', fields: FIELDS } },
	);
	const diff = fakeContext({
		nodeType: 'n8n-nodes-alleo.alleoDiff',
		parameters: {
			companyId: '41',
			approval: 'whenGuardTrips',
			referenceDate: '2026-11-29',
			...run.diff,
		},
		inputs: [items(employees), items(run.accounts ?? [BRAM]), coverage],
	});
	const [review = [], ready = [], summaries = []] = await new AlleoDiff().execute.call(
		diff.context,
	);
	return {
		employees,
		rows: [...review, ...ready]
			.map(({ json }) => `${json['action']} ${json['external_id']}`)
			.sort(),
		coverage: coverage.map(({ json }) => json as unknown as Coverage),
		summary: summaries[0]?.json as unknown as PlanSummary,
	};
}

test('people of a file are created and off-boarded under the name of their source', async () => {
	const { employees, rows } = await plan({});
	expect(employees[0]).toMatchObject({
		external_id: 'hibob-00101',
		status: 'active',
		source: { system: 'custom', partition: 'hibob', id_prefix: 'hibob' },
	});
	expect(rows).toEqual([
		'create hibob-00101',
		'create hibob-00103',
		'create hibob-00104',
		'deactivate hibob-00102',
	]);
});

test('an account of another source is nobody of ours, whoever is in the file', async () => {
	const foreign = [account('nmbrs-00102', 'x@voorbeeld.nl'), account('custom-1', 'y@voorbeeld.nl')];
	const { rows } = await plan({
		file: fileItem(withFooter(ROWS.slice(0, 1))),
		accounts: [...foreign, account('hibob-7', 'z@voorbeeld.nl')],
		diff: { absentPolicy: 'deactivate' },
	});
	expect(rows).toEqual(['create hibob-00101', 'deactivate hibob-7']);
});

describe('whoever is not in the file', () => {
	const absent = account('hibob-00999', 'weg@voorbeeld.nl', { first_name: 'Weg' });
	const diff = { absentPolicy: 'deactivate' };

	test('is off-boarded where the policy says so and the rows were counted', async () => {
		const { rows } = await plan({ accounts: [absent], diff });
		expect(rows).toContain('deactivate hibob-00999');
	});

	test('is left alone where nobody counted them', async () => {
		const parameters = { proof: 'share', history: JSON.stringify([logRow({ people: 4 })]) };
		const { rows, coverage } = await plan({
			file: fileItem(csv()),
			parameters,
			accounts: [absent],
			diff,
		});
		expect(coverage[0]).toMatchObject({ complete: true, employees: 4 });
		expect(rows.filter((row) => row.startsWith('deactivate'))).toEqual([]);
	});

	test.each([
		['half a file', fileItem(withFooter().slice(0, 250))],
		['an empty one', fileItem('')],
		['one in another encoding', fileItem(Buffer.from(withFooter(), 'utf16le'))],
		['none at all', { json: { error: 'No such file' } }],
	])('is left alone, and nobody is created, after %s', async (_what, file) => {
		const { rows, coverage } = await plan({ file, accounts: [BRAM, absent], diff });
		expect(rows).toEqual([]);
		expect(coverage).toMatchObject([{ partition: 'hibob', complete: false, employees: 0 }]);
	});
});

test('the plan keeps what the file was, for the run log', async () => {
	const { summary } = await plan({});
	expect(summary.partitions[0]?.file).toMatchObject({ people: 4, columns: HEADER.split(';') });
});

test('the run log that the desk gives back decides whether the list got shorter', async () => {
	const before = (people: number) => ({
		proof: 'share',
		history: JSON.stringify([logRow({ people })]),
	});
	const five = await readFile({ file: fileItem(csv()), parameters: before(5) });
	expect(five.coverage[0]?.json['error']).toMatchObject({ code: 'FILE_SHARE_LOW' });
	const rejected = [logRow({ people: 5 }, { state: 'rejected' })];
	const other = { ...before(5), history: JSON.stringify(rejected) };
	const { hints } = await readFile({ file: fileItem(csv()), parameters: other });
	expect(hints.join()).toContain('FILE_FIRST');
	const unread = await readFile({ file: fileItem(csv()), parameters: { proof: 'share' } });
	expect(unread.coverage[0]?.json['error']).toMatchObject({ code: 'FILE_HISTORY_UNREAD' });
});

test('what does not fit ends the node, unless it goes on', async () => {
	const run = async (parameters: object, input = [fileItem(withFooter())]) => {
		const { context } = fakeContext({ parameters: { ...PARAMETERS, ...parameters }, input });
		return await new EmployeeFile().execute.call(context);
	};
	await expect(run({ sourceName: 'nmbrs' })).rejects.toThrow('Name of the Source');
	await expect(run({ sourceName: 'HiBob!' })).rejects.toThrow('Name of the Source');
	await expect(run({ fileScope: 'changes' })).rejects.toThrow('changes only');
	await expect(run({ binaryPropertyName: 'file' })).rejects.toThrow('No file came in');
	const two = [fileItem(withFooter()), fileItem(withFooter())];
	await expect(run({}, two)).rejects.toThrow('2 files');
	const big = [fileItem(Buffer.alloc(1_100_000, 'a;'))];
	await expect(run({ options: { largestMb: 1 } }, big)).rejects.toThrow('larger than 1 MB');
	await expect(run({ fileKind: 'rows' })).rejects.toThrow('Extract from File');
	await expect(run({}, [fileItem(csv())])).rejects.toThrow('TOTAL');
});

test('a name in the item that is none makes nobody', async () => {
	const one = async (item: object, parameters: object = {}) =>
		await runNode([{ employeeId: '7', ...item } as IDataObject], {
			parameters: { source: 'custom', fields: FIELDS, ...parameters },
		});
	await expect(one({ idPrefix: 'nmbrs' })).rejects.toThrow('external IDs');
	await expect(one({ idPrefix: 7 })).rejects.toThrow('external IDs');
	await expect(one({ idPrefix: 'hibob' }, { idPrefix: 'bamboo' })).rejects.toThrow('external IDs');
	await expect(one({}, { idPrefix: 'afas' })).rejects.toThrow('ID Prefix');
	expect((await one({}, { idPrefix: 'bamboo' })).employees[0]?.['external_id']).toBe('bamboo-7');
	expect((await one({})).employees[0]?.['external_id']).toBe('custom-7');
});

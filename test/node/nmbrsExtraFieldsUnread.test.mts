import { checkOf, NmbrsBench, type NodeRun } from '../support/nmbrsNode.mts';
import { smallWorld } from '../sandbox/nmbrsClient.mts';
import { useFastClock } from '../support/fastClock.mts';

/** Extra fields that could not be read are not extra fields that nobody has. */

useFastClock();

const EXTRA = { include: ['extraFields'] };
const GO_ON = { ...EXTRA, onPartitionError: 'continue' };

let bench: NmbrsBench;
afterEach(async () => await bench.close());

type Settings = Parameters<NmbrsBench['server']['state']['configure']>[0];

async function start(settings: Settings): Promise<void> {
	bench = await NmbrsBench.start({ world: smallWorld(40), settings });
}

const failedOf = ({ employees }: NodeRun) =>
	employees.filter(({ extraFieldsStatus }) => extraFieldsStatus === 'failed');

const noticesOf = (run: NodeRun): string[] =>
	run.employees.flatMap(({ notices }) => notices.map(({ code }) => code));

describe('nobody could be read', () => {
	const faults: Array<[string, Settings, string]> = [
		['9999', { extraFieldsAnswer: 9999 }, 'NMBRS_SOAP_FAULT'],
		['2003, not visible', { extraFieldsAnswer: 2003 }, 'NMBRS_SOAP_NOT_VISIBLE'],
		['1002', { forbiddenOperations: ['ExtraFields_GetList'] }, 'NMBRS_SOAP_OPERATION_BLOCKED'],
	];

	test.each(faults)(
		'%s: incomplete, said once, and the people still come out',
		async (...given) => {
			const [, settings] = given;
			await start(settings);
			const run = await bench.run(GO_ON);
			const plain = await bench.run();
			expect(run.employees.map(({ employeeId }) => employeeId)).toEqual(
				plain.employees.map(({ employeeId }) => employeeId),
			);
			const companies = new Set(failedOf(run).map(({ company }) => company.id));
			for (const { partition, complete, error } of run.coverage) {
				expect(complete).toBe(!companies.has(partition));
				if (companies.has(partition)) expect(error?.code).toBe('NMBRS_EXTRA_FIELDS_UNREAD');
			}
			expect(noticesOf(run)).not.toContain('NMBRS_EXTRA_FIELDS_FAILED');
		},
	);

	test.each(faults)('%s: a run that stops names the cause', async (_name, settings, cause) => {
		await start(settings);
		const { message, description } = await bench.fail(EXTRA);
		expect(message).toContain('extra fields of this company');
		expect(description).toContain(cause);
	});

	test('an empty answer for everybody is an answer: complete, read, nobody marked', async () => {
		await start({ extraFieldsAnswer: 'none' });
		const run = await bench.run(EXTRA);
		expect(run.coverage.every(({ complete }) => complete)).toBe(true);
		expect(run.coverage.every((item) => checkOf(item, 'EXTRA_FIELDS_READ')?.ok)).toBe(true);
		expect(failedOf(run)).toEqual([]);
	});

	test('one company only: it alone is incomplete', async () => {
		await start({});
		const [company] = bench.world.nmbrs.companies;
		const refusedEmployees = bench.world.nmbrs.people
			.filter(({ companyId }) => companyId === company?.companyId)
			.map(({ soapId }) => soapId);
		bench.server.state.configure({ refusedEmployees });
		const { coverage } = await bench.run(GO_ON);
		const incomplete = coverage.filter(({ complete }) => !complete);
		expect(incomplete.map(({ partition }) => partition)).toEqual([company?.companyId]);
	});
});

test('one person: marked with a notice, and the company is whole', async () => {
	await start({});
	const person = bench.world.nmbrs.people.find(({ case: name }) => name === 'unchanged');
	bench.server.state.configure({ refusedEmployees: [person?.soapId ?? 0] });
	const run = await bench.run(EXTRA);
	expect(failedOf(run).map(({ employeeId }) => employeeId)).toEqual([person?.employeeId]);
	expect(noticesOf(run)).toContain('NMBRS_EXTRA_FIELDS_FAILED');
	expect(run.coverage.every(({ complete }) => complete)).toBe(true);
});

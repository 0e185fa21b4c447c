import { text } from 'node:stream/consumers';
import type { NmbrsPerson } from '../../sandbox/world/types.mts';
import { smallWorld } from '../sandbox/nmbrsClient.mts';
import { useFastClock } from '../support/fastClock.mts';
import { NmbrsBench } from '../support/nmbrsNode.mts';

useFastClock();

const OUT_OF_SCOPE = ['applicant', 'newHire', 'external', 'formerExternal', 'rejectedApplicant'];

let bench: NmbrsBench;
const start = async (options: Parameters<typeof NmbrsBench.start>[0] = {}): Promise<NmbrsBench> => {
	bench = await NmbrsBench.start(options);
	return bench;
};
afterEach(async () => await bench.close());

const peopleInScope = (): NmbrsPerson[] =>
	bench.world.nmbrs.people.filter(({ employeeType }) => !OUT_OF_SCOPE.includes(employeeType));

describe('how it is read', () => {
	test('bulk lists only: calls grow with pages and lists, not with people', async () => {
		await start({ world: smallWorld(200) });
		const include = ['department', 'function'];
		const { fake, coverage } = await bench.run({ include, options: { pageSize: 20 } });
		const lists = 4;
		const pages = coverage.map((item) => item.pages / lists);
		const budget = pages.reduce((sum, count) => sum + (1 + lists) * Math.max(count, 1), 1);
		expect(fake.sent.length).toBeLessThanOrEqual(budget);
		expect(fake.sent.some((line) => line.includes('/api/employees/'))).toBe(false);
	});

	test('pages in parallel, never more than the setting', async () => {
		await start({ world: smallWorld(200) });
		bench.server.faults.add({ kind: 'latency', ms: 5 });
		const { employees } = await bench.run({ options: { pageSize: 10 } });
		expect(employees).toHaveLength(peopleInScope().length);
		expect(bench.server.log.counts.mostOverlapping).toBe(2);
		await bench.run({ options: { pageSize: 10, concurrency: 4 } });
		expect(bench.server.log.counts.mostOverlapping).toBe(4);
	});

	test('a page size that Nmbrs refuses is replaced by its own', async () => {
		await start({ settings: { maxPageSize: 20, pageSizeOverflow: 'refuse' } });
		const { employees, coverage } = await bench.run({ companyIds: [] });
		expect(employees).toHaveLength(peopleInScope().length);
		expect(coverage.every(({ complete }) => complete)).toBe(true);
	});

	test('a page size that Nmbrs cuts is obeyed', async () => {
		await start({ settings: { maxPageSize: 7 } });
		const { employees, coverage } = await bench.run();
		expect(employees).toHaveLength(peopleInScope().length);
		expect(coverage.every(({ complete }) => complete)).toBe(true);
	});

	test('the same people, one page or many', async () => {
		await start();
		const one = await bench.run();
		const many = await bench.run({ options: { pageSize: 3 } });
		expect(many.employees).toEqual(one.employees);
	});
});

test('somebody in another list who is not among the people makes the company incomplete', async () => {
	await start();
	const [company] = bench.world.nmbrs.companies;
	const original = bench.context.bind(bench);
	// Totals and rows agree with each other, and still one person is missing: no page shows that.
	bench.context = (parameters, options) => {
		const fake = original(parameters, options);
		const helpers = fake.context.helpers as { httpRequestWithAuthentication: unknown };
		const send = helpers.httpRequestWithAuthentication as (
			name: string,
			request: { url: string },
		) => Promise<{ body: AsyncIterable<Uint8Array> }>;
		helpers.httpRequestWithAuthentication = async (name: string, request: { url: string }) => {
			const reply = await send(name, request);
			if (!request.url.includes(`${company?.companyId}/employees/personalinfo`)) return reply;
			const page = JSON.parse(await text(reply.body)) as {
				pagination: { totalRecords: number };
				data: unknown[];
			};
			page.pagination.totalRecords -= 1;
			page.data.pop();
			return { ...reply, body: Buffer.from(JSON.stringify(page)) };
		};
		return fake;
	};
	const run = await bench.run({ onPartitionError: 'continue' });
	const item = run.coverage.find(({ partition }) => partition === company?.companyId);
	expect(item).toMatchObject({ complete: false, error: { code: 'NMBRS_LISTING_CHANGED' } });
	expect(item?.checks.find(({ code }) => code === 'LISTS_AGREE')?.ok).toBe(false);
	expect(run.coverage.filter(({ complete }) => !complete)).toHaveLength(1);
});

describe('debtors and companies', () => {
	test('a token of several debtors falls back to reading debtor by debtor', async () => {
		await start({ settings: { multiDebtor: 'on' } });
		const { employees, fake, coverage } = await bench.run();
		expect(employees).toHaveLength(peopleInScope().length);
		expect(fake.sent.some((line) => line.includes('/api/debtors'))).toBe(true);
		expect(coverage.every(({ complete }) => complete)).toBe(true);
	});

	test('only the chosen companies', async () => {
		await start();
		const [first] = bench.world.nmbrs.companies;
		const { employees, coverage } = await bench.run({ companyIds: [first?.companyId] });
		expect(new Set(employees.map(({ company }) => company.id))).toEqual(
			new Set([first?.companyId]),
		);
		expect(coverage).toHaveLength(1);
	});

	test('only the companies of the chosen debtors', async () => {
		await start();
		const { debtorId } = bench.world.nmbrs.debtors.at(-1) ?? { debtorId: '' };
		const { coverage } = await bench.run({ debtorIds: [debtorId] });
		const theirs = bench.world.nmbrs.companies.filter((company) => company.debtorId === debtorId);
		expect(coverage.map(({ partition }) => partition).sort()).toEqual(
			theirs.map(({ companyId }) => companyId).sort(),
		);
	});

	test('a chosen company that the consent no longer covers stops the run, by name of the way out', async () => {
		await start();
		const { message, description } = await bench.fail({
			companyIds: ['c1000000-0000-4000-8000-00000000dead'],
		});
		expect(message).toContain('cannot be read any more');
		expect(description).toContain('Continue');
		expect(description).toContain('NMBRS_COMPANY_NOT_COVERED');
	});

	test('with Continue it is an incomplete partition, not an absence', async () => {
		await start();
		const gone = 'c1000000-0000-4000-8000-00000000dead';
		const [first] = bench.world.nmbrs.companies;
		const { employees, coverage } = await bench.run({
			companyIds: [gone, first?.companyId],
			onPartitionError: 'continue',
		});
		expect(employees.length).toBeGreaterThan(0);
		expect(coverage.find(({ partition }) => partition === gone)).toMatchObject({
			complete: false,
			error: { code: 'NMBRS_COMPANY_NOT_COVERED' },
		});
	});

	test('a chosen debtor outside the consent is a coverage failure too', async () => {
		await start({ debtorIds: ['d1000000-0000-4000-8000-000000000001'] });
		const foreign = 'd1000000-0000-4000-8000-00000000dead';
		expect((await bench.fail({ debtorIds: [foreign] })).message).toContain(foreign);
		const { coverage } = await bench.run({ debtorIds: [foreign], onPartitionError: 'continue' });
		expect(coverage).toMatchObject([
			{ partition: foreign, complete: false, error: { code: 'NMBRS_DEBTOR_NOT_COVERED' } },
		]);
	});

	test('a debtor that cannot be read stops a run for all companies, and none for chosen others', async () => {
		await start({ settings: { multiDebtor: 'on' } });
		const { companies, debtors } = bench.world.nmbrs;
		const broken = debtors.at(-1)?.debtorId;
		bench.server.faults.add({
			kind: 'status',
			status: 404,
			path: `/api/debtors/${broken}/companies`,
		});
		expect((await bench.fail()).description).toContain('NMBRS_DEBTOR_NOT_COVERED');
		const all = await bench.run({ onPartitionError: 'continue' });
		expect(all.coverage.find(({ partition }) => partition === broken)?.complete).toBe(false);

		const other = companies.find(({ debtorId }) => debtorId !== broken)?.companyId;
		const chosen = await bench.run({ companyIds: [other] });
		expect(chosen.coverage).toMatchObject([{ partition: other, complete: true }]);

		const behind = companies.find(({ debtorId }) => debtorId === broken)?.companyId;
		expect((await bench.fail({ companyIds: [other, behind] })).message).toBeTruthy();
		const both = await bench.run({ companyIds: [other, behind], onPartitionError: 'continue' });
		expect(both.coverage.find(({ partition }) => partition === behind)?.complete).toBe(false);
	});

	test('a consent that covers nothing says so', async () => {
		await start({ settings: { multiDebtor: 'off' } });
		bench.server.state.configure({
			vanishedCompanies: bench.world.nmbrs.companies.map(({ companyId }) => companyId),
		});
		expect((await bench.fail()).message).toContain('covers no company');
	});
});

import { unlistedDebtors, unreadCompanies } from '../../core/model/coverage';
import { smallWorld } from '../sandbox/nmbrsClient.mts';
import { useFastClock } from '../support/fastClock.mts';
import { NmbrsBench } from '../support/nmbrsNode.mts';

/** A company that exists and is not read is told, and makes nothing incomplete. */

useFastClock();

let bench: NmbrsBench;
afterEach(async () => await bench.close());

const label = ({ number, name }: { number: string; name: string }): string => `${number} ${name}`;

/** Two companies of the first debtor, so that one can be chosen without the other. */
async function start(options: Parameters<typeof NmbrsBench.start>[0] = {}) {
	const world = smallWorld(40);
	const { companies, debtors } = world.nmbrs;
	const [first, second] = companies;
	if (first === undefined || second === undefined) throw new Error('Two companies are needed');
	second.debtorId = first.debtorId;
	const added = { companyId: 'c1000000-0000-4000-8000-00000000aaaa', number: '77' };
	const beside = { ...first, ...added, soapId: 19_977, name: 'Later erbij | B.V.' };
	companies.push(beside);
	bench = await NmbrsBench.start({ ...options, world });
	return { first, second, beside, companies, debtors };
}

describe('companies that exist and are not read', () => {
	test('a workflow with every company by name: the one that came later is named, nothing is incomplete', async () => {
		const { first, second, beside } = await start();
		const companyIds = [first.companyId, second.companyId];
		const { coverage } = await bench.run({ companyIds });
		expect(coverage).toHaveLength(2);
		for (const partition of coverage) {
			expect(partition.complete).toBe(true);
			expect(unreadCompanies(partition)).toEqual([{ id: beside.companyId, name: label(beside) }]);
		}
	});

	test('no company chosen: the one that came later is read, and there is nothing to name', async () => {
		const { first, beside } = await start();
		const { coverage } = await bench.run({ debtorIds: [first.debtorId] });
		expect(coverage.map(({ partition }) => partition)).toContain(beside.companyId);
		expect(coverage.flatMap(unreadCompanies)).toEqual([]);
	});

	test('a company of a debtor that was not chosen is none of it', async () => {
		const { first, companies } = await start({ settings: { multiDebtor: 'on' } });
		const foreign = companies.filter(({ debtorId }) => debtorId !== first.debtorId);
		const others = companies.filter(
			({ debtorId, companyId }) => debtorId === first.debtorId && companyId !== first.companyId,
		);
		expect(foreign).not.toHaveLength(0);
		const { coverage } = await bench.run({ companyIds: [first.companyId] });
		const named = coverage.flatMap(unreadCompanies).map(({ id }) => id);
		expect([...named].sort()).toEqual(others.map(({ companyId }) => companyId).sort());
	});

	test('a chosen debtor of which nothing is read is named with what is', async () => {
		const { first, companies } = await start();
		const other = companies.find(({ debtorId }) => debtorId !== first.debtorId);
		const debtorIds = [first.debtorId, other?.debtorId];
		const { coverage } = await bench.run({ debtorIds, companyIds: [first.companyId] });
		expect(coverage.flatMap(unreadCompanies).map(({ id }) => id)).toContain(other?.companyId);
	});

	test('a debtor that cannot be listed is told, and stops nobody who was chosen', async () => {
		const { first, debtors } = await start({ settings: { multiDebtor: 'on' } });
		const broken = debtors.at(-1);
		const path = `/api/debtors/${broken?.debtorId}/companies`;
		bench.server.faults.add({ kind: 'status', status: 404, path });
		const { coverage } = await bench.run({ companyIds: [first.companyId] });
		expect(coverage).toMatchObject([{ partition: first.companyId, complete: true }]);
		expect(coverage.flatMap(unlistedDebtors)).toEqual([
			{ name: broken?.name, cause: 'NMBRS_DEBTOR_NOT_COVERED' },
		]);
	});
});

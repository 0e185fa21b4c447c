import { accounts, binary, diff, records } from './salaryLeave.helper.mts';

/** The file of last time, as the panel of Alleo Diff names the item that holds it. */

describe('the previous file that the panel names', () => {
	const named = async (previousFile: unknown) => {
		const { plan } = await diff(records, accounts, [], { previousFile });
		return plan.summary.needs_approval_because.includes('FLEX_PREVIOUS_UNREADABLE');
	};

	test('is compared with, and is not there the first time', async () => {
		const item = binary('Email,Gross Hourly Wage\nmens1@example.nl,10.00\n');
		const { plan } = await diff(records, accounts, [], { previousFile: item });
		const held = plan.rows.filter(({ action }) => action === 'hold');
		expect(held.map(({ reason }) => reason.code)).toEqual(['FLEX_WAGE_MOVED']);
		expect(await named({ json: { error: 'get: No such file or directory' } })).toBe(false);
	});

	test.each([
		['the server is down', { json: { error: 'connect ECONNREFUSED 127.0.0.1:22' } }],
		['the node gave no item', {}],
		['the node passed on what came in', { json: { customer_name: 'Bakkerij' } }],
		['the file is a page', binary('<html>login</html>')],
		['a text', 'Email,Gross Hourly Wage'],
	])('%s: the plan waits, and says that wages were not compared', async (_case, item) => {
		expect(await named(item)).toBe(true);
	});

	test('nothing named: it comes with the coverage, as in workflows of before', async () => {
		for (const previousFile of ['', undefined]) {
			const item = binary('Email,Gross Hourly Wage\nmens1@example.nl,10.00\n');
			const { plan } = await diff(records, accounts, [item], { previousFile });
			const held = plan.rows.filter(({ action }) => action === 'hold');
			expect(held.map(({ reason }) => reason.code)).toEqual(['FLEX_WAGE_MOVED']);
		}
	});
});

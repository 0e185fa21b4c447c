import { Afas } from '../../nodes/Afas/Afas.node';
import { Nmbrs } from '../../nodes/Nmbrs/Nmbrs.node';
import { startAfas } from '../../sandbox/afas/server.mts';
import { spreadOverCompanies } from '../../sandbox/nmbrs/manyCompanies.mts';
import { smallWorld as nmbrsWorld } from '../sandbox/nmbrsClient.mts';
import type { FakeContext } from '../support/fakeContext.mts';
import { NmbrsBench } from '../support/nmbrsNode.mts';
import { VirtualLatency } from '../support/virtualLatency.mts';
import { afasContext, smallWorld as afasWorld } from './afas.helper.mts';

/**
 * Whether all calls that may be under way are: how long a reading takes where only the answers take
 * time, against its calls one after the other, so many at a time. `npm run bench:sources` measures the
 * same with the work of the node itself.
 */

async function timesTheFloor(
	fake: FakeContext,
	node: { execute: (typeof Nmbrs)['prototype']['execute'] },
	width: number,
): Promise<number> {
	const latency = new VirtualLatency(40);
	latency.slow(fake);
	const [employees = []] = await latency.drive(node.execute.call(fake.context));
	expect(employees.length).toBeGreaterThan(500);
	return latency.now / ((latency.calls * 40) / width);
}

test.each([
	[1, 1.02],
	[2, 1.05],
	[8, 1.12],
])('NMBRS, %i at a time', async (concurrency, most) => {
	const world = nmbrsWorld(1000);
	spreadOverCompanies(world.nmbrs, 30);
	const bench = await NmbrsBench.start({ world });
	try {
		const include = ['contracts', 'department', 'function', 'manager'];
		const fake = bench.context({ include, options: { concurrency, pageSize: 20 } });
		expect(await timesTheFloor(fake, new Nmbrs(), concurrency)).toBeLessThanOrEqual(most);
	} finally {
		await bench.close();
	}
});

test.each([
	[1, 1.02],
	[5, 1.25],
])('AFAS, %i at a time', async (parallelPages, most) => {
	const server = await startAfas(afasWorld(1000));
	try {
		const parameters = { pageSize: 100, options: { parallelPages } };
		const fake = afasContext({ baseUrl: server.url, parameters });
		expect(await timesTheFloor(fake, new Afas(), parallelPages)).toBeLessThanOrEqual(most);
	} finally {
		await server.close();
	}
});

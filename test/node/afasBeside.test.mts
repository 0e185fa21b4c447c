import { text } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { Afas } from '../../nodes/Afas/Afas.node';
import { startAfas, type AfasStandIn } from '../../sandbox/afas/server.mts';
import type { FakeContext } from '../support/fakeContext.mts';
import { afasContext, smallWorld } from './afas.helper.mts';

/** Contracts are read beside the proof that the people's list is whole, never before its last page. */

let server: AfasStandIn;
beforeEach(async () => void (server = await startAfas(smallWorld(200))));
afterEach(async () => await server.close());

const PEOPLE = 'connectors/Profit_Employees_Alleo?';
const CONTRACTS = 'connectors/Profit_Contract?';

const contextOf = (parallelPages: number): FakeContext =>
	afasContext({
		baseUrl: server.url,
		parameters: { pageSize: 20, options: { parallelPages } },
	});

const placesOf = (sent: readonly string[], ...parts: string[]): number[] =>
	sent.flatMap((line, at) => (parts.every((part) => line.includes(part)) ? [at] : []));

type Reply = { body: AsyncIterable<Uint8Array> };
type Send = (name: string, request: { url: string }) => Promise<Reply>;

/** The list of the people moves once, so that its proof fails: another row stands at its end. */
function moveOnce({ context }: FakeContext): void {
	const helpers = context.helpers as unknown as { httpRequestWithAuthentication: Send };
	const send = helpers.httpRequestWithAuthentication;
	let moved = false;
	helpers.httpRequestWithAuthentication = async (name, request) => {
		const reply = await send(name, request);
		if (moved || !request.url.includes(PEOPLE) || !request.url.includes('take=2&')) return reply;
		moved = true;
		const page = JSON.parse(await text(reply.body)) as { rows: object[] };
		page.rows = [...page.rows, ...page.rows];
		return { ...reply, body: Readable.from([Buffer.from(JSON.stringify(page))]) };
	};
}

test.each([1, 5])('after the last page of the people, %i at a time', async (parallelPages) => {
	const fake = contextOf(parallelPages);
	const [, coverage = []] = await new Afas().execute.call(fake.context);
	expect(coverage.map(({ json }) => json['complete'])).toEqual([true]);
	const [first = -1] = placesOf(fake.sent, CONTRACTS);
	const [, again = -1] = placesOf(fake.sent, PEOPLE, 'skip=0&', 'take=20&');
	const pages = placesOf(fake.sent, PEOPLE, 'take=20&').filter((at) => at !== again);
	expect(pages.length).toBeGreaterThan(9);
	expect(first).toBeGreaterThan(Math.max(...pages));
});

test.each([1, 5])(
	'the people read again: the contracts too, %i at a time',
	async (parallelPages) => {
		const whole = await new Afas().execute.call(contextOf(parallelPages).context);
		const fake = contextOf(parallelPages);
		moveOnce(fake);
		const read = await new Afas().execute.call(fake.context);
		expect(read[0]).toEqual(whole[0]);
		const secondLook = placesOf(fake.sent, PEOPLE, 'take=2&').at(-1) ?? -1;
		const ends = placesOf(fake.sent, CONTRACTS, 'take=2&');
		// What was begun beside the first look was given up before its end; one reading counts, the last.
		expect(ends.at(-1)).toBeGreaterThan(secondLook);
		const starts = placesOf(fake.sent, CONTRACTS, 'skip=0&', 'take=20&');
		expect(starts.length).toBeGreaterThanOrEqual(3);
	},
);

test('people who cannot be read leave no reading of contracts behind', async () => {
	const fake = contextOf(5);
	const { helpers } = fake.context;
	const inner = helpers as unknown as { httpRequestWithAuthentication: Send };
	const send = inner.httpRequestWithAuthentication;
	inner.httpRequestWithAuthentication = async (name, request) => {
		const reply = await send(name, request);
		if (!request.url.includes(PEOPLE) || !request.url.includes('take=2&')) return reply;
		return { ...reply, body: Readable.from([Buffer.from('{"rows":[]}')]) };
	};
	await expect(new Afas().execute.call(fake.context)).rejects.toThrow();
	const after = fake.sent.length;
	await new Promise((resolve) => setTimeout(resolve, 200));
	expect(fake.sent).toHaveLength(after);
});

import type { IDataObject } from 'n8n-workflow';
import { AlleoN8nApi } from '../../credentials/AlleoN8nApi.credentials';
import { CustomerSetup } from '../../nodes/CustomerSetup/CustomerSetup.node';
import { inboxUrl } from '../../nodes/CustomerSetup/inbox/link';
import type { InboxLink } from '../../nodes/CustomerSetup/inbox/link';
import { SIGNING_KEY } from '../support/connectSite.mts';
import { fakeContext } from '../support/fakeContext.mts';
import { FakeN8n } from '../support/fakeN8n.mts';

/** The inbox as the desk and its page use it, against a stand-in of n8n's API. */

let n8n: FakeN8n;
beforeEach(async () => {
	n8n = await FakeN8n.start();
});
afterEach(async () => {
	await n8n.server.close();
});

async function inbox(operation: string, parameters: object, json: IDataObject = {}) {
	const { context } = fakeContext({
		nodeType: 'n8n-nodes-alleo.customerSetup',
		parameters: { resource: 'inbox', operation, ...parameters },
		credentials: {
			alleoN8nApi: {
				data: { baseUrl: n8n.url, apiKey: n8n.apiKey, signingKey: SIGNING_KEY },
				type: new AlleoN8nApi(),
			},
		},
		input: [{ json }],
	});
	const [items = []] = await new CustomerSetup().execute.call(context);
	return items[0]?.json ?? {};
}

const questions = (people: number) => ({
	questions: [
		{ kind: 'filter', value: 'Noord', people },
		{ kind: 'filter', value: 'Zuid', people: 3 },
	],
	groups: [],
});

const call = (event: string, changed: object = {}): object => ({
	call: {
		event,
		workflow: 'w1',
		workflow_name: 'Daily sync',
		run: '7',
		settings: {
			customer_name: 'Bakkerij <Van Dijk>',
			alleo_companies: [
				{ id: 42, name: 'Noord BV' },
				{ id: 43, name: 'Zuid BV' },
			],
		},
		...changed,
	},
});

const ask = async (people = 80) =>
	await inbox('exchange', call('plan', { items: [{ inbox: questions(people) }] }), {
		link: '',
		told: 1,
	});
const start = async (changed: object = {}) =>
	await inbox('exchange', call('start', changed), { start: { run: '7' }, history: [] });

const LINK: InboxLink = {
	w: 'w1',
	c: 'Bakkerij <Van Dijk>',
	b: 'Fenna (fenna@example.nl)',
	l: 'nl',
	e: Math.floor(Date.now() / 1000) + 600,
};

const tokenOf = (link: InboxLink, key = SIGNING_KEY): string =>
	new URL(inboxUrl('https://n8n.example/webhook/alleo-inbox', key, link)).searchParams.get('q') ??
	'';

const open = async (body: object = {}, link: InboxLink = LINK, key = SIGNING_KEY) =>
	await inbox('page', { request: { query: { q: tokenOf(link, key) }, body } });

const post = (value: string, text: string, stamp = ''): object => ({
	'answer:0': text,
	'key:0': JSON.stringify(['filter', value]),
	'stamp:0': stamp,
});

test('a plan asks, support answers, and the next run gets the answer', async () => {
	expect(await start()).toEqual({ start: { run: '7' }, history: [], answers: [], inbox: '' });
	expect(await ask()).toEqual({ link: '', told: 1, questions: 2 });

	const page = await open();
	expect(page['status']).toBe(200);
	expect(page['html']).toContain('Noord BV');
	expect(page['html']).toContain('80 mensen');
	expect(page['html']).not.toContain('<Van Dijk>');

	const kept = await open(post('Noord', 'map:42'));
	expect(kept['html']).toContain('1 antwoord bewaard');
	expect(kept['html']).toContain('Fenna (fenna@example.nl)');
	expect(await start()).toMatchObject({
		answers: [{ kind: 'filter', value: 'Noord', answer: 'map', target: '42' }],
	});
	expect(await ask(81)).toMatchObject({ questions: 1 });
	expect(n8n.rows().map(({ people, answer }) => [people, answer])).toEqual([
		[81, 'map'],
		[3, ''],
	]);
});

test('an answer is of its workflow alone', async () => {
	await ask();
	await open(post('Noord', 'map:42'));
	expect(await start({ workflow: 'w2' })).toMatchObject({ answers: [] });
	const other = await open({}, { ...LINK, w: 'w2' });
	expect(other['html']).not.toContain('Noord BV');
});

test('an answer to a company that is gone is told as gone', async () => {
	await ask();
	await open(post('Noord', 'map:42'));
	const settings = { alleo_companies: [{ id: 43, name: 'Zuid BV' }] };
	expect(await start({ settings })).toMatchObject({
		answers: [{ kind: 'filter', value: 'Noord', answer: 'map', target: '42', gone: true }],
	});
});

test('what was not offered is not kept', async () => {
	await ask();
	for (const text of ['map:99', 'none', '<script>']) await open(post('Noord', text));
	await open(post('Oost', 'map:42'));
	expect(n8n.rows().map(({ answer }) => answer)).toEqual(['', '']);
});

test('of two who answer at once the second one sees the first one’s answer', async () => {
	await ask();
	await open(post('Noord', 'map:42'));
	const second = await open(post('Noord', 'map:43'));
	expect(second['html']).toContain('intussen beantwoord');
	expect(n8n.rows()[0]).toMatchObject({ target: '42' });
	const stamp = String(n8n.rows()[0]?.['answered_at']);
	await open(post('Noord', 'map:43', stamp));
	expect(n8n.rows()[0]).toMatchObject({ target: '43' });
});

test('a link that is none, is over, or has another key shows nothing', async () => {
	await ask();
	const over = { ...LINK, e: Math.floor(Date.now() / 1000) - 1 };
	for (const given of [
		await open({}, over),
		await open({}, LINK, `${SIGNING_KEY}x`),
		await open(post('Noord', 'map:42'), over),
		await inbox('page', { request: {} }),
	]) {
		expect(given['status']).toBe(403);
		expect(given['html']).not.toContain('Noord');
	}
	expect(n8n.rows()[0]).toMatchObject({ answer: '' });
});

test('without a name in the link the page asks for one', async () => {
	await ask();
	const nobody = { ...LINK, b: '' };
	const asked = await open(post('Noord', 'map:42'), nobody);
	expect(asked['status']).toBe(422);
	expect(n8n.rows()[0]).toMatchObject({ answer: '' });
	await open({ ...post('Noord', 'map:42'), by: ' Ben ' }, nobody);
	expect(n8n.rows()[0]).toMatchObject({ answer: 'map', answered_by: 'Ben' });
});

test('a run goes on without this n8n, and its nodes are told that nothing was read', async () => {
	await ask();
	n8n.broken = 403;
	expect(await start()).toMatchObject({ start: { run: '7' }, answers: 'not read' });
	expect(await ask()).toEqual({ link: '', told: 1 });
});

test('nothing is asked: no table is made', async () => {
	const plan = await inbox('exchange', call('plan', { items: [{}] }), { told: 0 });
	expect([plan, n8n.tables.size]).toEqual([{ told: 0, questions: 0 }, 0]);
	expect((await open())['status']).toBe(503);
});

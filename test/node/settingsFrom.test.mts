import { readDeciding } from '../../nodes/AlleoDiff/deciding';
import { AlleoDiff } from '../../nodes/AlleoDiff/AlleoDiff.node';
import { AlleoExplain } from '../../nodes/AlleoExplain/AlleoExplain.node';
import { fakeContext } from '../support/fakeContext.mts';

/** Where Alleo Diff, and Alleo Explain beside it, take routes and guards from. */

const read = (parameters: Record<string, unknown>) =>
	readDeciding(
		fakeContext({
			nodeType: 'n8n-nodes-alleo.alleoDiff',
			parameters: { companyId: '41', ...parameters },
		}).context,
		{},
	);

const ITEM = {
	customer_name: 'Bakkerij',
	routing: [{ filter: 'holding', companyId: 42 }],
	guards: { deactivationMaximum: 7 },
};
const OWN = {
	routing: { routes: [{ filter: 'bv', companyId: '43' }] },
	guards: { deactivationMaximum: 9 },
};

test('from Sync Settings: its routes and limits, whatever stands below', () => {
	const given = read({ settingsFrom: 'syncSettings', settings: ITEM, ...OWN });
	expect(given).toMatchObject({
		ok: true,
		value: {
			options: {
				routing: [{ filter: 'holding', companyId: 42 }],
				limits: { DEACTIVATION_LIMIT: { maximum: 7 }, CREATE_LIMIT: { maximum: 100 } },
			},
		},
	});
});

test('of this node: what stands below, and the item is not even read', () => {
	const settings = new Proxy({}, { get: () => expect('read').toBe('not read') });
	expect(read({ settings, ...OWN })).toMatchObject({
		ok: true,
		value: {
			options: {
				routing: [{ filter: 'bv', companyId: 43 }],
				limits: { DEACTIVATION_LIMIT: { maximum: 9 } },
			},
		},
	});
});

// Usual limits and no routes would hold everybody with a filter, and let 50 leavers go.
test.each([
	['nothing', undefined],
	['an empty text, as of an expression that misses', ''],
	['a text', 'holding'],
	['an item of the Set node of before', { customer_name: 'Bakkerij', approval: 'always' }],
	['an item without guards', { routing: [] }],
	['an item without routes', { guards: {} }],
])('from Sync Settings, with %s: refused', (_title, settings) => {
	const given = read({ settingsFrom: 'syncSettings', settings: settings ?? null, ...OWN });
	expect(given).toMatchObject({
		ok: false,
		problem: { code: 'SETTING_INVALID', params: { setting: 'Sync Settings' } },
	});
});

test('a wrong route or limit of the item is refused as one of this node', () => {
	const routing = [{ filter: 'holding', companyId: 'x' }];
	expect(read({ settingsFrom: 'syncSettings', settings: { ...ITEM, routing } })).toMatchObject({
		ok: false,
		problem: { params: { setting: 'Routing' } },
	});
	const guards = { deactivationMaximum: -1 };
	expect(read({ settingsFrom: 'syncSettings', settings: { ...ITEM, guards } })).toMatchObject({
		ok: false,
		problem: { params: { setting: 'Deactivation Maximum' } },
	});
});

test('both nodes have the field, as one that n8n does not empty', () => {
	for (const { description } of [new AlleoDiff(), new AlleoExplain()]) {
		const field = description.properties.find(({ name }) => name === 'settings');
		expect(field?.type).toBe('json');
	}
});

import { buildDailySync } from '../../../../core/connect/templates/build';
import type { DailySyncCustomer } from '../../../../core/connect/templates/customer';
import {
	findWorkflow,
	rebind,
	sourceCredentials,
	systemOfWorkflow,
} from '../../../../core/connect/templates/rebind';
import { withSettings } from '../../../../core/connect/templates/settings';
import type { StoredWorkflow } from '../../../../core/connect/templates/workflow';
import {
	addresses,
	afas,
	BINDINGS,
	nmbrs,
	nodeOf,
	olderTemplate,
	ref,
	stored,
	template,
} from './support.mts';

const existing = (
	customer: DailySyncCustomer,
	id: string,
	more: object = {},
	from = template,
): StoredWorkflow => {
	const built = buildDailySync(from(customer.system), customer, BINDINGS, addresses());
	if (!built.ok) throw new Error(built.problem.code);
	return stored(built.value.workflow, id, more);
};

describe('the workflow of a customer', () => {
	const bakery = existing(nmbrs(), 'w1');
	const other = existing(nmbrs({ credentials: { nmbrsOAuth2Api: ref('oauth9') } }), 'w2');

	test('is the one that reads with its credential, whatever it is called by now', () => {
		const renamed = { ...bakery, name: 'Something else' };
		expect(findWorkflow([other, renamed], nmbrs())).toMatchObject({
			kind: 'one',
			workflow: { id: 'w1' },
		});
	});

	test('is the one that the invitation names, when the credential is new', () => {
		const customer = nmbrs({ credentials: { nmbrsOAuth2Api: ref('brand-new') } });
		expect(findWorkflow([bakery, other], customer)).toEqual({ kind: 'none' });
		expect(findWorkflow([bakery, other], customer, 'w2')).toMatchObject({
			kind: 'one',
			workflow: { id: 'w2' },
		});
	});

	test('is never an archived one, and a copy is not guessed away', () => {
		expect(findWorkflow([{ ...bakery, isArchived: true }], nmbrs(), 'w1')).toEqual({
			kind: 'none',
		});
		const copy = { ...bakery, id: 'w3', name: 'Copy' };
		expect(findWorkflow([bakery, copy], nmbrs())).toEqual({
			kind: 'several',
			names: [bakery.name, 'Copy'],
		});
	});

	test('tells its system and its credentials', () => {
		expect(systemOfWorkflow(bakery)).toBe('nmbrs');
		expect(systemOfWorkflow(existing(afas(), 'w4'))).toBe('afas');
		expect(sourceCredentials(bakery)).toEqual(['oauth1', 'token1']);
		expect(systemOfWorkflow({ ...bakery, nodes: [] })).toBeNull();
	});
});

describe('connecting again', () => {
	const enabled = withSettings(existing(nmbrs(), 'w1'), {
		approval: 'whenGuardTrips',
		customer_name: 'Own spelling',
	});

	test('with the same credential changes nothing at all', () => {
		const again = rebind(enabled, nmbrs());
		expect(again).toMatchObject({ changed: false, notes: [] });
		expect(again.workflow).toBe(enabled);
	});

	test('with a new credential binds that one and keeps everything else', () => {
		const customer = nmbrs({ credentials: { nmbrsOAuth2Api: ref('oauth7') } });
		const { workflow, changed } = rebind(enabled, customer);
		expect(changed).toBe(true);
		const others = (nodes: Array<{ name: string }>): object[] =>
			nodes.filter(({ name }) => name !== 'Read NMBRS employees');
		expect(others(workflow.nodes)).toEqual(others(enabled.nodes));
	});

	test('of before version 3: its link to connect again is for the new credential', () => {
		const before = existing(nmbrs(), 'w1', {}, olderTemplate);
		const customer = nmbrs({
			customer: 'Another name',
			credentials: { nmbrsOAuth2Api: ref('oauth7') },
		});
		const { workflow, changed } = rebind(before, customer);
		expect(changed).toBe(true);
		const node = nodeOf(workflow, 'Read NMBRS employees');
		expect(node.credentials).toEqual({
			nmbrsOAuth2Api: ref('oauth7'),
			nmbrsTokenApi: ref('token1'),
		});
		const bound = ['Read NMBRS employees', 'Invitation to reconnect'];
		const others = (nodes: Array<{ name: string }>): object[] =>
			nodes.filter(({ name }) => !bound.includes(name));
		expect(others(workflow.nodes)).toEqual(others(before.nodes));
		const invitation = nodeOf(workflow, 'Invitation to reconnect');
		expect(invitation.parameters).toEqual({
			...nodeOf(before, 'Invitation to reconnect').parameters,
			replaceCredentialId: 'oauth7',
		});
		expect({ ...node, credentials: null }).toEqual({
			...nodeOf(before, 'Read NMBRS employees'),
			credentials: null,
		});
	});

	test('other debtors are not taken over: a person decides, and is told', () => {
		const again = rebind(enabled, nmbrs({ debtor_ids: ['debtor-1'] }));
		expect(again.changed).toBe(false);
		expect(again.notes).toEqual(['SYNC_DEBTORS_DIFFER']);
		expect(rebind(enabled, nmbrs({ debtor_ids: ['debtor-2', 'debtor-1'] })).notes).toEqual([]);
	});

	test('AFAS: from a token to OAuth switches the way in and drops the old one', () => {
		const customer = afas({ credentials: { afasOAuth2Api: ref('oauth3') } });
		const { workflow, changed } = rebind(existing(afas(), 'w5'), customer);
		const node = nodeOf(workflow, 'Read AFAS employees');
		expect(changed).toBe(true);
		expect(node.credentials).toEqual({ afasOAuth2Api: ref('oauth3') });
		expect(node.parameters['authentication']).toBe('oAuth2');
	});
});

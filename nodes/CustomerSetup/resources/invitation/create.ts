import { randomBytes } from 'node:crypto';
import { CustomerConnection, CustomerCredentialType } from '../../../../core/connect/connection';
import { sourceCredentials, systemOfWorkflow } from '../../../../core/connect/templates/rebind';
import { isDelivery } from '../../../../core/connect/templates/delivery';
import { makesFile } from '../../../../core/connect/templates/explainGraph';
import { StoredWorkflow } from '../../../../core/connect/templates/workflow';
import { readSetting } from '../../../../core/connect/templates/settings';
import { partsText } from '../../../../core/connect/parts';
import { LONGEST_NAME, type InvitationRow } from '../../../../core/connect/invitation';
import { alleoKeyCell, readAlleoKey } from '../../../../core/connect/alleoKey';
import { ALLEO_CREDENTIAL } from '../../../../core/connect/templates/customer';
import { alleoKeyUrl } from '../../../shared/connect/alleoKeyLink';
import { invitationUrl } from '../../../shared/connect/link';
import type { UnsignedRow } from '../../../shared/connect/rowSignature';
import { InvitationStore } from '../../../shared/connect/store';
import { SHORTEST_SIGNING_KEY } from '../../../shared/n8nApi/credentialTest';
import { issueError } from '../../../shared/outcome';
import { boundCredentials, customerOf, languageOf } from '../../dailySync/describe';
import { allWorkflows, readDailySync } from '../../dailySync/store';
import type { Parameter } from '../../../shared/parameters';
import type { ItemContext, ItemOperation } from '../operation';
import { ASKED, CREATE_FIELDS } from './createFields';
import { readAllAt, settingError, toItem, valueOf } from './shared';

const DAY_MS = 24 * 60 * 60 * 1000;

const randomId = (): string => randomBytes(16).toString('base64url');

/** One line of text without control characters: it is shown on pages and becomes a credential's name. */
const isName = (name: string): boolean =>
	name !== '' && name.length <= LONGEST_NAME && !/[\p{C}\p{Zl}\p{Zp}]/u.test(name);

/** Better said here than after the customer is done. */
async function checkDelivery(given: ItemContext, id: string): Promise<void> {
	if (id === '') return;
	const read = await given.client.workflow(id);
	const found = read.ok ? StoredWorkflow.safeParse(read.value) : null;
	if (found?.success === true && !found.data.isArchived && isDelivery(found.data)) return;
	throw settingError(
		given,
		'File Delivery Workflow ID',
		'it is no workflow Send a file of this n8n that the API key may see',
	);
}

/** The connection that this invitation gave out goes by this credential. */
function connects({ connection }: InvitationRow, id: string): boolean {
	const given = CustomerConnection.safeParse(JSON.parse(connection || 'null'));
	return given.success && Object.values(given.data.credentials).some((one) => one.id === id);
}

/** The credential that is to be replaced, as n8n knows it, and when and by whom it was connected. */
async function replacedBy(
	given: ItemContext,
	store: InvitationStore,
	id: string,
): Promise<Partial<UnsignedRow>> {
	if (id === '') return {};
	const all = valueOf(given, await given.client.credentials());
	const credential = all.find((one) => one.id === id);
	const type = CustomerCredentialType.safeParse(credential?.type);
	if (credential === undefined || !type.success) {
		throw settingError(
			given,
			'Credential to Replace',
			'n8n has no credential of NMBRS or AFAS with this ID that the API key may see',
		);
	}
	const { rows } = valueOf(
		given,
		await store.where([{ columnName: 'connection', condition: 'like', value: `%"${id}"%` }]),
	);
	const before = rows.find((row) => row.state === 'used' && connects(row, id));
	return {
		replaces: id,
		replaces_name: credential.name,
		replaces_type: type.data,
		replaces_customer: before?.customer ?? '',
		replaces_at: before?.used_at ?? '',
		...(before === undefined ? {} : { integration: before.integration, workflow: before.workflow }),
	};
}

/**
 * Where no invitation tells whose the credential is (made by hand, or connected before rows were signed):
 * the daily sync that is named, or the only one that reads with it. So it stays one integration.
 */
async function ofWorkflow(
	given: ItemContext,
	{ workflow, replaces }: { workflow: string; replaces: string },
): Promise<Partial<UnsignedRow>> {
	if (workflow === '' && replaces === '') return {};
	const living = (await allWorkflows(given)).filter(({ isArchived }) => !isArchived);
	const bound = living.filter((one) => sourceCredentials(one).includes(replaces));
	// Salary, leave and budgets beside it read with the same credential.
	const daily = bound.filter((one) => !makesFile(one));
	const [only, ...more] = daily.length > 0 ? daily : bound;
	const own = living.find(({ id }) => id === workflow) ?? (more.length === 0 ? only : null);
	if (!own) return {};
	return { integration: readSetting(own, 'integration_id') ?? '', workflow: own.id };
}

/** The Alleo credential of this customer, as its row keeps it. */
async function alleoKeyOf(given: ItemContext, asked: Asked): Promise<string> {
	if (asked.alleoKey === 'wide') return alleoKeyCell({ kind: 'none' });
	if (asked.alleoKey === 'page') return alleoKeyCell({ kind: 'asked' });
	const wanted = asked.alleoCredential;
	const known = valueOf(given, await given.client.credentials());
	const alleo = known.filter(({ type }) => type === ALLEO_CREDENTIAL);
	const byId = alleo.filter(({ id }) => id === wanted);
	const [found, ...more] = byId.length > 0 ? byId : alleo.filter(({ name }) => name === wanted);
	if (found === undefined || more.length > 0) {
		const problem =
			found === undefined
				? 'n8n has no Alleo credential of this ID or name that the API key may see'
				: 'several Alleo credentials have this name; give the ID';
		throw settingError(given, 'Existing Alleo Credential', problem);
	}
	return alleoKeyCell({ kind: 'chosen', id: found.id });
}

type Asked = {
	[K in keyof typeof ASKED]: (typeof ASKED)[K] extends Parameter<infer T> ? T : never;
};

/** Without a customer: all that the workflow says of its own, so that it is connected again as it was. */
async function completed(given: ItemContext, asked: Asked): Promise<Asked> {
	if (asked.customerName !== '' || asked.workflowId === '') return asked;
	const workflow = await readDailySync(given, asked.workflowId);
	const [main] = boundCredentials(workflow);
	return {
		...asked,
		customerName: customerOf(workflow).replace(/\s+/g, ' ').trim(),
		system: systemOfWorkflow(workflow) ?? asked.system,
		language: languageOf(workflow),
		replaceCredentialId: asked.replaceCredentialId || (main?.id ?? ''),
		integrationId: asked.integrationId || (readSetting(workflow, 'integration_id') ?? ''),
	};
}

/** Makes a link for one customer and one system. The link is in the item: send it to nobody else. */
export const create: ItemOperation = {
	name: 'Create',
	action: 'Create an invitation',
	description: 'Make a link with which one customer connects NMBRS or AFAS, once',
	writes: true,
	fields: CREATE_FIELDS,
	async run(given) {
		const { context, item, client, baseUrl, signingKey } = given;
		if (signingKey.length < SHORTEST_SIGNING_KEY) {
			throw issueError(context, 'CONNECT_KEY_SHORT', {}, item);
		}
		const asked = await completed(given, readAllAt(given, ASKED));
		const { customerName: customer, system, language } = asked;
		if (!isName(customer)) {
			throw settingError(
				given,
				'Customer Name',
				`it must have 1 to ${LONGEST_NAME} characters that can be seen, and not begin with "="`,
			);
		}
		const store = valueOf(
			given,
			await InvitationStore.make({ client, signingKey }, asked.dataTable),
		);
		const replaced = await replacedBy(given, store, asked.replaceCredentialId);
		if (
			replaced.replaces_type !== undefined &&
			!String(replaced.replaces_type).startsWith(system)
		) {
			throw settingError(given, 'Credential to Replace', 'it belongs to the other system');
		}
		await checkDelivery(given, asked.deliveryWorkflowId);
		const now = Date.now();
		const named = asked.integrationId || replaced.integration || '';
		const wanted = asked.workflowId || replaced.workflow || '';
		const known =
			named === ''
				? await ofWorkflow(given, { workflow: wanted, replaces: replaced.replaces ?? '' })
				: {};
		const unsigned: UnsignedRow = {
			invitation: randomId(),
			customer,
			system,
			state: 'open',
			created_at: new Date(now).toISOString(),
			// Whole seconds, as the link says it.
			expires_at: new Date(
				Math.floor((now + asked.validDays * DAY_MS) / 1000) * 1000,
			).toISOString(),
			used_at: '',
			parts: partsText({
				apiToken: system === 'nmbrs' && (asked.askApiToken || asked.askPay),
				pay: asked.askPay,
				budgetFile: asked.budgetFile,
				delivery: asked.deliveryWorkflowId,
			}),
			replaces: '',
			replaces_name: '',
			replaces_type: '',
			replaces_customer: '',
			replaces_at: '',
			...replaced,
			integration: named || known.integration || randomId(),
			workflow: wanted || known.workflow || '',
			alleo_company: asked.alleoCompanyId,
			alleo_key: await alleoKeyOf(given, asked),
			step: '',
			browser: '',
			progress: '',
			login: '',
			connection: '',
			partitions: '',
			environment: asked.afasEnvironment,
			sealed: '',
			tries: '',
		};
		const row = valueOf(given, await store.insert(unsigned));
		const url = invitationUrl(asked.pagesUrl, baseUrl, signingKey, row, language);
		if (url === null) {
			throw settingError(given, 'Address of the Pages', 'it must be a full https address');
		}
		// For support alone; the customer gets the other one.
		const keyUrl =
			readAlleoKey(row.alleo_key).kind === 'asked'
				? { alleo_key_url: alleoKeyUrl(asked.pagesUrl, baseUrl, signingKey, row) }
				: {};
		return [{ ...toItem(row, now), language, invitation_url: url, ...keyUrl }];
	},
};

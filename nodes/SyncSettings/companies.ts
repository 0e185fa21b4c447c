import type { IExecuteFunctions } from 'n8n-workflow';
import { ALLEO_CREDENTIAL } from '../../core/connect/templates/customer';
import type { SettingsItem } from '../../core/model/settings';
import { connect } from '../Alleo/api/connect';
import { faultError } from '../Alleo/resources/shared';
import { hint, issueError } from '../shared/outcome';
import { COMPANY_LABEL, ROUTING_LABEL } from './properties';

/** The Alleo companies of a customer, looked up before anything is read of anybody. */

type Named = Pick<SettingsItem, 'alleo_company_id' | 'routing'>;
type Companies = NonNullable<SettingsItem['alleo_companies']>;

/** More would fill the page. */
const SHOWN = 20;

/**
 * More companies are not one customer's: the key is for several. Then the others' names go no further, since
 * whoever gets this customer's messages sees them with the plan and its questions.
 */
const ONE_CUSTOMERS = 25;

/** Without any company every person would be held, one by one. */
export function requireCompany(context: IExecuteFunctions, settings: Named): void {
	if (settings.alleo_company_id !== '' || settings.routing.length > 0) return;
	throw issueError(context, 'SETTINGS_COMPANY_EMPTY', {
		setting: COMPANY_LABEL,
		routes: ROUTING_LABEL,
	});
}

/**
 * The companies that the keys reach, in one call; with keys of several customers only those that are named
 * here. Null where the steps that follow have to find out: without keys in this step, or with keys that may
 * not list companies. Throws where one that is named is not there.
 */
export async function lookUpCompanies(
	context: IExecuteFunctions,
	{ alleo_company_id: company, routing }: Named,
): Promise<Companies | null> {
	// n8n keeps an id of null for a credential that was never chosen.
	if (typeof context.getNode().credentials?.[ALLEO_CREDENTIAL]?.id !== 'string') {
		hint(context, 'SETTINGS_COMPANY_UNCHECKED', {}, 'info');
		return null;
	}
	const { client } = await connect(context, { concurrency: 1 });
	const reply = await client.companies();
	if (!reply.ok) {
		if (reply.fault.kind !== 'forbidden') throw faultError(context, reply.fault);
		hint(context, 'SETTINGS_COMPANY_UNCHECKED', {}, 'info');
		return null;
	}
	const known = new Set(reply.value.map(({ id }) => id));
	const named = [
		...(company === '' ? [] : [{ setting: COMPANY_LABEL, id: Number(company) }]),
		...routing.map(({ companyId: id }) => ({ setting: ROUTING_LABEL, id })),
	];
	const unknown = named.find(({ id }) => !known.has(id));
	if (unknown === undefined) {
		const ids = new Set(named.map(({ id }) => id));
		return reply.value
			.filter(({ id }) => known.size <= ONE_CUSTOMERS || ids.has(id))
			.map(({ id, name }) => ({ id, name }));
	}
	const reachable = [...known].slice(0, SHOWN).join(', ') + (known.size > SHOWN ? ', …' : '');
	throw issueError(context, 'SETTINGS_COMPANY_UNKNOWN', {
		setting: unknown.setting,
		company: unknown.id,
		reachable: reachable === '' ? '-' : reachable,
	});
}

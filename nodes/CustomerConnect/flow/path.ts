import { hasAccessValues } from '../../../core/connect/access';
import { hasFilterValues } from '../../../core/connect/filter';
import { readParts } from '../../../core/connect/parts';
import { sendsFile } from '../../../core/model/settings';
import { hasPayConnector } from '../../../core/connect/pay';
import type { ConnectProgress, InvitationRow } from '../../../core/connect/invitation';

/** Where a customer is on the path. Follows from the row alone, so a reload shows the right page. */
export type Station = 'landing' | 'choose' | 'token' | 'pick' | 'afasFound' | 'finish';

export const asksConsent = (row: InvitationRow): boolean =>
	row.system === 'nmbrs' && row.replaces_type !== 'nmbrsTokenApi';

/** Salary and leave too; NMBRS needs its API token for them. */
export const asksPay = (row: InvitationRow): boolean => readParts(row.parts).pay;

/** Budgets of NMBRS are extra fields, which only the token reads. */
const sendsBudgets = ({ parts }: InvitationRow): boolean => sendsFile(readParts(parts).budgetFile);

export const asksToken = (row: InvitationRow): boolean =>
	row.system === 'nmbrs' &&
	(readParts(row.parts).apiToken ||
		asksPay(row) ||
		sendsBudgets(row) ||
		row.replaces_type === 'nmbrsTokenApi');

/** A connection that is renewed leaves the settings of its workflow alone, so it asks nothing about them. */
export const asksAccess = (row: InvitationRow): boolean => row.replaces === '';

/** What the page asks that ends the step of the token. */
export const picks = (row: InvitationRow): { access: boolean; pay: boolean } => ({
	access: asksAccess(row),
	pay: asksPay(row),
});

/** Whether the access that pay needs was given. */
export const givesPay = (row: InvitationRow, { given, afasPay }: ConnectProgress): boolean =>
	asksPay(row) &&
	(row.system === 'afas' ? hasPayConnector(afasPay) : given.includes('nmbrsTokenApi'));

export function stationOf(row: InvitationRow, progress: ConnectProgress): Station {
	const { given, tests } = progress;
	if (row.system === 'afas') {
		if (given.length === 0) return 'landing';
		const asks =
			(hasAccessValues(progress.access) && progress.selectiveSync === 'auto') ||
			(hasFilterValues(progress.filter) && progress.severalCompanies === 'notAsked') ||
			(givesPay(row, progress) && !progress.picked);
		return tests.every(({ ok }) => ok) && !asks ? 'finish' : 'afasFound';
	}
	if (asksConsent(row) && !given.includes('nmbrsOAuth2Api')) return 'landing';
	if (asksConsent(row) && !progress.chosen) return 'choose';
	if (!asksToken(row)) return 'finish';
	const has = given.includes('nmbrsTokenApi');
	const works = has && progress.tokenTests.every(({ ok }) => ok);
	if (!works && !progress.tokenDone) return 'token';
	// With a token that may not do everything only pay is asked about: of the rest too little was seen.
	const asks = works ? asksAccess(row) || asksPay(row) : has && asksPay(row);
	return asks && !progress.picked ? 'pick' : 'finish';
}

/** The pages that ask something, in order; the page of the end is none of them. */
function stationsOf(row: InvitationRow): Station[] {
	if (row.system === 'afas') return ['landing', 'afasFound'];
	return [
		'landing',
		...(asksConsent(row) ? (['choose'] as const) : []),
		...(asksToken(row) ? (['token'] as const) : []),
		...(asksToken(row) && (asksAccess(row) || asksPay(row)) ? (['pick'] as const) : []),
	];
}

/** "Step 2 of 4". An end that was cut off is taken again from the last page. */
export function placeOf(row: InvitationRow, station: Station): { at: number; of: number } {
	const stations = stationsOf(row);
	const at = stations.indexOf(station);
	return { at: at < 0 ? stations.length : at + 1, of: stations.length };
}

import { hasAccessValues } from '../../../core/connect/access';
import { hasFilterValues } from '../../../core/connect/filter';
import type { ConnectProgress, InvitationRow } from '../../../core/connect/invitation';

/** Where a customer is on the path. Follows from the row alone, so a reload shows the right page. */
export type Station = 'landing' | 'choose' | 'token' | 'pick' | 'afasFound' | 'finish';

export const asksConsent = (row: InvitationRow): boolean =>
	row.system === 'nmbrs' && row.replaces_type !== 'nmbrsTokenApi';

export const asksToken = (row: InvitationRow): boolean =>
	row.system === 'nmbrs' &&
	(row.parts.split(',').includes('apiToken') || row.replaces_type === 'nmbrsTokenApi');

/** A connection that is renewed leaves the settings of its workflow alone, so it asks nothing about them. */
export const asksAccess = (row: InvitationRow): boolean => row.replaces === '';

const hasChoices = ({ wageChoices, leaveChoices }: ConnectProgress): boolean =>
	wageChoices.length + leaveChoices.length > 0;

export function stationOf(row: InvitationRow, progress: ConnectProgress): Station {
	const { given, tests } = progress;
	if (row.system === 'afas') {
		if (given.length === 0) return 'landing';
		const asks =
			(hasAccessValues(progress.access) && progress.selectiveSync === 'auto') ||
			(hasFilterValues(progress.filter) && progress.severalCompanies === 'notAsked');
		return tests.every(({ ok }) => ok) && !asks ? 'finish' : 'afasFound';
	}
	if (asksConsent(row) && !given.includes('nmbrsOAuth2Api')) return 'landing';
	if (asksConsent(row) && !progress.chosen) return 'choose';
	if (!asksToken(row) || progress.tokenDone) return 'finish';
	const works = given.includes('nmbrsTokenApi') && progress.tokenTests.every(({ ok }) => ok);
	if (!works) return 'token';
	return hasChoices(progress) || asksAccess(row) ? 'pick' : 'finish';
}

/** The pages that ask something, in order; the page of the end is none of them. */
function stationsOf(row: InvitationRow): Station[] {
	if (row.system === 'afas') return ['landing', 'afasFound'];
	return [
		'landing',
		...(asksConsent(row) ? (['choose'] as const) : []),
		...(asksToken(row) ? (['token', 'pick'] as const) : []),
	];
}

/** "Step 2 of 4". An end that was cut off is taken again from the last page. */
export function placeOf(row: InvitationRow, station: Station): { at: number; of: number } {
	const stations = stationsOf(row);
	const at = stations.indexOf(station);
	return { at: at < 0 ? stations.length : at + 1, of: stations.length };
}

import type { IDataObject } from 'n8n-workflow';
import { editorUrl } from '../dailySync/store';
import type { ItemContext } from '../resources/operation';
import { planAddress } from '../../shared/planAddress';

/** The permanent addresses of the plans that wait, made of their ids: the run log keeps no link. */

/**
 * @param path of the page of plans; '' where this n8n has none
 * @param rows of the run log
 */
export function withPlanAddresses(
	given: ItemContext,
	path: string,
	rows: readonly IDataObject[],
): IDataObject[] {
	const editor = editorUrl(given, '-');
	const place = { webhooks: editor.slice(0, editor.lastIndexOf('/workflow/')), path };
	return rows.map((row) => {
		const { state, plan_id: id } = row;
		if (state !== 'waiting' || typeof id !== 'string') return row;
		const url = planAddress(place, given.signingKey, id, 'look');
		return url === null ? row : { ...row, plan_url: url };
	});
}

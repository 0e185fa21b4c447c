import type { ConnectTest } from '../../../core/connect/connection';
import type { Filling, IssueCode, PlacesOf } from '../../../core/issues';
import type { AfasClient } from '../../Afas/api/client';
import type { ConnectorInfo } from '../../Afas/api/schemas';

/** One GetConnector of a customer who connects: whether it is there and can be looked at. */

export const connectTest = <C extends IssueCode>(
	code: C,
	ok: boolean,
	...[params = {}]: Filling<PlacesOf<C>>
): ConnectTest => ({
	code,
	ok,
	params,
});

/** `name` as AFAS spells it; or the test that says why it cannot be looked at. */
export type FoundConnector =
	| { ok: true; name: string; info: ConnectorInfo }
	| { ok: false; test: ConnectTest };

/** @param seen names of the connectors that are in the app connector */
export async function findConnector(
	client: AfasClient,
	connector: string,
	seen: readonly string[],
): Promise<FoundConnector> {
	const name = seen.find((one) => one.toLowerCase() === connector.toLowerCase());
	if (name === undefined) {
		const visible = seen.slice(0, 12).join(', ') || '-';
		return {
			ok: false,
			test: connectTest('CONNECT_CONNECTOR_MISSING', false, { connector, visible }),
		};
	}
	const info = await client.connector(name);
	if (info.ok) return { ok: true, name, info: info.value };
	return {
		ok: false,
		test: connectTest('CONNECT_CONNECTOR_UNREADABLE', false, { connector: name }),
	};
}

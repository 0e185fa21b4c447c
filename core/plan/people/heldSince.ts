import type { Past } from '../past';
import type { Draft } from '../planHash';

/**
 * Writes on each row of a held person since which day they have been held: that of the run log, or of
 * this plan for somebody who was not. Without a log that can be read nobody knows. Before the rows get
 * their hashes.
 */
export function markHeldSince(rows: readonly Draft[], past: Past, referenceDate: string): void {
	if (past.log !== 'read') return;
	for (const row of rows) {
		// Somebody without an external id cannot be found again tomorrow.
		if (row.action !== 'hold' || row.external_id === null) continue;
		const held_since = past.heldSince.get(row.external_id) ?? referenceDate;
		row.evidence = { ...row.evidence, held_since };
	}
}

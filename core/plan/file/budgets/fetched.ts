/** When Alleo fetches files (help centre, "SFTP integration"): each day at these times, as `HH:MM` in UTC. */
const FETCHED_AT = ['02:45', '20:00'] as const;

const DAY_MS = 86_400_000;

/**
 * Whether Alleo came by since a file was written. A one-off stands in one file: one that takes its place before
 * that is a gift that nobody ever sees.
 *
 * @param written and `now`: ISO 8601 UTC
 */
export function wasFetched(written: string, now: string): boolean {
	const [start, end] = [Date.parse(written), Date.parse(now)];
	return [0, 1].some((back) => {
		const day = new Date(end - back * DAY_MS).toISOString().slice(0, 10);
		return FETCHED_AT.some((time) => {
			const at = Date.parse(`${day}T${time}:00.000Z`);
			return start < at && at <= end;
		});
	});
}

/** A row that takes somebody's access away, of a plan as it came out of a run; the end of a move is none. */
export const isOffboarding = (row: object): boolean => {
	const { action, reason } = row as { action?: unknown; reason?: { code?: unknown } };
	return action === 'deactivate' && reason?.code !== 'MOVE';
};

/** Names in a message: enough to recognise, never an endless line. */
export function nameList(names: readonly string[], most = 30): string {
	if (names.length === 0) return '-';
	const shown = names.slice(0, most).join(', ');
	return names.length > most ? `${shown} and ${names.length - most} more` : shown;
}

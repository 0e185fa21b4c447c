/** Applies a patch to a settings object in place; an unknown name is refused, never ignored. */
export function applySettings<T extends object>(
	settings: T,
	patch: Partial<T> | Record<string, unknown>,
): void {
	const unknown = Object.keys(patch).filter((name) => !(name in settings));
	if (unknown.length > 0) throw new Error(`Unknown setting: ${unknown.join(', ')}`);
	Object.assign(settings, patch);
}

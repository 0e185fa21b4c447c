import { Tournament } from '@n8n/tournament';

/**
 * What an expression of a template gives, by n8n's own engine.
 * @param nodes items of the nodes by name, null for one that did not run; an item with `binary` has that
 * beside its JSON
 * @param more what else the expression names, such as `$json`
 */
export function evaluate(
	expression: unknown,
	nodes: Readonly<Record<string, readonly object[] | null>>,
	more: object = {},
): unknown {
	const $ = (name: string) => {
		const items = nodes[name];
		const all = () => {
			if (items == null) throw new Error(`${name} did not run`);
			return items.map((json) => ({ json, binary: 'binary' in json ? json.binary : undefined }));
		};
		return { isExecuted: items != null, all, first: () => all()[0] };
	};
	return new Tournament(() => undefined).execute(String(expression).slice(1), {
		$,
		Array,
		...more,
	});
}

import { compareText } from '../../model/collect';

/** What a node of a workflow is set to, as single settings with the names that its panel gives them. */

export interface NodeVersion {
	id?: string | undefined;
	name: string;
	type: string;
	parameters: Readonly<Record<string, unknown>>;
	/** By type; only the name of one is ever shown. */
	credentials?: Readonly<Record<string, { name?: string | undefined }>> | undefined;
	disabled?: boolean | undefined;
	onError?: string | undefined;
	executeOnce?: boolean | undefined;
	alwaysOutputData?: boolean | undefined;
	retryOnFail?: boolean | undefined;
}

/** A field of a panel, as far as it has a name for a reader; fields within it are its options or values. */
export interface PanelField {
	name: string;
	displayName?: string;
	options?: ReadonlyArray<Partial<PanelField>>;
	values?: readonly PanelField[];
}

export interface Setting {
	label: string;
	/** Null where it must not be shown. */
	text: string | null;
	/** Two settings are the same where this is. */
	compared: string;
}

/** Nodes whose parameters are settings and no contents; of others only that something changed is said. */
const SHOWN_TYPES =
	/^(?:n8n-nodes-alleo\.|n8n-nodes-base\.(?:set|if|filter|scheduleTrigger|dataTable|formTrigger|merge)$)/;

const SECRET = /pass|secret|token|api.?key|authori[sz]ation|credential/i;

/** What n8n keeps beside a value, for its own panel. */
const NO_SETTING: ReadonlySet<string> = new Set([
	'schema',
	'matchingColumns',
	'cachedResultName',
	'cachedResultUrl',
	'__rl',
]);

/** What an editor gives a row so that it can be told apart. */
const RANDOM_ID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

const LONGEST = 120;

type Row = Readonly<Record<string, unknown>>;

const isRow = (value: unknown): value is Row =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** `clearWhenEmpty` as a reader would write it. */
const spelled = (name: string): string =>
	name
		.replace(/([a-z\d])([A-Z])/g, '$1 $2')
		.replace(/_/g, ' ')
		.replace(/^./, (letter) => letter.toUpperCase());

const within = (field: Partial<PanelField> | null, name: string): Partial<PanelField> | null =>
	[...(field?.options ?? []), ...(field?.values ?? [])].find((one) => one.name === name) ?? null;

const shortened = (text: string): string =>
	text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;

/** Names that a mapping's own schema gives its rows. */
function schemaNames(value: Row): ReadonlyMap<string, string> {
	const schema = Array.isArray(value['schema']) ? value['schema'] : [];
	return new Map(
		schema.flatMap((row) =>
			isRow(row) && typeof row['id'] === 'string' && typeof row['displayName'] === 'string'
				? [[row['id'], row['displayName'].replace(/ \*$/, '')] as const]
				: [],
		),
	);
}

/** The settings of one node, gathered from its parameters. */
class Gathered {
	readonly settings = new Map<string, Setting>();
	readonly #shown: boolean;

	constructor(node: NodeVersion, panel: readonly PanelField[]) {
		this.#shown = SHOWN_TYPES.test(node.type);
		const root: Partial<PanelField> = { options: panel };
		for (const [name, value] of Object.entries(node.parameters)) {
			const field = within(root, name);
			this.#walk(value, name, field, field?.displayName ?? spelled(name));
		}
	}

	put(key: string, label: string, text: string, shown = true): void {
		this.settings.set(key, { label, text: shown ? shortened(text) : null, compared: text });
	}

	#walk(value: unknown, key: string, field: Partial<PanelField> | null, label: string): void {
		if (value === null || value === undefined || value === '') return;
		if (Array.isArray(value)) return this.#walkList(value, key, field, label);
		if (!isRow(value)) {
			return this.put(key, label, String(value), this.#shown && !SECRET.test(`${key} ${label}`));
		}
		if (value['__rl'] === true) {
			const said = value['cachedResultName'] ?? value['value'];
			return this.#walk(isRow(said) ? '' : said, key, field, label);
		}
		const names = schemaNames(value);
		for (const name of Object.keys(value).sort(compareText)) {
			if (NO_SETTING.has(name)) continue;
			const inner = within(field, name);
			const said = names.get(name) ?? inner?.displayName;
			// A mapping holds its rows one level down, with their names beside them.
			if (name === 'value' && names.size > 0 && isRow(value[name])) {
				for (const [id, row] of Object.entries(value[name])) {
					this.#walk(row, `${key}.value.${id}`, null, names.get(id) ?? spelled(id));
				}
			} else if (name === 'value' && said === undefined) {
				this.#walk(value[name], `${key}.value`, field, label);
			} else {
				this.#walk(value[name], `${key}.${name}`, inner, said ?? spelled(name));
			}
		}
	}

	/** Rows are told apart by their own name where they have one: one put in front changes no other. */
	#walkList(
		list: readonly unknown[],
		key: string,
		field: Partial<PanelField> | null,
		label: string,
	): void {
		if (list.every((one) => !isRow(one) && !Array.isArray(one))) {
			return list.length === 0 ? undefined : this.#walk(list.join(', '), key, field, label);
		}
		const met = new Map<string, number>();
		list.forEach((one, at) => {
			if (!isRow(one)) return this.#walk(one, `${key}.${at}`, field, `${label} ${at + 1}`);
			const own = typeof one['name'] === 'string' && one['name'] !== '' ? one['name'] : null;
			const columns = Object.keys(one).filter(
				(column) =>
					!(column === 'name' && own !== null) &&
					!(column === 'id' && RANDOM_ID.test(String(one['id']))),
			);
			const times = own === null ? 0 : (met.get(own) ?? 0);
			if (own !== null) met.set(own, times + 1);
			const place = own === null ? `${key}.${at}` : `${key}.${own}.${times}`;
			if (columns.length === 0 && own !== null) this.#walk(own, place, null, label);
			for (const column of columns.sort(compareText)) {
				const inner = within(field, column);
				const said = own ?? `${label} ${at + 1}`;
				const title =
					own !== null && column === 'value'
						? own
						: `${said}: ${inner?.displayName ?? spelled(column)}`;
				this.#walk(one[column], `${place}.${column}`, inner, title);
			}
		});
	}
}

/** @param panel the fields of the node's panel, where they are known; else names are spelled out */
export function settingsOfNode(
	node: NodeVersion,
	panel: readonly PanelField[] | null,
): ReadonlyMap<string, Setting> {
	const gathered = new Gathered(node, panel ?? []);
	for (const [type, { name = '' }] of Object.entries(node.credentials ?? {})) {
		gathered.put(`credential ${type}`, 'Credential', name);
	}
	const switches = [
		['Disabled', node.disabled],
		['Execute Once', node.executeOnce],
		['Always Output Data', node.alwaysOutputData],
		['Retry On Fail', node.retryOnFail],
	] as const;
	for (const [label, on] of switches) if (on === true) gathered.put(`node ${label}`, label, 'true');
	if (node.onError !== undefined && node.onError !== 'stopWorkflow') {
		gathered.put('node On Error', 'On Error', node.onError);
	}
	return gathered.settings;
}

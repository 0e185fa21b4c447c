/**
 * HTML that is safe by construction: `html` escapes every value, and only what `html` made passes
 * through unescaped. HR names are input from outside; no page is built any other way.
 */
export class Html {
	readonly markup: string;

	constructor(markup: string) {
		this.markup = markup;
	}
}

export type Piece = Html | string | number | null | undefined | false | readonly Piece[];

const ENTITIES: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
	'`': '&#96;',
};

/** Control characters, and marks that turn text around so that a name reads as something else. */
const DECEPTIVE = /[\p{Cc}\u202a-\u202e\u2066-\u2069\ufeff]/gu;
const HARMLESS = new Set(['\n', '\r', '\t']);

/** The text with a visible sign in the place of each such mark. */
export const withoutDeception = (text: string): string =>
	text.replace(DECEPTIVE, (mark) => (HARMLESS.has(mark) ? mark : '\ufffd'));

/** Text for an element or a quoted attribute. */
export const escapeHtml = (text: string): string =>
	withoutDeception(text).replace(/[&<>"'`]/g, (mark) => ENTITIES[mark] ?? '');

function render(piece: Piece): string {
	if (piece === null || piece === undefined || piece === false) return '';
	if (piece instanceof Html) return piece.markup;
	if (Array.isArray(piece)) return piece.map(render).join('');
	return escapeHtml(String(piece));
}

/** Markup per template, without the indentation of the source; spaces between elements stay. */
const compacted = new WeakMap<TemplateStringsArray, readonly string[]>();

function compact(literals: TemplateStringsArray): readonly string[] {
	const known = compacted.get(literals);
	if (known !== undefined) return known;
	const markup = literals.map((literal) => literal.replace(/\s*\n\s*/g, '\n'));
	compacted.set(literals, markup);
	return markup;
}

/** Tagged template: literal parts are markup, values are escaped. */
export function html(literals: TemplateStringsArray, ...values: Piece[]): Html {
	const parts = compact(literals);
	let markup = parts[0] ?? '';
	for (let index = 0; index < values.length; index++) {
		markup += render(values[index]) + (parts[index + 1] ?? '');
	}
	return new Html(markup);
}

/** Text of a person or a system, kept apart from the direction of the text around it. */
export const isolated = (text: string | number): Html => html`<bdi>${text}</bdi>`;

/** Writing XML as asmx does: text is escaped, control characters become character references. */

export const escapeXml = (text: string): string =>
	text
		.replace(/[&<>"]/g, (character) =>
			character === '&'
				? '&amp;'
				: character === '<'
					? '&lt;'
					: character === '>'
						? '&gt;'
						: '&quot;',
		)
		// .NET writes them like this although XML 1.0 forbids them; readers have to live with it.
		.replace(
			/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g,
			(character) => `&#x${character.charCodeAt(0).toString(16).toUpperCase()};`,
		);

export type XmlValue = string | number | boolean | null | undefined;

/** How a missing value is written: `xsi:nil`, or not at all. */
export type NullStyle = 'nil' | 'missing';

/** `<name>value</name>`; null by the style, undefined never written. */
export function leaf(name: string, value: XmlValue, nulls: NullStyle): string {
	if (value === undefined) return '';
	if (value === null) return nulls === 'nil' ? `<${name} xsi:nil="true"/>` : '';
	const text = escapeXml(String(value));
	return text === '' ? `<${name}/>` : `<${name}>${text}</${name}>`;
}

/** An element around a row of leaves. Children that are XML already come in `inner`. */
export function row(
	name: string,
	values: Record<string, XmlValue>,
	nulls: NullStyle,
	inner = '',
): string {
	const leaves = Object.entries(values).map(([key, value]) => leaf(key, value, nulls));
	return `<${name}>${leaves.join('')}${inner}</${name}>`;
}

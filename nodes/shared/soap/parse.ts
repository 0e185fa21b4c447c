import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { done, type Result } from '../../../core/model/result';

/** Parsed XML: an element is its text, or an object of its children; nil and empty are null. */
export type XmlValue = string | null | XmlNode | XmlValue[];
export interface XmlNode {
	[name: string]: XmlValue;
}

const ATTRIBUTE = '@';

const isNode = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Attributes go, except `nil`, which makes the element null. */
function clean(value: unknown): XmlValue {
	if (Array.isArray(value)) return value.map(clean);
	if (!isNode(value)) {
		const text = typeof value === 'string' ? value : '';
		return text === '' ? null : text;
	}
	if (value[`${ATTRIBUTE}nil`] === 'true' || value[`${ATTRIBUTE}nil`] === '1') return null;
	const children = Object.entries(value).filter(([name]) => !name.startsWith(ATTRIBUTE));
	if (children.length === 0) return null;
	const text = children.find(([name]) => name === '#text');
	if (text !== undefined && children.length === 1) return clean(text[1]);
	const node: XmlNode = {};
	for (const [name, child] of children) {
		if (name !== '#text' && name !== '__proto__') node[name] = clean(child);
	}
	return node;
}

/** Far above what is real, so that a document of any size is understood in seconds and not in minutes. */
const LONGEST_TEXT = 1_000_000;
const MOST_TAGS = 6_000_000;

/** One look from tag to tag, before the parser goes through it sign by sign. */
function tooMuch(source: string): string | null {
	let tags = 0;
	for (let at = 0; at >= 0; tags += 1) {
		const next = source.indexOf('<', at + 1);
		if ((next < 0 ? source.length : next) - at > LONGEST_TEXT) {
			return 'one text of more than a million characters';
		}
		at = next;
	}
	return tags > MOST_TAGS ? 'more than six million tags' : null;
}

/**
 * Parses an XML document. Prefixes go, every value stays text (`0010` is a code, not ten), elements
 * named in `lists` are always arrays (one item is no special case), a DOCTYPE is refused since no
 * API sends one and it is the way to entity attacks.
 */
export function parseXml(text: string, lists: readonly string[] = []): Result<XmlNode, string> {
	const source = text.replace(/^\uFEFF/, '').trim();
	if (!source.startsWith('<')) return { ok: false, problem: 'not XML' };
	if (/<!DOCTYPE/i.test(source)) return { ok: false, problem: 'a DOCTYPE' };
	if (/^<html[\s>]/i.test(source)) return { ok: false, problem: 'an HTML page' };
	const problem = tooMuch(source);
	if (problem !== null) return { ok: false, problem };
	if (XMLValidator.validate(source) !== true)
		return { ok: false, problem: 'XML that is cut off or broken' };
	const asList = new Set(lists);
	try {
		const parser = new XMLParser({
			ignoreAttributes: false,
			attributeNamePrefix: ATTRIBUTE,
			removeNSPrefix: true,
			ignoreDeclaration: true,
			ignorePiTags: true,
			parseTagValue: false,
			parseAttributeValue: false,
			trimValues: false,
			processEntities: true,
			htmlEntities: true,
			isArray: (name) => asList.has(name),
		});
		const root = clean(parser.parse(source));
		return isXmlNode(root) ? done(root) : { ok: false, problem: 'no element' };
	} catch {
		return { ok: false, problem: 'XML that cannot be parsed' };
	}
}

export const isXmlNode = (value: XmlValue | undefined): value is XmlNode =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** The child under a path of names; null when a step is missing. */
export function child(node: XmlValue | undefined, ...path: string[]): XmlValue {
	let here: XmlValue = node ?? null;
	for (const name of path) {
		if (!isXmlNode(here)) return null;
		here = here[name] ?? null;
	}
	return here;
}

/** The items of a list that `parseXml` was told about; empty when there is none. */
export function items(node: XmlValue | undefined, name: string): XmlNode[] {
	const list = isXmlNode(node) ? node[name] : null;
	return Array.isArray(list) ? list.filter(isXmlNode) : isXmlNode(list) ? [list] : [];
}

/** Text of a child, trimmed; null when missing, nil or empty. */
export function textOf(node: XmlValue | undefined, name: string): string | null {
	const value = child(node, name);
	const text = typeof value === 'string' ? value.trim() : '';
	return text === '' ? null : text;
}

import type { NmbrsSettings, SoapEncoding } from '../settings.mts';
import type { SoapVersion } from './envelope.mts';

/** Text of an answer to bytes: the encodings and damages that a reader may meet. */

const CHARSETS: Record<SoapEncoding, string> = {
	'utf-8': 'utf-8',
	'utf-8-bom': 'utf-8',
	'utf-16le': 'utf-16',
	'iso-8859-1': 'iso-8859-1',
};

export const contentTypeOf = (version: SoapVersion, { soapEncoding }: NmbrsSettings): string =>
	`${version === '1.1' ? 'text/xml' : 'application/soap+xml'}; charset=${CHARSETS[soapEncoding]}`;

/** Characters that Latin-1 does not have become references, as an XML writer does. */
const latin1 = (text: string): Buffer => {
	const escaped = text.replace(
		/[^\u0000-\u00ff]/gu,
		(character) => `&#${character.codePointAt(0)};`,
	);
	return Buffer.from(escaped, 'latin1');
};

function damage(text: string, { soapDamage }: NmbrsSettings): string {
	if (soapDamage === 'cut') return text.slice(0, Math.floor(text.length / 2));
	if (soapDamage === 'none') return text;
	return text.replace('?>', '?><!DOCTYPE a [<!ENTITY b "boom">]>');
}

export function encodeAnswer(text: string, settings: NmbrsSettings): Buffer {
	const { soapEncoding } = settings;
	const declared = text.replace('encoding="utf-8"', `encoding="${CHARSETS[soapEncoding]}"`);
	const body = damage(declared, settings);
	if (soapEncoding === 'iso-8859-1') return latin1(body);
	const mark = soapEncoding === 'utf-8' ? '' : '\ufeff';
	return Buffer.from(`${mark}${body}`, soapEncoding === 'utf-16le' ? 'utf16le' : 'utf8');
}

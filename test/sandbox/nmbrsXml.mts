import { XMLParser } from 'fast-xml-parser';
import type { Answer } from './nmbrsClient.mts';

export const parser = new XMLParser({ removeNSPrefix: true, parseTagValue: false });

/** Code of the fault in an answer, or its whole text when it has none; null without a fault. */
export function faultOf(answer: Answer): string | null {
	const found = parser.parse(answer.text)?.Envelope?.Body?.Fault;
	if (found === undefined) return null;
	const text = String(found.faultstring ?? found.Reason.Text['#text'] ?? found.Reason.Text);
	return /--->\s*(\d{4}):/.exec(text)?.[1] ?? text;
}

/** Texts of all elements of this name. */
export const values = (text: string, element: string): string[] =>
	[...text.matchAll(new RegExp(`<${element}>([^<]*)</${element}>`, 'g'))].map(([, v]) => v ?? '');

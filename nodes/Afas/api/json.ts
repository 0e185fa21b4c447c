export type ParsedJson = { ok: true; value: unknown } | { ok: false; cause: string };

/** Numbers such as `-.5`, which Profit wrote before version 7; strings are matched first and kept. */
const repairNumbers = (text: string): string =>
	text.replace(/"(?:[^"\\]|\\.)*"|(-?)(\.\d)/g, (match, sign?: string, fraction?: string) =>
		fraction === undefined ? match : `${sign ?? ''}0${fraction}`,
	);

function tryParse(text: string): ParsedJson {
	try {
		return { ok: true, value: JSON.parse(text) };
	} catch {
		return { ok: false, cause: 'broken or cut-off JSON' };
	}
}

/** Reads the body of an answer. The cause of a failure describes the shape and quotes nothing of it. */
export function parseJson(body: string): ParsedJson {
	const text = body.replace(/^\uFEFF/, '').trim();
	if (text === '') return { ok: false, cause: 'an empty answer' };
	if (text.startsWith('<')) {
		return {
			ok: false,
			cause: /^<\?xml/i.test(text) ? 'XML instead of JSON' : 'HTML instead of JSON',
		};
	}
	const parsed = tryParse(text);
	if (parsed.ok || !/[:,[]\s*-?\.\d/.test(text)) return parsed;
	return tryParse(repairNumbers(text));
}

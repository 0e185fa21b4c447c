/** The AFAS environments that have a host of their own; docs.afas.help, concepts. */
export const ENVIRONMENTS = {
	production: { host: 'rest.afas.online', letter: 'O' },
	test: { host: 'resttest.afas.online', letter: 'T' },
	accept: { host: 'restaccept.afas.online', letter: 'A' },
} as const;
export type EnvironmentType = keyof typeof ENVIRONMENTS;

export const isEnvironmentType = (value: unknown): value is EnvironmentType =>
	typeof value === 'string' && Object.hasOwn(ENVIRONMENTS, value);

const LONGEST_PASTED = 200;

/**
 * The participant number in what a person pasted: `12345`, `O12345AA`, ` 12.345 `. AFAS uses five
 * digits; six are accepted. Null when there is no such number.
 */
export function environmentNumber(given: unknown): string | null {
	const pasted = String(given ?? '');
	if (pasted.length > LONGEST_PASTED) return null;
	return /^[A-Za-z]?(\d{5,6})[A-Za-z]{0,4}$/.exec(pasted.replace(/[\s.]/g, ''))?.[1] ?? null;
}

/** The vendor's own base URL, without a final slash. */
export const vendorBaseUrl = (number: string, type: EnvironmentType): string =>
	`https://${number}.${ENVIRONMENTS[type].host}/ProfitRestServices`;

/** What people paste after the base; cut off before the URL is used. */
export const PASTED_TAILS: RegExp[] = [
	/\/(metainfo|connectors|profitversion|oauth)(\/.*)?$/i,
	/\/+$/,
];

/** Appends the service path where somebody gave only an AFAS host; any other URL is left as it is. */
export function withServicePath(url: string): string {
	return /^https:\/\/[a-z0-9.-]+\.afas\.online$/i.test(url) ? `${url}/ProfitRestServices` : url;
}

/** Whether the environment that metainfo reports (`O12345AA`) is the one that was chosen. */
export function environmentMismatch(
	reported: string,
	number: string | null,
	type: EnvironmentType,
): string | null {
	const match = /^([A-Z])(\d{5,6})/i.exec(reported.trim());
	if (match === null) return null;
	const [, letter = '', digits = ''] = match;
	if (number !== null && digits !== number) return `it is environment ${digits}, not ${number}`;
	const expected = ENVIRONMENTS[type].letter;
	if (letter.toUpperCase() === expected) return null;
	const actual = Object.entries(ENVIRONMENTS).find(
		([, value]) => value.letter === letter.toUpperCase(),
	);
	return actual === undefined ? null : `it is the ${actual[0]} environment, not ${type}`;
}

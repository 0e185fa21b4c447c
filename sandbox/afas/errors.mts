/** Error bodies of Profit, in the language of the caller. */

export type Language = 'nl' | 'en';

export const languageOf = (acceptLanguage: string | undefined): Language =>
	acceptLanguage?.toLowerCase().startsWith('en') === true ? 'en' : 'nl';

const TEXTS = {
	unexpected: {
		nl: 'Er is een onverwachte fout opgetreden.',
		en: 'An unexpected error has occurred.',
	},
	notAvailable: {
		nl: 'GetConnector niet ondersteund voor deze app of de gebruiker is niet geautoriseerd',
		en: 'GetConnector not supported for this app or the user is not authorized',
	},
	blocked: {
		nl: 'Deze GetConnector (definitie) is geblokkeerd',
		en: 'This GetConnector (definition) is blocked',
	},
	tooMuch: { nl: 'Out of memory', en: 'Out of memory' },
	fieldNotFound: {
		nl: "Connector-veld '{field}' niet gevonden",
		en: "Connector field '{field}' not found",
	},
} as const;

/** A refused call: the status, and the text that Profit gives. */
export class AfasError extends Error {
	readonly status: number;
	readonly body: string;

	constructor(status: number, body: string) {
		super(`AFAS ${status}`);
		this.status = status;
		this.body = body;
	}
}

export const errorText = (text: string): string =>
	JSON.stringify({
		externalMessage: text,
		errorNumber: -2_147_180_999,
		profitLogReference: '0123456789ABCDEF0123456789ABCDEF',
	});

export const afasError = (
	kind: keyof typeof TEXTS,
	language: Language,
	status = 500,
	field = '',
): AfasError => new AfasError(status, errorText(TEXTS[kind][language].replace('{field}', field)));

/** Body of a scripted fault; 503 is maintenance, which ends in a second. */
export const faultBody = (status: number): string => {
	if (status === 503) {
		return JSON.stringify({
			error: { code: '503', message: 'Made-up maintenance text' },
			retry_after: 1,
		});
	}
	return status === 401 || status === 403 || status === 404 ? '' : errorText(TEXTS.unexpected.nl);
};

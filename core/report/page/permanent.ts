import type { Language } from '../../issues';
import { html } from '../../ui/html';
import type { Html } from '../../ui/html';
import { texts } from '../../ui/texts';

/** The permanent address of the plan, on the pages that end: n8n's own address is good for one decision. */

export const PERMANENT_TEXT = {
	permanent: [
		'The page of this plan, which stays: who decided what, and the result',
		'De vaste pagina van dit plan: wie wat besloot, en het resultaat',
	],
	permanentShort: ['Page of this plan', 'Pagina van dit plan'],
	permanentLook: ['look at the result', 'bekijk het resultaat'],
} as const;

const say = texts(PERMANENT_TEXT);

/** @param address as it was given; '' or absent: this n8n has no such page */
export const permanentButton = (address: string | undefined, language: Language): Html | null =>
	address === undefined || address === ''
		? null
		: html`<p>
				<a class="button permanent" href="${address}">${say(language)('permanent')}</a>
			</p>`;

/** As a fact among others, with its label. */
export function permanentFact(
	address: string | undefined,
	language: Language,
): { label: string; value: Html } | null {
	if (address === undefined || address === '') return null;
	const t = say(language);
	return {
		label: t('permanentShort'),
		value: html`<a class="permanent" href="${address}">${t('permanentLook')}</a>`,
	};
}

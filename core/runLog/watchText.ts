import type { Language } from '../issues';
import type { BilingualText } from '../issues/define';

/** What the watchdog says; times are in UTC. */

export const CHECKS = ['no_success', 'undecided', 'failing'] as const;
export type WatchCheck = (typeof CHECKS)[number];

const ALERTS: Record<WatchCheck, { subject: BilingualText; text: BilingualText }> = {
	no_success: {
		subject: {
			en: '{customer}: no sync succeeded for too long',
			nl: '{customer}: al te lang geen geslaagde synchronisatie',
		},
		text: {
			en: 'No run succeeded since {since} (UTC). Look whether the workflow is published, whether a plan waits for approval, and what its newest execution says.',
			nl: 'Geen enkele run slaagde sinds {since} (UTC). Kijk of de workflow gepubliceerd is, of er een plan op akkoord wacht, en wat de nieuwste uitvoering zegt.',
		},
	},
	undecided: {
		subject: {
			en: '{customer}: a plan waits for a decision',
			nl: '{customer}: een plan wacht op een besluit',
		},
		text: {
			en: 'Nobody decided since {since} (UTC). Open the link in the approval message, or start a new dry run when it expired.',
			nl: 'Niemand besliste sinds {since} (UTC). Open de link in het bericht, of start een nieuwe proefrun als hij is verlopen.',
		},
	},
	failing: {
		subject: {
			en: '{customer}: the newest sync failed, wholly or in part',
			nl: '{customer}: de nieuwste synchronisatie mislukte, geheel of deels',
		},
		text: {
			en: 'Since {since} (UTC). What failed: {detail}. Look the code up in docs/troubleshooting.md.',
			nl: 'Sinds {since} (UTC). Wat mislukte: {detail}. Zoek de code op in docs/troubleshooting.md.',
		},
	},
};

const RECOVERED: Record<WatchCheck, BilingualText> = {
	no_success: {
		en: 'A run succeeded again.',
		nl: 'Er slaagde weer een run.',
	},
	undecided: {
		en: 'No plan waits for a decision any more.',
		nl: 'Er wacht geen plan meer op een besluit.',
	},
	failing: {
		en: 'The newest run did not fail.',
		nl: 'De nieuwste run mislukte niet.',
	},
};

const SOLVED: BilingualText = { en: '{customer}: solved', nl: '{customer}: opgelost' };

const fill = (text: string, params: Record<string, string>): string =>
	text.replace(/\{(\w+)\}/g, (place, name: string) => params[name] ?? place);

export function watchText(
	check: WatchCheck,
	isAlert: boolean,
	language: Language,
	params: { customer: string; since: string; detail: string },
): { subject: string; text: string } {
	const { subject, text } = isAlert ? ALERTS[check] : { subject: SOLVED, text: RECOVERED[check] };
	return { subject: fill(subject[language], params), text: fill(text[language], params) };
}

import { resolveIssue } from '../../issues';
import type { IssueCode, IssueParams, Language } from '../../issues';
import { fillText } from '../../ui/format';

/** What support reads: the subject and the text of each step, in the language of the customer's workflow. */

export interface Message {
	subject: string;
	text: string;
}

const TEXT = {
	created: { en: '{customer} has connected {system}', nl: '{customer} heeft {system} verbonden' },
	createdText: {
		en: 'Its daily sync was made, and is off until a first run is approved: {url}',
		nl: 'De dagelijkse synchronisatie is gemaakt en staat uit tot een eerste run is goedgekeurd: {url}',
	},
	again: {
		en: '{customer} has connected {system} again',
		nl: '{customer} heeft {system} opnieuw verbonden',
	},
	againOn: {
		en: 'The daily sync is on and goes on with it at its next time; nothing else was changed: {url}',
		nl: 'De dagelijkse synchronisatie staat aan en gaat op het volgende tijdstip verder; er is niets anders gewijzigd: {url}',
	},
	againOff: {
		en: 'The daily sync is off until a run is approved; nothing else was changed: {url}',
		nl: 'De dagelijkse synchronisatie staat uit tot een run is goedgekeurd; er is niets anders gewijzigd: {url}',
	},
	waits: { en: '{customer}: the dry run is ready', nl: '{customer}: de proefrun is klaar' },
	waitsText: {
		en: 'New: {create}, changed: {update}, active again: {reactivate}, to stop: {deactivate}, held: {hold}. Look at the plan with the customer, then approve and enable, or reject: {link}',
		nl: 'Nieuw: {create}, gewijzigd: {update}, weer actief: {reactivate}, stoppen: {deactivate}, vastgehouden: {hold}. Bekijk het plan met de klant en kies goedkeuren en inschakelen, of afwijzen: {link}',
	},
	waitsLink: {
		en: 'Look at the plan with the customer, then approve and enable, or reject: {link}',
		nl: 'Bekijk het plan met de klant en kies goedkeuren en inschakelen, of afwijzen: {link}',
	},
	nothing: {
		en: '{customer}: the dry run found nothing to change',
		nl: '{customer}: de proefrun vond niets om te wijzigen',
	},
	nothingText: {
		en: 'Alleo is in step with {system} already, so there is no plan to approve. To switch the daily sync on, set approval in Settings to whenGuardTrips and publish the workflow: {url}',
		nl: 'Alleo loopt al gelijk met {system}, dus er is geen plan om goed te keuren. Zet om in te schakelen approval in Settings op whenGuardTrips en publiceer de workflow: {url}',
	},
	failed: {
		en: '{customer}: the dry run stopped',
		nl: '{customer}: de proefrun is gestopt',
	},
	running: {
		en: '{customer}: the dry run takes longer',
		nl: '{customer}: de proefrun duurt langer',
	},
	execution: { en: 'The run in n8n: {url}', nl: 'De run in n8n: {url}' },
	enabled: {
		en: '{customer}: the daily sync is on',
		nl: '{customer}: de dagelijkse synchronisatie staat aan',
	},
	enabledText: {
		en: 'From now on it runs every morning, applies ordinary changes by itself, and asks when a safety check trips: {url}',
		nl: 'Vanaf nu draait die elke ochtend, voert gewone wijzigingen zelf door en vraagt iets als een bewaking afgaat: {url}',
	},
	disconnected: { en: '{customer} is disconnected', nl: '{customer} is ontkoppeld' },
	disconnectedPartly: {
		en: '{customer} is disconnected, with something left to do',
		nl: '{customer} is ontkoppeld, met iets dat nog moet',
	},
	kept: {
		en: 'The workflow and its settings were kept, off: {url} Accounts in Alleo stay as they are. A plan that already waits for approval can still be approved until it expires.',
		nl: 'De workflow en de instellingen zijn bewaard en staan uit: {url} Accounts in Alleo blijven zoals ze zijn. Een plan dat al op akkoord wacht, kan worden goedgekeurd tot het verloopt.',
	},
	unpublishDone: {
		en: 'The daily sync was switched off.',
		nl: 'De dagelijkse synchronisatie is uitgezet.',
	},
	unpublishAlready: {
		en: 'The daily sync was off already.',
		nl: 'De dagelijkse synchronisatie stond al uit.',
	},
	invitationsEnded: {
		en: 'Its invitations were ended; no link of it works any more.',
		nl: 'De uitnodigingen zijn beëindigd; geen link werkt nog.',
	},
	revokeDone: { en: 'The NMBRS token was taken back.', nl: 'Het NMBRS-token is ingetrokken.' },
	deleteDone: {
		en: 'The credential "{credential}" was deleted.',
		nl: 'De credential "{credential}" is verwijderd.',
	},
	deleteAlready: {
		en: 'The credential "{credential}" was deleted before.',
		nl: 'De credential "{credential}" was al verwijderd.',
	},
} as const;

export type MessageKey = keyof typeof TEXT;

export const say = (key: MessageKey, language: Language, params: IssueParams = {}): string =>
	fillText(TEXT[key][language], params);

/** What happened, why and what to do, in one line, with the code that the guides explain. */
export function sayIssue(code: IssueCode, language: Language, params: IssueParams = {}): string {
	const { message, why, action } = resolveIssue(code, params, language);
	return `${[message, why, action].filter((part) => part !== null).join(' ')} (${code})`;
}

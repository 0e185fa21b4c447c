import { error, notice } from './define';

/** Codes of setting up this package in an n8n: `{template}`, `{workflows}` and `{credential}` are names of things in n8n. */
export const INSTALLATION_ISSUES = {
	SETUP_NOT_SAVED: error(
		'This workflow is not saved, so nothing was set up.',
		'Deze workflow is niet bewaard; er is niets ingericht.',
		'Save the workflow Start here and press the button again.',
		'Bewaar de workflow Begin hier en druk nog een keer op de knop.',
	),
	SETUP_OTHER_N8N: error(
		'The API key in Alleo N8n API does not see this workflow, so nothing was set up.',
		'De API-sleutel in Alleo N8n API ziet deze workflow niet; er is niets ingericht.',
		'Enter the address of this n8n, and a key that you made here, as a user who may open this workflow.',
		'Vul het adres van deze n8n in, en een sleutel die u hier hebt gemaakt als gebruiker die deze workflow mag openen.',
		'The address or the key is of another n8n, or of a user of another project: everything would be made there.',
		'Het adres of de sleutel is van een andere n8n, of van een gebruiker van een ander project: alles zou daar worden gemaakt.',
	),
	SETUP_BUSY: error(
		'Somebody is setting up this n8n at the moment (since {since}).',
		'Iemand is deze n8n op dit moment aan het inrichten (sinds {since}).',
		'Wait a minute and press the button again. After ten minutes the other attempt no longer counts.',
		'Wacht een minuut en druk nog een keer op de knop. Na tien minuten telt de andere poging niet meer.',
		'Two at once would make everything twice.',
		'Twee tegelijk zouden alles twee keer maken.',
	),
	SETUP_SEVERAL: error(
		'There are several workflows of the template {template}: {workflows}. None was changed.',
		'Er zijn meerdere workflows van de template {template}: {workflows}. Er is geen gewijzigd.',
		'Archive in n8n the ones that are not used, until one is left, and press the button again.',
		'Archiveer in n8n de workflows die niet worden gebruikt tot er één over is, en druk nog een keer op de knop.',
	),
	SETUP_OLDER: notice(
		'This workflow is of version {version} of its template, {current} is the present one, and it could not be upgraded. It was left as it is.',
		'Deze workflow is van versie {version} van zijn template, {current} is de huidige, en hij kon niet worden bijgewerkt. Hij is gelaten zoals hij is.',
		'Do what stands below and press the button again; or archive the workflow, and a new one is made.',
		'Doe wat hieronder staat en druk nog een keer op de knop; of archiveer de workflow, dan wordt een nieuwe gemaakt.',
	),
	SETUP_CHANGED_MEANWHILE: notice(
		'Somebody saved this workflow at the same moment, so nothing was written over it.',
		'Iemand bewaarde deze workflow op hetzelfde moment; er is niets overheen geschreven.',
		'Press the button again.',
		'Druk nog een keer op de knop.',
	),
	SETUP_NEWER: notice(
		'This workflow is of version {version} of its template, which is newer than this package ({current}). It was left as it is.',
		'Deze workflow is van versie {version} van zijn template, nieuwer dan dit pakket ({current}). Hij is gelaten zoals hij is.',
		'Update the package n8n-nodes-alleo on every process of this n8n.',
		'Werk het pakket n8n-nodes-alleo bij op elk proces van deze n8n.',
	),
	SETUP_NOT_PUBLISHED: error(
		'n8n did not publish this workflow.',
		'n8n heeft deze workflow niet gepubliceerd.',
		'Open it, do what n8n says below, and press the button again.',
		'Open hem, doe wat n8n hieronder zegt, en druk nog een keer op de knop.',
	),
	SETUP_SWITCHED_OFF: notice(
		'This workflow is off. It was on before, so somebody switched it off, and it was left off.',
		'Deze workflow staat uit. Hij stond eerder aan, dus iemand heeft hem uitgezet; dat is zo gelaten.',
		'Publish it if it should be on.',
		'Publiceer hem als hij aan hoort te staan.',
	),
	SETUP_DRAFT: notice(
		'This workflow has changes that are not published. What was filled in is in the draft only.',
		'Deze workflow heeft wijzigingen die niet zijn gepubliceerd. Wat is ingevuld, staat alleen in het concept.',
		'Look at the changes in the editor, then publish them.',
		'Bekijk de wijzigingen in de editor en publiceer ze daarna.',
		'Publishing would have put the changes of somebody else into use.',
		'Publiceren zou de wijzigingen van iemand anders in gebruik hebben genomen.',
	),
	SETUP_NO_DESK: error(
		'This was not made: it calls the desk, and there is none to call.',
		'Dit is niet gemaakt: het roept de balie aan, en die is er niet.',
		'Do first what this page says of the desk, then press the button again.',
		'Doe eerst wat deze pagina over de balie zegt, en druk daarna nog een keer op de knop.',
	),
	SETUP_TAGS_OFF: notice(
		'Tags are switched off in this n8n, so the workflows got none.',
		'Tags staan uit in deze n8n; de workflows hebben er geen gekregen.',
	),
	SETUP_DESK_LOST: error(
		'Workflows of customers call a desk that is not there: {workflows}.',
		'Workflows van klanten roepen een balie aan die er niet is: {workflows}.',
		'Bring them up to date with Customer Setup, Integration: Upgrade. They sync in the meantime, without run log and messages.',
		'Werk ze bij met Customer Setup, Integration: Upgrade. Intussen synchroniseren ze, zonder runlog en berichten.',
	),
};

import { error } from './define';

/** Codes of the folder that files go to, as "Send a file" found it; no file was sent. */
export const DELIVERY_ISSUES = {
	DELIVERY_OLD: error(
		'"{workflow}" sends files and cannot look at the folder yet.',
		'"{workflow}" verstuurt bestanden en kan nog niet in de map kijken.',
		'Upgrade it first (Integration: Upgrade, with its ID), fill in its step "Where files go", publish it, and start again.',
		'Werk die eerst bij (Integration: Upgrade, met het ID), vul de stap "Where files go" in, publiceer de workflow, en begin opnieuw.',
		'The file of last time is read by it, and asked to look a workflow of before would send.',
		'Het vorige bestand wordt daardoor gelezen, en gevraagd om te kijken zou een workflow van eerder versturen.',
	),
	DELIVERY_SETTINGS: error(
		'Where files go is not filled in, or in a way that cannot be read.',
		'Waar bestanden heen gaan is niet ingevuld, of niet leesbaar ingevuld.',
		'Open the step "Where files go" of the workflow that sends files: a folder, a name for each file, "once" or "everyFile", "zero" or "empty".',
		'Open de stap "Where files go" van de workflow die bestanden verstuurt: een map, een naam voor elk bestand, "once" of "everyFile", "zero" of "empty".',
	),
	DELIVERY_LOGIN_REFUSED: error(
		'The SFTP server refuses the login.',
		'De SFTP-server weigert de aanmelding.',
		'Ask the customer for the name and the password or key, and correct n8n’s SFTP credential.',
		'Vraag de klant om naam en wachtwoord of sleutel, en verbeter de SFTP-credential van n8n.',
	),
	DELIVERY_FOLDER_MISSING: error(
		'The folder is not on the SFTP server.',
		'De map staat niet op de SFTP-server.',
		'Ask the customer and Alleo for the name of the folder, and correct it in the step "Where files go". No folder is made by itself: Alleo would not look there.',
		'Vraag de klant en Alleo naar de naam van de map, en verbeter die in de stap "Where files go". Er wordt nooit vanzelf een map gemaakt: Alleo zou daar niet kijken.',
	),
	DELIVERY_NOT_REACHED: error(
		'The SFTP server could not be reached, or did not show the folder.',
		'De SFTP-server was niet te bereiken, of toonde de map niet.',
		'Check host and port in n8n’s SFTP credential, and whether the customer’s firewall lets this server in. Then look again.',
		'Controleer host en poort in de SFTP-credential van n8n, en of de firewall van de klant deze server toelaat. Kijk daarna opnieuw.',
	),
	DELIVERY_NOT_WRITABLE: error(
		'Nothing may be written into the folder.',
		'In de map mag niet geschreven worden.',
		'Ask the customer to give this login the right to write in the folder.',
		'Vraag de klant om deze aanmelding schrijfrecht in de map te geven.',
	),
	DELIVERY_CUT: error(
		'A probe that was written into the folder is not as long there as it was sent.',
		'Een proefbestand in de map is daar niet zo lang als het is verstuurd.',
		'Ask the customer to look at the space and the quota on the server.',
		'Vraag de klant om naar de ruimte en het quotum op de server te kijken.',
		'Usual causes: a full disk or a quota. n8n’s SFTP client reports such an upload as done, so it is measured.',
		'Meestal: een volle schijf of een quotum. De SFTP-client van n8n meldt zo een upload als klaar, dus er wordt nagemeten.',
	),
	DELIVERY_NOT_REMOVABLE: error(
		'A file in the folder cannot be removed.',
		'Een bestand in de map is niet te verwijderen.',
		'Ask the customer to give this login the right to remove files in the folder, and to remove the probe (folder-check-….part) there.',
		'Vraag de klant om deze aanmelding het recht te geven om in de map bestanden te verwijderen, en om het proefbestand (folder-check-….part) daar te verwijderen.',
		'A new file takes the place of the last one, so that exactly one is in the folder.',
		'Een nieuw bestand komt op de plaats van het vorige, zodat er precies één in de map staat.',
	),
	DELIVERY_FILE_UNREADABLE: error(
		'The last file is in the folder and could not be read.',
		'Het vorige bestand staat in de map en was niet te lezen.',
		'Ask the customer to give this login the right to read it. Nothing can be compared without it.',
		'Vraag de klant om deze aanmelding leesrecht te geven. Zonder dat is er niets te vergelijken.',
	),
};

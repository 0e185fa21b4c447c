import type { Language } from '../issues';
import type { GuardCode } from '../plan/options';
import { isKey, texts } from '../ui/texts';
import type { Pair } from '../ui/texts';

/** What each safety check looks at, in a few words; its code is for logs and the troubleshooting page. */

type FileGuard =
	| 'FILE_SOURCE_INCOMPLETE'
	| 'FLEX_HELD_LIMIT'
	| 'FLEX_FEWER_PEOPLE'
	| 'FLEX_COLUMN_EMPTY'
	| 'FLEX_NOT_COMPARED'
	| 'FLEX_FIRST_FILE'
	| 'FLEX_PREVIOUS_UNREADABLE'
	| 'FILE_FOLDER_UNUSABLE'
	| 'FILE_PREVIOUS_GONE'
	| 'BUDGET_PREVIOUS_UNREADABLE'
	| 'BUDGET_FIELD_VANISHED'
	| 'BUDGET_TOTAL_RISE'
	| 'BUDGET_TOTAL_LIMIT'
	| 'BUDGET_ONEOFF_LIMIT'
	| 'BUDGET_STOP_LIMIT'
	| 'BUDGET_NOT_FETCHED'
	| 'BUDGET_NOT_COMPARED';

const NAMES = {
	EMPTY_SOURCE: ['People in the HR system (at least)', 'Mensen in het HR-systeem (minstens)'],
	INCOMPLETE_PARTITION: ['Parts not read completely', 'Delen niet volledig gelezen'],
	COMPANY_NOT_READ: ['Companies not read', 'Bedrijven niet gelezen'],
	PARTITION_VANISHED: [
		'Active in Alleo, gone from the HR system',
		'Actief in Alleo, weg uit het HR-systeem',
	],
	DEACTIVATION_LIMIT: ['People who are off-boarded', 'Mensen die worden geoffboard'],
	REACTIVATION_LIMIT: ['People who are re-activated', 'Mensen die worden geheractiveerd'],
	CREATE_LIMIT: ['People who are onboarded', 'Mensen die worden geonboard'],
	UPDATE_LIMIT: ['People who are updated', 'Mensen die worden bijgewerkt'],
	ACCESS_FIELD_IGNORED: [
		'People whose "no" in the access field is not used',
		'Mensen bij wie "nee" in het toegangsveld niet meetelt',
	],
	TAKEOVER: ['Accounts of another link', 'Accounts van een andere koppeling'],
	PART_EMPTIED: ['A company or group that ends as a whole', 'Bedrijf of groep die helemaal stopt'],
	FIELD_DRIFT: [
		'A field that changes for many people at once',
		'Een veld dat bij veel mensen tegelijk verandert',
	],
	IDENTITY_KEYS_CHANGED: [
		'People with a new id while the old one is gone',
		'Mensen met een nieuw id terwijl het oude weg is',
	],
	DUPLICATES: ['People who are in there twice', 'Mensen die dubbel voorkomen'],
	FILE_SOURCE_INCOMPLETE: ['Parts not read completely', 'Delen niet volledig gelezen'],
	FLEX_HELD_LIMIT: ['People on hold', 'Mensen die wachten'],
	FLEX_FEWER_PEOPLE: [
		'People who were in the previous file and not in this one',
		'Mensen die in het vorige bestand stonden en niet in dit',
	],
	FLEX_COLUMN_EMPTY: ['People for whom one column is empty', 'Mensen bij wie een kolom leeg is'],
	FLEX_NOT_COMPARED: [
		'People whose wage was not compared',
		'Mensen van wie het loon niet is vergeleken',
	],
	FLEX_FIRST_FILE: ['No earlier file', 'Geen eerder bestand'],
	FLEX_PREVIOUS_UNREADABLE: [
		'The previous file cannot be read',
		'Het vorige bestand is onleesbaar',
	],
	FILE_FOLDER_UNUSABLE: ['The folder cannot be used', 'De map is niet te gebruiken'],
	FILE_PREVIOUS_GONE: ['The previous file is gone', 'Het vorige bestand is weg'],
	BUDGET_PREVIOUS_UNREADABLE: [
		'The last budget file cannot be read',
		'Het vorige budgetbestand is onleesbaar',
	],
	BUDGET_FIELD_VANISHED: [
		'People with a budget that the HR system has for nobody',
		'Mensen met een budget dat in het HR-systeem niemand heeft',
	],
	BUDGET_TOTAL_RISE: [
		'EUR a month, against last time',
		'EUR per maand, vergeleken met vorige keer',
	],
	BUDGET_TOTAL_LIMIT: ['EUR a month', 'EUR per maand'],
	BUDGET_ONEOFF_LIMIT: ['EUR of new one-offs', 'EUR nieuw eenmalig'],
	BUDGET_STOP_LIMIT: [
		'People whose budget stops or falls',
		'Mensen van wie het budget stopt of daalt',
	],
	BUDGET_NOT_FETCHED: [
		'One-offs that Alleo did not fetch yet',
		'Eenmalige budgetten die Alleo nog niet heeft opgehaald',
	],
	BUDGET_NOT_COMPARED: [
		'People who are not in the last file',
		'Mensen die niet in het vorige bestand staan',
	],
} as const satisfies Record<GuardCode | FileGuard, Pair>;

const names = texts(NAMES);

/** @param code as it travels; one of a later version is shown as it is */
export const guardName = (code: string, language: Language): string =>
	isKey(NAMES, code) ? names(language)(code) : code;

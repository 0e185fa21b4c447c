import type { TextTable } from '../../ui/texts';

/** What Alleo's support reads where it enters the keys of a customer. */
export const ALLEO_TEXT = {
	alleoKeyTitle: ['The Alleo keys of this customer', 'De Alleo-sleutels van deze klant'],
	alleoKeyWhat: [
		'Only this customer’s workflow gets these keys. This page is for Alleo, not for the customer.',
		'Alleen de workflow van deze klant krijgt deze sleutels. Deze pagina is voor Alleo, niet voor de klant.',
	],
	alleoKeyCompany: [
		'They must reach Alleo company {company}; that is tested at once.',
		'Ze moeten bij Alleo-bedrijf {company} kunnen; dat wordt meteen getest.',
	],
	alleoAccessKey: ['Access key', 'Access key'],
	alleoSecretKey: ['Secret key', 'Secret key'],
	alleoKeyTest: ['Test and store', 'Test en bewaar'],
	alleoKeyDone: ['The keys are stored', 'De sleutels zijn bewaard'],
	alleoKeyDoneText: [
		'n8n keeps them encrypted. The customer’s daily sync uses them as soon as it is made.',
		'n8n bewaart ze versleuteld. De dagelijkse synchronisatie van de klant gebruikt ze zodra die is gemaakt.',
	],
} as const satisfies TextTable;

import { error, notice } from './define';

/** Codes of Sync Settings: what is wrong with a setting, before anything is read. */
export const SETTINGS_ISSUES = {
	SETTINGS_COMPANY_EMPTY: error(
		'The setting "{setting}" in {step:here} is empty, and "{routes}" has no route.',
		'De instelling "{setting}" in {step:here} is leeg, en "{routes}" heeft geen route.',
		'Open {step:here} and choose the Alleo company of this customer. Nothing was read.',
		'Open {step:here} en kies het Alleo-bedrijf van deze klant. Er is niets gelezen.',
	),
	SETTINGS_COMPANY_UNKNOWN: error(
		'The setting "{setting}" in {step:here} names Alleo company {company}, which the Alleo credential does not reach; it reaches {reachable}.',
		'De instelling "{setting}" in {step:here} noemt Alleo-bedrijf {company}; de Alleo-credential geeft daar geen toegang toe, wel tot {reachable}.',
		'Open {step:here} and choose the company from the list, or choose the Alleo credential of this customer. Nothing was read.',
		'Open {step:here} en kies het bedrijf uit de lijst, of kies de Alleo-credential van deze klant. Er is niets gelezen.',
	),
	SETTINGS_COMPANY_UNCHECKED: notice(
		'The Alleo company was not looked up in {step:here}.',
		'Het Alleo-bedrijf is in {step:here} niet opgezocht.',
		'Choose an Alleo credential there that may list companies; a wrong company is then found before anything is read.',
		'Kies daar een Alleo-credential die bedrijven mag opvragen; een verkeerd bedrijf valt dan op voordat er iets wordt gelezen.',
	),
};

import { error, hold, notice } from './define';

/** Codes of payroll figures from AFAS. Places hold names of connectors, columns and components, and counts; never an amount. */
export const AFAS_PAYROLL_ISSUES = {
	AFAS_COMPONENT_NOT_FOUND: error(
		'The wage components connector has no row with component number {component}.',
		'De connector met looncomponenten heeft geen enkele regel met looncomponent {component}.',
		'Look up the number of the component in Profit (not the root number) and correct it in the node.',
		'Zoek het nummer van de looncomponent in Profit op (niet het stamnummer) en verbeter het in de node.',
		'The numbers of wage components differ per customer: the setting does not fit, or the connector filters them out.',
		'Nummers van looncomponenten verschillen per klant: de instelling past niet, of de connector filtert ze weg.',
	),
	AFAS_PLAN_UNKNOWN: hold(
		"The payroll plan of this person's wage components is not in the plans connector.",
		'Het verloningsplan van de looncomponenten van deze persoon staat niet in de plannenconnector.',
		'Add the plan to the plans connector (no filter on year), then run again.',
		'Neem het plan op in de plannenconnector (geen filter op jaar) en start opnieuw.',
	),
	AFAS_PERIOD_UNREADABLE: hold(
		'A wage component of this person has no payroll period or plan that can be read.',
		'Een looncomponent van deze persoon heeft geen leesbare verloningsperiode of plan.',
		'Look at the columns with year and period, or with the plan, in the connector.',
		'Bekijk de kolommen met jaar en periode, of met het plan, in de connector.',
	),
	AFAS_PERIOD_BY_PLAN: notice(
		'The latest payroll is the one with the highest plan number: the connector says no year and period.',
		'De laatste verloning is die met het hoogste plannummer: de connector noemt geen jaar en periode.',
		'Add the year and period that were paid to the connector, or choose a plans connector.',
		'Voeg het betaalde jaar en de periode toe aan de connector, of kies een plannenconnector.',
	),
	AFAS_PERIOD_OLDER: notice(
		'The latest payroll of this person is older than that of the others of the employer.',
		'De laatste verloning van deze persoon is ouder dan die van de anderen bij de werkgever.',
		'Check in Profit whether this person was left out of the latest payroll.',
		'Controleer in Profit of deze persoon buiten de laatste verloning viel.',
	),
	AFAS_CORRECTIONS_ADDED: notice(
		'Corrections of {count} earlier {count|period|periods} are part of the accrual of this period.',
		'Correcties van {count} eerdere {count|periode|periodes} zitten in de opbouw van deze periode.',
	),
	AFAS_BALANCE_TWICE: hold(
		'There are {count} balances for "{field}" of one contract in one period.',
		'Er zijn {count} saldi voor "{field}" van één contract in één periode.',
		'Let the connector give one row for each component, contract and plan.',
		'Laat de connector één regel geven per looncomponent, contract en plan.',
	),
	AFAS_AMOUNT_UNREADABLE: hold(
		'An amount in the column "{column}" cannot be read in one way only.',
		'Een bedrag in de kolom "{column}" is niet eenduidig te lezen.',
		'Give the column in the GetConnector no output format, so that it comes as a number.',
		'Geef de kolom in de GetConnector geen weergaveformaat, zodat het een getal is.',
	),
	AFAS_SALARY_NONE: hold(
		'There is no salary line in force for this person.',
		'Er is voor deze persoon geen salarisregel die geldt.',
		'Check the salary lines in Profit and the filters of the salary connector.',
		'Controleer de salarisregels in Profit en de filters van de salarisconnector.',
	),
	AFAS_SALARY_SEVERAL: hold(
		'This person has {count} salary lines in force at the same time, with different wages.',
		'Deze persoon heeft {count} salarisregels die tegelijk gelden, met verschillende lonen.',
		'Parallel employments have no single wage: leave this person out, or decide by hand.',
		'Parallelle dienstverbanden hebben geen enkel loon: laat deze persoon weg, of beslis met de hand.',
	),
	AFAS_COMPONENTS_NONE: notice(
		'There are no wage components of holiday allowance for this person.',
		'Er zijn voor deze persoon geen looncomponenten van vakantietoeslag.',
		'Nothing to do for somebody who has not been paid yet, or who does not build it up.',
		'Niets te doen voor iemand die nog niet verloond is, of het niet opbouwt.',
	),
	AFAS_LEAVE_TYPE_UNKNOWN: notice(
		'{count} leave {count|balance|balances} of this person {count|is|are} in no line of the table Leave Types.',
		"{count} {count|verlofsaldo|verlofsaldo's} van deze persoon {count|staat|staan} in geen regel van de tabel Leave Types.",
		'Add the leave type to the table in the node if it counts as statutory or non-statutory leave.',
		'Voeg het verlofsoort toe aan de tabel in de node als het telt als wettelijk of bovenwettelijk verlof.',
	),
	AFAS_CONNECTOR_NOT_READ: hold(
		'The connector "{connector}" could not be read, so this person is not complete.',
		'De connector "{connector}" kon niet gelezen worden, dus deze persoon is niet compleet.',
		'Solve the cause, which is on the output Coverage, and run again.',
		'Los de oorzaak op, die op de uitvoer Coverage staat, en start opnieuw.',
	),
	AFAS_CHECK_PERSONS: notice(
		'Every row belongs to an employee.',
		'Elke regel hoort bij een medewerker.',
		'If not: rows without an employee code were left aside; look at the connector in Profit.',
		'Zo niet: regels zonder medewerkercode zijn overgeslagen; bekijk de connector in Profit.',
	),
};

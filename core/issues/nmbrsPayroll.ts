import { defineIssues } from './define';

/** Codes of payroll figures from Nmbrs. Places hold names of things, counts and codes; never an amount. */
export const NMBRS_PAYROLL_ISSUES = defineIssues({
	NMBRS_PAYROLL_SOAP_OFF: {
		severity: 'notice',
		what: {
			en: 'Holiday allowance and other sources were not read: the node has no "Nmbrs Token API" credential.',
			nl: 'Vakantiegeld en andere bronnen zijn niet gelezen: de node heeft geen credential "Nmbrs Token API".',
		},
		why: {
			en: 'As far as is known, Nmbrs gives payslip figures through SOAP only, which it plans to end on 1 March 2027. These outputs are empty, not zero.',
			nl: 'Voor zover bekend geeft Nmbrs loonstrookgegevens alleen via SOAP, dat het op 1 maart 2027 wil beëindigen. Deze uitvoer is leeg, niet nul.',
		},
		action: {
			en: 'Choose that credential in the node, or set Holiday Allowance to "Not Read" and fill these columns from another source.',
			nl: 'Kies die credential in de node, of zet Holiday Allowance op "Not Read" en vul deze kolommen uit een andere bron.',
		},
	},
	NMBRS_SOAP_RETIRED: {
		severity: 'error',
		what: {
			en: 'Nmbrs SOAP refused "{operation}" ({cause}), and the day on which Nmbrs planned to retire SOAP, 1 March 2027, has passed.',
			nl: 'Nmbrs SOAP weigerde "{operation}" ({cause}), en de dag waarop Nmbrs SOAP wilde beëindigen, 1 maart 2027, is voorbij.',
		},
		why: {
			en: 'Extra fields, payslip figures and leave by type are then no longer to be had this way. What REST gives (people, salaries, leave balances) is not affected.',
			nl: 'Extra velden, loonstrookgegevens en verlof per soort zijn dan zo niet meer te krijgen. Wat REST geeft (mensen, salarissen, verlofsaldi) blijft werken.',
		},
		action: {
			en: 'Take Extra Fields out of "Include", set Holiday Allowance to "Not Read" and Leave Balances to "REST" in the node (docs/nmbrs.md, "When SOAP ends"). If Nmbrs moved the date, follow the code in brackets.',
			nl: 'Haal Extra Fields uit "Include", zet Holiday Allowance op "Not Read" en Leave Balances op "REST" in de node (docs/nmbrs.md, "When SOAP ends"). Heeft Nmbrs de datum verzet, volg dan de code tussen haakjes.',
		},
	},
	NMBRS_RUN_NONE: {
		severity: 'error',
		what: {
			en: 'Company "{company}" has no locked payroll run in {year} or the year before.',
			nl: 'Bedrijf "{company}" heeft geen vergrendelde verloning in {year} of het jaar ervoor.',
		},
		why: {
			en: 'Only a locked run is final; an open one may still change.',
			nl: 'Alleen een vergrendelde verloning is definitief; een open verloning kan nog wijzigen.',
		},
		action: {
			en: 'Lock the run in Nmbrs, choose runs in the node, or take this company out of the selection.',
			nl: 'Vergrendel de verloning in Nmbrs, kies verloningen in de node, of haal dit bedrijf uit de selectie.',
		},
	},
	NMBRS_RUN_UNKNOWN: {
		severity: 'error',
		what: {
			en: 'None of the chosen payroll runs belongs to company "{company}".',
			nl: 'Geen van de gekozen verloningen hoort bij bedrijf "{company}".',
		},
		action: {
			en: 'Choose a run of every company that is read, or set Payroll Run to the last locked one.',
			nl: 'Kies een verloning van elk bedrijf dat gelezen wordt, of zet Payroll Run op de laatste vergrendelde.',
		},
	},
	NMBRS_REPORT_FAILED: {
		severity: 'error',
		what: {
			en: 'Nmbrs could not make the payslip report of company "{company}" (status {status}).',
			nl: 'Nmbrs kon het loonstrookrapport van bedrijf "{company}" niet maken (status {status}).',
		},
		action: {
			en: 'Run again later. If it stays, make the report in Nmbrs by hand for the same run, and ask Nmbrs when that fails too.',
			nl: 'Start later opnieuw. Blijft het, maak het rapport dan met de hand in Nmbrs voor dezelfde verloning, en vraag Nmbrs als dat ook mislukt.',
		},
	},
	NMBRS_REPORT_TIMEOUT: {
		severity: 'error',
		what: {
			en: 'The payslip report of company "{company}" was not ready after {minutes} minute(s).',
			nl: 'Het loonstrookrapport van bedrijf "{company}" was na {minutes} minuut/minuten niet klaar.',
		},
		why: {
			en: 'Nmbrs makes reports in the background; big companies take long.',
			nl: 'Nmbrs maakt rapporten op de achtergrond; bij grote bedrijven duurt dat lang.',
		},
		action: {
			en: 'Raise "Report Limit" in the options of the node, or run at a quieter hour.',
			nl: 'Verhoog "Report Limit" in de opties van de node, of kies een rustiger tijdstip.',
		},
	},
	NMBRS_REPORT_UNREADABLE: {
		severity: 'error',
		what: {
			en: 'The payslip report of company "{company}" cannot be read ({problem}).',
			nl: 'Het loonstrookrapport van bedrijf "{company}" is onleesbaar ({problem}).',
		},
		action: {
			en: 'Run again later; if it stays, report it with the company and the run.',
			nl: 'Start later opnieuw; blijft het, meld het dan met het bedrijf en de verloning.',
		},
	},
	NMBRS_RESERVE_NOT_FOUND: {
		severity: 'error',
		what: {
			en: 'No payslip of company "{company}" has "{what}".',
			nl: 'Geen enkele loonstrook van bedrijf "{company}" heeft "{what}".',
		},
		why: {
			en: 'Names and numbers differ per company: the setting does not fit this one.',
			nl: 'Namen en nummers verschillen per bedrijf: de instelling past niet bij dit bedrijf.',
		},
		action: {
			en: 'Look at a payslip in Nmbrs and correct the name of the reservation or the wage component in the node; read companies that differ with a node of their own.',
			nl: 'Bekijk een loonstrook in Nmbrs en verbeter de naam van de reservering of de looncomponent in de node; lees bedrijven die afwijken met een eigen node.',
		},
	},
	NMBRS_SERVICES_REFUSED: {
		severity: 'error',
		what: {
			en: 'The Nmbrs API user may not use {count} of the services that are needed: {services}.',
			nl: 'De Nmbrs-API-gebruiker mag {count} van de benodigde services niet gebruiken: {services}.',
		},
		why: {
			en: '1002 means that the operation is off in the user template; 1003, 2003 and 2004 that the user does not see the company or employee.',
			nl: '1002 betekent dat de operatie uit staat in het usertemplate; 1003, 2003 en 2004 dat de gebruiker het bedrijf of de medewerker niet ziet.',
		},
		action: {
			en: 'In Nmbrs, switch these operations on in the user template of that user (Settings, User templates, the gear at API) and give the user the company. What you do not use, take out of "Used For" in this credential.',
			nl: 'Zet deze operaties in Nmbrs aan in het usertemplate van de gebruiker (Instellingen, User templates, het tandwiel bij API) en geef de gebruiker het bedrijf. Haal wat u niet gebruikt uit "Used For" in deze credential.',
		},
	},
	NMBRS_PAYROLL_NOT_READ: {
		severity: 'hold',
		what: {
			en: 'Figures of this person could not be read from Nmbrs SOAP ({cause}).',
			nl: 'Gegevens van deze persoon konden niet uit Nmbrs SOAP gelezen worden ({cause}).',
		},
		action: {
			en: 'Solve the cause (docs/troubleshooting.md has the code) and run again.',
			nl: 'Los de oorzaak op (de code staat in docs/troubleshooting.md) en start opnieuw.',
		},
	},
	NMBRS_PAYSLIP_MISSING: {
		severity: 'hold',
		what: {
			en: 'This person is in service, but has no payslip in the payroll run.',
			nl: 'Deze persoon is in dienst, maar heeft geen loonstrook in de verloning.',
		},
		action: {
			en: 'Check in Nmbrs whether this person was left out of the run; choose the run that has the payslip.',
			nl: 'Controleer in Nmbrs of deze persoon buiten de verloning viel; kies de verloning met de loonstrook.',
		},
	},
	NMBRS_PAYSLIP_NOT_YET: {
		severity: 'notice',
		what: {
			en: 'This person started after the payroll run was made, so there is no payslip yet.',
			nl: 'Deze persoon begon nadat de verloning gemaakt is, dus is er nog geen loonstrook.',
		},
		action: { en: 'Nothing to do.', nl: 'Niets te doen.' },
	},
	NMBRS_PAYSLIP_TWICE: {
		severity: 'hold',
		what: {
			en: 'This person has {count} payslips for one and the same period, so the figures of the period are not certain.',
			nl: 'Deze persoon heeft {count} loonstroken voor dezelfde periode, dus de cijfers van de periode staan niet vast.',
		},
		action: {
			en: 'Look at the payslips in Nmbrs; choose the run that counts in the node.',
			nl: 'Bekijk de loonstroken in Nmbrs; kies in de node de verloning die telt.',
		},
	},
	NMBRS_RESERVE_TWICE: {
		severity: 'hold',
		what: {
			en: 'A payslip of this person has {count} amounts for "{field}".',
			nl: 'Een loonstrook van deze persoon heeft {count} bedragen voor "{field}".',
		},
		action: {
			en: 'Make the name of the reservation in the node more exact, or choose the wage component instead.',
			nl: 'Maak de naam van de reservering in de node preciezer, of kies de looncomponent.',
		},
	},
	NMBRS_RESERVE_ABSENT: {
		severity: 'notice',
		what: {
			en: 'The payslip of this person does not have "{field}".',
			nl: 'De loonstrook van deze persoon heeft geen "{field}".',
		},
		action: {
			en: 'Nothing to do if this person does not build it up, such as somebody whose holiday allowance is paid every period.',
			nl: 'Niets te doen als deze persoon het niet opbouwt, zoals iemand wiens vakantiegeld elke periode wordt uitbetaald.',
		},
	},
	NMBRS_RESERVE_NO_ACCRUAL: {
		severity: 'notice',
		what: {
			en: 'Reservations per employee give a balance and no accrual.',
			nl: 'Reserveringen per medewerker geven een saldo en geen opbouw.',
		},
		action: {
			en: 'Read the payslips if the accrual is needed.',
			nl: 'Lees de loonstroken als de opbouw nodig is.',
		},
	},
	NMBRS_AMOUNT_UNREADABLE: {
		severity: 'hold',
		what: {
			en: 'An amount for "{field}" cannot be read in one way only.',
			nl: 'Een bedrag voor "{field}" is niet eenduidig te lezen.',
		},
		action: {
			en: 'Look at the payslip in Nmbrs, and report how the amount is written there.',
			nl: 'Bekijk de loonstrook in Nmbrs en meld hoe het bedrag daar geschreven staat.',
		},
	},
	NMBRS_CORRECTIONS_ADDED: {
		severity: 'notice',
		what: {
			en: 'Corrections of {count} earlier period(s) are part of the accrual of this period.',
			nl: 'Correcties van {count} eerdere periode(n) zitten in de opbouw van deze periode.',
		},
		action: { en: 'Nothing to do.', nl: 'Niets te doen.' },
	},
	NMBRS_SALARY_NONE: {
		severity: 'hold',
		what: {
			en: 'Nmbrs has no salary for this person that is in force.',
			nl: 'Nmbrs heeft voor deze persoon geen salaris dat geldt.',
		},
		action: {
			en: 'Enter the salary in Nmbrs, with a start date that has passed.',
			nl: 'Vul het salaris in Nmbrs in, met een begindatum die voorbij is.',
		},
	},
	NMBRS_SALARY_NOT_GROSS: {
		severity: 'hold',
		what: {
			en: 'The salary of this person is agreed net, or is employer cost: it gives no gross wage.',
			nl: 'Het salaris van deze persoon is netto afgesproken, of zijn werkgeverslasten: het geeft geen brutoloon.',
		},
		action: {
			en: 'Choose a wage component with the gross hourly wage in the options of the node, or leave this person out.',
			nl: 'Kies in de opties van de node een looncomponent met het bruto-uurloon, of laat deze persoon weg.',
		},
	},
	NMBRS_SALARY_TYPE_UNKNOWN: {
		severity: 'hold',
		what: {
			en: 'The salary of this person has a type that is not known here.',
			nl: 'Het salaris van deze persoon heeft een soort die hier niet bekend is.',
		},
		action: {
			en: 'Report the salary type that Nmbrs shows for this person.',
			nl: 'Meld de salarissoort die Nmbrs bij deze persoon toont.',
		},
	},
	NMBRS_PERCENTAGE_MISSING: {
		severity: 'hold',
		what: {
			en: 'The full-time salary of this person cannot be turned into what is earned: no schedule with a part-time percentage is in force.',
			nl: 'Het fulltimesalaris van deze persoon is niet om te rekenen: er geldt geen rooster met een parttimepercentage.',
		},
		action: {
			en: 'Enter the schedule of this person in Nmbrs; the connection needs the scope employee.employment.read.',
			nl: 'Vul het rooster van deze persoon in Nmbrs in; de verbinding heeft de scope employee.employment.read nodig.',
		},
	},
	NMBRS_PART_TIME_APPLIED: {
		severity: 'notice',
		what: {
			en: 'The salary is the full-time salary times the part-time percentage of the schedule.',
			nl: 'Het salaris is het fulltimesalaris maal het parttimepercentage van het rooster.',
		},
		action: { en: 'Nothing to do.', nl: 'Niets te doen.' },
	},
	NMBRS_HOURLY_DERIVED: {
		severity: 'notice',
		what: {
			en: 'The hourly wage is the salary of the period divided by the hours of the schedule.',
			nl: 'Het uurloon is het periodesalaris gedeeld door de uren van het rooster.',
		},
		action: { en: 'Nothing to do.', nl: 'Niets te doen.' },
	},
	NMBRS_PAY_CYCLE_NOT_MONTHLY: {
		severity: 'notice',
		what: {
			en: 'The company does not pay by the month, so there is no monthly salary.',
			nl: 'Het bedrijf verloont niet per maand, dus is er geen maandsalaris.',
		},
		action: { en: 'Nothing to do.', nl: 'Niets te doen.' },
	},
	NMBRS_PAY_CYCLE_UNKNOWN: {
		severity: 'notice',
		what: {
			en: 'It is not known how often the company pays, so a salary per period is no monthly salary.',
			nl: 'Het is niet bekend hoe vaak het bedrijf verloont, dus een periodesalaris is geen maandsalaris.',
		},
		action: {
			en: 'Allow Company_GetCurrentPeriod to the API user, or set Pay Cycle in the node.',
			nl: 'Sta de API-gebruiker Company_GetCurrentPeriod toe, of zet Pay Cycle in de node.',
		},
	},
	NMBRS_LEAVE_GROUP_UNKNOWN: {
		severity: 'notice',
		what: {
			en: '{count} leave balance(s) of this person are in no line of the table Leave Groups.',
			nl: "{count} verlofsaldo('s) van deze persoon staan in geen regel van de tabel Leave Groups.",
		},
		action: {
			en: 'Add the leave group to the table in the node if it counts as statutory or non-statutory leave.',
			nl: 'Voeg de verlofgroep toe aan de tabel in de node als die telt als wettelijk of bovenwettelijk verlof.',
		},
	},
	PAYSLIPS_READ: {
		severity: 'notice',
		what: {
			en: 'The payslip report of the run was read.',
			nl: 'Het loonstrookrapport van de verloning is gelezen.',
		},
		action: {
			en: 'If not: see the error of the company, or the settings of the node.',
			nl: 'Zo niet: zie de fout bij het bedrijf, of de instellingen van de node.',
		},
	},
	PAYSLIPS_MATCHED: {
		severity: 'notice',
		what: {
			en: 'Every payslip belongs to an employee that was read.',
			nl: 'Elke loonstrook hoort bij een medewerker die gelezen is.',
		},
		action: {
			en: 'If not: choose more employee types in the node, or look in Nmbrs who is meant.',
			nl: 'Zo niet: kies meer medewerkertypes in de node, of kijk in Nmbrs wie het zijn.',
		},
	},
	PAY_CYCLE_KNOWN: {
		severity: 'notice',
		what: { en: 'How often the company pays.', nl: 'Hoe vaak het bedrijf verloont.' },
		action: { en: 'If not: set Pay Cycle in the node.', nl: 'Zo niet: zet Pay Cycle in de node.' },
	},
	PAYROLL_COMPLETE: {
		severity: 'notice',
		what: {
			en: 'Everybody in service has figures that can be used.',
			nl: 'Iedereen in dienst heeft bruikbare gegevens.',
		},
		action: {
			en: 'If not: look at the issues of the people concerned.',
			nl: 'Zo niet: bekijk de problemen bij de betreffende mensen.',
		},
	},
});

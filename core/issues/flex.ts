import { defineIssues } from './define';

/** Codes of salary, leave and budgets. No text names an amount: a page and a log show these. */
export const FLEX_ISSUES = defineIssues({
	FLEX_ITEM_MALFORMED: {
		severity: 'error',
		what: {
			en: 'Item {item} is no payroll record: {problem}.',
			nl: 'Item {item} is geen salarisrecord: {problem}.',
		},
		action: {
			en: 'Connect the first output of NMBRS or AFAS (Payroll: Get Many) to this node. Nothing was passed on.',
			nl: 'Verbind de eerste uitgang van NMBRS of AFAS (Payroll: Get Many) met deze node. Er is niets doorgegeven.',
		},
	},
	FLEX_OPTION_INVALID: {
		severity: 'error',
		what: {
			en: 'The setting "{setting}" cannot be used: {problem}.',
			nl: 'De instelling "{setting}" is onbruikbaar: {problem}.',
		},
		action: {
			en: 'Open the node and correct the setting. Nothing was passed on.',
			nl: 'Open de node en verbeter de instelling. Er is niets doorgegeven.',
		},
	},
	FLEX_ID_MISSING: {
		severity: 'hold',
		what: {
			en: 'The payroll record has no usable employee id.',
			nl: 'Het salarisrecord heeft geen bruikbaar medewerker-id.',
		},
		action: {
			en: 'Check the person in the HR system: without an id nobody can be found in Alleo.',
			nl: 'Controleer de persoon in het HR-systeem: zonder id is niemand te vinden in Alleo.',
		},
	},
	FLEX_AMOUNT_UNREADABLE: {
		severity: 'hold',
		what: {
			en: '"{field}" is no number that can be read in one way.',
			nl: '"{field}" is geen getal dat op één manier te lezen is.',
		},
		why: {
			en: 'Text such as 1.250 can be one thousand or one and a quarter; it is not guessed.',
			nl: 'Tekst zoals 1.250 kan duizend of één en een kwart zijn; er wordt niet gegokt.',
		},
		action: {
			en: 'Correct the value in the HR system, or have it delivered as a number.',
			nl: 'Verbeter de waarde in het HR-systeem, of laat die als getal leveren.',
		},
	},
	FLEX_LEAVE_IN_DAYS: {
		severity: 'hold',
		what: {
			en: 'A leave balance is in days; the file takes hours.',
			nl: 'Een verlofsaldo staat in dagen; het bestand vraagt uren.',
		},
		action: {
			en: 'Set "Hours per Leave Day" in Employee Normalize when one day is the same for everybody, or have the HR system keep leave in hours.',
			nl: 'Vul "Hours per Leave Day" in bij Employee Normalize als een dag voor iedereen even lang is, of laat het HR-systeem verlof in uren bijhouden.',
		},
	},
	FLEX_LEAVE_UNIT_UNKNOWN: {
		severity: 'hold',
		what: {
			en: 'The HR system does not say whether a leave balance is in hours or days.',
			nl: 'Het HR-systeem zegt niet of een verlofsaldo in uren of dagen staat.',
		},
		action: {
			en: 'Set the unit of the leave group in the HR system, or of the column in the source node.',
			nl: 'Stel de eenheid van de verlofgroep in het HR-systeem in, of van de kolom in de bronnode.',
		},
	},
	FLEX_VALUE_MISSING: {
		severity: 'hold',
		what: {
			en: '"{field}" is missing, and the settings require it.',
			nl: '"{field}" ontbreekt, en is volgens de instellingen verplicht.',
		},
		action: {
			en: 'Fill it in the HR system, or take the column out of "Required Columns" in Employee Normalize.',
			nl: 'Vul het in het HR-systeem in, of haal de kolom uit "Required Columns" in Employee Normalize.',
		},
	},
	FLEX_NOTHING_KNOWN: {
		severity: 'hold',
		what: {
			en: 'The payroll has no wage, no salary source and no leave for this person.',
			nl: 'De salarisadministratie heeft voor deze persoon geen loon, salarisbron of verlof.',
		},
		action: {
			en: 'Check that the person is in the payroll run, and that the wage components in the source node are the right ones.',
			nl: 'Controleer of de persoon in de salarisrun zit en of de looncomponenten in de bronnode kloppen.',
		},
	},
	FLEX_WAGE_MOVED: {
		severity: 'hold',
		what: {
			en: 'The gross hourly wage moved more than {limit} % since the previous file or period.',
			nl: 'Het bruto-uurloon is meer dan {limit} % veranderd sinds het vorige bestand of de vorige periode.',
		},
		why: {
			en: 'Usual causes: a raise, a change of contract, a monthly amount in an hourly field.',
			nl: 'Meestal: loonsverhoging, een ander contract, een maandbedrag in een uurveld.',
		},
		action: {
			en: 'Check the wage in the payroll. Right: add {key} to "Reviewed People" and start a new dry run. Wrong: correct it there.',
			nl: 'Controleer het loon in de salarisadministratie. Klopt het: voeg {key} toe aan "Reviewed People" en start een nieuwe proefrun. Klopt het niet: verbeter het daar.',
		},
	},
	FLEX_NEGATIVE: {
		severity: 'hold',
		what: { en: '"{field}" is negative.', nl: '"{field}" is negatief.' },
		action: {
			en: 'Check it in the payroll. Right: add {key} to "Reviewed People", or allow leave below zero under Plausibility. Wrong: correct it there.',
			nl: 'Controleer het in de salarisadministratie. Klopt het: voeg {key} toe aan "Reviewed People", of sta verlof onder nul toe bij Plausibility. Klopt het niet: verbeter het daar.',
		},
	},
	FLEX_HOURLY_MONTHLY: {
		severity: 'hold',
		what: {
			en: 'Hourly wage and monthly salary differ by more than {limit} % at the contract hours.',
			nl: 'Uurloon en maandsalaris verschillen meer dan {limit} % bij de contracturen.',
		},
		action: {
			en: 'Check wage, salary and hours in the payroll. Right: add {key} to "Reviewed People" and start a new dry run.',
			nl: 'Controleer loon, salaris en uren in de salarisadministratie. Klopt het: voeg {key} toe aan "Reviewed People" en start een nieuwe proefrun.',
		},
	},
	FLEX_WAGE_RANGE: {
		severity: 'hold',
		what: {
			en: 'The gross hourly wage is below {minimum} or above {maximum} EUR.',
			nl: 'Het bruto-uurloon ligt onder {minimum} of boven {maximum} EUR.',
		},
		why: {
			en: 'Usually a monthly amount in an hourly field, or the other way round.',
			nl: 'Meestal een maandbedrag in een uurveld, of andersom.',
		},
		action: {
			en: 'Check the wage in the payroll. Right: add {key} to "Reviewed People", or move the limits under Plausibility.',
			nl: 'Controleer het loon in de salarisadministratie. Klopt het: voeg {key} toe aan "Reviewed People", of verruim de grenzen bij Plausibility.',
		},
	},
	FLEX_PERIOD_BEHIND: {
		severity: 'hold',
		what: {
			en: 'The last payroll period of this person is {period}; that of the company is {latest}.',
			nl: 'De laatste salarisperiode van deze persoon is {period}; die van het bedrijf is {latest}.',
		},
		why: {
			en: 'Usual causes: unpaid leave, a leaver, a run that is not finished.',
			nl: 'Meestal: onbetaald verlof, iemand die uit dienst is, een run die niet af is.',
		},
		action: {
			en: 'Check the person in the payroll. To send the older figures anyway: add {key} to "Reviewed People".',
			nl: 'Controleer de persoon in de salarisadministratie. Toch de oudere cijfers sturen: voeg {key} toe aan "Reviewed People".',
		},
	},
	FLEX_SEVERAL_ACCOUNTS: {
		severity: 'hold',
		what: {
			en: '{count} active Alleo accounts carry the external id of this person.',
			nl: '{count} actieve Alleo-accounts hebben het externe id van deze persoon.',
		},
		action: {
			en: 'Let the daily sync settle the accounts first, or choose one Alleo company in Alleo Diff.',
			nl: 'Laat eerst de dagelijkse synchronisatie de accounts oplossen, of kies één Alleo-bedrijf in Alleo Diff.',
		},
	},
	FLEX_ACCOUNT_NO_EMAIL: {
		severity: 'hold',
		what: {
			en: 'The Alleo account has no e-mail address, which is the key of the file.',
			nl: 'Het Alleo-account heeft geen e-mailadres, en dat is de sleutel van het bestand.',
		},
		action: {
			en: 'Fill the address in Alleo, or run the daily sync first.',
			nl: 'Vul het adres in Alleo, of draai eerst de dagelijkse synchronisatie.',
		},
	},
	FILE_EMAIL_TWICE: {
		severity: 'hold',
		what: {
			en: 'Two people of the file have the same e-mail address.',
			nl: 'Twee mensen van het bestand hebben hetzelfde e-mailadres.',
		},
		action: {
			en: 'Give each person an address of their own; until then none of them is in the file.',
			nl: 'Geef ieder een eigen adres; tot die tijd staat geen van hen in het bestand.',
		},
	},
	FLEX_READY: {
		severity: 'reason',
		what: {
			en: 'The figures of period {period} go into the file.',
			nl: 'De cijfers van periode {period} komen in het bestand.',
		},
		action: { en: 'Approve to make the file.', nl: 'Keur goed om het bestand te maken.' },
	},
	BUDGET_READY: {
		severity: 'reason',
		what: { en: 'The budgets go into the file.', nl: 'De budgetten komen in het bestand.' },
		action: { en: 'Approve to make the file.', nl: 'Keur goed om het bestand te maken.' },
	},
	FILE_NOT_IN_ALLEO: {
		severity: 'reason',
		what: { en: 'No account in Alleo.', nl: 'Geen account in Alleo.' },
		action: {
			en: 'Run the daily sync first, if this person should have access.',
			nl: 'Draai eerst de dagelijkse synchronisatie, als deze persoon toegang hoort te hebben.',
		},
	},
	FILE_ACCOUNT_INACTIVE: {
		severity: 'reason',
		what: { en: 'The Alleo account is not active.', nl: 'Het Alleo-account is niet actief.' },
		action: {
			en: 'Nothing to do, unless this person should have access.',
			nl: 'Niets te doen, tenzij deze persoon toegang hoort te hebben.',
		},
	},
	FILE_LEFT_SERVICE: {
		severity: 'reason',
		what: { en: 'No longer in service.', nl: 'Niet meer in dienst.' },
		action: {
			en: 'Nothing to do: the daily sync off-boards this person.',
			nl: 'Niets te doen: de dagelijkse synchronisatie offboardt deze persoon.',
		},
	},
	FILE_NOT_STARTED: {
		severity: 'reason',
		what: { en: 'Not in service yet.', nl: 'Nog niet in dienst.' },
		action: { en: 'Nothing to do.', nl: 'Niets te doen.' },
	},
	FILE_NOT_ELIGIBLE: {
		severity: 'reason',
		what: { en: 'Not eligible for Alleo.', nl: 'Komt niet in aanmerking voor Alleo.' },
		action: { en: 'Nothing to do.', nl: 'Niets te doen.' },
	},
	FILE_NO_BUDGET: {
		severity: 'reason',
		what: {
			en: 'No budget in the HR system.',
			nl: 'Geen budget in het HR-systeem.',
		},
		action: { en: 'Nothing to do.', nl: 'Niets te doen.' },
	},
	FLEX_ACCRUAL_NOT_MONTHLY: {
		severity: 'notice',
		what: {
			en: 'Paid per {cycle}: the salary source is of that period, not of a month.',
			nl: 'Betaald per {cycle}: de salarisbron is van die periode, niet van een maand.',
		},
		action: {
			en: 'Agree with Alleo which one they expect; "Accruals Are Per" in Employee Normalize converts to a month.',
			nl: 'Spreek met Alleo af wat zij verwachten; "Accruals Are Per" in Employee Normalize rekent om naar een maand.',
		},
	},
	FLEX_LEAVE_OTHER: {
		severity: 'notice',
		what: {
			en: 'A leave balance that is neither statutory nor non-statutory is not in the file.',
			nl: 'Een verlofsaldo dat wettelijk noch bovenwettelijk is, staat niet in het bestand.',
		},
		action: {
			en: 'Nothing to do, or assign its group to one of the two in the source node.',
			nl: 'Niets te doen, of wijs de groep in de bronnode toe aan een van beide.',
		},
	},
	FLEX_LEAVE_INCOMPLETE: {
		severity: 'notice',
		what: {
			en: 'One of several balances of "{field}" is missing, so the column stays empty.',
			nl: 'Een van de saldi van "{field}" ontbreekt, dus de kolom blijft leeg.',
		},
		action: {
			en: 'Fill the balance in the HR system; a part of it is never sent as the whole.',
			nl: 'Vul het saldo in het HR-systeem; een deel wordt nooit als het geheel verstuurd.',
		},
	},
	FLEX_REVIEWED: {
		severity: 'notice',
		what: {
			en: 'A plausibility check tripped, and somebody reviewed it ("Reviewed People").',
			nl: 'Een plausibiliteitscontrole ging af, en iemand heeft die beoordeeld ("Reviewed People").',
		},
		action: { en: 'Nothing to do.', nl: 'Niets te doen.' },
	},
	FLEX_HELD_LIMIT: {
		severity: 'guard',
		what: {
			en: '{actual} people are held; {limit} is normal.',
			nl: '{actual} mensen worden vastgehouden; {limit} is normaal.',
		},
		why: {
			en: 'Usual causes: a wrong wage component, another unit of leave, a run that is not finished.',
			nl: 'Meestal: een verkeerde looncomponent, een andere eenheid van verlof, een run die niet af is.',
		},
		action: {
			en: 'Look at the reasons below. Approving sends the file without these people.',
			nl: 'Kijk naar de redenen hieronder. Goedkeuren stuurt het bestand zonder deze mensen.',
		},
	},
	FLEX_FEWER_PEOPLE: {
		severity: 'guard',
		what: {
			en: '{actual} people of the previous file are not in this one; {limit} is normal.',
			nl: '{actual} mensen van het vorige bestand staan niet in dit; {limit} is normaal.',
		},
		action: {
			en: 'Check that the payroll was read completely and that the run is of everybody.',
			nl: 'Controleer of de salarisadministratie volledig is gelezen en de run van iedereen is.',
		},
	},
	FLEX_COLUMN_EMPTY: {
		severity: 'guard',
		what: {
			en: '"{field}" is empty for {actual} people who had it in the previous file; {limit} is normal.',
			nl: '"{field}" is leeg voor {actual} mensen die het in het vorige bestand hadden; {limit} is normaal.',
		},
		action: {
			en: 'Check the wage components and leave groups in the source node.',
			nl: 'Controleer de looncomponenten en verlofgroepen in de bronnode.',
		},
	},
	FLEX_NOT_COMPARED: {
		severity: 'guard',
		what: {
			en: 'For {actual} people there is no earlier wage to compare with; {limit} is normal.',
			nl: 'Voor {actual} mensen is er geen eerder loon om mee te vergelijken; {limit} is normaal.',
		},
		why: {
			en: 'It is so for the first file. Later it means that the previous file was not there.',
			nl: 'Bij het eerste bestand is dat zo. Later betekent het dat het vorige bestand er niet was.',
		},
		action: {
			en: 'Check some wages in the payroll before you approve.',
			nl: 'Controleer enkele lonen in de salarisadministratie voordat u goedkeurt.',
		},
	},
	FLEX_PREVIOUS_UNREADABLE: {
		severity: 'guard',
		what: {
			en: 'The previous file could not be read: {problem}.',
			nl: 'Het vorige bestand was niet te lezen: {problem}.',
		},
		action: {
			en: 'Check the connection and the file name in the node before Alleo Diff. Approving sends the file without this comparison.',
			nl: 'Controleer de verbinding en de bestandsnaam in de node vóór Alleo Diff. Goedkeuren stuurt het bestand zonder deze vergelijking.',
		},
	},
	FILE_SOURCE_INCOMPLETE: {
		severity: 'guard',
		what: {
			en: '{actual} part(s) of the HR system were not read completely; people there may be missing in the file.',
			nl: '{actual} deel/delen van het HR-systeem zijn niet volledig gelezen; daar kunnen mensen in het bestand ontbreken.',
		},
		why: {
			en: 'Usual causes: an outage, a rate limit, a consent or right that was withdrawn.',
			nl: 'Meestal: een storing, een limiet, een ingetrokken toestemming of recht.',
		},
		action: {
			en: 'Look at Coverage for the reason, repair it and start a new dry run.',
			nl: 'Kijk bij Coverage naar de reden, herstel die en start een nieuwe proefrun.',
		},
	},
	FLEX_NOT_BY_TOOL: {
		severity: 'error',
		what: {
			en: 'An AI agent cannot be given salaries.',
			nl: 'Een AI-agent krijgt geen salarissen.',
		},
		action: {
			en: 'Run this node in a workflow, not as a tool. Nothing was passed on.',
			nl: 'Draai deze node in een workflow, niet als tool. Er is niets doorgegeven.',
		},
	},
	PLAN_FOR_FILE: {
		severity: 'error',
		what: {
			en: 'Item {item} is of a plan for a file; Sync Plan: Apply changes accounts.',
			nl: 'Item {item} is van een plan voor een bestand; Sync Plan: Apply wijzigt accounts.',
		},
		action: {
			en: 'Connect File: Build instead. Nothing was written.',
			nl: 'Verbind File: Build in plaats daarvan. Er is niets geschreven.',
		},
	},
	FILE_OTHER_PLAN: {
		severity: 'error',
		what: {
			en: 'The plan is about "{dataset}", the file to build is "{file}".',
			nl: 'Het plan gaat over "{dataset}", het te maken bestand is "{file}".',
		},
		action: {
			en: 'Choose the same in Alleo Diff (Dataset) and in this node (File). No file was made.',
			nl: 'Kies hetzelfde in Alleo Diff (Dataset) en in deze node (File). Er is geen bestand gemaakt.',
		},
	},
	FILE_NOT_EMPLOYEE: {
		severity: 'error',
		what: {
			en: 'Item {item} is no employee: {problem}.',
			nl: 'Item {item} is geen medewerker: {problem}.',
		},
		action: {
			en: 'Connect the first output of Employee Normalize. No file was made.',
			nl: 'Verbind de eerste uitgang van Employee Normalize. Er is geen bestand gemaakt.',
		},
	},
	FILE_UPLOAD_INCOMPLETE: {
		severity: 'error',
		what: {
			en: 'The file on the server is not as long as the one that was sent.',
			nl: 'Het bestand op de server is niet zo lang als het verstuurde bestand.',
		},
		why: {
			en: 'Usual causes: a full disk or a quota. The SFTP client of n8n reports such an upload as done, so the workflow measures it.',
			nl: 'Meestal: een volle schijf of een quotum. De SFTP-client van n8n meldt zo een upload als klaar, dus de workflow meet het na.',
		},
		action: {
			en: 'Look at the space and the rights on the server, then start again. The previous file is still in place.',
			nl: 'Kijk naar de ruimte en de rechten op de server en start opnieuw. Het vorige bestand staat er nog.',
		},
	},
	FILE_ROW_WRITTEN: {
		severity: 'outcome',
		what: { en: 'Is in the file.', nl: 'Staat in het bestand.' },
		action: { en: 'Nothing to do.', nl: 'Niets te doen.' },
	},
	FILE_NAME_MISSING: {
		severity: 'outcome',
		what: {
			en: 'Not in the file: "{field}" is missing, and every row needs it.',
			nl: 'Niet in het bestand: "{field}" ontbreekt, en elke regel heeft het nodig.',
		},
		action: { en: 'Fill it in the HR system.', nl: 'Vul het in het HR-systeem in.' },
	},
	FILE_FORMULA: {
		severity: 'outcome',
		what: {
			en: 'Not in the file: in a spreadsheet "{field}" could become a formula.',
			nl: 'Niet in het bestand: in een rekenblad kan "{field}" een formule worden.',
		},
		why: {
			en: 'The file is read by a machine, so a value is never altered; whoever opens it in a spreadsheet would run it.',
			nl: 'Een machine leest het bestand, dus een waarde wordt nooit aangepast; wie het in een rekenblad opent, zou de formule uitvoeren.',
		},
		action: {
			en: 'Correct the value in the HR system: no =, +, - or @ at its start, or after a ; , tab or line break.',
			nl: 'Verbeter de waarde in het HR-systeem: geen =, +, - of @ aan het begin, of na een ; , tab of regeleinde.',
		},
	},
});

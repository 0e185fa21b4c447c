import type { TextTable } from '../../ui/texts';

/** Salary and leave: what is what, for every HR system. */
export const PAY_TEXT = {
	useNone: ['Not there', 'Is er niet'],
	useAccrual: ['Holiday allowance: accrual', 'Vakantiegeld: opbouw'],
	useAccrualHint: [
		'What is built up in a period. Needed for Flex Salary, unless your payslip has a reservation for holiday allowance.',
		'Wat in een periode wordt opgebouwd. Nodig voor Flex Salaris, tenzij uw loonstrook een reservering vakantiegeld heeft.',
	],
	useBalance: ['Holiday allowance: balance', 'Vakantiegeld: saldo'],
	useBalanceHint: [
		'What is reserved at the end of the period. Not required.',
		'Wat aan het eind van de periode is gereserveerd. Niet verplicht.',
	],
	useHourly: ['Gross hourly wage', 'Bruto-uurloon'],
	useHourlyHint: [
		'Needed for Flex Leave. Choose Not there if the hourly wage or the salary is kept with the employee: then Alleo reads it there.',
		'Nodig voor Flex Verlof. Kies Is er niet als het uurloon of het salaris bij de medewerker staat: dan leest Alleo het daar.',
	],
	useMonthly: ['Gross monthly salary', 'Bruto maandsalaris'],
	useMonthlyHint: [
		'Only to check the hourly wage against. Not required.',
		'Alleen om het uurloon mee te controleren. Niet verplicht.',
	],
	namePoints: ['The name points to: {to}.', 'De naam wijst op: {to}.'],
	leaveTypes: ['Leave types', 'Verlofsoorten'],
	leaveHint: [
		'Say of each what it is. What you leave open is not used, and Alleo asks you about it.',
		'Geef bij elk aan wat het is. Wat u open laat, wordt niet gebruikt; Alleo vraagt u daar later naar.',
	],
	leaveOpen: ['Not said yet', 'Nog niet aangegeven'],
	leaveStatutory: ['Statutory leave', 'Wettelijk verlof'],
	leaveNonStatutory: ['Non-statutory leave', 'Bovenwettelijk verlof'],
	leaveNeither: ['Neither: not for Alleo', 'Geen van beide: niet voor Alleo'],
	leaveUnread: [
		'AFAS gave no list of leave types. Type their codes, or leave this empty: Alleo then asks you.',
		'AFAS gaf geen lijst van verlofsoorten. Typ de codes, of laat dit leeg: Alleo vraagt u er dan naar.',
	],
	leaveCodes: ['Codes, with commas between them.', 'Codes, met komma’s ertussen.'],
	afasStepPay: [
		'For salary and leave: also the GetConnectors with salary lines, with calculated wage components and with leave balances. Add them on the same tab.',
		'Voor salaris en verlof: ook de GetConnectors met salarisregels, met berekende looncomponenten en met verlofsaldi. Zet ze op hetzelfde tabblad.',
	],
	afasReadPay: [
		'Once a month also the gross wage, the holiday allowance and the leave balances, for Flex Salary and Flex Leave.',
		'Eén keer per maand ook het brutoloon, het vakantiegeld en de verlofsaldi, voor Flex Salaris en Flex Verlof.',
	],
	payConnectors: ['Salary and leave', 'Salaris en verlof'],
	payConnectorsHint: [
		'The names of your GetConnectors. Empty one that you do not have.',
		'De namen van uw GetConnectors. Maak leeg wat u niet heeft.',
	],
	paySalary: ['Salary lines', 'Salarisregels'],
	paySalaryHint: ['Based on Medewerker/Salaris.', 'Op basis van Medewerker/Salaris.'],
	payWages: ['Calculated wage components', 'Berekende looncomponenten'],
	payWagesHint: [
		'Based on Medewerker/berekende looncomponenten; for the holiday allowance.',
		'Op basis van Medewerker/berekende looncomponenten; voor het vakantiegeld.',
	],
	payPlans: ['Payroll plans', 'Verloningsplannen'],
	payPlansHint: [
		'Only where the wage components carry a plan instead of year and period.',
		'Alleen als de looncomponenten een plan hebben in plaats van jaar en periode.',
	],
	payLeave: ['Leave balances', 'Verlofsaldi'],
	payLeaveHint: [
		'The standard one is Profit_LeaveBalance.',
		'De standaard is Profit_LeaveBalance.',
	],
	afasNumbers: [
		'The short numbers of your own environment, as in HRM / Inrichting / Looncomponent. Leave empty what you do not know: Alleo then asks you.',
		'De korte nummers van uw eigen omgeving, zoals bij HRM / Inrichting / Looncomponent. Laat leeg wat u niet weet: Alleo vraagt u er dan naar.',
	],
	afasAccrualHint: [
		'Number of the component with root number (stamnummer) 100.002.503.',
		'Nummer van de component met stamnummer 100.002.503.',
	],
	afasBalanceHint: [
		'Number of the component with root number (stamnummer) 100.002.524.',
		'Nummer van de component met stamnummer 100.002.524.',
	],
	afasConnectors: ['GetConnectors', 'GetConnectors'],
	payFact: ['Salary and leave', 'Salaris en verlof'],
	payOn: ['Once a month, as a file', 'Eén keer per maand, als bestand'],
	nextPay: [
		'Alleo also prepares the monthly file with salary and leave. You are asked before the first one is sent.',
		'Alleo bereidt ook het maandelijkse bestand met salaris en verlof voor. Voordat het eerste wordt verstuurd, hoort u het.',
	],
} as const satisfies TextTable;

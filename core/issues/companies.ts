import { error, guard, hold } from './define';

/** Codes about which Alleo companies a customer's workflow reads. */
export const COMPANY_ISSUES = {
	ALLEO_NO_COMPANY: error(
		'No Alleo company of this customer is known: the company in {step:settings} is empty and there are no routes. Nothing was read.',
		'Van deze klant is geen Alleo-bedrijf bekend: het bedrijf in {step:settings} is leeg en er zijn geen routes. Er is niets gelezen.',
		'Choose the Alleo company in {step:settings}, or add routes.',
		'Kies het Alleo-bedrijf in {step:settings}, of voeg routes toe.',
		'Without one, every company that the keys can reach would be read: the people of other customers.',
		'Zonder bedrijf zou elk bedrijf worden gelezen waar de sleutels bij kunnen: de mensen van andere klanten.',
	),
	ALLEO_FORMER_COMPANY: error(
		'Alleo company {company} could not be read. Earlier runs changed people there, but {step:settings} and routes name it no more. Nothing was read.',
		'Alleo-bedrijf {company} kon niet worden gelezen. Eerdere runs wijzigden daar mensen, maar {step:settings} en routes noemen het niet meer. Er is niets gelezen.',
		'Put the company or the route back, or ask admin-support@alleo.nl to give the keys access to it. If the company is gone for good, set Former Companies in this node to Leave Out, and look at each onboarding of the next plan.',
		'Zet het bedrijf of de route terug, of vraag admin-support@alleo.nl de sleutels toegang te geven. Bestaat het bedrijf niet meer, zet dan Former Companies in deze node op Leave Out en bekijk in het volgende plan elke onboarding.',
		'Whoever still has an account there would look new and be onboarded twice.',
		'Wie daar nog een account heeft, zou nieuw lijken en twee keer worden geonboard.',
	),
	FORMER_COMPANY: hold(
		'Has an active account in Alleo company {company}, in which earlier runs changed people, but which {step:settings} and routes name no more.',
		'Heeft een actief account in Alleo-bedrijf {company}, waarin eerdere runs mensen wijzigden, maar dat niet meer in {step:settings} of routes staat.',
		'Put the company or the route back if it was taken out by mistake. To move these people, add a route to that company with a filter value that nobody has: the next dry run shows them as moves. If it is the account of somebody else, off-board or change nothing, and ask admin-support@alleo.nl.',
		'Zet het bedrijf of de route terug als dat per ongeluk verdween. Moeten deze mensen verhuizen, voeg dan een route naar dat bedrijf toe met een filterwaarde die niemand heeft: de volgende proefrun toont ze als overstap. Is het account van iemand anders, wijzig dan niets en vraag admin-support@alleo.nl.',
		'A second account could get the budgets a second time.',
		'Een tweede account kan de budgetten nog een keer krijgen.',
	),
	COMPANY_NOT_READ: guard(
		'{actual} Alleo companies in which earlier runs changed people gave no accounts: {companies}.',
		'{actual} Alleo-bedrijven waarin eerdere runs mensen wijzigden, gaven geen accounts: {companies}.',
		'Check the company in {step:settings}, the routes and the Alleo credential. Approve only if these people should really be onboarded again.',
		'Controleer het bedrijf in {step:settings}, de routes en de Alleo-credential. Keur alleen goed als deze mensen echt opnieuw geonboard moeten worden.',
		'Usual causes: a route that was taken out, a customer that went to another company, a credential of another customer. Whoever has an account there looks new.',
		'Meestal: een route die is weggehaald, een klant die naar een ander bedrijf ging, een credential van een andere klant. Wie daar een account heeft, lijkt nieuw.',
	),
};

import { defineIssues } from './define';

/** Codes of Sync Approval: what stops the node, and what a decision on the page can run into. */
export const APPROVAL_ISSUES = defineIssues({
	APPROVAL_ROWS_EXPECTED: {
		severity: 'error',
		what: {
			en: 'Item {item} is not a plan row of Alleo Diff ({problem}).',
			nl: 'Item {item} is geen planregel van Alleo Diff ({problem}).',
		},
		action: {
			en: 'Connect the output "Needs Approval" of Alleo Diff to this node without a node in between that changes the items, and turn off "Always Output Data" there. Nothing waits for a decision.',
			nl: 'Verbind de uitgang "Needs Approval" van Alleo Diff met deze node, zonder node ertussen die de items wijzigt, en zet daar "Always Output Data" uit. Er wacht niets op een besluit.',
		},
	},
	APPROVAL_PLAN_MIXED: {
		severity: 'error',
		what: {
			en: 'Item {item} belongs to another plan than the first item.',
			nl: 'Item {item} hoort bij een ander plan dan het eerste item.',
		},
		action: {
			en: 'Let one run of Alleo Diff reach this node at a time, without merging runs. Then start a new dry run.',
			nl: 'Laat één run van Alleo Diff tegelijk bij deze node komen, zonder runs samen te voegen. Start daarna een nieuwe proefrun.',
		},
	},
	APPROVAL_PLAN_ALTERED: {
		severity: 'error',
		what: {
			en: 'Item {item} was changed after the plan was made.',
			nl: 'Item {item} is gewijzigd nadat het plan was gemaakt.',
		},
		why: {
			en: 'What is approved must be exactly what was compared.',
			nl: 'Wat wordt goedgekeurd moet precies zijn wat is vergeleken.',
		},
		action: {
			en: 'Remove the node between Alleo Diff and Sync Approval that edits the items, then start a new dry run.',
			nl: 'Haal de node tussen Alleo Diff en Sync Approval weg die de items bewerkt en start een nieuwe proefrun.',
		},
	},
	APPROVAL_PLAN_INCOMPLETE: {
		severity: 'error',
		what: {
			en: 'Rows of the plan are missing, doubled or added: {count} came in.',
			nl: 'Er ontbreken planregels of er zijn er te veel: er kwamen er {count} binnen.',
		},
		action: {
			en: 'Remove the node between Alleo Diff and Sync Approval that filters, limits or merges the items, then start a new dry run.',
			nl: 'Haal de node tussen Alleo Diff en Sync Approval weg die items filtert, beperkt of samenvoegt en start een nieuwe proefrun.',
		},
	},
	APPROVAL_PLAN_EXPIRED: {
		severity: 'error',
		what: {
			en: 'The plan expired and can no longer be approved.',
			nl: 'Het plan is verlopen en kan niet meer worden goedgekeurd.',
		},
		why: {
			en: 'The HR system and Alleo may have changed since it was made.',
			nl: 'Het HR-systeem en Alleo kunnen sindsdien zijn gewijzigd.',
		},
		action: { en: 'Start a new dry run.', nl: 'Start een nieuwe proefrun.' },
	},
	APPROVAL_SUMMARY_UNREADABLE: {
		severity: 'error',
		what: {
			en: 'The field Summary does not hold the summary of Alleo Diff ({problem}).',
			nl: 'Het veld Summary bevat niet de samenvatting van Alleo Diff ({problem}).',
		},
		why: {
			en: 'Without it nobody can see which guards tripped or what was not read.',
			nl: 'Zonder samenvatting ziet niemand welke bewakingen afgingen of wat niet gelezen is.',
		},
		action: {
			en: 'Set Summary to the third output of the Diff node, as an expression: {expression}. Use the name that the node has in your workflow.',
			nl: 'Vul bij Summary de derde uitgang van de Diff-node in, als expressie: {expression}. Gebruik de naam die de node in uw workflow heeft.',
		},
	},
	APPROVAL_SUMMARY_OTHER_PLAN: {
		severity: 'error',
		what: {
			en: 'The summary belongs to another plan than the rows.',
			nl: 'De samenvatting hoort bij een ander plan dan de regels.',
		},
		action: {
			en: 'Let Summary read the same Alleo Diff node and the same run that the rows come from.',
			nl: 'Laat Summary dezelfde Alleo Diff-node en dezelfde run lezen waar de regels vandaan komen.',
		},
	},
	APPROVAL_WAIT_INVALID: {
		severity: 'error',
		what: {
			en: 'Limit Wait (Hours) must be a number above 0 and at most {limit}.',
			nl: 'Limit Wait (Hours) moet een getal boven 0 zijn en hooguit {limit}.',
		},
		action: {
			en: 'Open Sync Approval and enter how many hours a person has to decide, such as 24.',
			nl: 'Open Sync Approval en vul in hoeveel uur iemand heeft om te beslissen, bijvoorbeeld 24.',
		},
	},
	APPROVAL_NOT_BY_TOOL: {
		severity: 'error',
		what: {
			en: 'An AI agent cannot ask for this approval.',
			nl: 'Een AI-agent kan deze goedkeuring niet vragen.',
		},
		action: {
			en: 'Use Sync Approval as a step of a workflow, after Alleo Diff.',
			nl: 'Gebruik Sync Approval als stap in een workflow, na Alleo Diff.',
		},
	},
	APPROVAL_NAME_MISSING: {
		severity: 'error',
		what: { en: 'Your name is missing.', nl: 'Uw naam ontbreekt.' },
		action: {
			en: 'Fill in who decides; it goes into the run log.',
			nl: 'Vul in wie beslist; dit komt in het logboek.',
		},
	},
	APPROVAL_COMMENT_MISSING: {
		severity: 'error',
		what: { en: 'A comment is required.', nl: 'Een toelichting is verplicht.' },
		action: {
			en: 'Write in one line why you decide this.',
			nl: 'Schrijf in één regel waarom u dit besluit.',
		},
	},
	APPROVAL_TEXT_TOO_LONG: {
		severity: 'error',
		what: {
			en: 'A text is too long: {field} takes at most {limit} characters.',
			nl: 'Een tekst is te lang: {field} heeft ruimte voor hooguit {limit} tekens.',
		},
		action: { en: 'Shorten the text.', nl: 'Maak de tekst korter.' },
	},
	APPROVAL_REASON_MISSING: {
		severity: 'error',
		what: {
			en: 'Left out without a reason: {count}.',
			nl: 'Overgeslagen zonder reden: {count}.',
		},
		action: {
			en: 'Give a reason at the row, or one reason for all of them in the decision form.',
			nl: 'Geef een reden bij de regel, of één reden voor allemaal in het besluitformulier.',
		},
	},
	APPROVAL_UNTIL_WRONG: {
		severity: 'error',
		what: {
			en: 'A day to remember a left out row until is no date, has passed, or is more than {days} days away.',
			nl: 'Een dag tot wanneer een overgeslagen regel wordt onthouden is geen datum, is voorbij, of is meer dan {days} dagen weg.',
		},
		action: {
			en: 'Choose a day from today on, or empty the field to leave the row out only this time.',
			nl: 'Kies een dag vanaf vandaag, of maak het veld leeg om de regel alleen deze keer over te slaan.',
		},
	},
	APPROVAL_COUNT_WRONG: {
		severity: 'error',
		what: {
			en: 'The number of off-boardings that you typed is not the number in this plan.',
			nl: 'Het aantal offboardings dat u typte is niet het aantal in dit plan.',
		},
		why: {
			en: 'A guard tripped, so the page asks whether you saw how many people lose access.',
			nl: 'Een bewaking ging af; daarom vraagt de pagina of u zag hoeveel mensen toegang verliezen.',
		},
		action: {
			en: 'Look at the tile "Off-board" and type its number, also when it is 0.',
			nl: 'Kijk bij de tegel "Offboarden" en typ dat aantal, ook als het 0 is.',
		},
	},
	APPROVAL_ENABLE_NOT_OFFERED: {
		severity: 'error',
		what: {
			en: 'The daily sync cannot be switched on from this page.',
			nl: 'De dagelijkse synchronisatie kan niet vanaf deze pagina worden ingeschakeld.',
		},
		why: {
			en: 'It is on already, this workflow was not set up to offer it, or a part of the HR system was not read completely.',
			nl: 'Die staat al aan, deze workflow is er niet voor ingericht, of een deel van het HR-systeem is niet volledig gelezen.',
		},
		action: {
			en: 'Approve without enabling, or reject.',
			nl: 'Keur goed zonder in te schakelen, of wijs af.',
		},
	},
	APPROVAL_ENABLE_LEFT_OUT: {
		severity: 'error',
		what: {
			en: 'Left out without a day: {count}. That does not go together with enabling the daily sync.',
			nl: 'Overgeslagen zonder dag: {count}. Dat gaat niet samen met inschakelen van de dagelijkse synchronisatie.',
		},
		why: {
			en: 'Once enabled, the sync of tomorrow morning would apply to them what you left out today.',
			nl: 'Eenmaal ingeschakeld voert de synchronisatie van morgenochtend voor hen door wat u vandaag overslaat.',
		},
		action: {
			en: 'Give each of them a day to remember it until, take them back in, or approve without enabling.',
			nl: 'Geef bij ieder een dag tot wanneer dit geldt, neem ze weer mee, of keur goed zonder in te schakelen.',
		},
	},
	APPROVAL_LOCKED: {
		severity: 'error',
		what: {
			en: 'This plan cannot be approved: {guards} cannot be overridden.',
			nl: 'Dit plan kan niet worden goedgekeurd: {guards} kan niet worden overgeslagen.',
		},
		action: {
			en: 'Reject it, repair the cause that the page names, and start a new dry run.',
			nl: 'Wijs het af, herstel de oorzaak die de pagina noemt en start een nieuwe proefrun.',
		},
	},
	APPROVAL_DECISION_UNKNOWN: {
		severity: 'error',
		what: { en: 'The form holds no decision.', nl: 'Het formulier bevat geen besluit.' },
		action: {
			en: 'Use one of the buttons: approve, approve without the off-boardings, or reject.',
			nl: 'Gebruik een van de knoppen: goedkeuren, goedkeuren zonder offboardings, of afwijzen.',
		},
	},
	APPROVAL_FORM_TAMPERED: {
		severity: 'error',
		what: {
			en: 'This form does not belong to the plan that is waiting. Nothing was decided.',
			nl: 'Dit formulier hoort niet bij het plan dat wacht. Er is niets besloten.',
		},
		why: {
			en: 'The form was changed, is damaged, or comes from the page of an earlier plan.',
			nl: 'Het formulier is gewijzigd, beschadigd, of komt van de pagina van een eerder plan.',
		},
		action: {
			en: 'Open the link from the message again and decide on the page that it shows.',
			nl: 'Open de link uit het bericht opnieuw en beslis op de pagina die dan verschijnt.',
		},
	},
	APPROVAL_PLAN_SUPERSEDED: {
		severity: 'error',
		what: {
			en: 'A newer plan of this workflow was made. This one cannot be approved any more.',
			nl: 'Er is een nieuwer plan van deze workflow gemaakt. Dit plan kan niet meer worden goedgekeurd.',
		},
		why: {
			en: 'The HR system or Alleo may have changed since, and two plans for the same people would cross each other.',
			nl: 'Het HR-systeem of Alleo kan sindsdien gewijzigd zijn, en twee plannen voor dezelfde mensen zouden elkaar kruisen.',
		},
		action: {
			en: 'Decide on the newest plan, or start a new dry run. You can still reject this one.',
			nl: 'Beslis over het nieuwste plan, of start een nieuwe proefrun. Afwijzen kan hier nog wel.',
		},
	},
	APPROVAL_DECIDED_ALREADY: {
		severity: 'error',
		what: {
			en: 'This plan was decided already. This decision does not count any more.',
			nl: 'Over dit plan is al beslist. Dit besluit telt niet meer mee.',
		},
		why: {
			en: 'Somebody else was faster, the button was pressed twice (the first press counts), or the time of the plan ran out just then.',
			nl: 'Iemand anders was sneller, de knop is twee keer ingedrukt (de eerste keer telt), of de tijd van het plan was net voorbij.',
		},
		action: {
			en: 'Look in the run log who decided, and what. If the link still shows the plan, n8n took no decision: decide again there.',
			nl: 'Kijk in het logboek van de runs wie wat heeft besloten. Toont de link het plan nog, dan nam n8n geen besluit aan: beslis daar opnieuw.',
		},
	},
	LEFT_OUT_OFFBOARDINGS: {
		severity: 'reason',
		what: {
			en: 'Approved without the off-boardings.',
			nl: 'Goedgekeurd zonder de offboardings.',
		},
		action: {
			en: 'The next run proposes the off-boarding again.',
			nl: 'De volgende run stelt de offboarding opnieuw voor.',
		},
	},
	LEFT_OUT_LINKED: {
		severity: 'reason',
		what: {
			en: 'Belongs to a row that was left out.',
			nl: 'Hoort bij een regel die is overgeslagen.',
		},
		action: {
			en: 'The next run proposes both rows again.',
			nl: 'De volgende run stelt beide regels opnieuw voor.',
		},
	},
	LEFT_OUT_INCOMPLETE: {
		severity: 'reason',
		what: {
			en: 'This part of the HR system was not read completely, so nobody there is off-boarded.',
			nl: 'Dit deel van het HR-systeem is niet volledig gelezen, dus daar wordt niemand ge-offboard.',
		},
		action: {
			en: 'Repair the reading (see "What was read") and start a new dry run.',
			nl: 'Herstel het inlezen (zie "Wat is gelezen") en start een nieuwe proefrun.',
		},
	},
});

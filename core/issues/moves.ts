import { hold, outcome } from './define';

/** Codes of a move to another Alleo company that Alleo refuses: in a plan, and of its two rows. */
export const MOVE_ISSUES = {
	MOVE_REFUSED_BEFORE: hold(
		'Moves to another Alleo company, but Alleo refused the account there in an earlier run; the old account is still active.',
		'Gaat naar een ander Alleo-bedrijf, maar Alleo weigerde het account daar in een eerdere run; het oude account is nog actief.',
		'Ask admin-support@alleo.nl to move the account to the other company, or set Order of a Move in {step:compare} to Deactivate First. Then start a new dry run. Leave the old account active until then and make no second one.',
		'Vraag admin-support@alleo.nl het account naar het andere bedrijf te verplaatsen, of zet Order of a Move in {step:compare} op Deactivate First. Start daarna een nieuwe proefrun. Laat het oude account tot dan actief en maak geen tweede.',
		'Alleo keeps an address for one account; trying again every day changes nothing.',
		'Alleo bewaart een adres voor één account; elke dag opnieuw proberen verandert niets.',
	),
	MOVE_REFUSED: outcome(
		'Alleo refuses the account in the other company, because the address is in use. Nothing else of this move was done.',
		'Alleo weigert het account in het andere bedrijf, omdat het adres in gebruik is. Van deze overstap is verder niets gedaan.',
		'The next plan holds this person and says which step to take.',
		'Het volgende plan houdt deze persoon vast en zegt welke stap nodig is.',
	),
	MOVE_OLD_KEPT: outcome(
		'The account in the other company was refused, so the old account stays as it is.',
		'Het account in het andere bedrijf is geweigerd, dus het oude account blijft zoals het is.',
		'Look at the other row of this person.',
		'Bekijk de andere regel van deze persoon.',
	),
	MOVE_UNDONE: outcome(
		'Deactivated, and re-activated at once, because the account in the other company was not made.',
		'Gedeactiveerd en meteen weer geactiveerd, omdat het account in het andere bedrijf niet is gemaakt.',
		'Check the budgets of this person in Alleo, and look at the other row.',
		'Controleer de budgetten van deze persoon in Alleo en bekijk de andere regel.',
	),
	MOVE_NOT_UNDONE: outcome(
		'Deactivated, while the account in the other company was not made and this one could not be re-activated.',
		'Gedeactiveerd, terwijl het account in het andere bedrijf niet is gemaakt en dit niet geheractiveerd kon worden.',
		'Re-activate this account in Alleo now and check its budgets; then look at the other row of this person.',
		'Heractiveer dit account nu in Alleo en controleer de budgetten; bekijk daarna de andere regel van deze persoon.',
	),
};

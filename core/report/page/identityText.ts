import type { TextTable } from '../../ui/texts';

/** The words about who is who: takeovers, both records side by side, and the three answers. */
export const IDENTITY_TEXT = {
	takeTick: ['Take over', 'Neem over'],
	onlyAddress: [
		'Only the address agrees. Tick it when you are certain; without a tick the account stays as it is.',
		'Alleen het adres komt overeen. Vink aan als u het zeker weet; zonder vinkje blijft het account zoals het is.',
	],
	compared: ['Both records', 'Beide gegevens'],
	ground: ['What', 'Wat'],
	inSource: ['HR system', 'HR-systeem'],
	inAlleo: ['Alleo', 'Alleo'],
	inOther: ['Other record', 'Ander record'],
	says: ['Comparison', 'Vergelijking'],
	agrees: ['agrees', 'komt overeen'],
	differs: ['differs', 'verschilt'],
	unknown: ['unknown', 'onbekend'],
	same: ['Same person', 'Dezelfde persoon'],
	other: ['Somebody else', 'Iemand anders'],
	later: ['Not now', 'Nu niet'],
	isSame: ['Is this the same person?', 'Is dit dezelfde persoon?'],
	isSameShort: ['Same person?', 'Dezelfde?'],
	sameDoes: ['With “Same person”', 'Bij ‘Dezelfde persoon’'],
	sameHint: [
		'Exactly what is shown above is applied.',
		'Precies wat hierboven staat wordt doorgevoerd.',
	],
	laterHint: [
		'Nothing changes; the next plan asks again.',
		'Er wijzigt niets; het volgende plan vraagt het opnieuw.',
	],
	otherHint: ['Nothing changes, and it is remembered.', 'Er wijzigt niets en het wordt onthouden.'],
	otherNeedsRecords: [
		'Also needed: have the HR system tell the two apart, with an address of their own for each. Until then both stay on hold.',
		'Ook nodig: laat het HR-systeem de twee uit elkaar houden, met voor ieder een eigen adres. Tot die tijd wachten beiden.',
	],
	otherNeedsAccount: [
		'Also needed: give this person another address in the HR system; change the address of the account in Alleo only when it is certain that it is somebody else’s.',
		'Ook nodig: geef deze persoon een ander adres in het HR-systeem; wijzig het adres van het account in Alleo alleen als zeker is dat het van iemand anders is.',
	],
	otherNeedsNumber: [
		'Also needed: have the HR system give the newcomer a number that nobody had before. The account stays with the person whose it is.',
		'Ook nodig: laat het HR-systeem de nieuwkomer een nummer geven dat niemand eerder had. Het account blijft van degene van wie het is.',
	],
	answeredOther: [
		'Answered: somebody else, by {who} on {time}.',
		'Beantwoord: iemand anders, door {who} op {time}.',
	],
	answers: ['Answers', 'Antwoorden'],
	answersCount: [
		'Same person: {same}. Somebody else: {other}.',
		'Dezelfde persoon: {same}. Iemand anders: {other}.',
	],
	notAnswered: ['Questions about who is who: {count}.', 'Vragen over wie wie is: {count}.'],
	toTick: [
		'Takeovers by the address alone: {count}. Only the ticked ones are applied.',
		'Overnames op alleen het adres: {count}. Alleen de aangevinkte worden doorgevoerd.',
	],
	answer: ['Answer', 'Antwoord'],
} as const satisfies TextTable;

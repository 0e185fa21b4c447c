import { texts } from '../../ui/texts';
import type { Pair } from '../../ui/texts';
import type { Colour } from './reason';

/** The words of the fleet page itself; what is said of a customer is in text.ts. */

export const say = texts({
	title: ['All customers', 'Alle klanten'],
	asOf: ['As of {at}. Times are in UTC.', 'Stand van {at}. Tijden zijn in UTC.'],
	count: [
		'{red} need help now, {amber} soon, {green} are in order.',
		'{red} nu helpen, {amber} binnenkort, {green} in orde.',
	],
	behind: [
		'{count} {count|workflow is|workflows are} behind the template version of this package.',
		'{count} {count|workflow loopt|workflows lopen} achter op de templateversie van dit pakket.',
	],
	unlisted: [
		'{count} {count|workflow|workflows} of the run log {count|is|are} not among the workflows that this key may see: {names}.',
		'{count} {count|workflow|workflows} uit het runlogboek {count|staat|staan} niet tussen de workflows die deze sleutel mag zien: {names}.',
	],
	nobodyTold: [
		'Nobody is told anything: the desk has no message step. Press the button of Start here and choose one.',
		'Niemand krijgt bericht: de balie heeft geen berichtstap. Druk op de knop van Begin hier en kies er een.',
	],
	none: ['There are no customers yet.', 'Er zijn nog geen klanten.'],
	filter: ['Show', 'Toon'],
	all: ['All {count}', 'Alle {count}'],
	search: ['Search by customer or reason', 'Zoek op klant of reden'],
	found: ['{count} shown', '{count} getoond'],
	lastGood: ['Last good run:', 'Laatste goede run:'],
	never: ['none known', 'geen bekend'],
	bundle: ['Support bundle', 'Supportbundel'],
	newTab: ['opens in a new tab', 'opent in een nieuw tabblad'],
	problem: ['The customers cannot be shown now', 'De klanten kunnen nu niet worden getoond'],
});

export const colourWord = texts({
	red: ['Help now', 'Nu helpen'],
	amber: ['Soon', 'Binnenkort'],
	green: ['In order', 'In orde'],
} as const satisfies Record<Colour, Pair>);

import { texts } from '../../ui/texts';
import type { Pair } from '../../ui/texts';
import type { Colour } from './reason';

/** The words of the fleet page itself; what is said of a customer is in text.ts. */

export const say = texts({
	title: ['All customers', 'Alle klanten'],
	asOf: ['As of {at}.', 'Stand van {at}.'],
	count: [
		'{red} need help now, {amber} soon, {green} are in order.',
		'{red} nu helpen, {amber} binnenkort, {green} in orde.',
	],
	behind: [
		'Workflows behind the template version of this package: {count}.',
		'Workflows die achterlopen op de templateversie van dit pakket: {count}.',
	],
	unlisted: [
		'Workflows of the run log that this key may not see: {count} ({names}).',
		'Workflows uit het runlog die deze sleutel niet mag zien: {count} ({names}).',
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

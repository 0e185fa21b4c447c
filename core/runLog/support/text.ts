import { texts } from '../../ui/texts';

/** What the page with a support bundle says. */
export const say = texts({
	title: ['Support bundle of {customer}', 'Supportbundel van {customer}'],
	text: [
		'The file was downloaded. It names the customer, and holds no person, no amount and no secret: it can be mailed.',
		'Het bestand is gedownload. Het noemt de klant, en bevat geen persoon, geen bedrag en geen geheim: het kan gemaild worden.',
	],
});

import type { Language } from '../../issues';
import { countBy } from '../../model/collect';
import { formatCount } from '../../ui/format';
import { formatInstant } from '../../ui/instant';
import { Html, html, isolated } from '../../ui/html';
import type { Piece } from '../../ui/html';
import { icon } from '../../ui/icons';
import type { IconName } from '../../ui/icons';
import { say as inboxWord } from '../inbox/text';
import type { FleetIntegration } from './facts';
import { isAddress, stepLink, stepTaken } from './link';
import { colourWord, say } from './pageText';
import { FLEET_SCRIPT, FLEET_STYLE } from './pageStyle';
import { COLOURS } from './reason';
import type { Colour } from './reason';
import { behindCount } from './rule';
import type { CustomerReason, FleetLine } from './rule';
import { reasonText, stepText } from './text';

/**
 * The fleet as a fragment of a page, for an n8n form's ending ("Show Text"): one line per customer. Every
 * value is escaped, nothing remote is loaded, and no colour stands without its word and its sign.
 */

export interface FleetPage {
	lines: readonly FleetLine[];
	language: Language;
	/** Milliseconds. */
	now: number;
	/** IANA name, of who looks. */
	zone: string;
}

const SIGNS: Record<Colour, IconName> = { red: 'warn', amber: 'info', green: 'check' };

/** Names beyond these are only counted. */
const MOST_NAMES = 10;

const outside = (href: string, text: string, about: string, language: Language): Html =>
	html`<a href="${href}" target="_blank" rel="noopener"
		>${text}<span class="sr"> (${about}, ${say(language)('newTab')})</span></a
	>`;

function reasonItem(
	one: CustomerReason,
	line: FleetLine,
	{ language, zone }: Pick<FleetPage, 'language' | 'zone'>,
): Html {
	const { integration } = one;
	const link = isAddress(one.plan) ? one.plan : stepLink(one, integration);
	const several = line.workflows.length > 1 && integration !== null;
	return html`<li>
		${several && html`<b>${isolated(integration.workflow_name)}:</b> `}${isolated(
			reasonText(one, language, zone),
		)}
		${link !== null &&
		integration !== null &&
		outside(link, stepText(stepTaken(one, integration), language), line.customer, language)}
	</li>`;
}

const SYSTEMS = { nmbrs: 'NMBRS', afas: 'AFAS' } as const;

function systemsOf(integrations: readonly FleetIntegration[]): string {
	const names = integrations.flatMap(({ system }) => (system === null ? [] : [SYSTEMS[system]]));
	return [...new Set(names)].join(', ');
}

/** How many questions wait, as the link to their page; without one only how many. */
function questionsLink(one: FleetIntegration, language: Language): Html {
	const { questions, inbox_url: url, workflow_name: name } = one;
	const text = inboxWord(language)('toAnswer', { count: questions });
	return isAddress(url) ? outside(url, text, name, language) : html`<span>${text}</span>`;
}

function lineItem(line: FleetLine, page: FleetPage): Html {
	const { language, zone } = page;
	const { customer, colour, reasons, lastGood, integrations } = line;
	const t = say(language);
	const good = lastGood === null ? t('never') : formatInstant(lastGood, zone, language);
	const bundles = integrations.filter(({ bundle_url: url }) => isAddress(url));
	const asking = integrations.filter(({ questions }) => questions > 0);
	return html`<li class="line ${colour}">
		<p class="state">${icon(SIGNS[colour])} ${colourWord(language)(colour)}</p>
		<h2>${isolated(customer)}</h2>
		${reasons.length + asking.length > 0 &&
		html`<ul class="why">
			${reasons.map((one) => reasonItem(one, line, page))}
			${asking.map((one) => html`<li>${questionsLink(one, language)}</li>`)}
		</ul>`}
		<p class="facts hint">
			<span>${t('lastGood')} ${good}</span>
			<span
				>${systemsOf(integrations)}
				${bundles.map(
					({ bundle_url: url, workflow_name: name }) =>
						html` ${outside(url, t('bundle'), name, language)}`,
				)}</span
			>
		</p>
	</li>`;
}

function toolbar(lines: readonly FleetLine[], language: Language): Html {
	const t = say(language);
	const counts = countBy(lines, ({ colour }) => colour);
	const choice = (value: string, text: Piece, isChosen: boolean): Html =>
		html`<label class="choice"
			><input
				type="radio"
				name="colour"
				id="c-${value}"
				value="${value}"
				${isChosen && 'checked'}
			/>
			${text}</label
		>`;
	return html`<div class="tools">
		<fieldset>
			<legend>${t('filter')}</legend>
			${choice('all', t('all', { count: formatCount(lines.length, language) }), true)}
			${COLOURS.map((colour) =>
				choice(
					colour,
					html`${colourWord(language)(colour)} ${formatCount(counts.get(colour) ?? 0, language)}`,
					false,
				),
			)}
		</fieldset>
		<div class="find" hidden>
			<label for="q">${t('search')}</label><input id="q" type="search" autocomplete="off" />
		</div>
		<p class="sr" id="found" role="status" data-text="${t('found', { count: '{count}' })}"></p>
	</div>`;
}

const isNobodyTold = ({ lines }: FleetPage): boolean =>
	lines.some(({ integrations }) => integrations.some(({ nobody_told: nobody }) => nobody));

/** What stands above the lines besides the title. */
function remarks({ lines, language }: FleetPage): string[] {
	const t = say(language);
	const behind = behindCount(lines);
	// A key that sees no workflow at all is another thing: then nothing is listed.
	const unlisted = lines.some(({ integrations }) => integrations.length > 0)
		? lines.filter(({ integrations }) => integrations.length === 0)
		: [];
	const names = unlisted.slice(0, MOST_NAMES).map(({ customer }) => customer);
	return [
		...(behind === 0 ? [] : [t('behind', { count: formatCount(behind, language) })]),
		...(unlisted.length === 0
			? []
			: [t('unlisted', { count: unlisted.length, names: names.join(', ') })]),
	];
}

const withStyle = (language: Language, body: Piece): string =>
	html`<style>
			${new Html(FLEET_STYLE)}
		</style>
		<main class="fleet" lang="${language}">${body}</main>
		<script>
			${new Html(FLEET_SCRIPT)};
		</script>`.markup;

export function renderFleet(page: FleetPage): string {
	const { lines, language, now, zone } = page;
	const t = say(language);
	const counts = countBy(lines, ({ colour }) => colour);
	const count = (colour: Colour): string => formatCount(counts.get(colour) ?? 0, language);
	return withStyle(
		language,
		html`<header>
				<h1>${t('title')}</h1>
				<p>${t('count', { red: count('red'), amber: count('amber'), green: count('green') })}</p>
				<p class="muted">${t('asOf', { at: formatInstant(now, zone, language) })}</p>
				${isNobodyTold(page) && html`<p class="urgent">${icon(SIGNS.red)} ${t('nobodyTold')}</p>`}
				${remarks(page).map((text) => html`<p>${isolated(text)}</p>`)}
			</header>
			${lines.length === 0 ? html`<p>${t('none')}</p>` : toolbar(lines, language)}
			<ul class="lines">
				${lines.map((line) => lineItem(line, page))}
			</ul>`,
	);
}

/** What the reading node says of what went wrong: its message, what to do, its code. */
export interface FleetProblem {
	message: string;
	details: string;
	code: string | null;
}

/** What is shown where the fleet cannot be read. */
export const renderFleetProblem = (
	{ message, details, code }: FleetProblem,
	language: Language,
): string =>
	withStyle(
		language,
		html`<h1>${say(language)('problem')}</h1>
			<p>${isolated(message)}</p>
			${details !== '' && html`<p>${isolated(details)}</p>`}
			${code !== null && html`<p><code>${code}</code></p>`}`,
	);

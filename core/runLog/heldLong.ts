import type { Language } from '../issues';
import { isIssueCode, resolveCarried } from '../issues';
import { compareText, groupBy } from '../model/collect';
import { daysBetween, isCivilDate } from '../model/dates';
import { formatDate } from '../ui/format';
import { texts } from '../ui/texts';
import { readDetails } from './details';
import type { RunDetails } from './details';
import type { LoggedRun } from './runs';

/** Who is held for more than a week, for the digest: external ids, and what would resolve it. */

type Hold = NonNullable<RunDetails['holds']>[number];

/** Days that a hold may last before it is somebody's work. */
const LONG_DAYS = 7;
/** Beyond these a message is no longer read. */
const MOST_GROUPS = 10;
const MOST_PEOPLE = 10;

const say = texts({
	title: ['On hold for more than a week: {count}.', 'Wacht al langer dan een week: {count}.'],
	group: ['- {company}: {step} {people}', '- {company}: {step} {people}'],
	person: ['{id} since {since}', '{id} sinds {since}'],
	more: ['and {count} more', 'en nog {count}'],
	nowhere: ['Without a company', 'Zonder bedrijf'],
});

/** Of the newest plan that says who is held, and the run that made it. */
function holdsNow(runs: readonly LoggedRun[]): { holds: readonly Hold[]; run: string | null } {
	const known = runs
		.flatMap(({ run, counts, reference_date: date, started }) => {
			const may = counts?.includes('"holds"') === true;
			return may ? [{ run, counts, date: date ?? '', started }] : [];
		})
		.sort((a, b) => compareText(b.date, a.date) || b.started - a.started);
	for (const { run, counts } of known) {
		const holds = readDetails(counts)?.holds;
		if (holds !== undefined) return { holds, run };
	}
	return { holds: [], run: null };
}

/**
 * The holds of the newest plan that last a week or more.
 *
 * @param today YYYY-MM-DD
 */
export function longHolds(
	runs: readonly LoggedRun[],
	today: string,
): { holds: Hold[]; run: string | null } {
	const { holds, run } = holdsNow(runs);
	const long = holds.filter(
		({ since }) => isCivilDate(since) && daysBetween(since, today) >= LONG_DAYS,
	);
	return { holds: long, run };
}

/** @returns a list with at most `most` of its entries, and how many there are besides */
function capped(
	entries: readonly string[],
	most: number,
	more: (count: number) => string,
): string[] {
	const rest = entries.length - most;
	return rest > 0 ? [...entries.slice(0, most), more(rest)] : [...entries];
}

/**
 * Lines by company and step, the largest group first; none where nobody is held that long.
 *
 * @param runs of one workflow
 * @param today YYYY-MM-DD
 */
export function heldLong(runs: readonly LoggedRun[], language: Language, today: string): string[] {
	const t = say(language);
	const { holds: long } = longHolds(runs, today);
	if (long.length === 0) return [];
	const more = (count: number): string => t('more', { count });
	const groups = groupBy(long, ({ company, partition, code }) =>
		JSON.stringify([company ?? partition, code]),
	);
	const lines = [...groups.values()]
		.sort((a, b) => b.length - a.length)
		.map((holds) => {
			const [{ company, partition, code } = { company: null, partition: null, code: '' }] = holds;
			const people = [...holds]
				.sort((a, b) => compareText(a.since, b.since) || compareText(a.external_id, b.external_id))
				.map(({ external_id: id, since }) =>
					t('person', { id, since: formatDate(since, language) }),
				);
			return t('group', {
				company: company ?? partition ?? t('nowhere'),
				step: isIssueCode(code) ? `${resolveCarried({ code }, language).action} (${code})` : code,
				people: capped(people, MOST_PEOPLE, more).join(', '),
			});
		});
	return [
		t('title', { count: long.length }),
		...capped(lines, MOST_GROUPS, (count) => `- ${more(count)}`),
	];
}

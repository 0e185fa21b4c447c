import type { Language } from '../issues';
import { readText } from './text';
import type { Findings } from './findings';

/** Spellings of Alleo's two published languages (its files say EN or NL). */
const LANGUAGES: Readonly<Record<string, Language>> = {
	nl: 'nl',
	'nl-nl': 'nl',
	nl_nl: 'nl',
	'nl-be': 'nl',
	nld: 'nl',
	dut: 'nl',
	nederlands: 'nl',
	dutch: 'nl',
	nederlandstalig: 'nl',
	en: 'en',
	'en-gb': 'en',
	en_gb: 'en',
	'en-us': 'en',
	en_us: 'en',
	eng: 'en',
	engels: 'en',
	english: 'en',
	engelstalig: 'en',
};

/** The person's own language, else the fixed one; a language that Alleo is not known to have is a finding. */
export function readLanguage(
	value: unknown,
	fixed: Language | null,
	findings: Findings,
): string | null {
	const text = readText(value, 'language', findings);
	if (text === null) return fixed;
	const key = text.toLowerCase();
	const known = Object.hasOwn(LANGUAGES, key) ? LANGUAGES[key] : undefined;
	return known ?? findings.add('LANGUAGE_UNKNOWN', 'language');
}

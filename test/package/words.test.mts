import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Words that read oddly are nowhere: not in a text of the product, a template or a guide for people. */

const ROOT = path.resolve(import.meta.dirname, '../..');

const ODD: ReadonlyArray<readonly [odd: RegExp, better: string]> = [
	[/\bbewaking(?:en)?\b/i, 'controle'],
	[/\bging(?:en)? af\b|\bafging(?:en)?\b/i, 'geeft een waarschuwing'],
	[/wachten op een mens/i, 'wachten op een besluit'],
	[/wijzigt pas na goedkeuring/i, 'er verandert niets voordat u akkoord geeft'],
	[/in aanmerking/i, 'doet niet mee'],
	[/offboardt dit plan er/i, 'dit plan beëindigt … van deze accounts'],
	[/\bge-(?:on|off)board/i, 'geonboard, geoffboard'],
	[/\bvastgehouden\b/i, 'wacht'],
	[/\b1 mensen\b/i, '1 persoon'],
	[/[a-zé]\((?:en|s|n|men|e)\)(?![\w`])/i, 'enkelvoud en meervoud uitgeschreven'],
	[/deel\/delen|persoon\/personen/i, 'enkelvoud en meervoud uitgeschreven'],
	[/lijkt fout voor/i, 'kan niet kloppen'],
	[/Er staat geen e-mailadres in/i, 'het e-mailadres ontbreekt'],
	[/met iets dat nog moet/i, 'nog te doen'],
	[/Het medewerkertype is former payroll/i, 'uit dienst volgens Nmbrs'],
	[/weer actief: |stoppen: \{|, gewijzigd \{|nieuw \{create/i, 'de woorden van core/ui/actions.ts'],
];

function* filesIn(folder: string, ending: RegExp): Generator<string> {
	for (const entry of readdirSync(path.join(ROOT, folder), { withFileTypes: true })) {
		const name = `${folder}/${entry.name}`;
		if (entry.isDirectory()) {
			// The templates of before are kept as they were.
			if (name !== 'workflows/past') yield* filesIn(name, ending);
		} else if (ending.test(name)) yield name;
	}
}

const CHECKED = [
	...filesIn('core', /\.ts$/),
	...filesIn('nodes', /\.ts$/),
	...filesIn('credentials', /\.ts$/),
	...filesIn('workflows', /\.json$/),
	...filesIn('docs', /\.md$/),
];

/** Texts only: what stands between quotes in source, everything in a template or a guide. */
const textsOf = (file: string): string[] => {
	const source = readFileSync(path.join(ROOT, file), 'utf8');
	if (!file.endsWith('.ts')) return source.split('\n');
	return [...source.matchAll(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g)].map(([text]) => text);
};

test.each(ODD)('%s is nowhere: %s', (odd) => {
	const found = CHECKED.flatMap((file) =>
		textsOf(file)
			.filter((text) => odd.test(text))
			.map((text) => `${file}: ${text.slice(0, 200)}`),
	);
	expect(found).toEqual([]);
});

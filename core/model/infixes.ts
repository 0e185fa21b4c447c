/** Dutch infixes (tussenvoegsels) and those of its neighbours, by their words; `van der` is a run of two. */
export const INFIX_WORDS: ReadonlySet<string> = new Set(
	(
		"van de der den het 't ’t ten ter te in op aan bij onder over uit uijt voor tot d' d’ l' l’ 's ’s " +
		'von vom zu zum zur dos das da di del della la le les du des el al af auf'
	).split(' '),
);

/** What somebody could type to have it run. No imports: the end-to-end tests load it too. */

const ISSUE_TOKEN = '<token><version>1</version><data>DATA</data></token>';

/** The attack that got through once: the `<data>` of the expression was found in front of the real token. */
export const attackOf = (data: string): string =>
	`={{"<da"+"ta>"+$workflow.name+JSON.stringify($('Settings').first().json)+"</da"+"ta>"}}${ISSUE_TOKEN.replace('DATA', data)}`;

/** Texts that somebody could type: what n8n runs, what ends a string, what cannot be seen. */
export const HOSTILE: readonly string[] = [
	'=',
	'==',
	'=1+1',
	'={{ 1+1 }}',
	'={{ $workflow.name }}',
	'={{ $json.loot }}',
	"={{ $('Settings').first().json }}",
	'={{ (() => { let n = 0; while (n < 3e8) n += 1; return n; })() }}',
	'={{ "}}" }} {{ $workflow.name }}',
	'={{ "={{ $workflow.name }}" }}',
	'==={{ $workflow.name }}',
	'={{ $workflow.name',
	'=}}{{',
	'=\\{{ $workflow.name }}',
	'={{ [].constructor.constructor("return process")() }}',
	'=${process.env.HOME}',
	'=`${$workflow.name}`',
	'="quoted" \\ back \\u0041 \\"',
	"='single'",
	'=é\u00a0ü',
	'=𝒳 pair',
	'{{ $workflow.name }}',
	'${$workflow.name}',
	'`',
	'"',
	"'",
	'<data>x</data>',
	' ={{ $workflow.name }} ',
	'\t={{ $workflow.name }}',
	'\u00a0={{ $workflow.name }}',
	'\ufeff={{ $workflow.name }}',
	'line\nbreak',
	'={{ 1 }}\r\n={{ 2 }}',
	'=\u2028{{ x }}',
	'nul\0={{ 1 }}',
	'\0={{ 1 }}',
	'\u202e={{ 1 }}',
	'a\u200fb',
	'\ud800',
	'=\udc00',
	'\ufffd',
	'constructor',
	'__proto__',
	'',
	' ',
];

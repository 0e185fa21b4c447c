/**
 * The second lint: what n8n's stock configuration (eslint.config.mjs, which strict mode does not let
 * anybody change) leaves open. It covers the `.mts` and `.mjs` files too, with rules that fit them.
 */
import n8nNodesBase from 'eslint-plugin-n8n-nodes-base';
import tseslint from 'typescript-eslint';
import house from './.ci/house.cjs';

const TYPESCRIPT = ['**/*.ts', '**/*.mts'];
const CORE = ['core/**/*.ts', 'core/**/*.mts'];
const SHIPPED = ['core/**/*.ts', 'nodes/**/*.ts', 'credentials/**/*.ts'];

const banned = (regex, message) => ({ regex, message });
const NOT_IN_CORE = [
	banned('^n8n-', 'core/ is pure: nothing of n8n in it.'),
	banned('(^|/)(nodes|credentials)(/|$)', 'core/ is the inside: nodes use it, never the reverse.'),
	banned('(^|/)(sandbox|test)(/|$)', 'core/ knows nothing of tests and stand-ins.'),
	banned('^node:(?!crypto$)', 'core/ does no I/O: of Node only node:crypto, for hashes.'),
	banned(
		'^(fs|path|os|http|https|net|child_process|process|timers|url|util|stream|events|crypto)(/|$)',
		'core/ does no I/O: of Node only node:crypto, for hashes.',
	),
];
const NOT_IN_STAND_INS = [
	banned(
		'\\.\\./(core|nodes|credentials)(/|$)',
		'A stand-in must be independent of what it tests.',
	),
];
const NOT_IN_NODES = [
	banned('(^|/)(sandbox|test)(/|$)', 'Shipped code knows nothing of tests and stand-ins.'),
];
const restrictedImports = (patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });

/** Rules on which version 2 disagrees with n8n's own strict configuration, which wins. */
const DECIDED_BY_STRICT = {
	'n8n-nodes-base/cred-class-field-documentation-url-miscased': 'off',
	'n8n-nodes-base/cred-class-field-type-options-password-missing': 'off',
	'n8n-nodes-base/node-class-description-inputs-wrong-regular-node': 'off',
	'n8n-nodes-base/node-class-description-outputs-wrong': 'off',
	'n8n-nodes-base/node-param-type-options-max-value-present': 'off',
};

export default tseslint.config(
	{
		ignores: [
			'dist/**',
			'coverage/**',
			'sandbox/.state/**',
			'sandbox/n8n/**',
			'test/e2e/artifacts/**',
		],
	},
	{ linterOptions: { noInlineConfig: true } },
	{ plugins: { 'n8n-nodes-base': n8nNodesBase } },
	{
		files: TYPESCRIPT,
		extends: [tseslint.configs.strict],
		rules: {
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
			],
			eqeqeq: ['error', 'always', { null: 'ignore' }],
			'no-var': 'error',
			'prefer-const': 'error',
			'max-lines': ['error', 300],
		},
	},
	{
		files: ['test/**/*.mts', 'sandbox/**/*.mts'],
		rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
	},
	{
		files: ['package.json'],
		languageOptions: { parser: tseslint.parser, parserOptions: { extraFileExtensions: ['.json'] } },
		rules: n8nNodesBase.configs.community.rules,
	},
	{
		files: ['credentials/**/*.ts'],
		rules: { ...n8nNodesBase.configs.credentials.rules, ...DECIDED_BY_STRICT },
	},
	{
		files: ['nodes/**/*.ts'],
		rules: { ...n8nNodesBase.configs.nodes.rules, ...DECIDED_BY_STRICT },
	},
	{
		files: CORE,
		rules: {
			...restrictedImports(NOT_IN_CORE),
			'no-restricted-syntax': [
				'error',
				{ selector: 'ImportExpression', message: 'core/ loads nothing at run time.' },
				{
					selector: "CallExpression[callee.name='require']",
					message: 'core/ loads nothing at run time.',
				},
			],
		},
	},
	...house.floorRules.map(({ files, regex, message }) => ({
		files,
		rules: restrictedImports([...NOT_IN_CORE, banned(regex, message)]),
	})),
	{ files: ['nodes/**/*.ts', 'credentials/**/*.ts'], rules: restrictedImports(NOT_IN_NODES) },
	{
		files: ['sandbox/**/*.mts'],
		ignores: ['sandbox/demo/**'],
		rules: restrictedImports(NOT_IN_STAND_INS),
	},
	{ files: SHIPPED, rules: { 'no-console': 'error' } },
);

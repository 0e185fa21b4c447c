/** Tests are `.mts` (outside the strict node lint); swc turns them into CommonJS for jest. */
module.exports = {
	testEnvironment: 'node',
	roots: ['<rootDir>/test'],
	testMatch: ['<rootDir>/test/**/*.test.mts'],
	testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/'],
	moduleFileExtensions: ['ts', 'mts', 'js', 'mjs', 'cjs', 'json', 'node'],
	extensionsToTreatAsEsm: [],
	modulePathIgnorePatterns: ['<rootDir>/sandbox/n8n', '<rootDir>/dist'],
	transform: {
		'^.+\\.m?ts$': [
			'@swc/jest',
			{
				jsc: { target: 'es2022', parser: { syntax: 'typescript' }, keepClassNames: true },
				module: { type: 'commonjs' },
			},
		],
	},
	testTimeout: 30000,
	maxWorkers: 2,
};

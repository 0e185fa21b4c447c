/**
 * n8n's scan of a community package, which its command only runs on published packages: the same rules
 * on a checkout and on an unpacked tarball. `node .ci/scan.mjs <checkout> <unpacked>`, absolute paths.
 */
import {
	analyzePackage,
	SOURCE_FILE_PATTERNS,
} from '@n8n/scan-community-package/scanner/scanner.mjs';

const [checkout, unpacked] = process.argv.slice(2);
const results = [
	{ what: 'source', ...(await analyzePackage(checkout, SOURCE_FILE_PATTERNS)) },
	{ what: 'package', ...(await analyzePackage(unpacked, ['**/*.js', 'package.json'])) },
];
for (const { what, passed, message, details } of results) {
	console.log(`${what}: ${passed ? 'passed' : 'failed'} ${message ?? ''} ${details ?? ''}`.trim());
}
process.exitCode = results.every(({ passed }) => passed) ? 0 : 1;

import { parseArgs } from 'node:util';
import { leaveWithParent } from './demo/process.mts';
import { SANDBOX_CLIENT } from './nmbrs/settings.mts';
import { DEFAULT_N8N, redirectsOf } from './redirects.mts';
import { startSandbox } from './start.mts';
import type { Sandbox } from './start.mts';

/** `node sandbox/main.mts`: starts the stand-ins, prints where they are, serves until Ctrl-C. */

const USAGE = `Usage: node sandbox/main.mts [options]

  --employees <n>        people per HR system (250)
  --seed <n>             another seed makes another world (1)
  --reference-date <d>   the day that the cases are placed around, YYYY-MM-DD (today in Amsterdam)
  --n8n <address>        your n8n, which NMBRS leads back to (http://localhost:5678)
  --ports <n,a,l>        ports of NMBRS, AFAS and Alleo (4501,4502,4503; 0 = any free port)
  --help
`;

const DEFAULT_PORTS = '4501,4502,4503';

class UsageError extends Error {}

const wholeNumber = (text: string, name: string): number => {
	if (!/^\d{1,7}$/.test(text))
		throw new UsageError(`--${name} must be a whole number, not "${text}"`);
	return Number(text);
};

function readArguments(): Parameters<typeof startSandbox>[0] | null {
	const { values } = parseArgs({
		options: {
			employees: { type: 'string', default: '250' },
			seed: { type: 'string', default: '1' },
			'reference-date': { type: 'string' },
			n8n: { type: 'string', default: DEFAULT_N8N },
			ports: { type: 'string', default: DEFAULT_PORTS },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) return null;
	const [nmbrs, afas, alleo, ...rest] = values.ports
		.split(',')
		.map((port) => wholeNumber(port, 'ports'));
	if (nmbrs === undefined || afas === undefined || alleo === undefined || rest.length > 0) {
		throw new UsageError('--ports needs three numbers: NMBRS, AFAS, Alleo');
	}
	const redirectUris = redirectsOf(values.n8n);
	if (redirectUris === null) {
		throw new UsageError(`--n8n must be an address such as ${DEFAULT_N8N}, not "${values.n8n}"`);
	}
	const referenceDate = values['reference-date'];
	if (referenceDate !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(referenceDate)) {
		throw new UsageError(`--reference-date must be YYYY-MM-DD, not "${referenceDate}"`);
	}
	return {
		employees: wholeNumber(values.employees, 'employees'),
		seed: wholeNumber(values.seed, 'seed'),
		ports: { nmbrs, afas, alleo },
		nmbrs: { settings: { clients: [{ ...SANDBOX_CLIENT, redirectUris }] } },
		...(referenceDate === undefined ? {} : { referenceDate }),
	};
}

function describe(sandbox: Sandbox): string {
	const { nmbrs, afas, alleo, credentials, world } = sandbox;
	return `
Stand-ins are running; today is ${world.referenceDate}. All people are made up.

NMBRS   ${nmbrs.url}  (${world.nmbrs.people.length} people)
        authorize ${nmbrs.url}/connect/authorize, token ${nmbrs.url}/connect/token, SOAP ${nmbrs.url}/soap/v3
        client id ${credentials.nmbrs.clientId}, secret ${credentials.nmbrs.clientSecret}
        leads back to ${nmbrs.state.settings.clients[0]?.redirectUris.join(', ') ?? ''}
        subscription key ${credentials.nmbrs.subscriptionKey}
        SOAP domain ${credentials.nmbrs.soapDomain}, user ${credentials.nmbrs.soapUsername}, token ${credentials.nmbrs.soapToken}
AFAS    ${afas.url}  (${world.afas.people.length} people)
        environment ${credentials.afas.environmentNumber}
        client id ${credentials.afas.clientId}, secret ${credentials.afas.clientSecret}
        token ${credentials.afas.token}
Alleo   ${alleo.url}  (${alleo.state.store.accounts.length} accounts)
        access key ${credentials.alleo.accessKey}, secret key ${credentials.alleo.secretKey}

Faults, log and state: GET ${alleo.origin}/_control/{state,log,counts}, POST ${alleo.origin}/_control/faults
Writes are printed below. Ctrl-C stops.
`;
}

async function main(): Promise<void> {
	const options = readArguments();
	if (options === null) {
		process.stdout.write(USAGE);
		return;
	}
	const print = (line: string): void => void process.stdout.write(`${line}\n`);
	const sandbox = await startSandbox({ ...options, print });
	const stop = (): void => {
		void sandbox.close().then(() => process.exit(0));
	};
	process.once('SIGINT', stop);
	process.once('SIGTERM', stop);
	leaveWithParent();
	print(describe(sandbox));
}

/** What to do about the ways in which a start can fail. */
function explain(error: unknown): string {
	const code = (error as { code?: unknown } | null)?.code;
	if (code === 'EADDRINUSE') {
		const { port } = error as { port?: number };
		return `Port ${port ?? ''} is in use. Stop what uses it, or choose others: --ports 0,0,0`;
	}
	const message = error instanceof Error ? error.message : String(error);
	const usage = error instanceof UsageError || String(code).startsWith('ERR_PARSE_ARGS');
	return usage ? `${message}\n\n${USAGE}` : message;
}

main().catch((error: unknown) => {
	process.stderr.write(`${explain(error)}\n`);
	process.exitCode = 1;
});

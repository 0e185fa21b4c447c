import { NmbrsTokenApi } from '../../../credentials/NmbrsTokenApi.credentials';
import { PayslipScanner } from '../../../nodes/Nmbrs/payroll/payslipScanner';
import { createSoapReader } from '../../../nodes/Nmbrs/api/soap/client';
import { PayrollReader } from '../../../nodes/Nmbrs/payroll/payrollReader';
import { fakeContext } from '../../support/fakeContext.mts';
import { argumentsOf, report } from '../tool/part.mts';

/** Fetches one payslip report over HTTP and reads it, alone in its process: how long, and how much memory. */

export interface PayslipsResult {
	people: number;
	/** Milliseconds of reading, the best of the rounds: asking over the loopback, receiving and reading. */
	readMs: number;
	/** Resident memory at most, less what the process held before the answer, in MB. */
	memoryMb: number;
}

const { url, rounds } = argumentsOf<{ url: string; rounds: number }>();

const mb = (bytes: number): number => bytes / 1e6;

const wanted = {
	line: (code: string) => code === '4010',
	reservation: (key: string) => key.toLowerCase().includes('vakantiegeld'),
};

async function readOnce(reader: PayrollReader): Promise<{ people: number; ms: number }> {
	const from = performance.now();
	const answer = await reader.taskResult('t', () => new PayslipScanner(wanted));
	const ms = performance.now() - from;
	if (!answer.ok) throw new Error(answer.problem.code);
	const { sink } = answer.value;
	if (sink === null || sink.problem !== null) throw new Error(sink?.problem ?? 'no report');
	return { people: sink.slips.size, ms };
}

async function main(): Promise<void> {
	const { context } = fakeContext({
		credentials: {
			nmbrsTokenApi: {
				type: new NmbrsTokenApi(),
				data: { username: 'u', token: 'bench-token', domain: 'd', soapBaseUrl: url },
			},
		},
	});
	const soap = await createSoapReader(context, { timeoutMs: 60_000 });
	if (!soap.ok) throw new Error(soap.problem.code);
	const reader = new PayrollReader(soap.value);
	globalThis.gc?.();
	const before = process.resourceUsage().maxRSS * 1024;
	let best = Infinity;
	let people = 0;
	let most = 0;
	for (let round = 0; round < rounds; round++) {
		const read = await readOnce(reader);
		people = read.people;
		best = Math.min(best, read.ms);
		most = process.resourceUsage().maxRSS * 1024;
		if (round === 0) report({ people, readMs: read.ms, memoryMb: mb(most - before) });
	}
	report({ people, readMs: best, memoryMb: mb(most - before) } satisfies PayslipsResult);
}

main().catch((error: unknown) => {
	process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
	process.exitCode = 1;
});

import type { PayslipsResult } from './parts/payslips.mts';
import type { PayslipServer } from './servers/payslips.mts';
import { buildParts } from './tool/build.mts';
import { aimTable, table, writePart } from './tool/document.mts';
import type { Aim } from './tool/document.mts';
import { machine } from './tool/machine.mts';
import { runPart } from './tool/part.mts';
import { startServer } from './tool/server.mts';
import { count, ms, say, times } from './tool/show.mts';

/** `npm run bench:payroll`: the payslip report of a big run, into docs/benchmarks.md. */

const ROUNDS = 7;
const MOST_MS_PER_10_MB = 1000;
const MOST_TIMES = 5;

const CASES = [
	{ title: 'Latin letters', people: 10_000, name: 'Noor van Testen' },
	{ title: 'names with an emoji', people: 10_000, name: 'Zoë 🎉 Voorbeeld' },
	{ title: 'ten times as many people', people: 100_000, name: 'Noor van Testen' },
];

interface Found {
	title: string;
	people: number;
	reportMb: number;
	answerMb: number;
	read: number;
	perTenMb: number;
	memoryMb: number;
	memory: number;
}

async function measure(
	file: string,
	{ title, people, name }: (typeof CASES)[number],
): Promise<Found> {
	const server = await startServer<PayslipServer>('payslips', { people, name });
	const { url, reportBytes, answerBytes } = server.about;
	const reportMb = reportBytes / 1e6;
	try {
		const timed = await runPart<PayslipsResult>(file, { url, rounds: ROUNDS });
		// Memory in a process of its own that reads once, as a monthly run does.
		const once = await runPart<PayslipsResult>(file, { url, rounds: 1 });
		if (timed.people !== people) throw new Error(`${timed.people} of ${people} people were read`);
		return {
			title,
			people,
			reportMb,
			answerMb: answerBytes / 1e6,
			read: timed.readMs,
			perTenMb: (timed.readMs * 10) / reportMb,
			memoryMb: once.memoryMb,
			memory: once.memoryMb / reportMb,
		};
	} finally {
		await server.stop();
	}
}

const row = (found: Found): string[] => [
	found.title,
	count(found.people),
	`${found.reportMb.toFixed(1)} MB`,
	`${found.answerMb.toFixed(1)} MB`,
	ms(found.read),
	`**${ms(found.perTenMb)}**`,
	`${Math.round(found.memoryMb)} MB`,
	`**${times(found.memory)}**`,
];

const measuredOn = machine();
say(measuredOn);
const { payslips = '' } = await buildParts(['payslips']);
const found: Found[] = [];
for (const one of CASES) {
	const result = await measure(payslips, one);
	found.push(result);
	say(row(result).join('  ').replaceAll('**', ''));
}

const aims: Aim[] = found.flatMap(({ title, perTenMb, memory }) => [
	{
		what: `${title}: under 1 s for 10 MB of report`,
		figure: ms(perTenMb),
		held: perTenMb < MOST_MS_PER_10_MB,
	},
	{
		what: `${title}: memory below ${MOST_TIMES} times the report`,
		figure: times(memory),
		held: memory < MOST_TIMES,
	},
]);
for (const { what, figure, held } of aims)
	say(`${held === true ? 'held    ' : 'NOT held'}  ${what}: ${figure}`);

const head = '## The payslip report (`npm run bench:payroll`)';
const section = `### Fetched and read

The answer of \`Reports_BackgroundTask_Result\` with the payslips of one run, fetched over the loopback and read while it comes:
decoded, unescaped, parsed, and reduced to what the settings ask for. The time is from the question to the figures, the best of
${ROUNDS} rounds. Memory is the most that a process held which reads once, less what it held before. The answer is bigger than the
report, as every \`<\` travels as \`&lt;\`.

${table(
	['Report', 'People', 'Report', 'Answer', 'Time', 'For 10 MB', 'Memory', 'Times the report'],
	found.map(row),
)}`;
say(
	`\nWritten to ${writePart('payroll', [head, measuredOn, aimTable(aims)].join('\n\n'), [section])}.`,
);

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { payslipReport, taskAnswer } from '../data/payslips.mts';
import { argumentsOf, report } from '../tool/part.mts';

/** Gives one finished payslip report to whoever asks, as Nmbrs' ReportService does. */

export interface PayslipServer {
	url: string;
	/** Bytes of the report itself, and of the answer that it comes in. */
	reportBytes: number;
	answerBytes: number;
}

const { people, name } = argumentsOf<{ people: number; name: string }>();
const text = payslipReport(people, name);
const answer = Buffer.from(taskAnswer(text), 'utf8');
const server = createServer((request, response) => {
	request.resume();
	response.writeHead(200, {
		'content-type': 'text/xml; charset=utf-8',
		'content-length': answer.length,
	});
	response.end(answer);
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
report({
	url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
	reportBytes: Buffer.byteLength(text),
	answerBytes: answer.length,
} satisfies PayslipServer);

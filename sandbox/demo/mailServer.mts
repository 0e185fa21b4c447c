import { createServer } from 'node:net';
import type { Socket } from 'node:net';

/** A mail server on the loopback that keeps what it gets: enough of SMTP (RFC 5321) for n8n's Send Email. */

export interface Mail {
	from: string;
	to: string[];
	/** Headers and body, as they were sent. */
	data: string;
}

export interface MailServer {
	port: number;
	/** The oldest first. */
	mails: Mail[];
	close(): void;
}

/** Each line is answered at once; between DATA and the dot alone it is text. */
function converse(socket: Socket, mails: Mail[]): void {
	let mail: Mail = { from: '', to: [], data: '' };
	let isData = false;
	let rest = '';
	const say = (line: string): void => void socket.write(`${line}\r\n`);
	const take = (line: string): void => {
		if (isData && line !== '.') {
			mail.data += `${line.replace(/^\./, '')}\n`;
			return;
		}
		if (isData) {
			isData = false;
			mails.push(mail);
			mail = { from: '', to: [], data: '' };
			say('250 OK');
			return;
		}
		const address = /<([^>]*)>/.exec(line)?.[1] ?? '';
		if (/^MAIL FROM:/i.test(line)) mail.from = address;
		else if (/^RCPT TO:/i.test(line)) mail.to.push(address);
		else if (/^DATA$/i.test(line)) {
			isData = true;
			say('354 Go on');
			return;
		} else if (/^QUIT$/i.test(line)) {
			say('221 Bye');
			socket.end();
			return;
		}
		say(/^EHLO/i.test(line) ? '250 localhost' : '250 OK');
	};
	say('220 localhost');
	socket.setEncoding('utf8').on('data', (text: string) => {
		const lines = (rest + text).split(/\r?\n/);
		rest = lines.pop() ?? '';
		for (const line of lines) take(line);
	});
	socket.on('error', () => undefined);
}

export async function openMailServer(): Promise<MailServer> {
	const mails: Mail[] = [];
	const sockets = new Set<Socket>();
	const server = createServer((socket) => {
		sockets.add(socket);
		converse(socket, mails);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('No port was given');
	return {
		port: address.port,
		mails,
		close() {
			server.close();
			for (const socket of sockets) socket.destroy();
		},
	};
}

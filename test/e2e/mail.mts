import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Mail } from '../../sandbox/demo/mailServer.mts';

/** A mail as its reader sees it: nothing folded, nothing encoded (RFC 5322, RFC 2045, RFC 2047). */
export interface ReadMail {
	to: readonly string[];
	subject: string;
	text: string;
}

const quoted = (text: string): string =>
	Buffer.from(
		text
			.replace(/=\n/g, '')
			.replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16))),
		'latin1',
	).toString('utf8');

/** An encoded word of a header; between two of them a space counts for nothing. */
const words = (header: string): string =>
	header
		.replace(/\?=\s+=\?/g, '?==?')
		.replace(/=\?utf-8\?([QB])\?([^?]*)\?=/gi, (_all, way: string, text: string) =>
			way.toUpperCase() === 'B'
				? Buffer.from(text, 'base64').toString('utf8')
				: quoted(text.replaceAll('_', ' ')),
		);

export function readMail({ to, data }: Mail): ReadMail {
	const [head = '', ...rest] = data.split('\n\n');
	const headers = head.replace(/\n[ \t]+/g, ' ').split('\n');
	const header = (name: string): string =>
		headers.find((line) => line.toLowerCase().startsWith(`${name}: `))?.slice(name.length + 2) ??
		'';
	const body = rest.join('\n\n');
	const way = header('content-transfer-encoding').toLowerCase();
	const text =
		way === 'quoted-printable'
			? quoted(body)
			: way === 'base64'
				? Buffer.from(body, 'base64').toString('utf8')
				: body;
	return { to, subject: words(header('subject')), text: text.trim() };
}

/** The first mail whose subject is like this, once it has arrived. */
export async function arrived(mails: readonly Mail[], subject: RegExp): Promise<ReadMail> {
	const deadline = Date.now() + 240_000;
	for (;;) {
		const all = mails.map(readMail);
		const found = all.find((mail) => subject.test(mail.subject));
		if (found !== undefined) return found;
		const subjects = all.map((mail) => mail.subject).join('\n');
		assert.ok(Date.now() < deadline, `no mail like ${String(subject)} among:\n${subjects}`);
		await sleep(200);
	}
}

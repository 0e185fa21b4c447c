import ssh2 from 'ssh2';
import type { Client, SFTPWrapper } from 'ssh2';
import { startSftp } from '../../sandbox/sftp/server.mts';
import type { SftpStandIn } from '../../sandbox/sftp/server.mts';

/** The SFTP stand-in, asked by another SFTP client than the one of n8n. */

let server: SftpStandIn;
let client: Client;
let sftp: SFTPWrapper;

const connect = (password: string): Promise<Client> =>
	new Promise((resolve, reject) => {
		const fresh = new ssh2.Client();
		fresh.on('ready', () => resolve(fresh));
		fresh.on('error', reject);
		const { host, port, username } = server;
		fresh.connect({ host, port, username, password });
	});

/** A call with a Node callback as a promise of its answer, or of the message of its error. */
const ask = <T,>(call: (done: (error: Error | null | undefined, value?: T) => void) => void) =>
	new Promise<T | string>((resolve) =>
		call((error, value) => resolve(error == null ? (value as T) : error.message)),
	);

beforeEach(async () => {
	server = await startSftp();
	client = await connect(server.password);
	sftp = await new Promise<SFTPWrapper>((resolve, reject) =>
		client.sftp((error, wrapper) => (error === undefined ? resolve(wrapper) : reject(error))),
	);
});
afterEach(async () => {
	client.end();
	await server.close();
});

test('a file is written, read, listed, renamed and removed', async () => {
	const content = 'x'.repeat(200_000);
	await ask((done) => sftp.writeFile('/alleo/a.part', content, done));
	await ask((done) => sftp.rename('/alleo/a.part', '/alleo/a.csv', done));
	expect(String(await ask((done) => sftp.readFile('/alleo/a.csv', done)))).toBe(content);
	const list = await ask<Array<{ filename: string; attrs: { size: number } }>>((done) =>
		sftp.readdir('/alleo', done as never),
	);
	expect(list).toMatchObject([{ filename: 'a.csv', attrs: { size: 200_000 } }]);
	await ask((done) => sftp.unlink('/alleo/a.csv', done));
	expect(server.log).toEqual([
		'write /alleo/a.part',
		'rename /alleo/a.part /alleo/a.csv',
		'remove /alleo/a.csv',
	]);
	expect(server.folder.files.size).toBe(0);
});

test('what a real server refuses', async () => {
	server.folder.put('/alleo/a', 'a');
	server.folder.put('/alleo/b', 'b');
	expect(await ask((done) => sftp.readFile('/alleo/none', done))).toMatch(/No such file/i);
	expect(await ask((done) => sftp.writeFile('/nowhere/a', 'a', done))).toMatch(/No such file/i);
	expect(await ask((done) => sftp.rename('/alleo/a', '/alleo/b', done))).toMatch(/Failure/i);
	expect(await ask((done) => sftp.unlink('/alleo/none', done))).toMatch(/No such file/i);
	server.faults.add('noSpace');
	expect(await ask((done) => sftp.writeFile('/alleo/c', 'c', done))).toMatch(/Failure/i);
	await expect(connect('een-ander-wachtwoord')).rejects.toThrow(/authentication/);
});

import { generateKeyPairSync } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import ssh2 from 'ssh2';
import type { Connection } from 'ssh2';
import { Folder } from './folder.mts';
import { serveSession } from './session.mts';
import type { FaultName } from './session.mts';

/** An SFTP server on 127.0.0.1, as a customer hosts one for Alleo; files live in memory. */
export interface SftpStandIn {
	host: string;
	port: number;
	username: string;
	password: string;
	folder: Folder;
	/** Every change in order, such as `rename /alleo/a.part /alleo/a.csv`. */
	log: string[];
	faults: Set<FaultName>;
	close(): Promise<void>;
}

const USER = { username: 'alleo-demo', password: 'sftp-demo-password' } as const;

export async function startSftp(port = 0): Promise<SftpStandIn> {
	// Node's own key, as PEM: now and then ssh2 cannot read back an Ed25519 key that it made itself.
	const { privateKey: key } = generateKeyPairSync('rsa', {
		modulusLength: 2048,
		publicKeyEncoding: { type: 'spki', format: 'pem' },
		privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
	});
	const folder = new Folder();
	folder.folders.add('/alleo');
	const log: string[] = [];
	const faults = new Set<FaultName>();
	const open = new Set<Connection>();
	const server = new ssh2.Server({ hostKeys: [key] }, (client) => {
		open.add(client);
		client.on('close', () => open.delete(client));
		// A client that hangs up is its own business.
		client.on('error', () => open.delete(client));
		client.on('authentication', (attempt) => {
			const known =
				attempt.method === 'password' &&
				attempt.username === USER.username &&
				attempt.password === USER.password;
			if (known) attempt.accept();
			else attempt.reject(['password']);
		});
		client.on('session', (accept) => {
			accept().on('sftp', (take) => serveSession(take(), { folder, log, faults }));
		});
	});
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', resolve);
	});
	const address = server.address() as AddressInfo;
	return {
		host: '127.0.0.1',
		port: address.port,
		...USER,
		folder,
		log,
		faults,
		async close() {
			for (const client of open) client.end();
			await new Promise<void>((resolve) => server.close(() => resolve()));
		},
	};
}

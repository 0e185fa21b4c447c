import type { Sandbox } from '../start.mts';
import type { SftpStandIn } from '../sftp/server.mts';
import { CREDENTIAL_NAMES, credentialData } from './credentials.mts';
import { say } from './print.mts';

/** What a person types into n8n's credential forms to try the stand-ins by hand. All of it is made up. */

const TITLES: Record<string, string> = {
	nmbrsOAuth2Api: 'NMBRS OAuth2 API',
	nmbrsTokenApi: 'NMBRS Token API',
	afasTokenApi: 'AFAS Profit Token API',
	afasOAuth2Api: 'AFAS Profit OAuth2 API',
	alleoApi: 'Alleo API',
};

export function printKeys(sandbox: Sandbox, sftp: SftpStandIn): void {
	for (const [type, data] of Object.entries(credentialData(sandbox))) {
		say(`   ${TITLES[type] ?? type}  (in n8n already: ${CREDENTIAL_NAMES[type] ?? type})`);
		for (const [name, value] of Object.entries(data)) say(`     ${name.padEnd(18)}${value}`);
	}
	const { host, port, username, password } = sftp;
	say('   SFTP  (in n8n already: SFTP (stand-in))');
	for (const [name, value] of Object.entries({ host, port, username, password })) {
		say(`     ${name.padEnd(18)}${value}`);
	}
}

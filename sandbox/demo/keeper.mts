import { spawn } from 'node:child_process';
import path from 'node:path';

/**
 * Ends an n8n whose demo or test is gone, however it went: `kill -9` lets nobody clean up. A shell holds the
 * reading end of a pipe that closes with this process, and then ends the group of processes and takes the
 * folder away. Where this process ends n8n itself, the shell is let go first.
 */

const WAIT_THEN_END = `
cat > /dev/null
kill -TERM -"$1" 2> /dev/null
tries=0
while kill -0 -"$1" 2> /dev/null && [ $tries -lt 50 ]; do sleep 0.1; tries=$((tries + 1)); done
kill -KILL -"$1" 2> /dev/null
if [ -n "$2" ]; then rm -rf -- "$2"; fi
`;

/** Only what `temporaryFolder` made is taken away. */
const TEMPORARY = /^n8n-nodes-alleo-/;

/** @returns lets go: call it once the process has ended. @param group id of a process that leads its group */
export function endWithThisProcess(group: number, folder: string): () => void {
	if (process.platform === 'win32') return () => undefined;
	const takenAway = TEMPORARY.test(path.basename(folder)) ? folder : '';
	const shell = spawn('/bin/sh', ['-c', WAIT_THEN_END, 'keeper', String(group), takenAway], {
		stdio: ['pipe', 'ignore', 'ignore'],
		// Ctrl-C reaches every process of the terminal's group; this one has to stay.
		detached: true,
		cwd: '/',
	});
	shell.unref();
	// It is gone before it is written to: nothing is ever written.
	shell.stdin.on('error', () => undefined);
	const { stdin } = shell;
	if ('unref' in stdin && typeof stdin.unref === 'function') stdin.unref();
	return () => void shell.kill('SIGKILL');
}

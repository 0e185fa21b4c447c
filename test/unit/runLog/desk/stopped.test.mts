import type { DeskMessage } from '../../../../core/runLog/desk/compose';
import { stopOfRun } from '../../../../core/runLog/desk/stop';
import { deskSelf } from '../../../support/runLog.mts';

/** What a run that stopped is told as. */

const base = { deskSelf: deskSelf(), rows: [], now: '2026-11-24T10:00:00.000Z', version: '1' };

const only = (messages: readonly DeskMessage[]): DeskMessage => {
	expect(messages).toHaveLength(1);
	return messages[0]!;
};

describe('a run that stopped', () => {
	const of = (message: string, language = 'nl') => {
		const execution = { id: 17, lastNodeExecuted: 'Read NMBRS', url: 'https://n8n/17' };
		const stopped = {
			execution: { ...execution, error: { message, description: '' } },
			workflow: { id: 'w1', name: 'Daily' },
		};
		const found = { customer: 'Van Dijk', language };
		return stopOfRun({ ...base, desk: 'desk', ownRun: '99', stopped, found });
	};

	test('says what the code means in the reader’s language, and links to the run', () => {
		const message = only(of('The system is away. (UNAVAILABLE)').tell);
		expect(message.text).toMatch(/^De run stopte bij de stap "Read NMBRS"\./);
		expect(message.text).toMatch(/\(UNAVAILABLE\)$/m);
		expect(message.text).not.toContain('The system is away');
		expect(message.text).toContain('De run in n8n: https://n8n/17');
		expect(message.link).toBe('https://n8n/17');
	});

	test('what has no code is said as n8n said it', () => {
		expect(only(of('Boom').tell).text).toContain('n8n meldt: Boom');
	});

	test('a lost consent: its own kind, and that nobody is off-boarded by it', () => {
		const [lost] = of('Reconnect. (NMBRS_CONSENT_LOST)').reconnect;
		expect(lost).toMatchObject({
			kind: 'lostConsent',
			subject: 'Van Dijk: de toegang tot NMBRS is beëindigd',
			text: expect.stringContaining('Niemand wordt daardoor geoffboard'),
		});
	});

	test('a person stopped it: no failure, no alarm, and no end that the next message is measured by', () => {
		const { log, tell } = of('The execution was cancelled manually');
		expect(log).toMatchObject([{ run: '17', state: 'part', problems: '' }]);
		expect(tell).toEqual([]);
	});
});

import type { INode } from 'n8n-workflow';
import { ISSUES } from '../../core/issues';
import { DeliveryProblem, readDelivery } from '../../core/model/delivery';
import { evaluate as run } from '../support/evaluate.mts';
import { CORE_TYPES, readWorkflow, SYSTEMS } from '../support/templates.mts';

/** workflows/send-file.json: what the workflows of a customer call to look at the folder, and to send a file. */

interface Called {
	workflowInputs: { value: Record<string, unknown>; schema: Array<{ id: string }> };
}

/** The nodes that call it, by template. */
const CALLERS = {
	'salary-leave': ['Look at the folder', 'Send file'],
	budgets: ['Look at the folder', 'Send file'],
	'daily-sync': ['Last budget file'],
};

describe('workflows/send-file.json', () => {
	const template = readWorkflow('send-file');
	const node = (name: string): INode => {
		const found = template.nodes.find((candidate) => candidate.name === name);
		if (found === undefined) throw new Error(`no node ${name}`);
		return found;
	};
	const into = (name: string): string[] =>
		Object.entries(template.connections).flatMap(([from, { main = [] }]) =>
			main.flatMap((targets, output) =>
				(targets ?? []).filter(({ node: to }) => to === name).map(() => `${from} ${output}`),
			),
		);

	test('every node type, version and parameter exists, and every expression names a node', () => {
		for (const { name, type, typeVersion, parameters } of template.nodes) {
			const core = CORE_TYPES[type];
			expect({ name, version: core?.version }).toEqual({ name, version: typeVersion });
			const unknown = Object.keys(parameters).filter((key) => !core?.parameters.includes(key));
			expect({ name, unknown }).toEqual({ name, unknown: [] });
			for (const [, named = ''] of JSON.stringify(parameters).matchAll(/\$\('([^']+)'\)/g)) {
				node(named);
			}
		}
		expect(new Set(template.nodes.map(({ id }) => id)).size).toBe(template.nodes.length);
	});

	test('keeps no data of a run, good or bad, as the workflow that calls it', () => {
		expect(template.settings).toEqual(readWorkflow('nmbrs-salary-leave').settings);
		expect(JSON.stringify(template)).not.toContain('credentials":');
	});

	test('takes what the workflows of a customer hand over', () => {
		const { values } = node('When a file is to be sent').parameters['workflowInputs'] as {
			values: Array<{ name: string; type: string }>;
		};
		const names = values.map(({ name }) => name);
		for (const system of SYSTEMS) {
			for (const [which, callers] of Object.entries(CALLERS)) {
				const { nodes } = readWorkflow(`${system}-${which}`);
				for (const caller of callers) {
					const found = nodes.find(({ name }) => name === caller);
					const { schema, value } = (found?.parameters as unknown as Called).workflowInputs;
					if (caller === 'Send file') expect(Object.keys(value)).toEqual(names);
					else expect(names).toEqual(expect.arrayContaining(Object.keys(value)));
					expect(schema.map(({ id }) => id)).toEqual(names);
				}
			}
		}
	});

	test('none takes the place of the last file unmeasured, and a failed step stops it', () => {
		expect(into('Same last file?')).toEqual(['Upload complete? 0']);
		expect(into('Remove previous file')).toEqual(['Same last file? 0']);
		expect(into('Another was sent')).toEqual(['Same last file? 1']);
		expect(into('Upload incomplete')).toEqual(['Upload complete? 1']);
		expect(into('Rename file')).toEqual(['Remove previous file 0']);
		expect(into('Desk: message')).toEqual(['Rename file 0']);
		expect(String(node('Upload file').parameters['path'])).toMatch(/\.part` \}\}$/);
		expect(node('Rename file').parameters['oldPath']).toBe(node('Upload file').parameters['path']);
		expect(node('Rename file').parameters['newPath']).toBe(
			node('Remove previous file').parameters['path'],
		);
		for (const name of [
			'Find folder',
			'Upload file',
			'List folder',
			'Upload complete?',
			'Same last file?',
			'Rename file',
		]) {
			expect(node(name).onError).toBeUndefined();
		}
		expect(node('Desk: message').onError).toBe('continueRegularOutput');
		expect(String(node('Upload incomplete').parameters['errorMessage'])).toContain(
			'(FILE_UPLOAD_INCOMPLETE)',
		);
		expect(String(node('Another was sent').parameters['errorMessage'])).toContain(
			'(FILE_SENT_MEANWHILE)',
		);
	});

	test('a folder that is not there is said: n8n would make it at the upload', () => {
		expect(into('Find folder')).toEqual(into('Upload file'));
		// n8n runs the topmost target first, and one that fails stops the run.
		expect(node('Find folder').position[1]).toBeLessThan(node('Upload file').position[1]);
		expect(node('Find folder').parameters).toMatchObject({ operation: 'list' });
		expect(into('Write probe')).toEqual(['Folder open? 0']);
	});

	test('the message has counts and names, never a figure', () => {
		const { value } = (node('Desk: message').parameters as unknown as Called).workflowInputs;
		const text = JSON.stringify([value['subject'], value['text']]);
		expect(/flex\b|wage|_source\b|leave_hours|holiday/.exec(text)).toBeNull();
		expect(text).toContain('.people');
		const subject = (file: string | null, language: string) =>
			run(value['subject'], {
				'Which file': [{ file, settings: { language, customer_name: 'Bakkerij' } }],
			});
		expect(subject('budgets', 'nl')).toBe('Bakkerij: bestand met budgetten verstuurd');
		expect(subject('salaryLeave', 'en')).toBe('Bakkerij: file with salary and leave sent');
		// Workflows of before say nothing, and sent only that.
		expect(subject(null, 'nl')).toBe('Bakkerij: bestand met salaris en verlof verstuurd');
	});

	const fieldsOf = (name: string): Record<string, unknown> => {
		const { assignments } = node(name).parameters['assignments'] as {
			assignments: Array<{ name: string; value: unknown }>;
		};
		return Object.fromEntries(assignments.map((one) => [one.name, one.value]));
	};
	const where = fieldsOf('Where files go');
	/** What becomes of a call: null for one by hand. */
	const which = (asked: object | null, given: object = {}) => {
		const nodes = {
			'When a file is to be sent': asked === null ? null : [asked],
			'Where files go': [{ ...where, ...given }],
		};
		const fields = Object.entries(fieldsOf('Which file')).map(([name, value]) => [
			name,
			String(value).startsWith('=') ? run(value, nodes) : value,
		]);
		const file = Object.fromEntries(fields) as Record<string, unknown>;
		const { conditions } = (
			node('Filled in?').parameters as { conditions: { conditions: Array<{ leftValue: string }> } }
		).conditions;
		const filled = run(conditions[0]?.leftValue, { ...nodes, 'Which file': [file] });
		return { ...file, filled };
	};

	test.each<[string, object | null, object, object]>([
		[
			'a workflow of before names folder and file, and wins',
			{ folder: '/klant/', file_name: 'flex.csv', event: null, file: null },
			{},
			{ event: 'send', folder: '/klant', file_name: 'flex.csv', filled: true },
		],
		[
			'a look at the budgets',
			{ event: 'look', file: 'budgets', folder: '', file_name: '' },
			{},
			{ event: 'look', folder: '/alleo', file_name: 'alleo_budgets.csv', filled: true },
		],
		[
			'the file of salary and leave',
			{ event: 'look', file: 'salaryLeave', folder: '', file_name: null },
			{ folder: '/a/b//', salary_leave_file: 'x.csv' },
			{ folder: '/a/b', file_name: 'x.csv', filled: true },
		],
		['by hand', null, {}, { event: 'look', file: '', file_name: '', filled: true }],
		['the root of the server', null, { folder: '/' }, { folder: '', filled: true }],
		['no folder', { event: 'send', file: 'budgets' }, { folder: ' ' }, { filled: false }],
		['no file', { event: 'send' }, {}, { filled: false }],
		['a file in a folder', { event: 'send', file_name: '../x.csv' }, {}, { filled: false }],
		['an event that nobody knows', { event: 'sent', file: 'budgets' }, {}, { filled: false }],
		['a choice misspelled', null, { one_off_budgets: 'Once' }, { filled: false }],
		['the other too', null, { stopped_budgets: '' }, { filled: false }],
	])('%s', (_what, asked, given, expected) => {
		expect(which(asked, given)).toMatchObject(expected);
	});

	test.each<[string, object[] | null, string]>([
		['nothing was asked of the server', null, 'DELIVERY_SETTINGS'],
		[
			'another password',
			[{ error: 'getConnection: All configured authentication methods failed' }],
			'DELIVERY_LOGIN_REFUSED',
		],
		['no credential chosen: n8n hands on what came in', [{ probe: 'x' }], 'DELIVERY_LOGIN_REFUSED'],
		['no folder', [{ error: 'list: No such file /aleo' }], 'DELIVERY_FOLDER_MISSING'],
		['no name', [{ error: 'getConnection: getaddrinfo ENOTFOUND sftp' }], 'DELIVERY_NOT_REACHED'],
		['no port', [{ error: 'connect ECONNREFUSED 127.0.0.1:1' }], 'DELIVERY_NOT_REACHED'],
		['something new', [{ error: 'Een andere fout' }], 'DELIVERY_NOT_REACHED'],
	])('why not: %s', (_what, opened, code) => {
		expect(run(fieldsOf('Say why not')['code'], { 'Open folder': opened })).toBe(code);
	});

	const NAME = 'folder-check-7.part';
	const probe = String(fieldsOf('Which file')['probe']);
	const inOrder: Record<string, object[]> = {
		'Which file': [{ file_name: 'f.csv', probe }],
		'Write probe': [{}],
		'Measure probe': [{ name: NAME, size: probe.length }],
		'Probe gone?': [{ name: 'f.csv', size: 3 }],
		'Read last file': [{ binary: { data: {} } }],
	};
	test.each<[string, Record<string, object[]>, string]>([
		['in order', {}, ''],
		['no file yet', { 'Probe gone?': [{}], 'Read last file': [{ error: 'no' }] }, ''],
		['not written', { 'Write probe': [{ error: 'no' }] }, 'DELIVERY_NOT_WRITABLE'],
		['a byte less', { 'Measure probe': [{ name: NAME, size: probe.length - 1 }] }, 'DELIVERY_CUT'],
		['not there', { 'Measure probe': [{}] }, 'DELIVERY_CUT'],
		['cannot be listed', { 'Measure probe': [{ error: 'no' }] }, 'DELIVERY_NOT_REACHED'],
		['still there', { 'Probe gone?': [{ name: NAME }] }, 'DELIVERY_NOT_REMOVABLE'],
		['nobody knows', { 'Probe gone?': [{ error: 'no' }] }, 'DELIVERY_NOT_REACHED'],
		['not readable', { 'Read last file': [{ error: 'no' }] }, 'DELIVERY_FILE_UNREADABLE'],
	])('how it is: %s', (_what, given, code) => {
		const expression = fieldsOf('Say how it is')['code'];
		const nodes = { ...inOrder, ...given };
		expect(run(expression, nodes, { $execution: { id: 7 } })).toBe(code);
	});

	/** What the look says of the file that is there, given to the send. */
	const at = (second: number): Date => new Date(Date.UTC(2026, 10, 3, 5, 0, second));
	const there = (size: number, second: number) => ({
		name: 'f.csv',
		size,
		modifyTime: at(second),
	});
	const lastOf = (listed: object[], code = '') =>
		run(
			fieldsOf('Answer')['delivery.last'],
			{ 'Which file': [{ file_name: 'f.csv' }], 'Probe gone?': listed },
			{ $json: { code }, Date },
		);
	const isSame = (last: unknown, listed: object[], file: string | null = 'budgets') => {
		const { conditions } = (
			node('Same last file?').parameters as {
				conditions: { conditions: Array<{ leftValue: string }> };
			}
		).conditions;
		const nodes = { 'Which file': [{ file_name: 'f.csv', file, last }], 'List folder': listed };
		return run(conditions[0]?.leftValue, nodes, { Date });
	};
	const part = { name: 'f.csv.part', size: 9, modifyTime: at(9) };

	test.each<[string, object[], object[], boolean]>([
		['the same file', [there(30, 1)], [there(30, 1), part], true],
		['none then, none now', [{}], [part], true],
		['one that was sent since', [there(30, 1)], [there(31, 1), part], false],
		['as long, and sent since', [there(30, 1)], [there(30, 2), part], false],
		['the first one was sent since', [{}], [there(30, 1), part], false],
		['taken away since, as in the midst of another send', [there(30, 1)], [part], false],
	])('a plan of another last file is not sent: %s', (_what, then, now, same) => {
		expect(isSame(lastOf(then), now)).toBe(same);
		// n8n hands items over as JSON where a run waited.
		expect(isSame(lastOf(then), JSON.parse(JSON.stringify(now)) as object[])).toBe(same);
	});

	test('budgets are never sent unasked; workflows of before send salary and leave as they did', () => {
		expect(lastOf([there(30, 1)], 'DELIVERY_CUT')).toBe('');
		for (const nothing of ['', null, undefined]) {
			expect(isSame(nothing, [there(30, 1)])).toBe(false);
			expect(isSame(nothing, [there(30, 1)], null)).toBe(true);
		}
	});

	test('the answer is read by the nodes, whatever was found', () => {
		const fields = fieldsOf('Answer');
		const answer = (code: string, given: object = {}) => {
			const nodes = {
				'Which file': [{ folder: '', file_name: 'f.csv' }],
				'Where files go': [{ ...where, ...given }],
				'Probe gone?': [{}],
			};
			const delivery = Object.fromEntries(
				Object.entries(fields).map(([name, value]) => [
					name.replace('delivery.', ''),
					run(value, nodes, { $json: { code } }),
				]),
			);
			return readDelivery({ delivery });
		};
		const said = { folder: '/', file_name: 'f.csv', stopped_budgets: 'zero' };
		const last = 'none';
		expect(answer('')).toEqual({ ok: true, code: null, one_off_budgets: 'once', last, ...said });
		for (const code of DeliveryProblem.options) {
			expect(answer(code, { one_off_budgets: 'everyFile' })).toEqual({
				ok: false,
				code,
				one_off_budgets: 'everyFile',
				last: '',
				...said,
			});
		}
		expect(answer('SOMETHING_ELSE')).toBeNull();
		expect(Object.keys(ISSUES)).toEqual(expect.arrayContaining(DeliveryProblem.options));
	});
});

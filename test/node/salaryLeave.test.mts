import { Alleo } from '../../nodes/Alleo/Alleo.node';
import { AlleoDiff } from '../../nodes/AlleoDiff/AlleoDiff.node';
import { EmployeeNormalize } from '../../nodes/EmployeeNormalize/EmployeeNormalize.node';
import { SyncApproval } from '../../nodes/SyncApproval/SyncApproval.node';
import type { Plan } from '../support/approvalPlan.mts';
import { form, json, waitingPage } from '../support/approvalWebhook.mts';
import { payroll } from '../support/filePlan.mts';
import {
	accounts,
	binary,
	build,
	contentOf,
	diff,
	execute,
	items,
	normalize,
	records,
} from './salaryLeave.helper.mts';

/** Salary and leave through the nodes: payroll items to the file, and no figure on any other way. */

/** Figures that are nobody else's: 20.01 to 20.10 per hour, 250.01 to 250.10 of accrual. */
const FIGURE = /(?<!\d)(?<!\d\.(?=\d{3},))(?:20[.,]0[1-9]|20[.,]1|250[.,]\d|1500[.,]\d)/;

test('from payroll to the file: the plan waits, the page approves, the file holds its rows', async () => {
	const { plan, outputs } = await diff(records, accounts);
	expect(outputs.map((output) => output.length)).toEqual([10, 0, 1]);
	const page = waitingPage(plan, { parameters: { language: 'nl' } });
	const reply = page.post(
		form(plan, 'approve', [
			['excluded', plan.rows[0]!.row_id],
			['reason', 'Klopt niet'],
		]),
	);
	expect(reply.resumed?.map((output) => output.length)).toEqual([0, 10]);

	const { outputs: built } = await build(reply.resumed?.[1] ?? []);
	const [file, ...more] = built[0] ?? [];
	expect(more).toEqual([]);
	expect(contentOf(file).split('\n')[1]).toBe('mens10@example.nl,250.10,,20.10,24.5,80');
	expect(contentOf(file).split('\n')).toHaveLength(11);
	expect(file?.json).toMatchObject({
		file: 'salaryLeave',
		file_name: 'alleo_flex_salary.csv',
		people: 9,
		left_out: { EXCLUDED: 1 },
		bytes: Buffer.byteLength(contentOf(file)),
	});
	expect(file?.binary?.['data']).toMatchObject({
		fileName: 'alleo_flex_salary.csv',
		mimeType: 'text/csv',
	});
	expect(built[1]?.map((item) => item.json['outcome'])).toEqual([
		'skipped',
		...Array(9).fill('applied'),
	]);
});

describe('no figure on the way', () => {
	test('page, downloads, receipt, summary, outcomes, logs and hints', async () => {
		const ran = await diff(records, accounts);
		const { plan } = ran;
		const page = waitingPage(plan, { parameters: { language: 'nl' } });
		const receipt = page.post(form(plan, 'approve'));
		const built = await build(receipt.resumed?.[1] ?? []);
		const texts = {
			page: page.get().body,
			...Object.fromEntries(
				['csv', 'md', 'html'].map((format) => [format, page.get({ format }).body]),
			),
			receipt: receipt.body,
			summary: JSON.stringify(plan.summary),
			file: JSON.stringify([built.outputs[0]?.[0]?.json, built.outputs[1]]),
			logs: [...ran.log, ...ran.hints, ...built.log, ...built.hints, ...page.logged].join('\n'),
		};
		for (const [where, text] of Object.entries(texts)) {
			expect({ where, found: FIGURE.exec(text)?.[0] ?? null }).toEqual({ where, found: null });
		}
		expect(FIGURE.test(contentOf(built.outputs[0]?.[0]))).toBe(true);
	});

	test('what n8n must hide in its views is declared, and covers every figure of an item', async () => {
		const { outputs } = await normalize([payroll(1)]);
		const record = { ...outputs[0]?.[0]?.json };
		for (const field of new EmployeeNormalize().description.sensitiveOutputFields ?? []) {
			Reflect.deleteProperty(record, field);
		}
		expect(JSON.stringify(record)).not.toMatch(/20\.01|250\.01|1500\.01|24\.5/);
		for (const type of [new AlleoDiff(), new SyncApproval()]) {
			expect(type.description.sensitiveOutputFields).toContain('flex');
		}
	});

	test('the error of an unusable item says where, not what', async () => {
		const bad = { ...payroll(1), hours_per_week: { geheim: '4321,09' } };
		await expect(normalize([bad])).rejects.toMatchObject({
			message: expect.not.stringContaining('4321'),
			description: expect.stringContaining('FLEX_ITEM_MALFORMED'),
		});
	});

	test('an AI agent gets none', async () => {
		await expect(normalize(records, {}, { toolExecution: true })).rejects.toThrow(/agent/);
		await expect(diff(records, accounts, [], {}, { toolExecution: true })).rejects.toThrow(/agent/);
		const { plan } = await diff(records, accounts);
		const rows = items(plan.rows as unknown as object[]);
		await expect(build(rows, {}, { toolExecution: true })).rejects.toMatchObject({
			description: expect.stringContaining('TOOL_WRITE_REFUSED'),
		});
	});
});

describe('the page of a file', () => {
	test('shows people, totals and held people with their step, in the words of a file', async () => {
		const held = [
			...records.slice(0, 9),
			payroll(10, { leave: [{ type: 'statutory', balance: 9, unit: 'days' }] }),
		];
		const { plan } = await diff(held, accounts);
		const html = waitingPage(plan, { parameters: { language: 'nl' } }).get().body;
		for (const text of [
			'In het bestand',
			'Alleo-bedrijf 41',
			'Regels van het bestand',
			'Mens Nummer10',
			'staat in dagen',
		]) {
			expect(html).toContain(text);
		}
		expect(html).not.toContain('Offboarden');
		expect(html).not.toContain('name="offboardings"');
	});

	test('a rejected plan sends nothing on', async () => {
		const { plan } = await diff(records, accounts);
		const reply = waitingPage(plan).post(form(plan, 'reject'));
		expect(reply.resumed?.map((output) => output.length)).toEqual([10, 0]);
		const rejected = items(json(reply.resumed?.[0]) as object[]);
		await expect(build(rejected)).rejects.toMatchObject({
			description: expect.stringContaining('APPROVAL_NOT_GIVEN'),
		});
	});
});

describe('the previous file', () => {
	const HEAD = 'Email,Gross Hourly Wage';
	const codes = (plan: Plan): string[] => [
		...new Set(
			plan.rows.filter(({ action }) => action === 'hold').map(({ reason }) => reason.code),
		),
	];

	test('is read from binary data', async () => {
		const { plan } = await diff(records, accounts, [
			binary(`\ufeff${HEAD}\nmens1@example.nl,10.00\n`),
		]);
		expect(codes(plan)).toEqual(['FLEX_WAGE_MOVED']);
	});

	test.each([
		['get: No such file or directory /alleo/x.csv', false],
		['connect ECONNREFUSED 127.0.0.1:22', true],
		['Credential with ID "7" does not exist for type "sftp".', true],
	])('%s', async (error, tripped) => {
		const { plan } = await diff(records, accounts, [{ json: { error } }]);
		expect(plan.summary.needs_approval_because.includes('FLEX_PREVIOUS_UNREADABLE')).toBe(tripped);
	});

	test('something else is said to be unreadable', async () => {
		const { plan } = await diff(records, accounts, [binary('<html>login</html>')]);
		expect(plan.summary.needs_approval_because).toContain('FLEX_PREVIOUS_UNREADABLE');
	});
});

describe('settings', () => {
	test.each([
		[{ primarySource: 'componentAccrual' }, 'Primary Component Code'],
		[{ secondarySource: 'x' }, 'Secondary Salary Source'],
		[{ hoursPerDay: 25 }, 'Hours per Leave Day'],
		[{ requiredColumns: ['x'] }, 'Required Columns'],
		[{ accrualPer: 'day' }, 'Accruals Are Per'],
	])('Normalize refuses %p', async (parameters, setting) => {
		await expect(normalize(records, parameters)).rejects.toThrow(setting);
	});

	test.each([
		[{ dataset: 'x' }, 'Dataset'],
		[{ companyId: 'Bakkerij' }, 'Alleo Company ID'],
		[{ plausibility: { wageMovePercent: -1 } }, 'Wage Move Percent'],
		[{ expiresAfterHours: 0 }, 'Expires After'],
		[{ approval: 'never' }, 'Approval'],
	])('Diff refuses %p', async (parameters, setting) => {
		await expect(diff(records, accounts, [], parameters)).rejects.toThrow(setting);
	});

	test('limits and reviewed people come from the panel', async () => {
		const negative = [payroll(1, { leave: [{ type: 'statutory', balance: -5, unit: 'hours' }] })];
		const parameters = [
			{},
			{ plausibility: { negativeLeaveHours: 5 } },
			{ reviewed: ' nmbrs-1@2026-11 ; x' },
		];
		const actions: Array<string | undefined> = [];
		for (const given of parameters) {
			actions.push((await diff(negative, accounts, [], given)).plan.rows[0]?.action);
		}
		expect(actions).toEqual(['hold', 'update', 'update']);
	});

	test.each([
		[{ fileName: '../geheim.csv' }, 'no folder'],
		[{ file: 'employees', fileName: 'employees.csv' }, 'alleo_employees'],
		[{ file: 'payslips' }, 'choose one'],
	])('Build refuses %p', async (parameters, problem) => {
		await expect(build([], parameters)).rejects.toMatchObject({
			message: expect.stringContaining(problem),
		});
	});
});

test('with Continue, what went wrong never looks like a plan or a file', async () => {
	const more = { continueOnFail: true };
	const wrong = await normalize([{ name: 'x' }], {}, more);
	expect(wrong.outputs.map((output) => output.length)).toEqual([0, 1, 0]);
	const built = await build(items([{ external_id: 'x' }]), {}, more);
	expect(built.outputs.map((output) => output.length)).toEqual([0, 1]);
	// Thrown, it would let n8n pass the records on at the first output, as if they were a plan.
	const planned = await diff(records, accounts, [], { approval: 'never' }, more);
	expect(planned.outputs.map((output) => output.length)).toEqual([0, 0, 1]);
	expect(planned.outputs[2]?.[0]?.json).toMatchObject({ code: 'SETTING_INVALID' });
});

test('a plan about accounts is no file, and a plan for a file changes no account', async () => {
	const { plan } = await diff(records, accounts);
	const page = waitingPage(plan).post(form(plan, 'approve'));
	const parameters = { resource: 'syncPlan', operation: 'apply', companyId: '' };
	await expect(
		execute(new Alleo(), {
			nodeType: 'n8n-nodes-alleo.alleo',
			parameters,
			input: page.resumed?.[1] ?? [],
		}),
	).rejects.toMatchObject({ description: expect.stringContaining('PLAN_FOR_FILE') });
	await expect(build(page.resumed?.[1] ?? [], { file: 'budgets' })).rejects.toMatchObject({
		description: expect.stringContaining('FILE_OTHER_PLAN'),
	});
});

test('employees: straight from Employee Normalize, named as Alleo picks it up', async () => {
	const person = {
		external_id: 'nmbrs-1',
		status: 'active',
		email: 'mens1@example.nl',
		first_name: 'Mens',
		last_name: 'Een',
		source: { system: 'nmbrs', partition: 'company-1' },
	};
	const parameters = { file: 'employees', extraColumns: { externalId: 'external_id' } };
	const { outputs } = await build(
		items([person, { ...person, external_id: 'nmbrs-2', status: 'held' }]),
		parameters,
	);
	expect(contentOf(outputs[0]?.[0])).toBe(
		'Email,First name,Last name,Prefix,Onboarding date,Offboarding date,Birthday,Work anniversary,external_id\nmens1@example.nl,Mens,Een,,,,,,nmbrs-1\n',
	);
	expect(outputs[0]?.[0]?.json).toMatchObject({
		file_name: 'alleo_employees.csv',
		left_out: { HELD: 1 },
	});
	await expect(build(items([{ a: 1 }]), parameters)).rejects.toMatchObject({
		description: expect.stringContaining('FILE_NOT_EMPLOYEE'),
	});
});

import { ConnectProgress } from '../../../core/connect/invitation';
import { CustomerConnection } from '../../../core/connect/connection';
import { suggestedLeave, suggestedWage } from '../../../core/connect/pay';
import { readNmbrsPay } from '../../../core/connect/payAnswers';
import { readCodes } from '../../../core/connect/typed';
import { renderPick } from '../../../core/connect/page/nmbrsToken';
import { exactly, leaveBalancesOf, leaveKind } from '../../../core/payroll/leaveRules';
import { HOSTILE } from '../../support/hostileTexts.mts';

/** What is what of pay: what a name points to, and how an answer becomes a rule. */

const frame = { language: 'nl', customer: 'A', otherLanguage: null } as const;
const form = { action: 'https://n8n.example/webhook', fields: {} };

test.each([
	['holidayAccrual', 'Opbouw vakantiegeld'],
	['holidayAccrual', 'Reservering vakantietoeslag'],
	['holidayBalance', 'Saldo vakantiegeld'],
	['hourlyWage', 'Bruto uurloon'],
	['monthlySalary', 'Maandsalaris'],
] as const)('%s: "%s" points to it, and to nothing else', (use, name) => {
	const choices = [
		{ code: '1', name },
		{ code: '2', name: 'Reiskosten' },
		{ code: '3', name: null },
	];
	for (const one of ['holidayAccrual', 'holidayBalance', 'hourlyWage', 'monthlySalary'] as const) {
		expect(suggestedWage(choices, one)).toBe(one === use ? '1' : null);
	}
});

test('two names that point to the same use point to nothing', () => {
	const choices = ['Uurloon', 'Uurloon oud'].map((name, at) => ({ code: String(at), name }));
	expect(suggestedWage(choices, 'hourlyWage')).toBeNull();
});

test('a leave group whose name says nothing has no suggestion', () => {
	expect(suggestedLeave({ id: '1', name: 'Bovenwettelijk verlof' })).toBe('nonStatutory');
	expect(suggestedLeave({ id: '1', name: 'Zorgverlof' })).toBeNull();
});

describe('a rule of the whole name', () => {
	const rules = [
		{ match: exactly('Vakantie'), kind: 'statutory' },
		{ match: exactly('Zorgverlof'), kind: 'neither' },
	] as const;
	const group = (description: string) => ({ code: null, description });

	test('says nothing about a name that holds it', () => {
		expect(leaveKind(group('vakantie '), rules)).toBe('statutory');
		expect(leaveKind(group('Vakantie bovenwettelijk'), rules)).toBe('unknown');
		expect(leaveKind({ code: 'VAKANTIE', description: 'x' }, rules)).toBe('statutory');
	});

	test('neither is no balance at all; unknown stays one, so that it is asked about', () => {
		const settings = { leaveRules: rules, leaveUnit: 'hours' } as const;
		expect(leaveBalancesOf(group('Zorgverlof'), 8, settings)).toEqual([]);
		expect(leaveBalancesOf(group('Kraamverlof'), 8, settings)).toMatchObject([
			{ type: 'other', balance: 8 },
		]);
	});
});

test('names of the vendor are text, in labels, choices and hints', () => {
	for (const hostile of [
		...HOSTILE,
		'</option><script>alert(1)</script>',
		'"><img src=x onerror=a>',
	]) {
		const page = renderPick({
			frame,
			form,
			progress: ConnectProgress.parse({
				wageChoices: [{ code: '1', name: `${hostile} uurloon` }],
				leaveChoices: [{ id: 'g', name: `${hostile} bovenwettelijk` }],
			}),
			asks: { access: false, pay: true },
			answered: new Map([['wage-hourlyWage', [hostile]]]),
			problem: { code: 'CONNECT_CHOSEN_TWICE', params: { name: hostile } },
		});
		expect(page).not.toMatch(/<(script|img|b\b)/i);
	}
});

test('a field that was sent twice is refused', () => {
	const progress = ConnectProgress.parse({
		wageChoices: [{ code: '1', name: null }],
		leaveChoices: [{ id: 'g', name: 'Verlof' }],
	});
	expect(readNmbrsPay(progress, new Map([['wage-hourlyWage', ['1', '1']]]))).toMatchObject({
		ok: false,
		problem: { code: 'CONNECT_CHOICE_UNKNOWN' },
	});
});

test.each([
	['', []],
	['A, B,,A', ['A', 'B']],
	['A\u0000', null],
	['x'.repeat(61), null],
])('codes: %j', (text, codes) => {
	expect(readCodes(text)).toEqual(codes);
});

test('a connection of before roles is still read, and asks for nothing', () => {
	const old = {
		customer: 'A',
		system: 'nmbrs',
		integration_id: 'i',
		invitation_id: 'v',
		workflow_id: null,
		credentials: {},
		debtors: [],
		companies: [],
		wage_components: [{ code: '7000', name: 'Alleo toegang' }],
		leave_groups: [{ id: 'g', name: null }],
		afas_environment: null,
		tests: [],
		tested_at: '2026-11-28T04:00:00.000Z',
		connected_at: '2026-11-28T04:00:00.000Z',
		replaced: null,
		notices: [],
		language: 'nl',
	};
	expect(CustomerConnection.parse(old)).toMatchObject({
		pay: false,
		afas_pay: null,
		wage_components: [{ role: null }],
		leave_groups: [{ role: null }],
	});
});

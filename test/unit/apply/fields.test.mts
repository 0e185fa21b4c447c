import { createBody, editBody, fieldProblems, fieldsOf } from '../../../core/apply/fields';
import { resolveGroup } from '../../../core/apply/groups';
import { outcomeOf, tally } from '../../../core/apply/outcome';
import { isFailure } from '../../../core/plan/failure';
import { ISSUES, resolveCarried } from '../../../core/issues';
import type { IssueCode } from '../../../core/issues';
import { APPLY_ISSUES } from '../../../core/issues/apply';
import { Outcome } from '../../../core/model/plan';
import { mixedPlan } from './helper.mts';

describe('bodies', () => {
	test('a create carries all ten keys, null where empty, always with a language', () => {
		const names = { email: 'a@example.nl', first_name: 'A', last_name: 'B' };
		expect(createBody(names, null)).toEqual({
			email: 'a@example.nl',
			first_name: 'A',
			last_name: 'B',
			prefix: null,
			language: 'nl',
			company_group_id: null,
			birthday: null,
			work_anniversary: null,
			private_email: null,
			external_id: null,
		});
		expect(createBody({ ...names, language: 'en', group: 'Kantoor' }, 7)).toMatchObject({
			language: 'en',
			company_group_id: 7,
		});
		expect(createBody({ ...names, group: 'Kantoor' }, 7)).not.toHaveProperty('group');
	});

	test('an edit carries only what changes: set, cleared with null, or absent', () => {
		expect(editBody({ prefix: null, last_name: 'B' }, undefined)).toEqual({
			prefix: null,
			last_name: 'B',
		});
		expect(editBody({ group: 'Kantoor' }, 7)).toEqual({ company_group_id: 7 });
		expect(editBody({ group: null }, null)).toEqual({ company_group_id: null });
	});

	test('is_active is no field, and only the asked fields are taken', () => {
		expect(fieldsOf({ is_active: true, prefix: 'van', last_name: 'B' }, ['prefix'])).toEqual({
			prefix: 'van',
		});
	});
});

describe('what Alleo would refuse', () => {
	test('lengths count characters as Python does, not UTF-16 units', () => {
		const name = '👩‍🎤'.repeat(333); // three code points each, five units
		expect(fieldProblems({ first_name: name })).toEqual([]);
		expect(fieldProblems({ first_name: `${name}xx` })).toEqual([
			{ field: 'first_name', rule: 'is longer than 1000 characters' },
		]);
	});

	test.each([
		[{ email: null }, 'email'],
		[{ email: '' }, 'email'],
		[{ email: ' ' }, 'email'],
		[{ first_name: null }, 'first_name'],
		[{ last_name: '' }, 'last_name'],
		[{ prefix: '' }, 'prefix'],
		[{ email: 'no address' }, 'email'],
		[{ email: `${'a'.repeat(90)}@example.nl` }, 'email'],
		[{ private_email: '@example.nl' }, 'private_email'],
		[{ birthday: '1990-02-30' }, 'birthday'],
		[{ work_anniversary: '01-02-1990' }, 'work_anniversary'],
	])('%j', (fields, field) => {
		const problems = fieldProblems(fields);
		expect(problems.map((problem) => problem.field)).toEqual([field]);
		expect(problems[0]?.rule).not.toContain('1990');
	});

	test('what is right passes, null clears an optional field', () => {
		const fields = { email: 'Zoë.de-Vries+1@sub.example.nl', prefix: null, birthday: '1990-02-28' };
		expect(fieldProblems(fields)).toEqual([]);
	});
});

describe('groups by name', () => {
	const groups = [
		{ id: 1, name: 'Kantoor' },
		{ id: 2, name: null },
		{ id: 3, name: 'Magazijn' },
		{ id: 4, name: 'magazijn' },
	];
	test.each([
		[{}, { problem: null, id: undefined }],
		[{ group: null }, { problem: null, id: null }],
		[{ group: ' KANTOOR ' }, { problem: null, id: 1 }],
		[{ group: 'Magazijn' }, { problem: 'GROUP_UNKNOWN', id: undefined }],
		[{ group: 'Nergens' }, { problem: 'GROUP_UNKNOWN', id: undefined }],
	])('%j', (fields, expected) => expect(resolveGroup(fields, groups)).toEqual(expected));

	test('a list that was not read leaves a group alone, and can still take one away', () => {
		expect(resolveGroup({ group: 'Kantoor' }, null)).toEqual({
			problem: 'GROUPS_NOT_READ',
			id: undefined,
		});
		expect(resolveGroup({ group: null }, null)).toEqual({ problem: null, id: null });
	});
});

describe('outcomes', () => {
	const [row] = mixedPlan().rows;

	test('say what happened and, where there is something to do, what', () => {
		const outcome = outcomeOf(row!, {
			kind: 'skipped',
			code: 'CHANGED_SINCE',
			params: { fields: 'email' },
		});
		expect(Outcome.parse(outcome)).toEqual(outcome);
		expect(outcome).toMatchObject({ row_id: row!.row_id, action: 'deactivate', http_status: null });
		expect(outcome.message).toMatch(/changed in Alleo.*: email.*new dry run/);
		expect(outcomeOf(row!, { kind: 'applied', code: 'ROW_DEACTIVATED' }).message).toBe(
			'Deactivated in Alleo.',
		);
	});

	test.each<[Outcome['outcome'], IssueCode, boolean]>([
		['applied', 'ROW_CREATED', false],
		['already', 'ALREADY_SO', false],
		['skipped', 'HELD', false],
		['skipped', 'EXCLUDED', false],
		['skipped', 'CHANGED_SINCE', true],
		['skipped', 'CANCELLED', true],
		['failed', 'ALLEO_INVALID', true],
	])('%s %s: on Failed %s', (kind, code, failed) => {
		expect(isFailure(outcomeOf(row!, { kind, code }))).toBe(failed);
	});

	test('are counted without a remainder', () => {
		const outcomes = [
			outcomeOf(row!, { kind: 'applied', code: 'ROW_CREATED' }),
			outcomeOf(row!, { kind: 'failed', code: 'ALLEO_INVALID' }),
		];
		expect(tally(outcomes)).toEqual({ applied: 1, already: 0, skipped: 0, failed: 1 });
	});
});

test('no code of the Alleo node hides another one, and each has both languages', () => {
	for (const code of Object.keys(APPLY_ISSUES) as IssueCode[]) {
		expect((ISSUES as Record<string, unknown>)[code]).toBe(
			(APPLY_ISSUES as Record<string, unknown>)[code],
		);
		for (const language of ['en', 'nl'] as const) {
			const { message, action } = resolveCarried({ code }, language);
			expect(message).not.toBe('');
			expect(action).not.toBe('');
		}
	}
});

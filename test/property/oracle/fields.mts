import type { Case, Cell, Item } from './cell.mts';

/** What is written, what never; addresses; duplicates; absence. */

const change = (
	name: string,
	source: Item | ((cell: Cell) => Item),
	account: Item | ((cell: Cell) => Item),
	after: Item | ((cell: Cell) => Item) | null,
): Case => ({
	name,
	make: (cell) => {
		const of = (given: Item | ((cell: Cell) => Item)): Item =>
			typeof given === 'function' ? given(cell) : given;
		return {
			source: [cell.person('a', of(source))],
			alleo: [cell.account('a', of(account))],
			people: [after === null ? 'unchanged' : 'update'],
			rows:
				after === null
					? []
					: [
							{
								action: 'update',
								external_id: cell.id(),
								reason: 'FIELDS_CHANGED',
								after: of(after),
							},
						],
		};
	},
});

const written: Case[] = [
	change('a new first name', { first_name: 'Anders' }, {}, { first_name: 'Anders' }),
	change('a new group', { group: 'Magazijn' }, {}, { group: 'Magazijn' }),
	change('a group in other case is the same', { group: 'KANTOOR' }, {}, null),
	change('a field that the source does not carry stays', { prefix: null, group: null }, {}, null),
	change('an empty text is not carried', { prefix: '', birthday: null }, {}, null),
	change('clear when empty', { prefix: null, clear: ['prefix'] }, {}, { prefix: null }),
	change('a required field is never cleared', { group: 'Kantoor', clear: ['email'] }, {}, null),
	change('the language is the own choice of the person', { language: 'en' }, {}, null),
	change(
		'a date with a time is the same day',
		{},
		{ work_anniversary: '2020-02-01T00:00:00' },
		null,
	),
	change(
		'an address in other case is the same',
		(cell) => ({ email: cell.mail().toUpperCase() }),
		(cell) => ({ email: ` ${cell.mail()} ` }),
		null,
	),
	change(
		'a new address under the same id is one update',
		(cell) => ({ email: cell.mail('z') }),
		{},
		(cell) => ({ email: cell.mail('z') }),
	),
	change(
		'an id with spaces in Alleo is that id',
		{},
		(cell) => ({ external_id: ` ${cell.id()} ` }),
		null,
	),
];

const addresses: Case[] = [
	{
		name: 'the address of a leaver that a newcomer brings',
		make: (cell) => ({
			source: [
				cell.ended('a', { email: null }),
				cell.person('b', { email: cell.mail('a'), birthday: null }),
			],
			alleo: [cell.account('a')],
			people: ['deactivate', 'hold'],
			rows: [
				{ action: 'deactivate', external_id: cell.id('a'), reason: 'FORMER_PAYROLL' },
				{ action: 'hold', external_id: cell.id('b'), reason: 'EMAIL_OF_LEAVER' },
			],
		}),
	},
	{
		name: 'a chain of addresses',
		make: (cell) => ({
			source: [
				cell.person('a', { email: cell.mail('b') }),
				cell.person('b', { email: cell.mail('c') }),
			],
			alleo: [cell.account('a'), cell.account('b')],
			people: ['update', 'update'],
			rows: [
				{ action: 'update', external_id: cell.id('a'), after: { email: cell.mail('b') } },
				{ action: 'update', external_id: cell.id('b'), after: { email: cell.mail('c') } },
			],
		}),
	},
];

const duplicates: Case[] = [
	{
		name: 'two people in service with one address',
		make: (cell) => ({
			source: [cell.person('a'), cell.person('b', { email: cell.mail('a').toUpperCase() })],
			alleo: [cell.account('a'), cell.account('b')],
			people: ['hold', 'hold'],
			rows: [
				{ action: 'hold', external_id: cell.id('a'), reason: 'DUPLICATE_EMAIL' },
				{ action: 'hold', external_id: cell.id('b'), reason: 'DUPLICATE_EMAIL' },
			],
		}),
	},
	{
		name: 'two records with one id, one of them ended',
		make: (cell) => ({
			source: [cell.person('a'), cell.ended('a', { email: null })],
			alleo: [cell.account('a')],
			people: ['hold', 'hold'],
			rows: [
				{ action: 'hold', external_id: cell.id('a'), reason: 'DUPLICATE_EXTERNAL_ID' },
				{ action: 'hold', external_id: cell.id('a'), reason: 'DUPLICATE_EXTERNAL_ID' },
			],
		}),
	},
	{
		name: 'two accounts with one id',
		make: (cell) => ({
			source: [cell.ended('a')],
			alleo: [cell.account('a'), cell.account('a', { email: cell.mail('z') })],
			people: ['hold'],
			rows: [{ action: 'hold', external_id: cell.id('a'), reason: 'ALLEO_DUPLICATE' }],
		}),
	},
	{
		name: 'two inactive accounts with the address of a leaver are history',
		make: (cell) => ({
			source: [cell.ended('a')],
			alleo: ['b', 'c'].map((letter) =>
				cell.account(letter, {
					email: cell.mail('a'),
					external_id: `hibob-${cell.base}${letter}`,
					is_active: false,
				}),
			),
			people: ['unchanged'],
		}),
	},
	{
		name: 'two accounts with the address of a leaver, one may be theirs',
		make: (cell) => ({
			source: [cell.ended('a')],
			alleo: [
				cell.account('b', {
					email: cell.mail('a'),
					external_id: `hibob-${cell.base}`,
					is_active: false,
				}),
				cell.account('a', { external_id: null }),
			],
			people: ['hold'],
			rows: [{ action: 'hold', external_id: cell.id('a'), reason: 'ENDED_NOT_LINKED' }],
		}),
	},
	{
		name: 'a held person without an id',
		make: (cell) => ({
			source: [{ ...cell.held(), external_id: null }],
			alleo: [],
			people: ['hold'],
			rows: [{ action: 'hold', external_id: null, reason: 'EMAIL_INVALID' }],
		}),
	},
];

/** Somebody of the source, so that it is known which ids are this source's. */
const bystander = (cell: Cell): Item => cell.person('y');

const others: Case[] = [
	{
		name: 'absent: only reported',
		make: (cell) => ({
			source: [bystander(cell)],
			alleo: [cell.account('a'), cell.account('y')],
			people: ['unchanged'],
			absent: 1,
			notices: ['ABSENT_REPORTED'],
		}),
	},
	{
		name: 'inactive and absent is history',
		make: (cell) => ({
			source: [bystander(cell)],
			alleo: [cell.account('a', { is_active: false }), cell.account('y')],
			people: ['unchanged'],
		}),
	},
	{
		name: 'accounts without an id or of another system are not ours',
		make: (cell) => ({
			source: [bystander(cell)],
			alleo: [
				cell.account('a', { external_id: null }),
				cell.account('b', { external_id: `afas-${cell.base}` }),
				cell.account('c', { external_id: '' }),
				cell.account('y'),
			],
			people: ['unchanged'],
		}),
	},
	{
		name: 'the last day that is known is remarked upon',
		make: (cell) => ({
			source: [cell.person('a', { end_date: '2026-12-31' })],
			alleo: [cell.account('a')],
			people: ['unchanged'],
			notices: ['UPCOMING_END'],
		}),
	},
];

export const FIELDS: Case[] = [...written, ...addresses, ...duplicates, ...others];

import type { Case, Cell, ExpectedRow, Item } from './cell.mts';

/** Transfers, in all the cases that the design lists. */

const row = (action: ExpectedRow['action'], id: string, reason: string) => ({
	action,
	external_id: id,
	reason,
});

/** The same human under two records: `a` ended, `b` goes on. */
const asOne = (cell: Cell, overrides: Item = {}): Item => {
	const { email, birthday, first_name, prefix, last_name } = cell.person('a');
	return { email, birthday, first_name, prefix, last_name, ...overrides };
};

export const TRANSFERS: Case[] = [
	{
		name: 'transfer: one update of the existing account',
		make: (cell) => ({
			source: [cell.ended('a'), cell.person('b', asOne(cell))],
			alleo: [cell.account('a')],
			people: ['merged', 'update'],
			rows: [{ ...row('update', cell.id('b'), 'TRANSFER'), after: { external_id: cell.id('b') } }],
		}),
	},
	{
		name: 'transfer: the address in other case, with spaces',
		make: (cell) => ({
			source: [
				cell.ended('a', { email: ` ${cell.mail('a').toUpperCase()} ` }),
				cell.person('b', asOne(cell)),
			],
			alleo: [cell.account('a')],
			people: ['merged', 'update'],
			rows: [row('update', cell.id('b'), 'TRANSFER')],
		}),
	},
	...[null, '1900-01-01', '1970-01-01'].map((birthday) => ({
		name: `transfer: an unknown birthday (${birthday}) is a doubt`,
		make: (cell: Cell) => ({
			source: [cell.ended('a'), cell.person('b', asOne(cell, { birthday }))],
			alleo: [cell.account('a')],
			people: ['hold' as const, 'hold' as const],
			rows: [
				row('hold', cell.id('a'), 'POSSIBLE_TRANSFER'),
				row('hold', cell.id('b'), 'POSSIBLE_TRANSFER'),
			],
		}),
	})),
	...[
		{ birthday: '1950-01-01' },
		{ first_name: 'Anders' },
		{ birthday: null, first_name: 'Anders', last_name: 'Anders' },
		{ birthday: '1900-01-01', first_name: 'Anders', last_name: 'Anders' },
	].map((other) => ({
		name: `transfer: ${JSON.stringify(other)} is another person`,
		make: (cell: Cell) => ({
			source: [cell.ended('a'), cell.person('b', asOne(cell, other))],
			alleo: [cell.account('a')],
			people: ['deactivate' as const, 'hold' as const],
			rows: [
				row('deactivate', cell.id('a'), 'FORMER_PAYROLL'),
				row('hold', cell.id('b'), 'EMAIL_OF_LEAVER'),
			],
		}),
	})),
	{
		name: 'transfer: an inactive old account is a possible re-hire',
		make: (cell) => ({
			source: [cell.ended('a'), cell.person('b', asOne(cell))],
			alleo: [cell.account('a', { is_active: false })],
			people: ['unchanged', 'hold'],
			rows: [row('hold', cell.id('b'), 'POSSIBLE_REHIRE')],
		}),
	},
	{
		name: 'transfer: without an old account the newcomer is new',
		make: (cell) => ({
			source: [cell.ended('a'), cell.person('b', asOne(cell))],
			alleo: [],
			people: ['ended_unknown', 'create'],
			rows: [row('create', cell.id('b'), 'NEW_IN_SERVICE')],
		}),
	},
	{
		name: 'transfer: the new record starts within seven days',
		make: (cell) => ({
			source: [
				cell.ended('a', { end_date: '2026-11-20' }),
				cell.upcoming('b', asOne(cell, { start_date: '2026-11-27' })),
			],
			alleo: [cell.account('a')],
			people: ['merged', 'upcoming'],
			notices: ['TRANSFER_PENDING', 'UPCOMING_START'],
		}),
	},
	{
		name: 'transfer: the new record starts after eight days',
		make: (cell) => ({
			source: [
				cell.ended('a', { end_date: '2026-11-20' }),
				cell.upcoming('b', asOne(cell, { start_date: '2026-11-28' })),
			],
			alleo: [cell.account('a')],
			people: ['deactivate', 'upcoming'],
			rows: [row('deactivate', cell.id('a'), 'FORMER_PAYROLL')],
		}),
	},
	...[['a'], ['b'], ['a', 'b']].map((without) => ({
		name: `transfer: no address on ${without.join(' and ')}, same birthday and full name`,
		make: (cell: Cell) => {
			const none = (letter: string): Item => (without.includes(letter) ? { email: null } : {});
			return {
				source: [
					cell.ended('a', none('a')),
					cell.upcoming(
						'b',
						asOne(cell, { email: cell.mail('b'), start_date: '2026-11-25', ...none('b') }),
					),
				],
				alleo: [cell.account('a')],
				people: ['hold' as const, 'hold' as const],
				rows: [
					row('hold', cell.id('a'), 'POSSIBLE_TRANSFER'),
					row('hold', cell.id('b'), 'POSSIBLE_TRANSFER'),
				],
			};
		},
	})),
	{
		name: 'transfer: no address on the leaver, in service under another one',
		make: (cell) => ({
			source: [
				cell.ended('a', { email: null }),
				cell.person('b', asOne(cell, { email: cell.mail('b') })),
			],
			alleo: [cell.account('a')],
			people: ['hold', 'hold'],
			rows: [
				row('hold', cell.id('a'), 'POSSIBLE_TRANSFER'),
				row('hold', cell.id('b'), 'POSSIBLE_TRANSFER'),
			],
		}),
	},
	{
		name: 'transfer: no address, same birthday but another name is nobody special',
		make: (cell) => ({
			source: [
				cell.ended('a', { email: null }),
				cell.person('b', { birthday: cell.person('a')['birthday'] }),
			],
			alleo: [cell.account('a')],
			people: ['deactivate', 'create'],
			rows: [
				row('deactivate', cell.id('a'), 'FORMER_PAYROLL'),
				row('create', cell.id('b'), 'NEW_IN_SERVICE'),
			],
		}),
	},
	{
		name: 'transfer: afterwards the old record is simply unknown',
		make: (cell) => ({
			source: [cell.ended('a'), cell.person('b', asOne(cell))],
			alleo: [cell.account('a', { external_id: cell.id('b') })],
			people: ['ended_unknown', 'unchanged'],
		}),
	},
	{
		// Interrupted after the create, the next run finds an account of its own and an old one that ended.
		name: 'transfer towards another Alleo company is one move',
		make: (cell) => ({
			source: [cell.ended('a'), cell.person('b', asOne(cell, { alleo_filter: 'Logistiek' }))],
			alleo: [cell.account('a')],
			people: ['merged', 'create'],
			rows: [row('create', cell.id('b'), 'MOVE'), row('deactivate', cell.id('a'), 'MOVE')],
		}),
	},
];

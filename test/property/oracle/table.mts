import type { Case, Cell, CountName, Expected, ExpectedRow, Item } from './cell.mts';

/** The decision table of the design, cell by cell, as its text has it. */

type Column =
	| 'none'
	| 'active'
	| 'inactive'
	| 'adoptable'
	| 'inactiveNoId'
	| 'inactiveOther'
	| 'taken';

const COLUMNS: Record<Column, (cell: Cell) => Item[]> = {
	none: () => [],
	active: (cell) => [cell.account()],
	inactive: (cell) => [cell.account('a', { is_active: false })],
	adoptable: (cell) => [cell.account('a', { external_id: null, language: 'en' })],
	inactiveNoId: (cell) => [cell.account('a', { external_id: null, is_active: false })],
	inactiveOther: (cell) => [
		cell.account('a', { external_id: `hibob-${cell.base}`, is_active: false }),
	],
	taken: (cell) => [cell.account('a', { external_id: `hibob-${cell.base}` })],
};

type Answer = (cell: Cell) => Expected;

const only =
	(count: CountName, notices: string[] = []): Answer =>
	() => ({ people: [count], notices });

const row =
	(action: ExpectedRow['action'], reason?: string, after?: Item): Answer =>
	(cell) => ({
		people: [action],
		rows: [
			{
				action,
				external_id: cell.id(),
				...(reason === undefined ? {} : { reason }),
				...(after === undefined ? {} : { after }),
			},
		],
	});

const hold = (reason?: string): Answer => row('hold', reason);
const off = (reason: string): Answer => row('deactivate', reason, { is_active: false });

const create: Answer = (cell) => {
	const person = cell.person();
	const fields = ['email', 'first_name', 'prefix', 'last_name', 'language', 'birthday'] as const;
	const after = Object.fromEntries(
		[...fields, 'external_id', 'work_anniversary', 'group'].map((field) => [field, person[field]]),
	);
	return row('create', 'NEW_IN_SERVICE', after)(cell);
};

const adopt: Answer = (cell) => row('update', 'ADOPTED', { external_id: cell.id() })(cell);

const ROWS: Record<string, { make: (cell: Cell) => Item; cells: Record<Column, Answer> }> = {
	active: {
		make: (cell) => cell.person(),
		cells: {
			none: create,
			active: only('unchanged'),
			inactive: row('reactivate', 'BACK_IN_SERVICE', { is_active: true }),
			adoptable: adopt,
			inactiveNoId: hold('POSSIBLE_REHIRE'),
			inactiveOther: hold('POSSIBLE_REHIRE'),
			taken: (cell) => row('update', 'TAKEOVER', { external_id: cell.id() })(cell),
		},
	},
	upcoming: {
		make: (cell) => cell.upcoming(),
		cells: {
			none: only('upcoming', ['UPCOMING_START']),
			active: only('unchanged', ['UPCOMING_START']),
			inactive: only('upcoming', ['UPCOMING_START']),
			adoptable: only('upcoming', ['UPCOMING_START']),
			inactiveNoId: only('upcoming', ['UPCOMING_START']),
			inactiveOther: only('upcoming', ['UPCOMING_START']),
			taken: only('upcoming', ['UPCOMING_START']),
		},
	},
	'upcoming without an address': {
		make: (cell) => cell.upcoming('a', { email: null, first_name: null }),
		cells: {
			none: only('upcoming'),
			active: only('unchanged'),
			inactive: only('upcoming'),
			adoptable: only('upcoming'),
			inactiveNoId: only('upcoming'),
			inactiveOther: only('upcoming'),
			taken: only('upcoming'),
		},
	},
	ended: {
		make: (cell) => cell.ended(),
		cells: {
			none: only('ended_unknown'),
			active: off('FORMER_PAYROLL'),
			inactive: only('unchanged'),
			adoptable: hold(),
			inactiveNoId: only('unchanged'),
			inactiveOther: only('unchanged'),
			taken: only('ended_unknown'),
		},
	},
	'ended, with nothing but an id': {
		make: (cell) => ({
			external_id: cell.id(),
			status: 'ended',
			reason: { code: 'EMPLOYMENT_ENDED', text: 'Left.' },
			source: cell.person()['source'],
		}),
		cells: {
			none: only('ended_unknown'),
			active: off('EMPLOYMENT_ENDED'),
			inactive: only('unchanged'),
			adoptable: only('ended_unknown'), // no address to match on
			inactiveNoId: only('ended_unknown'),
			inactiveOther: only('ended_unknown'),
			taken: only('ended_unknown'),
		},
	},
	'ineligible by no': {
		make: (cell) => cell.ineligible('ACCESS_NO'),
		cells: {
			none: only('ineligible_unknown'),
			active: off('ACCESS_NO'),
			inactive: only('unchanged'),
			adoptable: hold(),
			inactiveNoId: only('unchanged'),
			inactiveOther: only('unchanged'),
			taken: only('ineligible_unknown'),
		},
	},
	'ineligible by an empty field': {
		make: (cell) => cell.ineligible('ACCESS_EMPTY'),
		cells: {
			none: only('ineligible_unknown'),
			active: hold(),
			inactive: only('unchanged'),
			adoptable: hold(),
			inactiveNoId: only('unchanged'),
			inactiveOther: only('unchanged'),
			taken: only('ineligible_unknown'),
		},
	},
	held: {
		make: (cell) => cell.held(),
		cells: {
			none: hold('EMAIL_INVALID'),
			active: hold('EMAIL_INVALID'),
			inactive: hold('EMAIL_INVALID'),
			adoptable: hold('EMAIL_INVALID'),
			inactiveNoId: hold('EMAIL_INVALID'),
			inactiveOther: hold('EMAIL_INVALID'),
			taken: hold('EMAIL_INVALID'),
		},
	},
};

export const TABLE: Case[] = Object.entries(ROWS).flatMap(([state, { make, cells }]) =>
	(Object.keys(COLUMNS) as Column[]).map((column) => ({
		name: `${state}, ${column}`,
		make: (cell: Cell) => ({
			source: [make(cell)],
			alleo: COLUMNS[column](cell),
			...cells[column](cell),
		}),
	})),
);

import { OTHER_COMPANY } from './cell.mts';
import type { Case, ExpectedRow } from './cell.mts';

/** Routing and moves between two Alleo companies. */

const row = (action: ExpectedRow['action'], id: string, reason: string): ExpectedRow => ({
	action,
	external_id: id,
	reason,
});

export const MOVES: Case[] = [
	{
		name: 'move: two rows',
		make: (cell) => ({
			source: [cell.person('a', { alleo_filter: ' LOGISTIEK ' })],
			alleo: [cell.account('a')],
			people: ['create'],
			rows: [
				{ ...row('deactivate', cell.id('a'), 'MOVE'), company: 41 },
				{ ...row('create', cell.id('a'), 'MOVE'), company: OTHER_COMPANY },
			],
		}),
	},
	{
		name: 'routed and known there',
		make: (cell) => ({
			source: [cell.person('a', { alleo_filter: 'logistiek' })],
			alleo: [cell.account('a', { company_id: OTHER_COMPANY })],
			people: ['unchanged'],
		}),
	},
	{
		name: 'unrouted value is held and the account stays',
		make: (cell) => ({
			source: [cell.person('a', { alleo_filter: 'onbekend' })],
			alleo: [cell.account('a')],
			people: ['hold'],
			rows: [row('hold', cell.id('a'), 'FILTER_UNROUTED')],
		}),
	},
	{
		name: 'a leaver with an unrouted value still leaves',
		make: (cell) => ({
			source: [cell.ended('a', { alleo_filter: 'onbekend' })],
			alleo: [cell.account('a')],
			people: ['deactivate'],
			rows: [row('deactivate', cell.id('a'), 'FORMER_PAYROLL')],
		}),
	},
];

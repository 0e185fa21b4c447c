import type { Ground, HoldChoice } from '../../core/model/plan';
import type { IssueCode } from '../../core/issues';
import { makePlan, reason } from './approvalPlan.mts';
import type { Plan } from './approvalPlan.mts';

/** A plan with every question about who is who: takeovers, an adoption, a re-hire, a transfer of two rows. */

type Says = Ground['says'];

const ground = (
	key: Ground['key'],
	says: Says,
	source: string | null,
	other: string | null,
): Ground => ({ key, says, source, other });

/** What Alleo Diff compares; `birthday` and `names` choose what speaks for or against. */
export const grounds = (birthday: Says, names: Says): Ground[] => [
	ground('external_id', 'differs', 'nmbrs-31', 'HiBob-77'),
	ground('email', 'agrees', 'g.visser@bakkerij.example', 'G.Visser@bakkerij.example'),
	ground('birthday', birthday, '1990-05-04', birthday === 'unknown' ? null : '1990-05-04'),
	ground('first_name', names, 'Guusje', names === 'agrees' ? 'Guusje' : 'Receptie'),
	ground('last_name', names, 'Visser', names === 'agrees' ? 'Visser' : 'Balie'),
	ground('number', 'unknown', '31', null),
];

const text = (code: string, words: string) => ({ code, text: words, params: {} });

export const choice = (alleoId: number, externalId: string): HoldChoice => ({
	action: 'update',
	alleo_company_id: 12,
	alleo_id: alleoId,
	changes: [
		{ field: 'external_id', from: `HiBob-${alleoId}`, to: externalId },
		{ field: 'last_name', from: 'Jansen', to: 'Visser' },
	],
	before: { is_active: true, external_id: `HiBob-${alleoId}`, last_name: 'Jansen' },
	after: { external_id: externalId, last_name: 'Visser' },
	reason: reason('ADOPTED'),
});

const takeover = (number: number, name: string, compared: Ground[]) => ({
	action: 'update' as const,
	row_id: `t${number}`,
	name,
	external_id: `nmbrs-${number}`,
	alleo_id: 9000 + number,
	changes: [{ field: 'external_id', from: `HiBob-${number}`, to: `nmbrs-${number}` }],
	before: { is_active: true, external_id: `HiBob-${number}` },
	after: { external_id: `nmbrs-${number}` },
	reason: text('TAKEOVER', 'The account has the id of another system.'),
	grounds: compared,
});

const hold = (number: number, name: string, code: IssueCode, parts: object = {}) => ({
	action: 'hold' as const,
	row_id: `h${number}`,
	name,
	external_id: `nmbrs-${number}`,
	alleo_id: 9000 + number,
	reason: reason(code, { account: 9000 + number }),
	grounds: grounds('unknown', 'differs'),
	choice: choice(9000 + number, `nmbrs-${number}`),
	...parts,
});

const moved = choice(9071, 'nmbrs-71');

/**
 * - `t31` speaks for itself, `t32` has only its address; `h51` an address that is taken, `h52` a re-hire;
 * - `h71` (new) and `h70` (old) are the two sides of one transfer; `h90` is held without a choice.
 */
export const questions = (overrides: Partial<Plan['summary']> = {}): Plan =>
	makePlan(
		[
			takeover(31, 'Guusje Visser', grounds('agrees', 'agrees')),
			takeover(32, 'Omar Bakker', grounds('unknown', 'differs')),
			{ action: 'update', row_id: 'u1', name: 'Esmée Jansen', external_id: 'nmbrs-41' },
			hold(51, 'Hüseyin Öztürk', 'EMAIL_TAKEN'),
			hold(52, 'Ilse Meijer', 'POSSIBLE_REHIRE', { grounds: grounds('agrees', 'agrees') }),
			hold(70, 'José de Wit', 'POSSIBLE_TRANSFER', { choice: moved, linked_row_id: 'h71' }),
			hold(71, 'José de Wit', 'POSSIBLE_TRANSFER', { choice: moved, linked_row_id: 'h70' }),
			{ action: 'hold', row_id: 'h90', name: 'Zonder Keuze', external_id: 'nmbrs-90' },
		],
		overrides,
	);

export const QUESTIONS: Plan = questions();

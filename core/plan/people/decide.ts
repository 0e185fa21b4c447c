/**
 * The decision table of the design: what the source says of a person, against what Alleo has. It is
 * total: a new state does not compile until somebody has decided every cell.
 */

export type SourceState =
	| 'active'
	| 'upcoming'
	| 'ended'
	| 'ineligible'
	| 'undecided' // ineligible only because the access field is empty: no evidence against an account
	| 'held'
	| 'absent';

export type TargetState =
	| 'none'
	| 'active' // by external id
	| 'inactive' // by external id
	| 'reused' // active, by external id, but somebody else by name and birthday
	| 'reused_inactive' // the same, inactive
	| 'adoptable' // active, same e-mail, no external id yet
	| 'doubtful' // active, same e-mail, no external id, but somebody else by name or birthday
	| 'foreign' // active, same e-mail, external id of another system, nothing against it
	| 'inactive_same_email' // inactive, same e-mail, another or no external id
	| 'email_taken'; // active, same e-mail, another person's, or in another Alleo company

/** A person is counted under exactly one of these (design section 5, "the counts add up"). */
export type PersonCount =
	| 'create'
	| 'update'
	| 'reactivate'
	| 'deactivate'
	| 'hold'
	| 'unchanged'
	| 'upcoming'
	| 'ended_unknown'
	| 'ineligible_unknown'
	| 'merged';

/** Codes without places: a cell knows nothing of the person but the two states. */
type HoldCode =
	| 'OWN_ISSUES'
	| 'IDENTITY_CHANGED'
	| 'ADOPT_DOUBTFUL'
	| 'POSSIBLE_REHIRE'
	| 'EMAIL_TAKEN'
	| 'ENDED_NOT_LINKED'
	| 'INELIGIBLE_NOT_LINKED'
	| 'ACCESS_EMPTY_ACTIVE';

export type Decision =
	| { do: 'create' | 'update' | 'adopt' | 'takeover' | 'reactivate' }
	| { do: 'deactivate'; by: 'evidence' | 'eligibility' | 'absence' }
	| { do: 'hold'; code: HoldCode }
	| { do: 'nothing'; count: PersonCount }
	| { do: 'unreachable'; because: string };

const create: Decision = { do: 'create' };
const update: Decision = { do: 'update' };
const adopt: Decision = { do: 'adopt' };
const takeover: Decision = { do: 'takeover' };
const reactivate: Decision = { do: 'reactivate' };
const hold = (code: HoldCode): Decision => ({ do: 'hold', code });
const nothing = (count: PersonCount): Decision => ({ do: 'nothing', count });
const deactivate = (by: 'evidence' | 'eligibility' | 'absence'): Decision => ({
	do: 'deactivate',
	by,
});
const unreachable = (because: string): Decision => ({ do: 'unreachable', because });

const WAIT = nothing('upcoming');
const BY_ID_ONLY = unreachable('an absent person is known by external id only');

export const DECISIONS: Record<SourceState, Record<TargetState, Decision>> = {
	active: {
		none: create,
		active: update,
		inactive: reactivate,
		reused: hold('IDENTITY_CHANGED'),
		reused_inactive: hold('IDENTITY_CHANGED'),
		adoptable: adopt,
		doubtful: hold('ADOPT_DOUBTFUL'),
		foreign: takeover, // only where the setting allows it, and always with approval
		inactive_same_email: hold('POSSIBLE_REHIRE'),
		email_taken: hold('EMAIL_TAKEN'),
	},
	upcoming: {
		none: WAIT,
		active: nothing('unchanged'),
		inactive: WAIT,
		reused: WAIT,
		reused_inactive: WAIT,
		adoptable: WAIT,
		doubtful: WAIT,
		foreign: WAIT,
		inactive_same_email: WAIT,
		email_taken: WAIT,
	},
	ended: {
		none: nothing('ended_unknown'),
		active: deactivate('evidence'),
		inactive: nothing('unchanged'),
		reused: hold('IDENTITY_CHANGED'), // whoever has the number now, it is not who left
		reused_inactive: nothing('unchanged'),
		adoptable: hold('ENDED_NOT_LINKED'), // an e-mail alone does not prove who this is
		doubtful: nothing('ended_unknown'),
		foreign: nothing('ended_unknown'),
		inactive_same_email: nothing('unchanged'),
		email_taken: nothing('ended_unknown'),
	},
	ineligible: {
		none: nothing('ineligible_unknown'),
		active: deactivate('eligibility'),
		inactive: nothing('unchanged'),
		reused: hold('IDENTITY_CHANGED'),
		reused_inactive: nothing('unchanged'),
		adoptable: hold('INELIGIBLE_NOT_LINKED'),
		doubtful: nothing('ineligible_unknown'),
		foreign: nothing('ineligible_unknown'),
		inactive_same_email: nothing('unchanged'),
		email_taken: nothing('ineligible_unknown'),
	},
	undecided: {
		none: nothing('ineligible_unknown'),
		active: hold('ACCESS_EMPTY_ACTIVE'), // an empty field is no evidence
		inactive: nothing('unchanged'),
		reused: hold('ACCESS_EMPTY_ACTIVE'),
		reused_inactive: nothing('unchanged'),
		adoptable: hold('INELIGIBLE_NOT_LINKED'),
		doubtful: nothing('ineligible_unknown'),
		foreign: nothing('ineligible_unknown'),
		inactive_same_email: nothing('unchanged'),
		email_taken: nothing('ineligible_unknown'),
	},
	held: {
		none: hold('OWN_ISSUES'),
		active: hold('OWN_ISSUES'),
		inactive: hold('OWN_ISSUES'),
		reused: hold('OWN_ISSUES'),
		reused_inactive: hold('OWN_ISSUES'),
		adoptable: hold('OWN_ISSUES'),
		doubtful: hold('OWN_ISSUES'),
		foreign: hold('OWN_ISSUES'),
		inactive_same_email: hold('OWN_ISSUES'),
		email_taken: hold('OWN_ISSUES'),
	},
	absent: {
		none: unreachable('absent means: in Alleo'),
		active: deactivate('absence'), // only under the policy, and only on complete coverage
		inactive: nothing('unchanged'),
		reused: BY_ID_ONLY,
		reused_inactive: BY_ID_ONLY,
		adoptable: BY_ID_ONLY,
		doubtful: BY_ID_ONLY,
		foreign: BY_ID_ONLY,
		inactive_same_email: BY_ID_ONLY,
		email_taken: BY_ID_ONLY,
	},
};

export const decide = (source: SourceState, target: TargetState): Decision =>
	DECISIONS[source][target];

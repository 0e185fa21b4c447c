import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DECISIONS } from '../../../../core/plan/people/decide';
import { examine } from '../../../../core/plan/people/examine';
import type { DiffOptions } from '../../../../core/plan/options';
import { NO_PAST } from '../../../../core/plan/past';
import type { AlleoEmployee, Employee } from '../../../../core/model/employee';
import { ruleText } from '../../../../core/plan/people/rule';
import type { BeforeName, PolicyName } from '../../../../core/plan/people/rule';
import { ROOT } from '../../../support/paths.mts';
import { account, covered, held, inputOf, person } from '../../../support/people.mts';

/** The example table at the head of judge.ts: every line is acted out and must end as it says. */

interface Line {
	who: string;
	inAlleo: string;
	rule: string;
	follows: string;
}

const SOURCE = readFileSync(path.join(ROOT, 'core/plan/people/judge.ts'), 'utf8');

const LINES: readonly Line[] = SOURCE.split('\n')
	.filter((line) => line.startsWith(' *   ') && !line.startsWith(' *   --'))
	.map((line) => line.slice(' *   '.length).split(/ {2,}/))
	.map(([who = '', inAlleo = '', rule = '', follows = '']) => ({ who, inAlleo, rule, follows }))
	.slice(1);

interface Told {
	/** The first one is the person that the line is about. */
	people: Employee[];
	options?: Partial<DiffOptions>;
	coverage?: object[];
	/** Accounts besides those of the line. */
	others?: AlleoEmployee[];
}

const because = (code: string): Employee['reason'] => ({ code, text: '', params: {} });
const ended = person(1, {
	status: 'ended',
	end_date: '2026-11-20',
	reason: because('EMPLOYMENT_ENDED'),
});
const no = person(1, { status: 'ineligible', reason: because('ACCESS_NO') });
const under = (number: number): Employee => person(1, { external_id: `nmbrs-${number}` });
const routing = [{ filter: 'logistiek', companyId: 42 }];

const PEOPLE: Record<string, Told> = {
	'in service': { people: [person(1)] },
	'in service, new name': { people: [person(1, { last_name: 'Anders' })] },
	'in service, no last name': { people: [person(1, { last_name: null })] },
	'starts later': { people: [person(1, { status: 'upcoming', start_date: '2027-01-01' })] },
	'left service': { people: [ended] },
	'left 4 days ago, 30 kept': { people: [ended], options: { offboardAfterDays: 30 } },
	'left, half was read': { people: [ended], coverage: [covered('c1', 1, false)] },
	'left, the rest was not': {
		people: [ended],
		coverage: [covered('c1'), covered('c2', 1, false)],
	},
	'access says no': { people: [no] },
	'access says no, reported': { people: [no], options: { ineligiblePolicy: 'report' } },
	'access is empty': {
		people: [person(1, { status: 'ineligible', reason: because('ACCESS_EMPTY') })],
	},
	'held by the source': { people: [held(1, 'TYPE_UNKNOWN', 'employment_type')] },
	'e-mail of a colleague': { people: [person(1), person(2, { email: person(1).email })] },
	'left under an old number': { people: [ended, under(2)] },
	'here under a new number': { people: [under(2), ended] },
	'without external id': { people: [person(1, { external_id: null })] },
	'in service, wrote in 42': {
		people: [person(1)],
		options: { past: { ...NO_PAST, log: 'read', companies: new Map([[42, true]]) } },
	},
	'routed to nowhere': { people: [person(1, { alleo_filter: 'mars' })], options: { routing } },
	'routed to company 42': {
		people: [person(1, { alleo_filter: 'logistiek' })],
		options: { routing },
	},
	'routed there, refused': {
		people: [person(1, { alleo_filter: 'logistiek' })],
		options: { routing, refusedMoves: ['nmbrs-1|41|42|person1@example.nl|createFirst'] },
	},
	'e-mail that stays taken': {
		people: [person(1, { email: 'anders@example.nl' })],
		others: [account(8, { email: 'anders@example.nl', is_active: false, external_id: 'hibob-8' })],
	},
};

const somebodyElse = { first_name: 'Anders', last_name: 'Iemand', birthday: '1955-05-05' };

const ALLEO: Record<string, AlleoEmployee[]> = {
	'no account': [],
	'own, active': [account(1)],
	'own, in company 42': [account(1, { company_id: 42 })],
	'own, inactive': [account(1, { is_active: false })],
	'own, twice': [account(1), account(1, { id: 2001, email: 'twee@example.nl' })],
	'of the old number': [account(1)],
	'same e-mail, no id': [account(1, { external_id: null })],
	'same e-mail, inactive': [account(1, { is_active: false, external_id: 'nmbrs-9' })],
	'same e-mail, another id': [account(1, { external_id: 'hibob-9' })],
	'same e-mail, id 9 of ours': [account(1, { external_id: 'nmbrs-9' })],
	'somebody else, own id': [account(1, somebodyElse)],
	'the same, inactive': [account(1, { ...somebodyElse, is_active: false })],
	'somebody else, no id': [account(1, { ...somebodyElse, external_id: null })],
	'nothing but e-mail, no id': [
		account(1, { external_id: null, first_name: null, last_name: null, birthday: null }),
	],
};

test.each(LINES)('$who, $inAlleo: $follows', ({ who, inAlleo, rule, follows }) => {
	const { people, options = {}, coverage, others = [] } = PEOPLE[who] ?? { people: [] };
	const accounts = [...(ALLEO[inAlleo] ?? []), ...others];
	const examined = examine(inputOf(people, accounts, options, coverage));
	if (!examined.ok) throw new Error(examined.problem.code);
	const { external_id: id } = people[0] ?? { external_id: '?' };
	const found = examined.value.proposals.find((one) => one.person.external_id === id);
	if (found === undefined) throw new Error(`nobody is "${who}"`);
	const rows = found.rows.map((row) => `${row.action} ${row.reason.code}`).join(', ');
	expect([ruleText(found.rule), rows === '' ? `- ${found.count}` : rows]).toEqual([rule, follows]);
});

const BEFORE: Record<BeforeName, true> = {
	ownIssues: true,
	twin: true,
	transfer: true,
	noExternalId: true,
	severalAccounts: true,
	unrouted: true,
	move: true,
};
const POLICIES: Record<PolicyName, true> = {
	reportIneligible: true,
	grace: true,
	provenPartition: true,
	wholeSource: true,
	formerCompany: true,
	refusedMove: true,
	requiredFields: true,
	addressTaken: true,
};

test('every rule, every policy, each row and each column of the table is in it', () => {
	const rules = new Set(LINES.map(({ rule }) => rule));
	for (const name of Object.keys(BEFORE)) expect(rules).toContain(`before: ${name}`);
	for (const name of Object.keys(POLICIES)) expect(rules).toContain(`policy: ${name}`);
	const sides = (at: number): string[] => [...rules].map((rule) => rule.split(' / ')[at] ?? '');
	const judged = Object.keys(DECISIONS).filter((source) => source !== 'absent');
	expect(sides(0)).toEqual(expect.arrayContaining(judged));
	expect(sides(1)).toEqual(expect.arrayContaining(Object.keys(DECISIONS.active)));
});

test('every person and every account that the test knows is in it', () => {
	expect(new Set(LINES.map(({ who }) => who))).toEqual(new Set(Object.keys(PEOPLE)));
	expect(new Set(LINES.map(({ inAlleo }) => inAlleo))).toEqual(new Set(Object.keys(ALLEO)));
});

import { writeExclusions } from '../../../core/approval/exclusions';
import { settingsProblem } from '../../../core/explain';
import type { PlanRow } from '../../../core/model/plan';
import { joinSignatures } from '../../../core/plan/signature';
import { readPast } from '../../../core/runLog/past';
import { account, held, person, range, run, TODAY } from '../../support/people.mts';
import { keys, step, theAnswer } from './ask.mts';

/** What the run log of the customer says of a person: left out, on hold since, a company of before. */

const WORKFLOW = 'w1';
const source = range(1, 41).map((number) => person(number));
const alleo = range(1, 40).map((number) => account(number));

const base = {
	run: '7',
	workflow: WORKFLOW,
	state: 'applied',
	reference_date: '2026-11-20',
	started_at: '2026-11-20T03:00:00.000Z',
	finished_at: '2026-11-20T09:30:00.000Z',
};

/** The decided plan of these rows, with the first of them left out. */
function leftOut(rows: PlanRow[], until: string | null) {
	const [row] = rows as [PlanRow];
	const exclusions = [{ reason: 'Begint later', row_ids: [row.row_id], until }];
	const approval = {
		...{ plan_id: row.plan.id, plan_hash: row.plan.hash, decision: 'approved' as const },
		...{ approver: 'Sanne de Boer', comment: null, decided_at: '2026-11-20T09:15:00.000Z' },
		...{ excluded: [row.row_id], exclusions },
	};
	return {
		...base,
		...{ decision: 'approved', decided_at: approval.decided_at, approver: approval.approver },
		signatures: joinSignatures(rows),
		exclusions: writeExclusions(rows, approval),
	};
}

const ask = (question: string, rows: object[], world: object = {}) =>
	theAnswer(question, {
		...{ source, alleo, options: { past: readPast(rows, WORKFLOW, TODAY) } },
		log: { rows, workflow: WORKFLOW },
		...world,
	});

test('who left the change out, until when and why', () => {
	const { rows } = run(source, alleo);
	const answer = ask('nmbrs-41', [leftOut(rows, '2026-12-31')]);
	expect(answer.headline).toContain('Sanne de Boer left this change out until 31 Dec 2026.');
	expect(answer.headline_nl).toContain('slaat deze wijziging over tot en met 31 dec 2026.');
	expect(step(answer, 'approval')).toMatchObject({
		ok: false,
		text: 'Sanne de Boer left this change out on 20 November 2026 10:15, until and including 31 Dec 2026. Reason: Begint later',
	});
});

test('left out once, or up to a day that is over, is only an earlier plan', () => {
	const { rows } = run(source, alleo);
	for (const until of [null, '2026-11-23']) {
		const answer = ask('nmbrs-41', [leftOut(rows, until)]);
		expect(answer.headline).not.toContain('left this change out');
		expect(step(answer, 'approval').text).toBe(
			'The same change stood in an earlier plan, which was decided on 20 November 2026 10:15.',
		);
	}
});

test('another change, another workflow, or no log at all says nothing of earlier runs', () => {
	const { rows } = run(source, alleo);
	const log = leftOut(rows, '2026-12-31');
	expect(keys(ask('nmbrs-40', [log]))).not.toContain('approval');
	expect(keys(ask('nmbrs-41', [{ ...log, workflow: 'w2' }]))).not.toContain('approval');
	expect(keys(theAnswer('nmbrs-41', { source, alleo }))).not.toContain('approval');
});

test('since when somebody is on hold', () => {
	const waits = held(3, 'EMAIL_MISSING', 'email');
	const people = [person(1), person(2), waits];
	const accounts = range(1, 3).map((number) => account(number));
	const id = waits.external_id ?? '';
	const counts = JSON.stringify({
		holds: [{ external_id: id, since: '2026-11-10', partition: 'c1', code: 'EMAIL_MISSING' }],
	});
	const world = { source: people, alleo: accounts };
	const text = (rows: object[]) => step(ask(id, rows, world), 'held').text;
	expect(text([{ ...base, counts }])).toContain('On hold since 10 Nov 2026 (14 days).');
	expect(text([base])).not.toContain('On hold since');
});

test('an account in a company that the settings name no more holds whoever is in service', () => {
	const counts = JSON.stringify({
		applied: [{ action: 'create', partition: 'c1', alleo_company_id: 77, people: 1 }],
	});
	const world = { alleo: [...alleo, account(41, { company_id: 77 })] };
	const answer = ask('nmbrs-41', [{ ...base, counts }], world);
	expect(answer.verdict).toBe('held');
	expect(step(answer, 'held')).toMatchObject({ code: 'FORMER_COMPANY', ok: false });
	expect(ask('nmbrs-41', [base], world).verdict).toBe('gets_access');
});

test('settings that went on after an error are the problem, and no setting after them', () => {
	const failed = { error: 'The keys do not reach company 999.', code: 'NONE_OF_OURS', details: '' };
	expect(settingsProblem(failed, 'nl')).toMatchObject({
		code: 'EXPLAIN_SETTINGS_FAILED',
		params: { problem: 'The keys do not reach company 999.' },
	});
	for (const fine of [null, '', {}, { customer_name: 'Bakkerij' }]) {
		expect(settingsProblem(fine, 'nl')).toBeNull();
	}
});

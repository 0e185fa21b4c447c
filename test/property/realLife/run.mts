import type { AlleoEmployee } from '../../../core/model/employee';
import type { PlanRow } from '../../../core/model/plan';
import { ListAlleo } from '../listAlleo.mts';
import { harmsOf, notInStep } from './oracle.mts';
import type { Harm } from './oracle.mts';
import { careful, careless } from './person.mts';
import { carry, peopleOf, planOf } from './steps.mts';
import type { Truth } from './truth.mts';

/** A world lived through in three ways, and what went wrong in each. */

export interface Finding {
	way: 'nobody asked' | 'careful' | 'careless';
	harm: Harm | { what: string };
	rows: string[];
}

export const outline = (row: PlanRow): string =>
	`${row.action} ${row.external_id ?? '-'} -> ${row.alleo_id ?? 'new'} ${row.reason.code}`;

const copied = (accounts: readonly AlleoEmployee[]): AlleoEmployee[] =>
	accounts.map((account) => ({ ...account }));

export interface Lived {
	findings: Finding[];
	/** How often each code stood on a row, a person or a guard. */
	codes: string[];
	asked: boolean;
}

type People = Exclude<ReturnType<typeof peopleOf>, { code: string }>['people'];

async function nobodyAsked(truth: Truth, people: People): Promise<Lived> {
	const alleo = new ListAlleo(truth.accounts);
	const plans = planOf(truth, people, alleo.accounts, 'whenGuardTrips');
	const codes = [
		...plans.flatMap(({ rows }) => rows.map(({ action, reason }) => `${action} ${reason.code}`)),
		...people.flatMap(({ status, issues, notices }) => [
			`person ${status}`,
			...[...issues, ...notices].map(({ code }) => code),
		]),
	];
	const ready = plans.filter(({ summary }) => !summary.needs_approval);
	for (const { rows } of ready) await carry(alleo, rows, null);
	const harms = harmsOf(truth, new Map(truth.ownerOf), truth.accounts, alleo.accounts);
	const rows = ready.flatMap((plan) => plan.rows.map(outline));
	return {
		findings: harms.map((harm) => ({ way: 'nobody asked', harm, rows })),
		codes,
		asked: ready.length < plans.length,
	};
}

async function withSomebodyCareful(truth: Truth, people: People): Promise<Finding[]> {
	const findings: Finding[] = [];
	const alleo = new ListAlleo(truth.accounts);
	const owners = new Map(truth.ownerOf);
	for (let round = 0; round < 3; round++) {
		const before = copied(alleo.accounts);
		const plans = planOf(truth, people, before, 'always');
		const rows = plans.flatMap((plan) => plan.rows.map(outline));
		const { writes } = alleo;
		for (const plan of plans) {
			const { summary } = plan;
			const approval = summary.needs_approval
				? careful({ truth, owners, accounts: before }, plan)
				: null;
			if (approval === null && summary.needs_approval) continue;
			await carry(alleo, plan.rows, approval);
		}
		for (const harm of harmsOf(truth, owners, before, alleo.accounts))
			findings.push({ way: 'careful', harm, rows });
		if (round < 2) continue;
		if (alleo.writes > writes)
			findings.push({ way: 'careful', harm: { what: 'a third run still writes' }, rows });
		const all = plans.flatMap((plan) => plan.rows);
		for (const harm of notInStep(truth, owners, alleo.accounts, all))
			findings.push({ way: 'careful', harm, rows });
	}
	return findings;
}

/** Approves everything and answers nothing: what is held is not touched. */
async function withSomebodyCareless(truth: Truth, people: People): Promise<Finding[]> {
	const alleo = new ListAlleo(truth.accounts);
	const findings: Finding[] = [];
	for (const plan of planOf(truth, people, alleo.accounts, 'always')) {
		const approval = plan.summary.needs_approval ? careless(plan) : null;
		if (approval === null && plan.summary.needs_approval) continue;
		const outcomes = await carry(alleo, plan.rows, approval);
		const held = new Set(
			plan.rows.filter(({ action }) => action === 'hold').map((row) => row.row_id),
		);
		for (const { row_id: rowId, outcome } of outcomes) {
			if (held.has(rowId ?? '') && outcome !== 'skipped') {
				const harm = { what: `a hold was ${outcome}` };
				findings.push({ way: 'careless', harm, rows: plan.rows.map(outline) });
			}
		}
	}
	return findings;
}

export async function live(truth: Truth): Promise<Lived> {
	const read = peopleOf(truth);
	if ('code' in read) return { findings: [], codes: [`stopped ${read.code}`], asked: false };
	const lived = await nobodyAsked(truth, read.people);
	lived.findings.push(...(await withSomebodyCareful(truth, read.people)));
	lived.findings.push(...(await withSomebodyCareless(truth, read.people)));
	return lived;
}

/** A world on a few lines, for whoever has to understand a failure. */
export const shown = (truth: Truth): string =>
	[
		`${truth.vendor} ${truth.stories.join(' + ')} selective=${truth.selective} incomplete=${[...truth.incomplete].join()}`,
		...truth.humans.map(
			(human) => `human ${human.key} in service ${human.inService} wish ${human.wish}`,
		),
		...truth.jobs.map(
			(job) =>
				`record ${job.id} of ${job.owner} [${job.noise.join()}] ${job.type} ${JSON.stringify(job.spans)} ${job.first ?? '-'} ${job.prefix ?? ''} ${job.last ?? '-'} ${job.birthday ?? '-'} ${job.email ?? '-'} access=${job.access ?? '-'} filter=${job.filter ?? '-'}`,
		),
		...truth.accounts.map(
			(one) =>
				`account ${one.id} of ${truth.ownerOf.get(one.id) ?? '-'} ${one.external_id ?? '-'} ${one.is_active ? 'active' : 'inactive'} ${one.first_name ?? '-'} ${one.prefix ?? ''} ${one.last_name ?? '-'} ${one.birthday ?? '-'} ${one.email ?? '-'} company ${one.company_id}`,
		),
	].join('\n');

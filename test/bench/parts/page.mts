import { writeFileSync } from 'node:fs';
import { joinSignatures } from '../../../core/plan/signature';
import { waitingPage } from '../../support/approvalWebhook.mts';
import { accounts } from '../data/accounts.mts';
import { rawEmployee } from '../data/people.mts';
import { diffAll, normalizeAll } from '../data/sync.mts';
import { Best, timed } from '../tool/measure.mts';
import { argumentsOf, report } from '../tool/part.mts';

/** What Sync Approval itself needs to show a plan: its whole answer to a GET, without n8n around it. */

export interface PageResult {
	rows: number;
	/** Milliseconds of the first answer of a fresh process, and of the best one. */
	first: number;
	best: number;
	/** Bytes of the page. */
	bytes: number;
}

const { people, rounds, page, plan } = argumentsOf<{
	people: number;
	rounds: number;
	/** Files to write: the page, and the plan for a real n8n. */
	page: string;
	plan: string;
}>();

const HOUR = 3_600_000;

/** Everybody changes: in three of four an account that is there, mostly in its group; the others are new. */
function everybodyChanges() {
	const source = Array.from({ length: people }, (_, number) => rawEmployee(number));
	const alleo = accounts(people, 'no change')
		.filter((_account, index) => index % 4 !== 0)
		.map((account, index) =>
			index % 5 === 0 ? { ...account, last_name: 'Voorheen' } : { ...account, group_name: 'Oud' },
		);
	return diffAll(normalizeAll(source as never), alleo, {
		createdAt: new Date().toISOString(),
		expiresAt: new Date(Date.now() + HOUR).toISOString(),
	});
}

const { rows, summary } = everybodyChanges();
/** Somebody decided yesterday about every other row. */
const history = [
	{
		workflow: 'workflow-1',
		decision: 'rejected',
		decided_at: '2026-11-23T08:00:00.000Z',
		approver: 'Sanne Support',
		signatures: joinSignatures(rows.filter((_row, index) => index % 2 === 0)),
	},
];
const waiting = waitingPage(
	{ rows, summary },
	{ parameters: { language: 'nl', summary: { ...summary }, history } },
);

const first = timed(() => waiting.get());
const best = new Best<'page'>();
for (let round = 0; round < rounds; round++) best.run('page', () => waiting.get());
if (first.value.status !== 200) throw new Error(`The page was refused: ${first.value.body}`);
writeFileSync(page, first.value.body);
writeFileSync(plan, JSON.stringify({ rows, summary }));
report({
	rows: rows.length,
	first: first.ms,
	best: best.get('page'),
	bytes: Buffer.byteLength(first.value.body),
} satisfies PageResult);

import type { AlleoEmployee, Employee } from '../../../core/model/employee';
import type { RawEmployee } from '../../../nodes/Nmbrs/employee/rawEmployee';
import { accountOf } from '../data/accounts.mts';
import type { Scenario } from '../data/accounts.mts';
import { PlainJoin, rowsOf } from '../data/floor.mts';
import { rawEmployee } from '../data/people.mts';
import { diffAll, normalizeAll } from '../data/sync.mts';
import { peakMb } from '../tool/measure.mts';
import { argumentsOf, report } from '../tool/part.mts';

/**
 * A million people, outside n8n: the raw rows come by in chunks and are dropped once normalized, so
 * that only what the diff needs stays in memory.
 */

export interface MillionResult {
	people: number;
	scenario: Scenario;
	parse: number;
	join: number;
	normalize: number;
	diff: number;
	megabytes: number;
	rows: number;
	joined: number;
	peakMb: number;
}

const CHUNK = 10_000;

const { people, scenario } = argumentsOf<{ people: number; scenario: Scenario }>();

const times = { parse: 0, join: 0, normalize: 0, diff: 0 };
let megabytes = 0;

function step<T>(name: keyof typeof times, task: () => T): T {
	const from = performance.now();
	const value = task();
	times[name] += performance.now() - from;
	return value;
}

function* chunks<T>(make: (number: number) => T | null): Generator<T[]> {
	for (let from = 0; from < people; from += CHUNK) {
		const made: T[] = [];
		for (let number = from; number < Math.min(people, from + CHUNK); number++) {
			const entry = make(number);
			if (entry !== null) made.push(entry);
		}
		const text = JSON.stringify(made);
		megabytes += text.length / 1e6;
		yield step('parse', () => JSON.parse(text) as T[]);
	}
}

const alleo: AlleoEmployee[] = [];
for (const chunk of chunks((number) => accountOf(number, scenario))) {
	for (const account of chunk) alleo.push(account);
}
const employees: Employee[] = [];
let join: PlainJoin | null = step('join', () => new PlainJoin(alleo));
for (const chunk of chunks<RawEmployee>(rawEmployee)) {
	step('join', () => join?.add(chunk));
	for (const employee of step('normalize', () => normalizeAll(chunk as never))) {
		employees.push(employee);
	}
}
const joined = rowsOf(join.finish());
join = null;
const plan = step('diff', () => diffAll(employees, alleo));

report({
	people,
	scenario,
	...times,
	megabytes,
	rows: plan.rows.length,
	joined,
	peakMb: peakMb(),
} satisfies MillionResult);

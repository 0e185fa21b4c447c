import { resolveIssue } from '../../issues';
import { ACCESS_FIELD, FIELDS, PANEL_ORDER } from '../mapping';
import { STATUS } from './tallies';
import type { FieldTallies } from './tallies';
import type { Example, FieldTally } from './tally';

/** One line of "Compare with what is published". Its keys are none of an employee's but `field`. */
export interface ComparedItem {
	/** The field as the panel calls it. */
	field: string;
	/** The same as Alleo and the next nodes call it; `setting` for what could not be compared. */
	alleo_field: string;
	source_before: string;
	source_now: string;
	/** Everybody who was compared. */
	people: number;
	/** People for whom the draft makes something else of it. */
	people_affected: number;
	/** Those of them who are in service in either version. */
	affected_in_service: number;
	held_more: number;
	held_less: number;
	/** People with a value; in the line of the status, people who are active. */
	filled_before: number;
	filled_now: number;
	/** The commonest changes, without a value of a person: `filled` -> `empty`. */
	examples: Example[];
	/** Why the line says less than it could; '' where it says everything. */
	problem: string;
}

/** All pairs of two statuses. */
const ALL_STATUSES = 25;

const said = (sources: ReadonlySet<string> | undefined): string => [...(sources ?? [])].join(' / ');

const isPanelField = (id: string): id is (typeof PANEL_ORDER)[number] =>
	PANEL_ORDER.some((field) => field === id);

/** How the panel calls a field, a budget or a setting. */
const labelOf = (id: string): string =>
	isPanelField(id)
		? FIELDS[id].label
		: id === ACCESS_FIELD || id === 'accessField'
			? 'Access Field'
			: id;

function line(
	id: string,
	tally: FieldTally,
	people: number,
	more: Partial<ComparedItem> = {},
): ComparedItem {
	return {
		field: labelOf(id),
		alleo_field: id,
		source_before: '',
		source_now: '',
		people,
		people_affected: tally.affected,
		affected_in_service: tally.inService,
		held_more: tally.heldMore,
		held_less: tally.heldLess,
		filled_before: tally.filledBefore,
		filled_now: tally.filledNow,
		examples: tally.examples(),
		problem: '',
		...more,
	};
}

/** How many go from one status to another, held among them. */
function statusLine(
	{ status, activeBefore, activeNow }: FieldTallies,
	people: number,
): ComparedItem {
	const examples = status.examples(ALL_STATUSES);
	const sum = (key: 'from' | 'to'): number =>
		examples.reduce((total, one) => (one[key] === 'held' ? total + one.people : total), 0);
	return line(STATUS, status, people, {
		field: 'Status',
		held_more: sum('to'),
		held_less: sum('from'),
		filled_before: activeBefore,
		filled_now: activeNow,
		examples,
	});
}

function notComparedLine(setting: string, people: number): ComparedItem {
	const { message, action } = resolveIssue('PUBLISHED_SETTING_NOT_COMPARED', {
		setting: labelOf(setting),
	});
	return {
		field: labelOf(setting),
		alleo_field: 'setting',
		source_before: '',
		source_now: '',
		people,
		people_affected: 0,
		affected_in_service: 0,
		held_more: 0,
		held_less: 0,
		filled_before: 0,
		filled_now: 0,
		examples: [],
		problem: `${message} ${action}`,
	};
}

/** What could not be compared, then people affected most first, each in the order of the panel. */
export function itemsOf(
	tallies: FieldTallies,
	people: number,
	notCompared: readonly string[],
): ComparedItem[] {
	const order: string[] = [...PANEL_ORDER, ACCESS_FIELD];
	const ids = [...tallies.fields.keys()].sort(
		(a, b) =>
			(order.includes(a) ? order.indexOf(a) : order.length) -
			(order.includes(b) ? order.indexOf(b) : order.length),
	);
	const lines = ids.flatMap((id) => {
		const tally = tallies.fields.get(id);
		const sources = tallies.sources.get(id);
		return tally === undefined
			? []
			: [
					line(id, tally, people, {
						source_before: said(sources?.before),
						source_now: said(sources?.now),
					}),
				];
	});
	return [
		...[...new Set(notCompared)].map((setting) => notComparedLine(setting, people)),
		...[statusLine(tallies, people), ...lines].sort(
			(a, b) => b.people_affected - a.people_affected,
		),
	];
}

import { sha256 } from '../../model/hash';
import type { RunTimes } from '../../model/settings';
import type { Workflow, WorkflowNode } from './workflow';

/**
 * When a customer's workflow runs. Hundreds that all start at 04:00 sharp wait for each other, so each
 * has a time of its own that follows from the customer, between 03:30 and 05:30 in the time zone of
 * the workflow: after the hour that summer time takes or gives in Central Europe, before people work.
 * Twice a day adds the evening of Alleo's own integrations (04:00 and 20:00, reference alleo 4), 16 hours on.
 *
 * On the one night on which clocks go back, n8n (cron 4.4) starts a time between 03:00 and 04:00 twice:
 * an hour early, too. A run that finds nothing new plans nothing.
 */

const TRIGGER = 'n8n-nodes-base.scheduleTrigger';
const NAME = 'Every day';

const FIRST_MINUTE = 3 * 60 + 30;
const MINUTES = 120;
const EVENING_HOURS = 16;

/** A time of the day; seconds, because a thousand customers share 120 minutes. */
export interface StartTime {
	hour: number;
	minute: number;
	second: number;
}

interface Scheduled {
	customer: string;
	/** Stays the same when the customer connects again, or is called otherwise. */
	integration_id: string;
}

/** The same customer always has the same time; any two have the same second once in 7,200. */
export function startTime({ customer, integration_id: integration }: Scheduled): StartTime {
	const key = integration === '' ? `name ${customer.trim().toLowerCase()}` : `id ${integration}`;
	// 48 bits: what the remainder leaves uneven cannot be seen.
	const at = Number.parseInt(sha256(key).slice(0, 12), 16) % (MINUTES * 60);
	const minutes = FIRST_MINUTE + Math.floor(at / 60);
	return { hour: Math.floor(minutes / 60), minute: minutes % 60, second: at % 60 };
}

const two = (value: number): string => String(value).padStart(2, '0');

/** As people read it, to the minute: 04:07. */
export const clockTime = ({ hour, minute }: StartTime): string => `${two(hour)}:${two(minute)}`;

export function cronOf({ hour, minute, second }: StartTime, times: 'onceADay' | 'twiceADay') {
	const hours = times === 'onceADay' ? `${hour}` : `${hour},${hour + EVENING_HOURS}`;
	return `${second} ${minute} ${hours} * * *`;
}

const HOURS_AFTER_DAILY = 2;
/** Of the month: a day after most payroll runs; whoever knows better changes it in the node. */
const DAY_OF_MONTH = 26;

/**
 * The workflow, made beside a daily sync, two hours after it: whoever is new is in Alleo by then. The first
 * trigger gets the time.
 */
export function withTimeBeside(
	workflow: Workflow,
	customer: Scheduled,
	often: 'daily' | 'monthly',
): Workflow {
	const { hour, minute, second } = startTime(customer);
	const day = often === 'monthly' ? String(DAY_OF_MONTH) : '*';
	const expression = `${second} ${minute} ${hour + HOURS_AFTER_DAILY} ${day} * *`;
	const trigger = workflow.nodes.find(isTrigger);
	const rule = { interval: [{ field: 'cronExpression', expression }] };
	const nodes = workflow.nodes.map((node) =>
		node === trigger ? { ...node, parameters: { ...node.parameters, rule } } : node,
	);
	return { ...workflow, nodes };
}

const isTrigger = ({ type, disabled }: WorkflowNode): boolean =>
	type === TRIGGER && disabled !== true;

/**
 * The workflow with the time of its customer in the node "Every day". A trigger of another name was made,
 * or renamed, by somebody who says in it when it runs ("Every day at 04:00"), and stays.
 */
export function withSchedule(workflow: Workflow, customer: Scheduled, times: RunTimes): Workflow {
	if (times === 'template') return workflow;
	const expression = cronOf(startTime(customer), times);
	const nodes = workflow.nodes.map((node) =>
		node.type === TRIGGER && node.name === NAME
			? {
					...node,
					parameters: {
						...node.parameters,
						rule: { interval: [{ field: 'cronExpression', expression }] },
					},
				}
			: node,
	);
	return { ...workflow, nodes };
}

export interface Schedule {
	/** Times of each day, `04:42`, the earliest first; null where the schedule is another one. */
	runs_at: string[] | null;
	/** The cron expressions, as they are; empty where the schedule has none. */
	cron: string[];
	/** Of the workflow; null = that of this n8n. */
	time_zone: string | null;
}

/** Hours and minutes of "every day at"; null for any other schedule. */
const DAILY_CRON = /^(?:\d{1,2} )?(\d{1,2}) (\d{1,2}(?:,\d{1,2})*) \* \* \*$/;

function timesOfCron(expression: string): string[] | null {
	const [, minute, hours] = DAILY_CRON.exec(expression.trim().replace(/\s+/g, ' ')) ?? [];
	if (minute === undefined || hours === undefined) return null;
	return hours.split(',').map((hour) => `${two(Number(hour))}:${two(Number(minute))}`);
}

const numberOr = (value: unknown, otherwise: number): number =>
	typeof value === 'number' ? value : otherwise;

/** One rule of n8n's Schedule Trigger: a cron expression, or what its panel makes of "Days". */
function timesOfRule(rule: Readonly<Record<string, unknown>>): string[] | null {
	const { field = 'days', expression } = rule;
	if (field === 'cronExpression')
		return typeof expression === 'string' ? timesOfCron(expression) : null;
	if (field !== 'days' || numberOr(rule['daysInterval'], 1) !== 1) return null;
	const { triggerAtHour: hour, triggerAtMinute: minute } = rule;
	return typeof hour === 'number' ? [`${two(hour)}:${two(numberOr(minute, 0))}`] : null;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

function rulesOf({ parameters }: WorkflowNode): Array<Readonly<Record<string, unknown>>> {
	const { rule } = parameters;
	const interval = isRecord(rule) ? rule['interval'] : undefined;
	return Array.isArray(interval) ? interval.filter(isRecord) : [];
}

/** When the workflow runs by itself, as its triggers say. */
export function readSchedule({ nodes, settings }: Workflow): Schedule {
	const rules = nodes.filter(isTrigger).flatMap(rulesOf);
	const times = rules.map(timesOfRule);
	const known = times.flatMap((one) => one ?? []);
	const { timezone } = settings;
	return {
		runs_at: times.includes(null) || known.length === 0 ? null : [...new Set(known)].sort(),
		cron: rules.flatMap(({ expression }) => (typeof expression === 'string' ? [expression] : [])),
		time_zone: typeof timezone === 'string' && timezone !== '' ? timezone : null,
	};
}

/** A day of the month in a cron expression: 26, "1,15" or L; a star, alone or with a step, is none. */
const DAY_OF_MONTH_CRON = /^[\dL]/;

function isMonthlyRule({ field = 'days', expression }: Readonly<Record<string, unknown>>): boolean {
	if (field !== 'cronExpression') return field === 'months';
	const parts = typeof expression === 'string' ? expression.trim().split(/\s+/) : [];
	return DAY_OF_MONTH_CRON.test(parts.at(-3) ?? '');
}

/** Whether the workflow starts by itself on some days of the month only, as its triggers say. */
export function runsMonthly({ nodes }: Pick<Workflow, 'nodes'>): boolean {
	const rules = nodes.filter(isTrigger).flatMap(rulesOf);
	return rules.length > 0 && rules.every(isMonthlyRule);
}

import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { readHistory } from '../../core/explain/history';
import { RunRecord } from '../../core/runLog/columns';
import { readMemory } from '../../core/runLog/compare';
import { completeMessage } from '../../core/runLog/desk/complete';
import { endRecords, planRecords } from '../../core/runLog/end';
import { startRecord, stopRecord } from '../../core/runLog/record';
import { rowsToForget } from '../../core/runLog/retention';
import { version } from '../../package.json';
import { instantNow } from '../shared/clock';
import { jsonOn } from '../shared/inputs';
import { kindOf } from '../shared/outcome';
import { readAll, textOf, valueOf } from '../shared/parameters';
import { fleetItems } from './fleet';
import { customer, day, keepDays, mode, source, stage } from './properties';
import { object, parse, rowsOf } from './rows';

/** Reads the node's parameters and items, and lets core/history build the record. */

const text = (value: unknown): string => textOf(value) ?? '';

function itemsOf(context: IExecuteFunctions): IDataObject[] {
	const items: IDataObject[] = [];
	for (let input = 0; input < INPUT_COUNT; input++) {
		items.push(...jsonOn(context, input));
	}
	return items;
}

const INPUT_COUNT = 6;

function start(context: IExecuteFunctions, now: string): RunRecord {
	const settings = valueOf(
		context,
		readAll(context, { customer, source, mode, referenceDate: day }),
	);
	const workflow = text(context.getWorkflow().id);
	return startRecord({
		run: context.getExecutionId(),
		workflow,
		...settings,
		remembered: readMemory(itemsOf(context), workflow, settings.referenceDate).remembered.size,
		version,
		now,
	});
}

/** A log must not stop the run it is about: without a readable start the record begins here. */
function started(context: IExecuteFunctions, now: string): RunRecord {
	const given = context.getNodeParameter('start', 0, '');
	const parsed = RunRecord.safeParse(typeof given === 'string' ? parse(given) : given);
	if (parsed.success) return parsed.data;
	return startRecord({
		run: context.getExecutionId(),
		workflow: text(context.getWorkflow().id),
		customer: '',
		source: '',
		mode: '',
		referenceDate: '',
		remembered: 0,
		version,
		now,
	});
}

function stop(context: IExecuteFunctions, now: string): IDataObject {
	const [item = {}] = itemsOf(context);
	const { execution, trigger, workflow } = item;
	const failed = object(execution ?? trigger);
	const error = object(failed['error']);
	return {
		...stopRecord({
			run: text(failed['id']) || context.getExecutionId(),
			workflow: text(object(workflow)['id']) || text(context.getWorkflow().id),
			node: text(failed['lastNodeExecuted']),
			error: `${text(error['message'])} ${text(error['description'])}`,
			version,
			now,
		}),
	};
}

/** The log is poorer without what an expression cannot read, and the run goes on. */
function itemsOfRun(context: IExecuteFunctions): IDataObject[] {
	try {
		return rowsOf(context.getNodeParameter('run', 0, ''));
	} catch (error) {
		context.logger.warn('Sync Run Log sees only what is connected to it', { error: kindOf(error) });
		return [];
	}
}

function planned(context: IExecuteFunctions, now: string): RunRecord[] {
	return planRecords(
		started(context, now),
		readHistory([...itemsOfRun(context), ...itemsOf(context)]),
	);
}

function ended(context: IExecuteFunctions, now: string): RunRecord[] {
	const items = itemsOf(context);
	const came = readHistory(items);
	const isOver = came.summaries.some(({ status }) => status === 'empty');
	if (came.rows.length === 0 && came.outcomes.length === 0 && !isOver) return [];
	const known = readHistory([...itemsOfRun(context), ...items]);
	return endRecords({ start: started(context, now), came, known, now });
}

export function buildItems(context: IExecuteFunctions): IDataObject[] {
	const moment = valueOf(context, stage.read(context));
	const now = instantNow();
	if (moment === 'start') return [{ ...start(context, now) }];
	if (moment === 'stop') return [stop(context, now)];
	if (moment === 'plan') return planned(context, now).map((record) => ({ ...record }));
	if (moment === 'end') return ended(context, now).map((record) => ({ ...record }));
	if (moment === 'message') {
		const [came = {}] = jsonOn(context, 0);
		return [{ ...completeMessage(context.getNodeParameter('request', 0, {}), came) }];
	}
	if (moment === 'retention') {
		const days = valueOf(context, keepDays.read(context));
		return rowsToForget(itemsOf(context), days, now).map((id) => ({ id }));
	}
	// What the desk says stands on outputs of its own (desk.ts); the page of a plan asks n8n (planPage.ts).
	return moment === 'desk' || moment === 'planPage'
		? []
		: fleetItems(context, moment, itemsOf(context), now);
}

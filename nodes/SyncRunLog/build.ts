import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { readHistory } from '../../core/explain/history';
import { RunRecord } from '../../core/runLog/columns';
import { readMemory } from '../../core/runLog/compare';
import { digest } from '../../core/runLog/digest';
import { endRecord, planRecord, startRecord, stopRecord } from '../../core/runLog/record';
import { watch } from '../../core/runLog/watch';
import { isCivilDate } from '../../core/model/dates';
import type { Language } from '../../core/issues';
import { version } from '../../package.json';
import { civilToday, instantNow } from '../shared/clock';
import { jsonOn } from '../shared/inputs';
import type { Stage } from './properties';

/** Reads the node's parameters and items, and lets core/history build the record. */

const text = (value: unknown): string =>
	typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';

const object = (value: unknown): IDataObject =>
	typeof value === 'object' && value !== null ? (value as IDataObject) : {};

function itemsOf(context: IExecuteFunctions): IDataObject[] {
	const items: IDataObject[] = [];
	for (let input = 0; input < INPUT_COUNT; input++) {
		items.push(...jsonOn(context, input));
	}
	return items;
}

export const INPUT_COUNT = 6;

function start(context: IExecuteFunctions, now: string): RunRecord {
	const given = text(context.getNodeParameter('referenceDate', 0, ''));
	const referenceDate = isCivilDate(given) ? given : civilToday(context.getTimezone());
	const workflow = text(context.getWorkflow().id);
	return startRecord({
		run: context.getExecutionId(),
		workflow,
		customer: text(context.getNodeParameter('customer', 0, '')),
		source: text(context.getNodeParameter('source', 0, '')),
		mode: text(context.getNodeParameter('mode', 0, 'daily')),
		referenceDate,
		remembered: readMemory(itemsOf(context), workflow, referenceDate).remembered.size,
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

function parse(json: string): unknown {
	try {
		return JSON.parse(json);
	} catch {
		return null;
	}
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

/** Items as n8n's expressions give them (`$('…').all()`), plain rows, or their JSON. */
function rowsOf(value: unknown): IDataObject[] {
	const given = typeof value === 'string' ? parse(value) : value;
	return (Array.isArray(given) ? given : []).map((item) => {
		const entry = object(item);
		return entry['json'] === undefined ? entry : object(entry['json']);
	});
}

function watched(context: IExecuteFunctions, language: Language, now: string): IDataObject[] {
	const hours = (name: string): number => Number(context.getNodeParameter(name, 0, 0)) || 0;
	const limits = {
		noSuccessHours: hours('noSuccessHours'),
		undecidedHours: hours('undecidedHours'),
	};
	const states = rowsOf(context.getNodeParameter('states', 0, ''));
	const history = itemsOf(context);
	return watch({ history, states, limits, language, now }).map((change) => ({ ...change }));
}

export function buildItems(context: IExecuteFunctions, stage: Stage): IDataObject[] {
	if (stage !== 'watch' && stage !== 'digest') return [buildRecord(context, stage)];
	const language = context.getNodeParameter('language', 0, 'nl') === 'en' ? 'en' : 'nl';
	const now = instantNow();
	if (stage === 'watch') return watched(context, language, now);
	return [{ ...digest(itemsOf(context), language, now) }];
}

function buildRecord(context: IExecuteFunctions, stage: Stage): IDataObject {
	const now = instantNow();
	if (stage === 'start') return { ...start(context, now) };
	if (stage === 'stop') return stop(context, now);
	const { summary, rows, outcomes } = readHistory(itemsOf(context));
	const first = started(context, now);
	if (stage === 'end') return { ...endRecord({ start: first, summary, rows, outcomes, now }) };
	return { ...(summary === null ? first : planRecord(first, summary)) };
}

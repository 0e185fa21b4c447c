import { randomUUID } from 'node:crypto';
import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { diff } from '../../core/plan/people';
import type { DiffResult } from '../../core/plan/people';
import { planFile } from '../../core/plan/file';
import { FileDataset } from '../../core/model/plan';
import { civilToday, instantNow } from '../shared/clock';
import { toNodeError } from '../shared/errors';
import { jsonOn } from '../shared/inputs';
import { readFileOptions } from './file/options';
import { COVERAGE_INPUT, readPreviousFile, splitCoverage } from './file/previous';
import { rememberedPartitions, rememberPartitions } from './memory';
import { expiresAfter, readGivenDate, readSettings, refuser } from './readOptions';

/** From parameters and inputs to a plan; core does the rest. */

export const json = (items: INodeExecutionData[]): IDataObject[] => items.map((item) => item.json);

export function readDataset(context: IExecuteFunctions): 'employees' | FileDataset {
	const given: unknown = context.getNodeParameter('dataset', 0, 'employees');
	if (given === 'employees') return given;
	const parsed = FileDataset.safeParse(given);
	if (parsed.success) return parsed.data;
	const params = { setting: 'Dataset', problem: 'choose one from the list' };
	throw toNodeError(context.getNode(), 'DIFF_OPTION_INVALID', params);
}

export function planAccounts(context: IExecuteFunctions): DiffResult {
	const today = civilToday(context.getTimezone());
	const memory: IDataObject = context.getWorkflowStaticData('node') ?? {};
	const settings = readSettings(context, rememberedPartitions(memory, today));
	const createdAt = instantNow();
	const coverage = jsonOn(context, COVERAGE_INPUT);
	const result = diff({
		source: json(context.getInputData(0)),
		alleo: json(context.getInputData(1)),
		coverage,
		options: settings.options,
		referenceDate: settings.referenceDate === '' ? today : settings.referenceDate,
		createdAt,
		expiresAt: expiresAfter(createdAt, settings.expiresAfterHours),
	});
	if (result.ok) {
		rememberPartitions(
			memory,
			coverage.map((entry) => String(entry['partition'])),
			today,
		);
	}
	return result;
}

export async function planFileRows(
	context: IExecuteFunctions,
	dataset: FileDataset,
): Promise<DiffResult> {
	if (dataset === 'salaryLeave' && context.isToolExecution()) {
		throw toNodeError(context.getNode(), 'FLEX_NOT_BY_TOOL');
	}
	const refuse = refuser(context);
	const options = readFileOptions(context, refuse);
	const given = readGivenDate(context);
	const hours = Number(context.getNodeParameter('expiresAfterHours', 0, 24));
	if (!Number.isFinite(hours) || hours <= 0) {
		refuse('Expires After (Hours)', 'it must be more than 0');
	}
	const createdAt = instantNow();
	const { coverage, previous } = splitCoverage(context);
	return planFile({
		dataset,
		source: json(context.getInputData(0)),
		alleo: json(context.getInputData(1)),
		coverage: json(coverage),
		previous:
			dataset === 'salaryLeave' ? await readPreviousFile(context, previous) : { state: 'none' },
		options,
		referenceDate: given === '' ? civilToday(context.getTimezone()) : given,
		createdAt,
		expiresAt: expiresAfter(createdAt, hours),
		nonce: randomUUID(),
	});
}

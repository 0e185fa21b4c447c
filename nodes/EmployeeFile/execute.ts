import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { done, failed } from '../../core/model/result';
import type { Result } from '../../core/model/result';
import { earlierFiles } from '../../core/runLog/files';
import type { EarlierFile } from '../../core/runLog/files';
import { instantNow } from '../shared/clock';
import { readOutcome } from '../shared/outcome';
import type { Outputs } from '../shared/outcome';
import { readAll } from '../shared/parameters';
import { historyOf, isNotWired } from '../shared/runLog';
import { runSource } from '../shared/source/run';
import { emptyRead } from '../shared/source/source';
import type { Source } from '../shared/source/source';
import type { FileRecord } from './employee/records';
import { asked, binaryProperty, onPartitionError } from './properties';
import { readFile } from './read';
import type { FileContent, FileRead, FileReading } from './read';
import type { FileSettings } from './settings';

/** One file from n8n's items, and what earlier runs read, to the two outputs. */

const MEGABYTE = 1_000_000;

function readSettings(context: IExecuteFunctions): Result<FileSettings> {
	const read = readAll(context, asked);
	if (!read.ok) return read;
	const { scope, dateOrder: order, excelDays, options, ...others } = read.value;
	if (scope === 'changes') return failed('FILE_CHANGES_ONLY');
	return done({ ...others, ...options, dates: { order, excelDays } });
}

/** Null where the run log is not wired, or cannot be read: then nothing is known, not nothing. */
function earlierOf(context: IExecuteFunctions, partition: string): EarlierFile[] | null {
	if (isNotWired(context.getNode().parameters['history'])) return null;
	return earlierFiles(historyOf(context), String(context.getWorkflow().id), partition);
}

const missing = (problem: string) => failed('FILE_MISSING', { problem });

/** The bytes, unless there are too many: they are asked for before they are in memory. */
async function csvContent(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	limit: number,
): Promise<Result<FileContent>> {
	const property = binaryProperty.read(context);
	if (!property.ok) return property;
	const files = items.flatMap(({ binary }, item) =>
		binary?.[property.value] === undefined ? [] : [{ item, file: binary[property.value] }],
	);
	const [first] = files;
	if (first?.file === undefined) {
		const isFailed = items.some(({ json, error }) => error !== undefined || 'error' in json);
		return missing(
			isFailed ? 'the step before failed' : `no input has the field "${property.value}"`,
		);
	}
	if (files.length > 1) return failed('FILE_SEVERAL', { count: files.length });
	const { item, file } = first;
	const stored =
		file.id === undefined
			? Math.floor((file.data.length * 3) / 4)
			: (await context.helpers.getBinaryMetadata(file.id)).fileSize;
	const tooBig = failed('FILE_TOO_BIG', { limit });
	if (stored > limit * MEGABYTE) return tooBig;
	const bytes = await context.helpers.getBinaryDataBuffer(item, property.value);
	if (bytes.length > limit * MEGABYTE) return tooBig;
	return done({ kind: 'csv', bytes, name: file.fileName ?? null });
}

async function contentOf(
	context: IExecuteFunctions,
	{ kind, largestMb }: FileSettings,
): Promise<Result<FileContent>> {
	const items = context.getInputData();
	if (items.length === 0) return missing('nothing came in');
	if (kind === 'csv') return await csvContent(context, items, largestMb);
	if (items.some(({ json, binary }) => Object.keys(json).length === 0 && binary !== undefined)) {
		return missing('a file came in, and not its rows; put Extract from File in between');
	}
	return done({ kind: 'rows', items: items.map(({ json }) => json) });
}

/** A file is one partition, known by the name of its source. */
function fileSource(content: Result<FileContent>, reading: FileReading): Source<FileRecord> {
	const read: FileRead = content.ok
		? readFile(content.value, reading)
		: { ...emptyRead(content.problem), remarks: [] };
	return {
		partitions: [{ id: reading.settings.name, name: null, read: async () => read }],
		missing: [],
		atOnce: 1,
		isFatal: () => false,
		ofRun: (_partition, problem) => problem,
		close: () => read.remarks,
	};
}

async function read(context: IExecuteFunctions): Promise<Result<Outputs>> {
	const settings = readSettings(context);
	if (!settings.ok) return settings;
	const onError = onPartitionError.read(context);
	if (!onError.ok) return onError;
	const content = await contentOf(context, settings.value);
	const earlier = earlierOf(context, settings.value.name);
	const reading = { settings: settings.value, earlier, now: instantNow() };
	return await runSource(context, fileSource(content, reading), onError.value);
}

/** Employees and Coverage. Runs once, however many rows come in. */
export async function readEmployeeFile(context: IExecuteFunctions): Promise<Outputs> {
	const { name } = asked;
	const partition = name.read(context);
	const id = partition.ok ? partition.value : 'file';
	return await readOutcome(context, id, async () => await read(context));
}

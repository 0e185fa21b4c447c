import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { admitForFile } from '../../../../core/apply/admit';
import { readEmployees } from '../../../../core/plan/read';
import type { BuiltFile } from '../../../../core/apply/file/build';
import { employeesFile } from '../../../../core/apply/file/employeesFile';
import { fileOfPlan } from '../../../../core/apply/file/fromPlan';
import type { FileDataset } from '../../../../core/model/plan';
import { instantNow } from '../../../shared/clock';
import { refused, valueOf } from '../../../shared/parameters';
import { accept } from '../accept';
import type { Operation } from '../operation';
import { issueError, toError } from '../../../shared/outcome';
import { valueAt } from '../shared';
import {
	binaryProperty,
	day,
	DEFAULT_NAMES,
	extraColumns,
	file,
	fileFields,
	fileName,
} from './fields';
import type { FileKind } from './fields';

const json = (items: INodeExecutionData[]): IDataObject[] => items.map((item) => item.json);

function readName(context: IExecuteFunctions, kind: FileKind): string {
	const name = valueAt(context, fileName, 0) || DEFAULT_NAMES[kind];
	if (kind === 'employees' && !/^alleo_employees.*\.csv$/.test(name)) {
		const wrong = refused(fileName.field.displayName, 'Alleo picks up alleo_employees….csv only');
		return valueOf(context, wrong);
	}
	return name;
}

/** The rows of a plan, or the one error that says why no file is made. */
function fromPlan(context: IExecuteFunctions, dataset: FileDataset): BuiltFile {
	const admission = admitForFile(json(context.getInputData()), {
		accept: valueAt(context, accept, 0),
		now: instantNow(),
		dataset,
	});
	if (admission.ok) return fileOfPlan(dataset, admission.rows);
	throw toError(context, admission, admission.item);
}

function fromEmployees(context: IExecuteFunctions): BuiltFile {
	const people = readEmployees(json(context.getInputData()));
	if (!people.ok) {
		const { item, problem } = people.problem;
		throw issueError(context, 'FILE_NOT_EMPLOYEE', { item: item + 1, problem }, item);
	}
	const { externalId = '', language = '', group = '' } = valueAt(context, extraColumns, 0);
	return employeesFile(people.value, {
		referenceDate: valueAt(context, day, 0),
		extra: { externalId, language, group },
	});
}

/** Outputs: File (one item with the file, none where nobody is in it) and Rows (one for each person). */
async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const kind = valueAt(this, file, 0);
	const name = readName(this, kind);
	const built = kind === 'employees' ? fromEmployees(this) : fromPlan(this, kind);
	const rows = built.outcomes.map((outcome, item) => ({
		json: { ...outcome } as IDataObject,
		pairedItem: { item },
	}));
	const line = `${name}: ${built.people} people, ${built.outcomes.length - built.people} not in it`;
	this.logger.info(`File built, ${line}`);
	this.addExecutionHints({ message: line, location: 'outputPane' });
	if (built.content === null) return [[], rows];
	const property = valueAt(this, binaryProperty, 0);
	const content = Buffer.from(built.content, 'utf8');
	const binary = await this.helpers.prepareBinaryData(content, name, 'text/csv');
	const about = {
		file: kind,
		file_name: name,
		people: built.people,
		columns: [...built.columns],
		left_out: built.leftOut,
		bytes: content.length,
	};
	return [[{ json: about, binary: { [property]: binary }, pairedItem: { item: 0 } }], rows];
}

export const build: Operation = {
	description: fileFields,
	execute,
	// It changes nothing in Alleo, but what it hands out was approved for a file, not for an agent.
	writes: true,
};

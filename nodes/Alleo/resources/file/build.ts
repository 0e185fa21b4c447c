import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { admitForFile } from '../../../../core/apply/admit';
import { parseCivilDate } from '../../../../core/model/dates';
import { readEmployees } from '../../../../core/plan/read';
import type { BuiltFile } from '../../../../core/apply/file/build';
import { employeesFile } from '../../../../core/apply/file/employeesFile';
import { planFileOf } from '../../../../core/apply/file/planFile';
import { isFormula } from '../../../../core/ui/formula';
import type { FileDataset } from '../../../../core/model/plan';
import { civilToday, instantNow } from '../../../shared/clock';
import { readAccept } from '../accept';
import type { Operation } from '../operation';
import { carriedIssueError, issueError } from '../shared';
import { DEFAULT_NAMES, fileFields, FILES } from './fields';
import type { FileKind } from './fields';

const json = (items: INodeExecutionData[]): IDataObject[] => items.map((item) => item.json);

const invalid = (context: IExecuteFunctions, setting: string, problem: string) =>
	issueError(context, 'ALLEO_SETTING_INVALID', { setting, problem });

function readKind(context: IExecuteFunctions): FileKind {
	const given: unknown = context.getNodeParameter('file', 0, 'salaryLeave');
	const kind = FILES.find((name) => name === given);
	if (kind === undefined) throw invalid(context, 'File', 'choose one from the list');
	return kind;
}

/** A plain name: the folder is the business of the node that sends it. */
function readName(context: IExecuteFunctions, kind: FileKind): string {
	const given = String(context.getNodeParameter('fileName', 0, '') ?? '').trim();
	const name = given === '' ? DEFAULT_NAMES[kind] : given;
	if (!/^[A-Za-z0-9][A-Za-z0-9_.-]{0,120}$/.test(name)) {
		throw invalid(context, 'File Name', 'use letters, digits, _, - and . only, no folder');
	}
	if (kind === 'employees' && !/^alleo_employees.*\.csv$/.test(name)) {
		throw invalid(context, 'File Name', 'Alleo picks up alleo_employees….csv only');
	}
	return name;
}

/** The rows of a plan, or the one error that says why no file is made. */
function fromPlan(context: IExecuteFunctions, dataset: FileDataset): BuiltFile {
	const admission = admitForFile(json(context.getInputData()), {
		accept: readAccept(context),
		now: instantNow(),
		dataset,
	});
	if (admission.ok) return planFileOf(dataset, admission.rows);
	throw carriedIssueError(context, admission, admission.item ?? undefined);
}

function fromEmployees(context: IExecuteFunctions): BuiltFile {
	const people = readEmployees(json(context.getInputData()));
	if (!people.ok) {
		const { item, problem } = people;
		throw issueError(context, 'FILE_NOT_EMPLOYEE', { item: item + 1, problem }, item);
	}
	const given = String(context.getNodeParameter('referenceDate', 0, '') ?? '').trim();
	const date = given === '' ? civilToday(context.getTimezone()) : parseCivilDate(given);
	if (date === null) throw invalid(context, 'Reference Date', 'not a date YYYY-MM-DD');
	const extra = context.getNodeParameter('extraColumns', 0, {}) as IDataObject;
	const header = (name: string): string => {
		const text = String(extra[name] ?? '').trim();
		if (isFormula(text))
			throw invalid(context, 'Extra Columns', 'a header may not begin a formula');
		return text;
	};
	return employeesFile(people.values, {
		referenceDate: date,
		extra: {
			externalId: header('externalId'),
			language: header('language'),
			group: header('group'),
		},
	});
}

/** Outputs: File (one item with the file, none where nobody is in it) and Rows (one for each person). */
async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const kind = readKind(this);
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
	const property = String(this.getNodeParameter('binaryPropertyName', 0, 'data'));
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

import { updateDisplayOptions } from 'n8n-workflow';
import type { INodeProperties } from 'n8n-workflow';
import { ID_PREFIX_RULE, isIdPrefix } from '../../core/model/idPrefix';
import { done } from '../../core/model/result';
import {
	checked,
	choice,
	collection,
	names,
	number,
	text,
	toggle,
	wholeNumber,
} from '../shared/parameters';
import { historyField } from '../shared/runLog';
import { chosenColumns, customerColumn, header } from './columnProperties';
import { ENCODINGS } from './content/decode';

/** The panel, in the order in which it is filled in. */

const name = checked(
	text({
		displayName: 'Name of the Source',
		name: 'sourceName',
		required: true,
		placeholder: 'e.g. hibob',
		description:
			'What the external IDs in Alleo begin with: hibob makes hibob-1001. Do not change it once people are in Alleo: everybody would look new.',
	}),
	(given, refuse) => (isIdPrefix(given) ? done(given) : refuse(ID_PREFIX_RULE)),
);

const kind = choice({
	displayName: 'File Kind',
	name: 'fileKind',
	noDataExpression: true,
	options: [
		{ name: 'CSV File', value: 'csv', description: 'Text with a separator, read by this node' },
		{
			name: 'Rows of a Spreadsheet',
			value: 'rows',
			description: 'Items that Extract from File made of Excel or another spreadsheet',
		},
	],
	default: 'csv',
	description: 'What comes in',
});

const scope = choice({
	displayName: 'The File Has',
	name: 'fileScope',
	options: [
		{
			name: 'Everybody',
			value: 'full',
			description: 'All people in service, and those who left some time longer',
		},
		{ name: 'Changes Only', value: 'changes', description: 'Cannot be read; ask for a full file' },
	],
	default: 'full',
	description: 'Whether the file has everybody',
});

export const binaryProperty = text({
	displayName: 'Input Binary Field',
	name: 'binaryPropertyName',
	default: 'data',
	required: true,
	hint: 'The name of the input field with the file',
	description: 'Where the step before put the file',
});

const separator = choice({
	displayName: 'Separator',
	name: 'separator',
	options: [
		{ name: 'Bar (|)', value: 'pipe' },
		{ name: 'Comma (,)', value: 'comma' },
		{ name: 'Semicolon (;)', value: 'semicolon' },
		{ name: 'Tab', value: 'tab' },
	],
	default: 'semicolon',
	description: 'What stands between the columns',
});

const encoding = choice({
	displayName: 'Encoding',
	name: 'encoding',
	options: [
		{ name: ENCODINGS.utf16, value: 'utf16' },
		{ name: ENCODINGS.utf8, value: 'utf8' },
		{ name: ENCODINGS.windows1252, value: 'windows1252' },
	],
	default: 'utf8',
	description: 'How letters are written. A file that is written otherwise is refused.',
});

const dateOrder = choice({
	displayName: 'Dates Are Written As',
	name: 'dateOrder',
	options: [
		{ name: 'Day-Month-Year (28-11-2026)', value: 'dmy' },
		{ name: 'Month-Day-Year (11-28-2026)', value: 'mdy' },
	],
	default: 'dmy',
	description: 'Only where they are not 2026-11-28, which is read in any case',
});

const excelDays = choice({
	displayName: 'Excel Day Numbers',
	name: 'excelDays',
	options: [
		{ name: 'Count From 1900', value: '1900', description: 'Usual in Excel' },
		{ name: 'Count From 1904', value: '1904', description: 'Workbooks of older Excel on a Mac' },
		{ name: 'Refuse', value: 'refuse', description: 'Stop, and say which column has them' },
	],
	default: 'refuse',
	description: 'What a date is that is a number such as 46354. Check one birthday in the output.',
});

const proof = choice({
	displayName: 'Nobody Is Missing If',
	name: 'proof',
	options: [
		{
			name: 'As Many Rows as Announced',
			value: 'count',
			description: 'The number comes with the file, in a mail or a second file',
		},
		{
			name: 'The Last Line Counts the Rows',
			value: 'footer',
			description: 'Such as TOTAL;1200. The best proof.',
		},
		{
			name: 'The List Is About as Long as Last Time',
			value: 'share',
			description: 'The weakest proof: nobody is off-boarded for not being in the file',
		},
	],
	default: 'share',
	description: 'How the file shows that it is whole',
});

const declared = wholeNumber({
	displayName: 'Announced Rows',
	name: 'declaredRows',
	typeOptions: { minValue: 1 },
	default: 1,
	displayOptions: { show: { proof: ['count'] } },
	description: 'Without the header. Usually an expression on the step before.',
});

const footerWord = checked(
	text({
		displayName: 'Word of the Last Line',
		name: 'footerWord',
		default: 'TOTAL',
		displayOptions: { show: { proof: ['footer'] } },
		description: 'What the first column of that line says; the number follows in another column',
	}),
	(word, refuse) => (word === '' ? refuse('it is empty') : done(word)),
);

const share = number({
	displayName: 'Least Share (%)',
	name: 'leastShare',
	typeOptions: { minValue: 1, maxValue: 100 },
	default: 90,
	displayOptions: { show: { proof: ['share'] } },
	description: 'Of the people of the last good run; a shorter list is not read',
});

const additional = names({
	displayName: 'Additional Columns',
	name: 'additionalColumns',
	placeholder: 'e.g. Team, Cost Center',
	description:
		'Names of further columns to map, with commas between them. Nothing else leaves this node but the columns above and those for Alleo (alleo_access, alleo_filter, budgets).',
});

const options = collection(
	{ displayName: 'Options', name: 'options', placeholder: 'Add option' },
	{
		customerColumn,
		customerValue: text({
			displayName: 'Customer: Value',
			name: 'customerValue',
			description: 'What that column must say in every row',
		}),
		changedAt: text({
			displayName: 'File Changed At',
			name: 'changedAt',
			placeholder: 'e.g. 2026-11-28T05:00:00Z',
			description: 'When the file was written, usually an expression on the step that lists it',
		}),
		fileName: text({
			displayName: 'File Name Must Be',
			name: 'fileName',
			placeholder: 'e.g. acme_employees_*.csv',
			description: 'With * for anything, so that a file of another customer is refused',
		}),
		sameId: choice({
			displayName: 'The Same ID Twice',
			name: 'sameId',
			options: [
				{ name: 'Hold These People', value: 'hold' },
				{ name: 'Stop', value: 'stop' },
			],
			default: 'stop',
			description: 'What to do when two rows have one employee ID',
		}),
		endsWithLineBreak: toggle({
			displayName: 'Last Line Ends With a Line Break',
			name: 'endsWithLineBreak',
			default: true,
			description: 'Whether a last line without a line break is taken for half a line',
		}),
		largestMb: wholeNumber({
			displayName: 'Largest File (MB)',
			name: 'largestMb',
			typeOptions: { minValue: 1, maxValue: 500 },
			default: 50,
			description: 'A larger file is not read',
		}),
		idLength: wholeNumber({
			displayName: 'Least Digits of an ID',
			name: 'idLength',
			typeOptions: { minValue: 0, maxValue: 30 },
			default: 0,
			description: 'So that a lost zero in front is noticed; 0 means any',
		}),
		newestWithin: number({
			displayName: 'Newest Within (Hours)',
			name: 'newestWithin',
			typeOptions: { minValue: 0 },
			default: 48,
			description: 'How old the file may be, where File Changed At says so; 0 means any age',
		}),
	},
);

export const onPartitionError = choice({
	displayName: 'On File Error',
	name: 'onPartitionError',
	options: [
		{
			name: 'Continue',
			value: 'continue',
			description: 'Give nobody, and say so on the output Coverage',
		},
		{ name: 'Stop', value: 'stop', description: 'Stop the workflow with the reason' },
	],
	default: 'stop',
	description: 'What to do when the file is not whole or not the right one',
});

/** Everything that is asked, by the names that the code gives it. */
export const asked = {
	name,
	kind,
	scope,
	separator,
	encoding,
	dateOrder,
	excelDays,
	proof,
	declared,
	footerWord,
	share,
	header,
	columns: chosenColumns,
	additional,
	options,
};

export const properties: INodeProperties[] = [
	name.field,
	kind.field,
	...updateDisplayOptions({ show: { fileKind: ['csv'] } }, [
		binaryProperty.field,
		separator.field,
		encoding.field,
	]),
	scope.field,
	proof.field,
	declared.field,
	footerWord.field,
	share.field,
	header.field,
	chosenColumns.field,
	additional.field,
	dateOrder.field,
	excelDays.field,
	historyField(
		'Rows of the run log, read with an expression. A list that got shorter, an older file and another header are noticed by them.',
	),
	onPartitionError.field,
	options.field,
];

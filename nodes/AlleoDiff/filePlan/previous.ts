import type { IBinaryData, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { z } from 'zod';
import { resolveIssue } from '../../../core/issues';
import { lastWritten, readDelivery } from '../../../core/model/delivery';
import type { DeliveryProblem } from '../../../core/model/delivery';
import type { FileDataset } from '../../../core/model/plan';
import { sendsFile } from '../../../core/model/settings';
import type { BudgetFile } from '../../../core/model/settings';
import { readLastBudgets } from '../../../core/plan/file/lastBudgets';
import { readPrevious } from '../../../core/plan/file/previous';
import type { FilePlanInput } from '../../../core/plan/file';
import type { BudgetsSent } from '../../../core/plan/budgetsDiffer';
import { kindOf } from '../../shared/outcome';
import { isNotWired } from '../../shared/runLog';
import { previousFileField } from './properties';

/**
 * The previous file as n8n's FTP node downloads it: a binary, or an item that says why not. The panel
 * names the item. In workflows of before version 3 of the templates it comes on the input of the
 * coverage, through a Merge node. So the node has the same three inputs for every dataset.
 */

export const COVERAGE_INPUT = 2;

function itemsOf(context: IExecuteFunctions): INodeExecutionData[] {
	try {
		return context.getInputData(COVERAGE_INPUT);
	} catch {
		return []; // n8n throws for an input that nothing is connected to
	}
}

export interface CoverageInput {
	coverage: INodeExecutionData[];
	/** What is no coverage: the previous file, or why it could not be read. */
	previous: INodeExecutionData[];
}

export function splitCoverage(context: IExecuteFunctions): CoverageInput {
	const items = itemsOf(context);
	const isPrevious = ({ json, binary, error }: INodeExecutionData): boolean =>
		json['partition'] === undefined &&
		(binary !== undefined || json['error'] !== undefined || error !== undefined);
	return {
		coverage: items.filter((item) => !isPrevious(item)),
		previous: items.filter(isPrevious),
	};
}

/** What is read of the item, whichever way it came. */
const PreviousItem = z.object({
	json: z.record(z.unknown()),
	binary: z
		.record(z.object({ data: z.string(), mimeType: z.string(), id: z.string().optional() }))
		.optional(),
});
type PreviousItem = z.infer<typeof PreviousItem>;

/** The item that the panel names; undefined where it names none, null where what it names is no item. */
function named(context: IExecuteFunctions): PreviousItem | null | undefined {
	const { name } = previousFileField;
	if (isNotWired(context.getNode().parameters[name])) return undefined;
	try {
		return PreviousItem.safeParse(context.getNodeParameter(name, 0, '')).data ?? null;
	} catch (error) {
		// The node did not run, or has another name by now: the plan waits for a person, who reads why.
		context.logger.warn('Alleo Diff plans without the previous file', { error: kindOf(error) });
		return null;
	}
}

/** What SFTP and FTP servers say of a file that is not there: the first run, and no failure. */
const NOT_THERE = /no such file|not found|does not exist|\b550\b|ENOENT/i;

/** And what n8n says where the workflow or the credential that it takes is gone: nobody looked. */
const NOBODY_LOOKED = /workflow|credential/i;

type Stored = Pick<IBinaryData, 'data'> & { id?: string | undefined };

async function textOf(context: IExecuteFunctions, binary: Stored): Promise<string> {
	const { helpers } = context;
	const content =
		binary.id === undefined
			? Buffer.from(binary.data, 'base64')
			: await helpers.binaryToBuffer(await helpers.getBinaryStream(binary.id));
	return new TextDecoder().decode(content);
}

/** What "Look at the folder" found, or the node that downloads the file of last time. */
export type PreviousText = { folder: DeliveryProblem | null } & (
	| { state: 'none' }
	| { state: 'failed'; problem: string }
	/** `written`: ISO 8601 UTC; null where nobody says. */
	| { state: 'read'; text: string; written: string | null }
);

const NONE: PreviousText = { folder: null, state: 'none' };
const UNREADABLE: PreviousText = {
	folder: null,
	state: 'failed',
	problem: 'the server did not give it',
};

/**
 * @param onInput what came with the coverage and is none
 * @param kind only salary and leave has templates, of before version 5, whose node downloads the file by itself:
 * an error of the look at the folder never says that no budget file is there
 */
export async function readPreviousText(
	context: IExecuteFunctions,
	[onInput]: readonly INodeExecutionData[],
	kind: FileDataset,
): Promise<PreviousText> {
	const item = onInput ?? named(context);
	if (item === undefined) return NONE;
	if (item === null) return UNREADABLE;
	const delivery = readDelivery(item.json);
	if (delivery !== null && delivery.code !== null) {
		const { code } = delivery;
		return { folder: code, state: 'failed', problem: resolveIssue(code).message };
	}
	// An answer that is none says nothing of the folder, and so not that it is empty.
	if (delivery === null && item.json['delivery'] !== undefined) return UNREADABLE;
	const [binary] = Object.values(item.binary ?? {});
	if (binary !== undefined) {
		const written = delivery === null ? null : lastWritten(delivery);
		return { folder: null, state: 'read', text: await textOf(context, binary), written };
	}
	if (delivery !== null) return NONE;
	if (kind === 'budgets') return UNREADABLE;
	const said = String(item.json['error'] ?? onInput?.error?.message);
	return NOT_THERE.test(said) && !NOBODY_LOOKED.test(said) ? NONE : UNREADABLE;
}

/** The file of last time as each dataset reads it. */
export type LastFiles = Pick<FilePlanInput, 'previous' | 'lastBudgets' | 'lastWritten' | 'folder'>;

const parsed = <T>(
	previous: PreviousText,
	read: (text: string) => T,
): T | { state: 'none' } | { state: 'failed'; problem: string } => {
	if (previous.state === 'read') return read(previous.text);
	return previous.state === 'none'
		? { state: 'none' }
		: { state: 'failed', problem: previous.problem };
};

/** @param onInput what came with the coverage and is none */
export async function readLastFiles(
	context: IExecuteFunctions,
	kind: FileDataset,
	onInput: readonly INodeExecutionData[],
): Promise<LastFiles> {
	const previous = await readPreviousText(context, onInput, kind);
	const none = { state: 'none' } as const;
	const { folder } = previous;
	const about = { folder, lastWritten: previous.state === 'read' ? previous.written : null };
	return kind === 'salaryLeave'
		? { previous: parsed(previous, readPrevious), lastBudgets: none, ...about }
		: { previous: none, lastBudgets: parsed(previous, readLastBudgets), ...about };
}

/**
 * The last budget file, for a plan of people; it is asked for only where such a file is sent. One that
 * cannot be had is said in the plan and stops nothing: accounts do not depend on it.
 */
export async function readBudgetsSent(
	context: IExecuteFunctions,
	way: BudgetFile,
): Promise<BudgetsSent> {
	const isAsked = !isNotWired(context.getNode().parameters[previousFileField.name]);
	// A step that nobody wired found no empty folder.
	if (!sendsFile(way) || !isAsked) return { way, last: null };
	const previous = await readPreviousText(context, [], 'budgets');
	// As its code, which the page says in the language of its reader.
	const { folder: code } = previous;
	if (code !== null) return { way, last: { state: 'failed', problem: code } };
	return { way, last: parsed(previous, readLastBudgets) };
}

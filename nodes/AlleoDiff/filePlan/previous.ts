import type { IBinaryData, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { readPrevious } from '../../../core/plan/file/previous';
import type { PreviousFile } from '../../../core/plan/file/previous';

/**
 * The previous file as n8n's FTP node downloads it: a binary, or an item that says why not. It comes
 * on the input of the coverage, through a Merge node, so that the node has the same three inputs for
 * every dataset.
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

/** What SFTP and FTP servers say of a file that is not there: the first run, and no failure. */
const NOT_THERE = /no such file|not found|does not exist|\b550\b|ENOENT/i;

async function textOf(context: IExecuteFunctions, binary: IBinaryData): Promise<string> {
	const { helpers } = context;
	const content =
		binary.id === undefined
			? Buffer.from(binary.data, 'base64')
			: await helpers.binaryToBuffer(await helpers.getBinaryStream(binary.id));
	return new TextDecoder().decode(content);
}

export async function readPreviousFile(
	context: IExecuteFunctions,
	[item]: readonly INodeExecutionData[],
): Promise<PreviousFile> {
	if (item === undefined) return { state: 'none' };
	const [binary] = Object.values(item.binary ?? {});
	if (binary !== undefined) return readPrevious(await textOf(context, binary));
	const said: unknown = item.json['error'] ?? item.error?.message;
	return NOT_THERE.test(String(said))
		? { state: 'none' }
		: { state: 'failed', problem: 'the server did not give it' };
}

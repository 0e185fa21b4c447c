import type { IBinaryData, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { readPrevious } from '../../../core/filePlan/previous';
import type { PreviousFile } from '../../../core/filePlan/previous';

/** The previous file as n8n's FTP node downloads it: a binary, or an item that says why not. */

export const PREVIOUS_INPUT = 3;

function itemsOf(context: IExecuteFunctions): INodeExecutionData[] {
	try {
		return context.getInputData(PREVIOUS_INPUT);
	} catch {
		return []; // n8n throws for an input that this dataset does not have, or nothing is connected to
	}
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

export async function readPreviousInput(context: IExecuteFunctions): Promise<PreviousFile> {
	const [item] = itemsOf(context);
	if (item === undefined) return { state: 'none' };
	const [binary] = Object.values(item.binary ?? {});
	if (binary !== undefined) return readPrevious(await textOf(context, binary));
	const said: unknown = item.json['error'] ?? item.error?.message;
	if (said === undefined) return { state: 'failed', problem: 'there is no file in the item' };
	return NOT_THERE.test(String(said))
		? { state: 'none' }
		: { state: 'failed', problem: 'the server did not give it' };
}

import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { Afas } from '../../nodes/Afas/Afas.node';
import { Alleo } from '../../nodes/Alleo/Alleo.node';
import { CustomerSetup } from '../../nodes/CustomerSetup/CustomerSetup.node';
import { Nmbrs } from '../../nodes/Nmbrs/Nmbrs.node';
import { fakeContext } from '../support/fakeContext.mts';

/** An expression can make any pair of resource and operation; every node refuses it in the same words. */

type Node = { execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> };

const NODES: ReadonlyArray<[string, Node, string]> = [
	['Afas', new Afas(), 'employee'],
	['Alleo', new Alleo(), 'employee'],
	['CustomerSetup', new CustomerSetup(), 'invitation'],
	['Nmbrs', new Nmbrs(), 'employee'],
];

const PAIRS = (resource: string): Array<[string, string]> => [
	[resource, 'delete'],
	['nobody', 'getAll'],
	['', ''],
	['constructor', 'name'],
	[resource, 'constructor'],
];

const refusalOf = async (node: Node, resource: string, operation: string): Promise<unknown> => {
	const { context, sent } = fakeContext({ parameters: { resource, operation } });
	const error: unknown = await node.execute.call(context).then(
		() => null,
		(thrown: unknown) => thrown,
	);
	expect(sent).toEqual([]);
	return error;
};

test.each(NODES)('%s', async (_name, node, resource) => {
	for (const [one, operation] of PAIRS(resource)) {
		expect(await refusalOf(node, one, operation)).toMatchObject({
			message: expect.stringContaining('"Operation"'),
			description: expect.stringContaining('(SETTING_INVALID)'),
		});
	}
});

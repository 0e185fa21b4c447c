import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { z } from 'zod';
import { kindOf } from '../shared/outcome';

/** How people call the Alleo companies, for the page of the plan; nothing decides by it. */

export const companyNamesField: INodeProperties = {
	displayName: 'Names of the Alleo Companies',
	name: 'companyNames',
	type: 'json',
	default: '',
	description:
		'A list of ID and name, read with an expression, so that the plan calls the companies by their names. Empty: it calls them by their IDs.',
};

const Names = z.array(z.object({ id: z.coerce.number().int(), name: z.string().min(1) }));

function parsed(given: unknown): unknown {
	if (typeof given !== 'string') return given;
	try {
		return JSON.parse(given);
	} catch {
		return null;
	}
}

/** An expression that fails, or a list that is none, leaves the ids: a name is worth no stopped run. */
export function companyNames(context: IExecuteFunctions): z.infer<typeof Names> {
	try {
		const read = Names.safeParse(parsed(context.getNodeParameter('companyNames', 0, '')));
		return read.success ? read.data : [];
	} catch (error) {
		context.logger.warn('The names of the Alleo companies could not be read', {
			error: kindOf(error),
		});
		return [];
	}
}

import type { ILoadOptionsFunctions, INodeListSearchResult, INodeProperties } from 'n8n-workflow';
import { z } from 'zod';

/** Values of the routing field that were seen when the customer connected, for the list of a route. */

export const filterValues: INodeProperties = {
	displayName: 'Filter Values',
	name: 'filterValues',
	type: 'hidden',
	default: '',
};

const Values = z.array(z.string());

function valuesIn(given: unknown): string[] {
	try {
		const read = Values.safeParse(
			JSON.parse(typeof given === 'string' && given !== '' ? given : '[]'),
		);
		return read.success ? read.data : [];
	} catch {
		return [];
	}
}

/** Nothing known gives an empty list: a value can always be typed. */
export async function searchFilterValues(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const wanted = (filter ?? '').trim().toLowerCase();
	const results = valuesIn(this.getCurrentNodeParameter(filterValues.name))
		.filter((value) => value.toLowerCase().includes(wanted))
		.map((value) => ({ name: value, value }));
	return { results };
}

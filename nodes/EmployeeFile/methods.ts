import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { literal } from '../../core/connect/evaluated';
import { textOf } from '../shared/parameters';
import { isPrivateColumn } from './employee/roles';
import { namesIn } from './table/header';

/**
 * The columns of the header that somebody pasted. What is chosen becomes a parameter, so a name that
 * somebody made up must be no expression of n8n. Private ones are not offered: they never leave.
 */
export async function searchColumns(
	this: ILoadOptionsFunctions,
	filter = '',
): Promise<INodeListSearchResult> {
	const wanted = filter.trim().toLowerCase();
	const names = namesIn(textOf(this.getCurrentNodeParameter('header')) ?? '');
	return {
		results: names
			.filter((name) => !isPrivateColumn(name) && name.toLowerCase().includes(wanted))
			.map((name) => ({ name, value: literal(name) })),
	};
}

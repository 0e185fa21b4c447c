import type { INodeProperties } from 'n8n-workflow';
import { INVITATION_TABLE } from '../../../core/connect/invitation';

/** The field that says where invitations are kept; the same in both nodes. */
export const TABLE_FIELD: INodeProperties = {
	displayName: 'Data Table',
	name: 'dataTable',
	type: 'string',
	default: INVITATION_TABLE,
	required: true,
	description:
		'Name of the data table that keeps the invitations. Creating the first invitation makes it. Use the same name in Customer Connect and Customer Setup.',
};

/** Last part of the address of the pages where nothing else is chosen. */
export const DEFAULT_PATH = 'alleo-connect';

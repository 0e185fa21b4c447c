import { INVITATION_TABLE } from '../../../core/connect/invitation';
import { mapped, text } from '../parameters';

/** The field that says where invitations are kept; the same in both nodes. */
export const dataTable = mapped(
	text({
		displayName: 'Data Table',
		name: 'dataTable',
		default: INVITATION_TABLE,
		required: true,
		description:
			'Name of the data table that keeps the invitations. Creating the first invitation makes it. Use the same name in Customer Connect and Customer Setup.',
	}),
	(name) => name || INVITATION_TABLE,
);

/** Last part of the address of the pages where nothing else is chosen. */
export const DEFAULT_PATH = 'alleo-connect';

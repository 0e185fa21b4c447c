import { panelOf, type Resources, type Shown } from '../../shared/resources';
import * as company from './company/getAll';
import { create } from './employee/create';
import { get } from './employee/get';
import { getAll } from './employee/getAll';
import { activate, deactivate } from './employee/setActive';
import { update } from './employee/update';
import { upsert } from './employee/upsert';
import { build } from './file/build';
import * as group from './group/getAll';
import type { Operation } from './operation';
import { apply } from './syncPlan/apply';

/** Resource -> operation, in the order of the panel. */
export const RESOURCES: Resources<Shown & { operation: Operation }> = {
	company: {
		name: 'Company',
		default: 'getAll',
		operations: {
			getAll: {
				operation: company.getAll,
				name: 'Get Many',
				action: 'Get many companies',
				description: 'List the companies that the keys can reach',
			},
		},
	},
	employee: {
		name: 'Employee',
		default: 'getAll',
		operations: {
			activate: {
				operation: activate,
				name: 'Activate',
				action: 'Activate an employee',
				description: 'Give an inactive person access again',
			},
			create: {
				operation: create,
				name: 'Create',
				action: 'Create an employee',
				description: 'Onboard a new person at once',
			},
			upsert: {
				operation: upsert,
				name: 'Create or Update',
				action: 'Create or update an employee',
				description: 'Create a new record, or update the current one if it already exists (upsert)',
			},
			deactivate: {
				operation: deactivate,
				name: 'Deactivate',
				action: 'Deactivate an employee',
				description: 'Offboard a person at once, which cancels the budgets',
			},
			get: {
				operation: get,
				name: 'Get',
				action: 'Get an employee',
				description: 'Read one person by the ID of Alleo',
			},
			getAll: {
				operation: getAll,
				name: 'Get Many',
				action: 'Get many employees',
				description: 'Read everybody, active and inactive, completely or not at all',
			},
			update: {
				operation: update,
				name: 'Update',
				action: 'Update an employee',
				description: 'Change fields of one person',
			},
		},
	},
	file: {
		name: 'File',
		default: 'build',
		operations: {
			build: {
				operation: build,
				name: 'Build',
				action: 'Build a file',
				description: 'Make the CSV that Alleo imports, for an SFTP or e-mail node to send',
			},
		},
	},
	group: {
		name: 'Group',
		default: 'getAll',
		operations: {
			getAll: {
				operation: group.getAll,
				name: 'Get Many',
				action: 'Get many groups',
				description: 'List the groups of a company',
			},
		},
	},
	syncPlan: {
		name: 'Sync Plan',
		default: 'apply',
		operations: {
			apply: {
				operation: apply,
				name: 'Apply',
				action: 'Apply a sync plan',
				description: 'Write an approved plan, exactly as it was approved',
			},
		},
	},
};

/** Everything in the panel. */
export const properties = panelOf(RESOURCES, 'employee', ({ operation }) => operation.description);

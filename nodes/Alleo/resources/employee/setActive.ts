import type { INodeProperties } from 'n8n-workflow';
import { setActiveSafely } from '../../api/write';
import type { Operation } from '../operation';
import { company, employeeId, options, valueAt } from '../shared';
import { perItem, valueOf, writtenOf } from './perItem';

/** Reads first: what a repeated (de)activation does is unknown, so "already so" is done without a call. */
const setActive = (active: boolean, notice: INodeProperties): Operation => ({
	description: [company.field, employeeId.field, notice, options.field],
	writes: true,
	async execute() {
		return await perItem(this, async (context, item) => {
			const of = valueAt(this, company, item);
			const id = valueAt(this, employeeId, item);
			const present = valueOf(this, await context.client.employee(of, id), item);
			if (present.is_active === active) return { employee: present };
			const written = await setActiveSafely(context, of, id, active);
			return { employee: writtenOf(this, written, item) };
		});
	},
});

const notice = (name: string, displayName: string): INodeProperties => ({
	displayName,
	name,
	type: 'notice',
	default: '',
});

export const activate = setActive(
	true,
	notice('activateNotice', 'Check the budgets afterwards: Alleo may not restore them.'),
);

export const deactivate = setActive(
	false,
	notice('deactivateNotice', 'Takes effect at once and cancels the budgets of the person.'),
);

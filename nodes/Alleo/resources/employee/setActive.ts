import type { INodeProperties } from 'n8n-workflow';
import { setActiveSafely } from '../../api/write';
import type { Operation } from '../operation';
import { companyField, readCompany, readEmployeeId, timeoutField } from '../shared';
import { employeeIdField } from './fields';
import { perItem, valueOf, writtenOf } from './perItem';

/** Reads first: what a repeated (de)activation does is unknown, so "already so" is done without a call. */
const setActive = (active: boolean, notice: INodeProperties): Operation => ({
	description: [companyField(false), employeeIdField, notice, timeoutField],
	writes: true,
	async execute() {
		return await perItem(this, async (context, item) => {
			const company = readCompany(this, item);
			const id = readEmployeeId(this, item);
			const present = valueOf(this, await context.client.employee(company, id), item);
			if (present.is_active === active) return { employee: present };
			const written = await setActiveSafely(context, company, id, active);
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

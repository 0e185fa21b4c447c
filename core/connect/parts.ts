import { BudgetFile } from '../model/settings';

/** What an invitation asks for beside the employees, as one text of its row: `apiToken,pay,budgets:monthly`. */

export interface InvitedParts {
	/** The NMBRS API token. */
	apiToken: boolean;
	/** Salary and leave; NMBRS needs its token for them. */
	pay: boolean;
	/** How the customer's budgets go to Alleo. */
	budgetFile: BudgetFile;
	/** The workflow that this customer's files go by; empty where nobody chose one yet. */
	delivery: string;
}

/** An id of n8n: nothing that could be another part. */
export const isWorkflowId = (id: string): boolean => /^[A-Za-z0-9_-]{1,64}$/.test(id);

export const partsText = ({ apiToken, pay, budgetFile, delivery }: InvitedParts): string =>
	[
		...(apiToken ? ['apiToken'] : []),
		...(pay ? ['pay'] : []),
		...(budgetFile === 'none' ? [] : [`budgets:${budgetFile}`]),
		...(delivery === '' ? [] : [`delivery:${delivery}`]),
	].join(',');

export function readParts(text: string): InvitedParts {
	const parts = text.split(',');
	const after = (name: string): string =>
		parts.find((part) => part.startsWith(`${name}:`))?.slice(name.length + 1) ?? '';
	return {
		apiToken: parts.includes('apiToken'),
		pay: parts.includes('pay'),
		budgetFile: BudgetFile.safeParse(after('budgets')).data ?? 'none',
		delivery: after('delivery'),
	};
}

import type { BudgetLimits } from '../../model/budget';
import type { DeliveryProblem } from '../../model/delivery';
import type { FileDataset } from '../../model/plan';
import type { PlausibilityLimits } from '../../payroll/options';
import type { PlanInput } from '../inputs';
import type { GuardLimit } from '../options';
import type { BudgetFileOptions } from './budgets/options';
import type { FileGuard } from './guards';
import type { LastBudgets } from './lastBudgets';
import type { PreviousFile } from './previous';

/** What a plan of a file is made of. */

export interface FilePlanOptions {
	/** Only accounts of this Alleo company; null takes every account that came in. */
	companyId: number | null;
	approval: 'always' | 'whenGuardTrips';
	plausibility: PlausibilityLimits;
	limits: Record<FileGuard, GuardLimit>;
	reviewed: readonly string[];
	budgetLimits: BudgetLimits;
	budgetLines: BudgetFileOptions;
}

export interface FilePlanInput extends PlanInput {
	dataset: FileDataset;
	/** The salary and leave file of last time. */
	previous: PreviousFile;
	/** The budget file of last time. */
	lastBudgets: LastBudgets;
	/** When the file of last time was written there, ISO 8601 UTC; null where nobody says. */
	lastWritten: string | null;
	/** Why nothing could be sent there now; null where it could, or nobody looked. */
	folder: DeliveryProblem | null;
	/** Whether an earlier run of this workflow sent a file. */
	sentBefore: boolean;
	options: FilePlanOptions;
	nonce: string;
}

export const companiesOf = ({ companyId }: FilePlanOptions): ReadonlySet<number> | null =>
	companyId === null ? null : new Set([companyId]);

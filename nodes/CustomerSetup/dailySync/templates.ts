import afasBudgets from '../../../workflows/afas-budgets.json';
import afas from '../../../workflows/afas-daily-sync.json';
import afasSalaryLeave from '../../../workflows/afas-salary-leave.json';
import nmbrsBudgets from '../../../workflows/nmbrs-budgets.json';
import nmbrs from '../../../workflows/nmbrs-daily-sync.json';
import nmbrsSalaryLeave from '../../../workflows/nmbrs-salary-leave.json';
import type { Beside } from '../../../core/connect/templates/beside';
import { Workflow } from '../../../core/connect/templates/workflow';
import type { ConnectSystem } from '../../../core/connect/connection';

/** The templates that ship with this package; the build puts them into the node's file. */
const SHIPPED: Record<ConnectSystem, Record<Beside | 'daily', unknown>> = {
	afas: { daily: afas, salaryLeave: afasSalaryLeave, budgets: afasBudgets },
	nmbrs: { daily: nmbrs, salaryLeave: nmbrsSalaryLeave, budgets: nmbrsBudgets },
};

export const shippedTemplate = (system: ConnectSystem): Workflow =>
	Workflow.parse(SHIPPED[system].daily);

export const shippedBeside = (kind: Beside, system: ConnectSystem): Workflow =>
	Workflow.parse(SHIPPED[system][kind]);

import type { Sandbox, SandboxOptions } from './start.mts';
import { FIRST_MONTH, MORE_BUDGETS, startPayMonths, toSecondMonth } from './world/payMonths.mts';
import type { PayRoles } from './world/payMonths.mts';
import type { System } from './world/types.mts';

/** The made-up customers over two months of pay, on running stand-ins. */

/** What `startSandbox` needs for it: as many people as the story has parts. */
export const PAY_WORLD: SandboxOptions = {
	employees: 110,
	referenceDate: FIRST_MONTH,
	afas: { settings: { budgetFields: [...MORE_BUDGETS] } },
};

function told({ nmbrs, afas }: Sandbox): void {
	nmbrs.state.model.changed();
	afas.state.model.refresh();
}

export function firstMonth(sandbox: Sandbox): Record<System, PayRoles> {
	const parts = startPayMonths(sandbox.world);
	told(sandbox);
	return parts;
}

export function nextMonth(sandbox: Sandbox, parts: Record<System, PayRoles>): void {
	toSecondMonth(sandbox.world, parts);
	told(sandbox);
}

import afasDailySyncV1 from '../../../workflows/past/afas-daily-sync.v1.json';
import afasDailySyncV2 from '../../../workflows/past/afas-daily-sync.v2.json';
import afasDailySyncV3 from '../../../workflows/past/afas-daily-sync.v3.json';
import afasDailySyncV4 from '../../../workflows/past/afas-daily-sync.v4.json';
import afasSalaryLeaveV2 from '../../../workflows/past/afas-salary-leave.v2.json';
import afasSalaryLeaveV3 from '../../../workflows/past/afas-salary-leave.v3.json';
import afasSalaryLeaveV4 from '../../../workflows/past/afas-salary-leave.v4.json';
import alleoDeskV3 from '../../../workflows/past/alleo-desk.v3.json';
import connectAfasCustomerV2 from '../../../workflows/past/connect-afas-customer.v2.json';
import connectAfasCustomerV3 from '../../../workflows/past/connect-afas-customer.v3.json';
import connectNmbrsCustomerV2 from '../../../workflows/past/connect-nmbrs-customer.v2.json';
import connectNmbrsCustomerV3 from '../../../workflows/past/connect-nmbrs-customer.v3.json';
import disconnectCustomerV2 from '../../../workflows/past/disconnect-customer.v2.json';
import dryRunV3 from '../../../workflows/past/dry-run.v3.json';
import explainAPersonV2 from '../../../workflows/past/explain-a-person.v2.json';
import fileDailySyncV4 from '../../../workflows/past/file-daily-sync.v4.json';
import fleetV3 from '../../../workflows/past/fleet.v3.json';
import nmbrsDailySyncV1 from '../../../workflows/past/nmbrs-daily-sync.v1.json';
import nmbrsDailySyncV2 from '../../../workflows/past/nmbrs-daily-sync.v2.json';
import nmbrsDailySyncV3 from '../../../workflows/past/nmbrs-daily-sync.v3.json';
import nmbrsDailySyncV4 from '../../../workflows/past/nmbrs-daily-sync.v4.json';
import nmbrsSalaryLeaveV2 from '../../../workflows/past/nmbrs-salary-leave.v2.json';
import nmbrsSalaryLeaveV3 from '../../../workflows/past/nmbrs-salary-leave.v3.json';
import nmbrsSalaryLeaveV4 from '../../../workflows/past/nmbrs-salary-leave.v4.json';
import sendFileV3 from '../../../workflows/past/send-file.v3.json';
import startHereV3 from '../../../workflows/past/start-here.v3.json';
import watchdogV2 from '../../../workflows/past/watchdog.v2.json';
import afasBudgets from '../../../workflows/afas-budgets.json';
import afasDailySync from '../../../workflows/afas-daily-sync.json';
import afasSalaryLeave from '../../../workflows/afas-salary-leave.json';
import alleoDesk from '../../../workflows/alleo-desk.json';
import connectAfasCustomer from '../../../workflows/connect-afas-customer.json';
import connectNmbrsCustomer from '../../../workflows/connect-nmbrs-customer.json';
import disconnectCustomer from '../../../workflows/disconnect-customer.json';
import dryRun from '../../../workflows/dry-run.json';
import explainAPerson from '../../../workflows/explain-a-person.json';
import fileDailySync from '../../../workflows/file-daily-sync.json';
import fleet from '../../../workflows/fleet.json';
import inbox from '../../../workflows/inbox.json';
import nmbrsBudgets from '../../../workflows/nmbrs-budgets.json';
import nmbrsDailySync from '../../../workflows/nmbrs-daily-sync.json';
import nmbrsSalaryLeave from '../../../workflows/nmbrs-salary-leave.json';
import planPage from '../../../workflows/plan-page.json';
import sendFile from '../../../workflows/send-file.json';
import startHere from '../../../workflows/start-here.json';
import supportBundle from '../../../workflows/support-bundle.json';
import upgradeCustomers from '../../../workflows/upgrade-customers.json';
import watchdog from '../../../workflows/watchdog.json';
import { templateOf } from '../../../core/connect/templates/version';
import type { TemplateFile } from '../../../core/connect/templates/upgrade';
import { Workflow } from '../../../core/connect/templates/workflow';

/**
 * Every template of this package, now and before; the build puts them into the node's file. A version that
 * a release replaces moves to workflows/past, so that what was made from it can be upgraded.
 */

const SHIPPED_FILES: readonly unknown[] = [
	afasBudgets,
	afasDailySync,
	afasSalaryLeave,
	alleoDesk,
	connectAfasCustomer,
	connectNmbrsCustomer,
	disconnectCustomer,
	dryRun,
	explainAPerson,
	fileDailySync,
	fleet,
	inbox,
	nmbrsBudgets,
	nmbrsDailySync,
	nmbrsSalaryLeave,
	planPage,
	sendFile,
	startHere,
	supportBundle,
	upgradeCustomers,
	watchdog,
];

const PAST_FILES: ReadonlyArray<readonly [name: string, version: number, file: unknown]> = [
	['afas-daily-sync', 1, afasDailySyncV1],
	['afas-daily-sync', 2, afasDailySyncV2],
	['afas-daily-sync', 3, afasDailySyncV3],
	['afas-daily-sync', 4, afasDailySyncV4],
	['afas-salary-leave', 2, afasSalaryLeaveV2],
	['afas-salary-leave', 3, afasSalaryLeaveV3],
	['afas-salary-leave', 4, afasSalaryLeaveV4],
	['alleo-desk', 3, alleoDeskV3],
	['connect-afas-customer', 2, connectAfasCustomerV2],
	['connect-afas-customer', 3, connectAfasCustomerV3],
	['connect-nmbrs-customer', 2, connectNmbrsCustomerV2],
	['connect-nmbrs-customer', 3, connectNmbrsCustomerV3],
	['disconnect-customer', 2, disconnectCustomerV2],
	['dry-run', 3, dryRunV3],
	['explain-a-person', 2, explainAPersonV2],
	['file-daily-sync', 4, fileDailySyncV4],
	['fleet', 3, fleetV3],
	['nmbrs-daily-sync', 1, nmbrsDailySyncV1],
	['nmbrs-daily-sync', 2, nmbrsDailySyncV2],
	['nmbrs-daily-sync', 3, nmbrsDailySyncV3],
	['nmbrs-daily-sync', 4, nmbrsDailySyncV4],
	['nmbrs-salary-leave', 2, nmbrsSalaryLeaveV2],
	['nmbrs-salary-leave', 3, nmbrsSalaryLeaveV3],
	['nmbrs-salary-leave', 4, nmbrsSalaryLeaveV4],
	['send-file', 3, sendFileV3],
	['start-here', 3, startHereV3],
	['watchdog', 2, watchdogV2],
];

/** A template says itself which it is. */
export const shippedTemplates = (): TemplateFile[] =>
	SHIPPED_FILES.flatMap((file) => {
		const workflow = Workflow.parse(file);
		const mark = templateOf(workflow);
		return mark === null ? [] : [{ ...mark, workflow }];
	});

export const pastTemplates = (): TemplateFile[] =>
	PAST_FILES.map(([name, version, file]) => ({ name, version, workflow: Workflow.parse(file) }));

import desk from '../../../workflows/alleo-desk.json';
import connectAfas from '../../../workflows/connect-afas-customer.json';
import connectNmbrs from '../../../workflows/connect-nmbrs-customer.json';
import disconnect from '../../../workflows/disconnect-customer.json';
import dryRun from '../../../workflows/dry-run.json';
import explain from '../../../workflows/explain-a-person.json';
import watchdog from '../../../workflows/watchdog.json';
import type { TemplateName } from '../../../core/connect/installation/bundle';
import { Workflow } from '../../../core/connect/templates/workflow';

/** What Installation makes, as it ships with this package; the build puts them into the node's file. */
const SHIPPED: Partial<Record<TemplateName, unknown>> = {
	'alleo-desk': desk,
	'connect-nmbrs-customer': connectNmbrs,
	'connect-afas-customer': connectAfas,
	'dry-run': dryRun,
	'explain-a-person': explain,
	'disconnect-customer': disconnect,
	watchdog,
};

/** Null for what is made for each customer, and not here. */
export function installedTemplate(name: TemplateName): Workflow | null {
	const found = SHIPPED[name];
	return found === undefined ? null : Workflow.parse(found);
}

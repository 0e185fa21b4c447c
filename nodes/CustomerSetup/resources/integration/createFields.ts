import type { INodeProperties } from 'n8n-workflow';
import { budgetFile, deliveryWorkflowId } from '../../dailySync/files';
import { dataTable } from '../../../shared/connect/table';
import { text } from '../../../shared/parameters';
import { runTimes } from '../../../shared/runTimes';

/** What Integration: Create asks, in the order of the panel. */

const alleoCompanyId = text({
	displayName: 'Alleo Company ID',
	name: 'alleoCompanyId',
	default: '={{ $json.alleo_company_id }}',
	placeholder: 'e.g. 12',
	description:
		'The Alleo company that the employees come into. Empty where routes in the workflow decide it.',
});

const templateWorkflowId = text({
	displayName: 'Template Workflow ID',
	name: 'templateWorkflowId',
	description:
		'A daily sync of this n8n that you adapted, to copy for every customer: your message node, your routes. Empty takes the one that ships with this package.',
});

const times = runTimes(
	'Runs',
	'onceADay',
	'When a new workflow runs by itself; a customer who connects again keeps the schedule',
);

export const ASKED = {
	alleoCompanyId,
	times,
	budgetFile,
	deliveryWorkflowId,
	templateWorkflowId,
	dataTable,
};

export const CREATE_FIELDS: INodeProperties[] = Object.values(ASKED).map(({ field }) => field);

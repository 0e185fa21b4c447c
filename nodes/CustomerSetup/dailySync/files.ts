import { done } from '../../../core/model/result';
import { isWorkflowId } from '../../../core/connect/parts';
import { budgetFileChoice } from '../../shared/budgetFile';
import { checked, text } from '../../shared/parameters';

/** What is asked of a customer's files, of its invitation and of the step that makes its workflows. */

export const budgetFile = budgetFileChoice(
	"How this customer's budgets go to Alleo. With Every Day and Every Month it gets a workflow that sends them as a file.",
);

export const deliveryWorkflowId = checked(
	text({
		displayName: 'File Delivery Workflow ID',
		name: 'deliveryWorkflowId',
		description:
			'The workflow Send a file of this customer, which its files with salary, leave and budgets go by. Empty leaves it to be chosen in the workflows. It is never guessed.',
	}),
	(id, refuse) => (id === '' || isWorkflowId(id) ? done(id) : refuse('it is no ID of a workflow')),
);

import type { INodeProperties } from 'n8n-workflow';
import { companyNamesField } from '../AlleoDiff/companyNames';
import { deciding, inboxAnswers, reportLanguage } from '../AlleoDiff/deciding';
import { text } from '../shared/parameters';
import { historyField } from '../shared/runLog';

export const person = text({
	displayName: 'Person',
	name: 'person',
	required: true,
	placeholder: 'e.g. fenna@example.nl',
	description: 'An e-mail address, an employee number, an external ID or a name',
});

export const title = text({
	displayName: 'Title',
	name: 'title',
	placeholder: 'e.g. Voorbeeld Holding',
	description: 'Shown above the answers, such as the name of the customer',
});

export const applyUrl = text({
	displayName: 'Form That Applies',
	name: 'applyUrl',
	placeholder: 'e.g. https://n8n.example.com/form/…?customer=…',
	description:
		'Address of the form that starts a dry run, with the customer filled in. Answers about a person whom the plan changes then link to it, for a plan of that one person.',
});

export const language = reportLanguage(
	'Language of the headline, the steps, the markdown and the page; text_en and text_nl are always there',
);

export const properties: INodeProperties[] = [
	person.field,
	{
		displayName:
			'Give this node the same settings as Alleo Diff in the daily workflow, or it explains another plan.',
		name: 'sameSettings',
		type: 'notice',
		default: '',
	},
	title.field,
	language.field,
	applyUrl.field,
	...Object.values(deciding).map(({ field }) => field),
	historyField(
		'Rows of the run log, read with an expression, as in Alleo Diff. The answer then also says who is held since when, what somebody left out, and which companies the customer had before. Empty: nothing of earlier runs is known.',
	),
	inboxAnswers,
	companyNamesField,
];

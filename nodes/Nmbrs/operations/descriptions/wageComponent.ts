import { isNmbrsComponent } from '../../../../core/payroll/componentCode';
import { done } from '../../../../core/model/result';
import { checked, text } from '../../../shared/parameters';
import type { Parameter } from '../../../shared/parameters';

type About = Pick<
	Parameter<string>['field'],
	'displayName' | 'name' | 'description' | 'displayOptions'
>;

/** A picker of the wage codes of the chosen companies; a name typed by mistake is refused before anything is read. */
export const wageComponent = (about: About): Parameter<string> =>
	checked(
		text({
			...about,
			type: 'options',
			typeOptions: { loadOptionsMethod: 'getWageCodes', loadOptionsDependsOn: ['companyIds'] },
		}),
		(code, refuse) =>
			code === '' || isNmbrsComponent(code) ? done(code) : refuse('a wage component is a number'),
	);

export const CHOOSE =
	'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.';

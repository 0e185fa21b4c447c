import { readChoices } from '../../approval/inbox/row';
import type { InboxRow } from '../../approval/inbox/row';
import { COMPONENT_ROLES, REPLIES } from '../../approval/inbox/settle';
import type { GivenAnswer } from '../../approval/inbox/settle';
import type { Language } from '../../issues';
import { formatCount } from '../../ui/format';
import { replyText, say } from './text';

/** Answers in words. */

export const peopleText = (count: number, language: Language): string =>
	count === 1
		? say(language)('onePerson')
		: say(language)('people', { count: formatCount(count, language) });

function mappedText(row: InboxRow, target: string, language: Language): string {
	const t = replyText(language);
	const name = readChoices(row).find((choice) => choice.target === target)?.name ?? target;
	switch (row.kind) {
		case 'group':
			return t('toGroup', { name });
		case 'filter':
			return t('toCompany', { name });
		case 'access':
			return t(target === 'yes' ? 'toYes' : 'toNo', { people: peopleText(row.people, language) });
		case 'column':
			return t('toField', { name });
		case 'leaveGroup':
			return t(target === 'statutory' ? 'statutory' : 'nonStatutory');
		case 'wageComponent':
			return roleText(target, language);
	}
}

function roleText(target: string, language: Language): string {
	const role = COMPONENT_ROLES.find((one) => one === target);
	return role === undefined ? target : replyText(language)(role);
}

/** An answer as people read it: `Alleo company "Noord"`, `keep them waiting`. */
export function givenText(
	row: InboxRow,
	{ answer, target }: GivenAnswer,
	language: Language,
): string {
	if (answer === '') return say(language)('notYet');
	return answer === 'map' ? mappedText(row, target, language) : replyText(language)(answer);
}

/** Everything that may be answered, in the order in which it is offered. */
export const offered = (row: InboxRow): GivenAnswer[] =>
	REPLIES[row.kind].flatMap((answer): GivenAnswer[] =>
		answer === 'map'
			? readChoices(row).map(({ target }) => ({ answer, target }))
			: [{ answer, target: '' }],
	);

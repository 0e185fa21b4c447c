import type { FormFields } from '../../model/formFields';
import type { Language } from '../../issues';
import { html, type Html } from '../../ui/html';
import type { ConnectProgress } from '../invitation';
import { LEAVE_USES, suggestedLeave, suggestedWage, WAGE_USES } from '../pay';
import type { LeaveUse, WageUse } from '../pay';
import { componentName, leaveField, PAY_FIELDS, wageField } from '../payAnswers';
import { choiceField, field } from './parts';
import { say, type ConnectTextKey } from './text';

/**
 * What is what of pay: one list for each use of a wage component, one for each kind of leave. Numbers, codes
 * and names, never an amount. Nothing is chosen beforehand; a name that is clear is pointed at.
 */

const WAGES: Record<WageUse, readonly [label: ConnectTextKey, hint: ConnectTextKey]> = {
	holidayAccrual: ['useAccrual', 'useAccrualHint'],
	holidayBalance: ['useBalance', 'useBalanceHint'],
	hourlyWage: ['useHourly', 'useHourlyHint'],
	monthlySalary: ['useMonthly', 'useMonthlyHint'],
};

const LEAVE: Record<LeaveUse, ConnectTextKey> = {
	statutory: 'leaveStatutory',
	nonStatutory: 'leaveNonStatutory',
	neither: 'leaveNeither',
};

type Choices = Pick<ConnectProgress, 'wageChoices' | 'leaveChoices'>;

const given = (answered: FormFields, name: string): string => answered.get(name)?.[0] ?? '';

type LeaveChoice = Choices['leaveChoices'][number];

/** NMBRS: its ids say nothing to a person. */
const groupName = ({ id, name }: LeaveChoice): string => name ?? id;

/** AFAS: the code is what an application manager knows. */
const typeName = ({ id, name }: LeaveChoice): string => componentName({ code: id, name });

/** Of each kind of leave what it is. */
function leaveQuestions(
	choices: readonly LeaveChoice[],
	labelOf: (choice: LeaveChoice) => string,
	answered: FormFields,
	language: Language,
): Html[] {
	const t = say(language);
	const options = [
		['', t('leaveOpen')] as const,
		...LEAVE_USES.map((use) => [use, t(LEAVE[use])] as const),
	];
	return choices.map((choice, at) => {
		const meant = suggestedLeave(choice);
		return choiceField({
			name: leaveField(at),
			label: labelOf(choice),
			...(meant === null ? {} : { hint: t('namePoints', { to: t(LEAVE[meant]) }) }),
			value: given(answered, leaveField(at)),
			options,
		});
	});
}

export function nmbrsPayQuestions(
	{ wageChoices, leaveChoices }: Choices,
	answered: FormFields,
	language: Language,
): Html {
	const t = say(language);
	const options = [
		['', t('useNone')] as const,
		...wageChoices.map((choice) => [choice.code, componentName(choice)] as const),
	];
	const wages = WAGE_USES.map((use) => {
		const [label, hint] = WAGES[use];
		const code = suggestedWage(wageChoices, use);
		const named = wageChoices.find((choice) => choice.code === code);
		const points = named === undefined ? '' : ` ${t('namePoints', { to: componentName(named) })}`;
		return choiceField({
			name: wageField(use),
			label: t(label),
			hint: `${t(hint)}${points}`,
			value: given(answered, wageField(use)),
			options,
		});
	});
	return html`<fieldset>
			<legend>${t('wageComponents')}</legend>
			${wageChoices.length === 0 ? html`<p>${t('pickNone')}</p>` : wages}
		</fieldset>
		<fieldset>
			<legend>${t('leaveGroups')}</legend>
			<p class="hint">${t('leaveHint')}</p>
			${leaveChoices.length === 0
				? html`<p>${t('pickNone')}</p>`
				: leaveQuestions(leaveChoices, groupName, answered, language)}
		</fieldset>`;
}

/** AFAS: two numbers of wage components, which differ for each customer, and the leave types. */
export function afasPayQuestions(
	{ leaveChoices, afasPay }: Pick<ConnectProgress, 'leaveChoices' | 'afasPay'>,
	answered: FormFields,
	language: Language,
): Html {
	const t = say(language);
	const text = (name: string, label: ConnectTextKey, hint: ConnectTextKey): Html =>
		field({ name, label: t(label), hint: t(hint), value: given(answered, name).slice(0, 200) });
	const hasWages = (afasPay?.connectors.wageComponents ?? '') !== '';
	return html`${hasWages &&
		html`<fieldset>
			<legend>${t('wageComponents')}</legend>
			<p class="hint">${t('afasNumbers')}</p>
			${text(PAY_FIELDS.accrual, 'useAccrual', 'afasAccrualHint')}
			${text(PAY_FIELDS.balance, 'useBalance', 'afasBalanceHint')}
		</fieldset>`}
		<fieldset>
			<legend>${t('leaveTypes')}</legend>
			<p class="hint">${t(leaveChoices.length === 0 ? 'leaveUnread' : 'leaveHint')}</p>
			${leaveChoices.length > 0
				? leaveQuestions(leaveChoices, typeName, answered, language)
				: html`${text(PAY_FIELDS.statutory, 'leaveStatutory', 'leaveCodes')}
					${text(PAY_FIELDS.nonStatutory, 'leaveNonStatutory', 'leaveCodes')}`}
		</fieldset>`;
}

import type { Language } from '../../issues';
import { formatCount } from '../../ui/format';
import { html, isolated, type Html } from '../../ui/html';
import { hasAccessValues, type AccessSeen } from '../access';
import { countedOf, tick } from './parts';
import { say } from './text';

/** Name of the tick in the form; ticked to begin with. */
export const ACCESS_TICK = 'useAccess';

/**
 * Asks whether the access field decides who takes part, with the counts; or says that there is none.
 * Belongs into the form of a page, for every HR system.
 * @param seen null: the field could not be looked at
 * @param checked false only where the customer had cleared the tick before
 */
export function accessQuestion(seen: AccessSeen | null, language: Language, checked = true): Html {
	const t = say(language);
	const count = (value: number): string => formatCount(value, language);
	if (seen === null || !hasAccessValues(seen)) {
		return html`<section class="card">
			<h2>${t('accessTitle')}</h2>
			<p>${t(seen === null ? 'accessUnread' : 'accessNone')}</p>
			${seen !== null && sample(seen, language)}
		</section>`;
	}
	const { field, yes, no, empty, other } = seen;
	const counts = { field: field ?? '', yes: count(yes), no: count(no), empty: count(empty) };
	return html`<fieldset>
		<legend>${t('accessTitle')}</legend>
		<p>${isolated(t('accessCounts', counts))}</p>
		${other > 0 && html`<p>${t('accessOther', { other: count(other) })}</p>`}
		${sample(seen, language)}
		${tick({ name: ACCESS_TICK, value: 'yes', label: t('accessUse'), checked })}
		<p class="hint">${t('accessUseHint')}</p>
	</fieldset>`;
}

const sample = ({ looked, people }: AccessSeen, language: Language): Html | false =>
	countedOf(looked, people, language);

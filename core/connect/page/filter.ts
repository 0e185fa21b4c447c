import type { Language } from '../../issues';
import { formatCount } from '../../ui/format';
import { html, isolated, type Html } from '../../ui/html';
import { hasFilterValues, type FilterSeen } from '../filter';
import { countedOf, tick } from './parts';
import { say } from './text';

/** Name of the tick in the form; ticked to begin with. */
export const FILTER_TICK = 'useFilter';

/**
 * Asks whether the values of the routing field are Alleo companies of their own, with the counts. Belongs into
 * the form of a page, for every HR system; nothing where nobody has a value.
 */
export function filterQuestion(seen: FilterSeen | null, language: Language): Html | false {
	if (!hasFilterValues(seen)) return false;
	const t = say(language);
	const count = (value: number): string => formatCount(value, language);
	const { field, values, different, empty, looked, people } = seen;
	return html`<fieldset>
		<legend>${t('filterTitle')}</legend>
		<p>${isolated(t('filterField', { field: field ?? '' }))}</p>
		${values.length === 0 && html`<p>${t('filterMany', { different: count(different) })}</p>`}
		<ul class="counts">
			${values.map((one) => html`<li>${isolated(one.value)}: ${count(one.people)}</li>`)}
			<li>${t('filterEmpty')}: ${count(empty)}</li>
		</ul>
		${countedOf(looked, people, language)}
		${tick({ name: FILTER_TICK, value: 'yes', label: t('filterUse'), checked: true })}
		<p class="hint">${t('filterUseHint')}</p>
	</fieldset>`;
}

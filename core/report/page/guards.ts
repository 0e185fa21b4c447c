import { groupBy } from '../../model/collect';
import type { GuardResult } from '../../model/summary';
import { NOT_OVERRIDABLE } from '../../plan/options';
import { daysWords } from '../../plan/scopeText';
import { html, isolated } from '../../ui/html';
import type { Html } from '../../ui/html';
import type { PageContext } from './context';
import { formatCount } from '../../ui/format';
import { icon } from '../../ui/icons';
import { guardName } from '../guardNames';
import { guardWords } from './words';

/** Safety checks: the tripped ones first and in full, the others as one line to open. */

/** One check; what the same check says of the last days stands below it, as its advice is the same. */
function trippedGuard(
	{ t, language }: PageContext,
	guard: GuardResult,
	more: readonly GuardResult[],
): Html {
	const words = guardWords(guard, language);
	return html`<li class="guard">
		<h3>${icon('warn')} <span>${words.message}</span></h3>
		<p class="guard-meta">
			<span class="pill"
				>${t('guardNumbers', {
					actual: formatCount(guard.actual, language),
					limit: formatCount(guard.limit, language),
				})}</span
			>
			${NOT_OVERRIDABLE.has(guard.code) &&
			html`<span class="pill strong">${t('guardLocked')}</span>`}
		</p>
		${more.map((also) => html`<p>${guardWords(also, language).message}</p>`)}
		${words.action !== null && html`<p><strong>${t('guardAction')}:</strong> ${words.action}</p>`}
		<details>
			<summary>${t('guardCause')}</summary>
			<p>${words.why} <code>${guard.code}</code></p>
		</details>
	</li>`;
}

function passedGuards({ t, language }: PageContext, guards: readonly GuardResult[]): Html {
	const rows = guards.map(
		(guard) =>
			html`<tr>
				<th scope="row">
					${guardName(guard.code, language)}
					${guard.scope.days !== null &&
					html`<span class="muted">${daysWords(guard.scope, language)}</span>`}
				</th>
				<td class="number">${formatCount(guard.actual, language)}</td>
				<td class="number">${formatCount(guard.limit, language)}</td>
			</tr>`,
	);
	return html`<details class="passed">
		<summary>
			${icon('check')} ${t('guardsPassed', { count: formatCount(guards.length, language) })}
		</summary>
		<table>
			<thead>
				<tr>
					<th scope="col">${t('check')}</th>
					<th scope="col" class="number">${t('found')}</th>
					<th scope="col" class="number">${t('limit')}</th>
				</tr>
			</thead>
			<tbody>
				${rows}
			</tbody>
		</table>
	</details>`;
}

/** Those that tripped, once each: a check that looks at today and at the last days is one for who reads. */
export const trippedChecks = (guards: readonly GuardResult[]): GuardResult[][] => [
	...groupBy(
		guards.filter(({ tripped }) => tripped),
		({ code }) => code,
	).values(),
];

export function renderGuards(context: PageContext): Html {
	const { guards } = context.summary;
	const tripped = trippedChecks(guards);
	const passed = guards.filter((guard) => !guard.tripped);
	return html`${tripped.length > 0 &&
	html`<section class="guards" aria-labelledby="guards">
		<h2 id="guards">${context.t('guards')}</h2>
		<ul class="plain">
			${tripped.map(
				([guard, ...more]) => guard !== undefined && trippedGuard(context, guard, more),
			)}
		</ul>
	</section>`}${passed.length > 0 && passedGuards(context, passed)}`;
}

/** What was read, part by part; the incomplete ones first, and open when there are any. */
export function renderCoverage(context: PageContext): Html | null {
	const { t, summary, language } = context;
	const parts = [...summary.partitions].sort((a, b) => Number(a.complete) - Number(b.complete));
	if (parts.length === 0) return null;
	const incomplete = parts.some((part) => !part.complete);
	const rows = parts.map((part) => {
		const words = part.complete
			? html`<span class="good">${icon('check')} ${t('complete')}</span>`
			: html`<span class="bad">${icon('warn')} ${t('incomplete')}</span>${part.error !== null &&
					html` <span>${part.error.message} ${part.error.action}</span>
						<code>${part.error.code}</code>`}`;
		return html`<tr>
			<th scope="row">
				${isolated(part.name ?? part.partition)}
				${part.name !== null && html`<span class="muted">${isolated(part.partition)}</span>`}
			</th>
			<td class="number">${formatCount(part.employees, language)}</td>
			<td>${words}</td>
		</tr>`;
	});
	return html`<details class="coverage" ${incomplete && html` open`}>
		<summary>
			${icon(incomplete ? 'warn' : 'check')} ${t('coverage')}:
			${incomplete ? t('notAllRead') : t('allRead')}
		</summary>
		<table>
			<thead>
				<tr>
					<th scope="col">${t('part')}</th>
					<th scope="col" class="number">${t('people')}</th>
					<th scope="col">${t('result')}</th>
				</tr>
			</thead>
			<tbody>
				${rows}
			</tbody>
		</table>
	</details>`;
}

import { resolveCarried, isIssueCode } from '../../issues';
import { html, isolated } from '../../ui/html';
import type { Html } from '../../ui/html';
import { biggestLine } from '../fieldsView';
import { otherPartText } from '../otherPart';
import { canApprove, newerPlanLink } from './context';
import type { PageContext } from './context';
import { renderDraft } from './draft';
import { trippedChecks } from './guards';
import { permanentFact } from './permanent';
import { formatCount, formatDate } from '../../ui/format';
import { icon } from '../../ui/icons';

/** Who, what, when, and in one banner what the reader is asked. */

const SYSTEMS: ReadonlyArray<readonly [prefix: string, name: string]> = [
	['nmbrs-', 'Nmbrs'],
	['afas-', 'AFAS Profit'],
];

/** The HR system by the external ids of the plan; null where they do not tell. */
export function sourceName(context: PageContext): string | null {
	const ids = [...context.rows, ...context.summary.notices];
	for (const { external_id } of ids) {
		const known = SYSTEMS.find(([prefix]) => external_id?.startsWith(prefix) === true);
		if (known !== undefined) return known[1];
	}
	return null;
}

/** Codes that make a person look although no guard tripped, such as a transfer. */
const otherReasons = ({ summary, language }: PageContext): string[] => {
	const guards = new Set(summary.guards.map((guard) => guard.code));
	return summary.needs_approval_because
		.filter((code) => !guards.has(code))
		.filter(isIssueCode)
		.map((code) => resolveCarried({ code }, language).message);
};

interface State {
	tone: 'calm' | 'warn' | 'stop';
	title: string;
	detail: string;
	/** The way on, where it is another page. */
	link?: { href: string; label: string };
}

function stateOf(context: PageContext): State {
	const { t, rules, summary, formatInstant } = context;
	if (context.isReport) {
		return { tone: 'calm', title: t('stateReport'), detail: t('reportNote') };
	}
	if (rules.expired) {
		const time = formatInstant(summary.plan.expires_at);
		return { tone: 'stop', title: t('stateExpired'), detail: t('expiredNote', { time }) };
	}
	if (rules.supersededAt !== null) {
		const time = formatInstant(rules.supersededAt);
		const detail = t('supersededNote', { time });
		const href = newerPlanLink(context);
		const link = href === null ? {} : { link: { href, label: t('toNewerPlan') } };
		return { tone: 'stop', title: t('stateSuperseded'), detail, ...link };
	}
	const detail = t('nothingWritten');
	if (rules.lockedBy.length > 0) return { tone: 'stop', title: t('stateLocked'), detail };
	const tripped = trippedChecks(summary.guards).length;
	if (tripped === 0) return { tone: 'calm', title: t('stateOpen'), detail };
	const title = tripped === 1 ? t('stateBlockedOne') : t('stateBlocked', { count: tripped });
	return { tone: 'warn', title, detail };
}

function coverageFact({ t, summary, language }: PageContext): Html {
	const { partitions } = summary;
	const complete = partitions.filter((part) => part.complete);
	if (partitions.length === 0) {
		return html`<span class="bad">${icon('warn')} ${t('coverageUnknown')}</span>`;
	}
	const people = partitions.reduce((sum, part) => sum + part.employees, 0);
	const count = (value: number): string => formatCount(value, language);
	const line = t(partitions.length === 1 ? 'coverageLineOne' : 'coverageLine', {
		parts: count(complete.length),
		total: count(partitions.length),
		people: count(people),
	});
	return complete.length === partitions.length
		? html`<span class="good">${icon('check')} ${t('allRead')}</span>
				<span class="muted">(${line})</span>`
		: html`<span class="bad">${icon('warn')} ${t('notAllRead')}</span>
				<span class="muted">(${line})</span>`;
}

const fact = (label: string, value: Html | string): Html =>
	html`<div>
		<dt>${label}</dt>
		<dd>${value}</dd>
	</div>`;

export function renderHeader(context: PageContext): Html {
	const { t, summary, language, title, formatInstant } = context;
	const state = stateOf(context);
	const source = sourceName(context);
	const { rules, isReport } = context;
	const isOpen = !isReport && !rules.expired;
	const reasons = isOpen && canApprove(rules) ? otherReasons(context) : [];
	const biggest = biggestLine(summary.fields, language);
	const other = otherPartText(summary, language);
	const permanent = context.isReport ? permanentFact(context.planAddress, language) : null;
	return html`<header class="top">
		<p class="brand">
			${icon('logo')} <span>${t('product')}</span> <span class="muted">· ${t('dryRun')}</span>
		</p>
		<h1>${isolated(title === '' ? t('defaultTitle') : title)}</h1>
		<dl class="facts-bar">
			${source !== null && fact(t('source'), source)}
			${fact(t('referenceDate'), formatDate(summary.reference_date, language))}
			${!context.isReport && fact(t('expires'), formatInstant(summary.plan.expires_at))}
			${fact(t('coverage'), coverageFact(context))}
			${fact(t('made'), formatInstant(summary.plan.created_at))}
			${permanent !== null && fact(permanent.label, permanent.value)}
		</dl>
		${renderDraft(context)}
		<div class="banner ${state.tone}">
			<span class="banner-icon">${icon(state.tone === 'calm' ? 'info' : 'warn')}</span>
			<div>
				<p class="banner-title">${state.title}</p>
				${biggest !== null &&
				html`<p class="biggest"><a href="#fields">${isolated(biggest)}</a></p>`}
				<p>${state.detail}</p>
				${state.link !== undefined &&
				html`<p><a class="button newer" href="${state.link.href}">${state.link.label}</a></p>`}
				${reasons.length > 0 &&
				html`<p class="muted">${t('approvalBecause')}: ${reasons.join(' ')}</p>`}
			</div>
			${isOpen && html`<a class="button banner-go" href="#decision">${t('toDecision')}</a>`}
		</div>
		${other !== null && html`<p class="other-part">${icon('info')} <span>${other}</span></p>`}
	</header>`;
}

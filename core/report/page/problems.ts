import { resolveCarried } from '../../issues';
import { html } from '../../ui/html';
import type { Html } from '../../ui/html';
import { icon } from '../../ui/icons';
import type { PageContext } from './context';
import { permanentButton } from './permanent';

/** What keeps a decision from counting, at the top of the page where the reader is led. */

export function renderProblems({ t, problems, language }: PageContext): Html | null {
	if (problems.length === 0) return null;
	return html`<div class="banner stop problems" role="alert" id="problems" tabindex="-1">
		<span class="banner-icon">${icon('warn')}</span>
		<div>
			<p class="banner-title">${t('problems')}</p>
			<ul>
				${problems.map(({ code, params, field }) => {
					const { message, action } = resolveCarried({ code, params }, language);
					return html`<li>
						${field === null ? message : html`<a href="#${field}">${message}</a>`} ${action}
					</li>`;
				})}
			</ul>
		</div>
	</div>`;
}

/** Shown by the script when the plan was decided, or ran out, while this page was open. */
export const renderGone = ({ t, planAddress, language }: PageContext): Html =>
	html`<div class="banner stop problems" role="alert" id="gone" tabindex="-1" hidden>
		<span class="banner-icon">${icon('warn')}</span>
		<div>
			<p class="banner-title">${t('gone')}</p>
			<p>${t('goneNote')}</p>
			${permanentButton(planAddress, language) ?? html`<p>${t('goneLook')}</p>`}
		</div>
	</div>`;

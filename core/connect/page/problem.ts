import { resolveCarried } from '../../issues';
import type { Language } from '../../issues';
import { html, type Html } from '../../ui/html';
import { icon } from '../../ui/icons';
import { forCustomer, type PageProblem } from './customerWords';
import { renderConnectPage, type PageFrame } from './document';
import { say } from './text';

/** The inside of a banner: what happened, why, what to do. */
export function problemBanner(problem: PageProblem, language: Language) {
	const { message, why, action } = resolveCarried(forCustomer(problem), language);
	return html`<div class="banner stop" role="alert">
		<span class="banner-icon">${icon('warn')}</span>
		<div>
			<p><strong>${message}</strong></p>
			${why !== null && html`<p>${why}</p>`}
			<p>${action}</p>
		</div>
	</div>`;
}

/** Something that the customer has to know, in a line. */
export function noticeText(notice: PageProblem, language: Language): Html {
	const { message, why, action } = resolveCarried(forCustomer(notice), language);
	return html`<p><strong>${message}</strong> ${why} ${action}</p>`;
}

/** A page of its own for what cannot go on here; `again` is where the customer can start over. */
export function renderProblem(
	frame: PageFrame,
	problem: PageProblem,
	again: string | null,
): string {
	const t = say(frame.language);
	const { message, why, action } = resolveCarried(problem, frame.language);
	return renderConnectPage(
		frame,
		message,
		html`<div class="banner stop">
				<span class="banner-icon">${icon('warn')}</span>
				<div>
					${why !== null && html`<p>${why}</p>`}
					<p>${action}</p>
				</div>
			</div>
			${again !== null &&
			html`<p class="go"><a class="button primary" href="${again}">${t('tryAgain')}</a></p>`}
			<p class="muted">${t('contact')}</p>`,
	);
}

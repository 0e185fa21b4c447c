import type { Language } from '../../issues';
import { html, isolated, type Html } from '../../ui/html';
import { icon } from '../../ui/icons';
import { renderConnectPage, type PageFrame } from './document';
import { say } from './text';

/** Coming back to what was begun. */

/** One browser has begun for several customers, in several tabs: with which to go on. */
export function renderBegun(
	frame: PageFrame,
	choices: ReadonlyArray<{ customer: string; url: string }>,
): string {
	const t = say(frame.language);
	return renderConnectPage(
		frame,
		t('begunTitle'),
		html`<section class="card">
			<ul>
				${choices.map(
					({ customer, url }) => html`<li><a href="${url}">${isolated(customer)}</a></li>`,
				)}
			</ul>
		</section>`,
	);
}

/** Says on the first step that somebody, mostly the same person elsewhere, is further on. */
export function elsewhereBanner(begun: boolean, language: Language): Html | false {
	const t = say(language);
	return (
		begun &&
		html`<div class="banner warn">
			<span class="banner-icon">${icon('info')}</span>
			<div>
				<p><strong>${t('droppedTitle')}</strong></p>
				<p>${t('elsewhere')}</p>
			</div>
		</div>`
	);
}

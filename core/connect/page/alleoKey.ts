import { html } from '../../ui/html';
import { icon } from '../../ui/icons';
import type { PageProblem } from './customerWords';
import { renderConnectPage, type PageFrame } from './document';
import { field, hiddenFields, type FormKey } from './parts';
import { problemBanner } from './problem';
import { say } from './text';

/** The page of Alleo's support: the keys of one customer's Alleo company, straight into n8n's credentials. */

export interface AlleoKeyPage {
	frame: PageFrame;
	form: FormKey;
	/** Empty where routes decide. */
	company: string;
	problem: PageProblem | null;
	/** Names of the fields that are empty. */
	missing: readonly string[];
}

export function renderAlleoKey({ frame, form, company, problem, missing }: AlleoKeyPage): string {
	const { language } = frame;
	const t = say(language);
	const empty = (name: string) => (missing.includes(name) ? t('required') : undefined);
	return renderConnectPage(
		frame,
		t('alleoKeyTitle'),
		html`${problem !== null && problemBanner(problem, language)}
			<p>${t('alleoKeyWhat')}</p>
			${company !== '' && html`<p>${t('alleoKeyCompany', { company })}</p>`}
			<form method="post" action="${form.action}">
				${hiddenFields(form)}
				${field({
					name: 'accessKey',
					label: t('alleoAccessKey'),
					type: 'password',
					problem: empty('accessKey'),
				})}
				${field({
					name: 'secretKey',
					label: t('alleoSecretKey'),
					type: 'password',
					problem: empty('secretKey'),
				})}
				<p class="hint">${t('afasStored')}</p>
				<p class="go"><button class="button primary" type="submit">${t('alleoKeyTest')}</button></p>
			</form>`,
	);
}

export const renderAlleoKeyDone = (frame: PageFrame): string => {
	const t = say(frame.language);
	return renderConnectPage(
		frame,
		t('alleoKeyDone'),
		html`<div class="banner ok">
			<span class="banner-icon">${icon('check')}</span>
			<div><p>${t('alleoKeyDoneText')}</p></div>
		</div>`,
	);
};

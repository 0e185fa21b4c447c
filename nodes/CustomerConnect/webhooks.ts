import type { IWebhookDescription } from 'n8n-workflow';
import { DEFAULT_PATH } from '../shared/connect/table';

/**
 * One address for all pages, which is also the redirect address at NMBRS: GET shows, POST takes a step.
 * A full path, so that it stays the same in every instance and after an import.
 */
const entry = (name: 'default' | 'setup', httpMethod: 'GET' | 'POST'): IWebhookDescription => ({
	name,
	httpMethod,
	responseMode: 'onReceived',
	responseData: '',
	path: `={{ $parameter["path"] || "${DEFAULT_PATH}" }}`,
	isFullPath: true,
	...(name === 'default' ? { ndvHideMethod: true } : { ndvHideUrl: true }),
});

export const CONNECT_WEBHOOKS: IWebhookDescription[] = [
	entry('default', 'GET'),
	entry('setup', 'POST'),
];

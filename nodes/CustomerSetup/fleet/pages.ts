import { z } from 'zod';
import type { TemplateName } from '../../../core/connect/installation/bundle';
import { planPathIn } from '../../../core/connect/installation/wire';
import { DESK, INBOX_PAGE, PLAN_PAGE } from '../../../core/connect/installation/bundle';
import { messageStepOf } from '../../../core/connect/installation/messageStep';
import { readsPeople } from '../../../core/connect/templates/rebind';
import type { System } from '../../../core/connect/templates/customer';
import { templateOf } from '../../../core/connect/templates/version';
import type { StoredWorkflow, WorkflowNode } from '../../../core/connect/templates/workflow';
import type { ItemContext } from '../resources/operation';
import { editorUrl } from '../dailySync/store';

/** The pages of this n8n on which support takes a next step: forms of the workflows of this package. */

export interface FleetPages {
	invite: Readonly<Partial<Record<System, string>>>;
	upgrade: string;
	bundle: string;
	/** The page with the questions of a customer, without a query; empty where it is not on. */
	inbox: string;
	/** The path of the page of plans, where it is on. */
	planPath: string;
	/** A desk is there, and it has no message step. */
	nobodyTold: boolean;
}

const FORM = 'n8n-nodes-base.formTrigger';

const Path = z.object({ path: z.string().default('') });

const INVITE: Readonly<Record<string, System>> = {
	'connect-nmbrs-customer': 'nmbrs',
	'connect-afas-customer': 'afas',
};

/** As n8n looks for it (Form Trigger 2.6): chosen in the node or its options, else its own id. */
function pathOf({ parameters, webhookId = '' }: WorkflowNode): string {
	const own = Path.safeParse(parameters);
	const option = Path.safeParse(parameters['options']);
	const chosen = [own, option].flatMap(({ data }) => data?.path || []);
	return chosen[0] ?? webhookId;
}

const WEBHOOK = 'n8n-nodes-base.webhook';

/** The address of the page of the inbox; a webhook that is not published answers nobody. */
function webhookOf(given: ItemContext, workflow: StoredWorkflow): string {
	const webhook = workflow.nodes.find(
		({ type, disabled }) => type === WEBHOOK && disabled !== true,
	);
	if (webhook === undefined || !workflow.active) return '';
	const path = pathOf(webhook);
	const editor = editorUrl(given, workflow.id);
	return path === '' ? '' : `${editor.slice(0, editor.lastIndexOf('/workflow/'))}/webhook/${path}`;
}

/** The address of the form where it is published; a form that is not can be opened in the editor only. */
function formOf(given: ItemContext, workflow: StoredWorkflow): string {
	const form = workflow.nodes.find(({ type, disabled }) => type === FORM && disabled !== true);
	const editor = editorUrl(given, workflow.id);
	const path = form === undefined ? '' : pathOf(form);
	if (!workflow.active || path === '') return editor;
	const base = editor.slice(0, editor.lastIndexOf('/workflow/'));
	return `${base}/form/${path}`;
}

/** Collects the pages while workflows pass by. */
export class PageFinder {
	readonly #found = new Map<string, string>();
	#nobodyTold = false;

	#planPath = '';

	constructor(private readonly given: ItemContext) {}

	see(workflow: StoredWorkflow): void {
		if (workflow.isArchived || readsPeople(workflow)) return;
		const template = templateOf(workflow);
		// Of two copies the published one is the one that is in use.
		if (template === null || (this.#found.has(template.name) && !workflow.active)) return;
		const page = template.name === INBOX_PAGE ? webhookOf : formOf;
		this.#found.set(template.name, page(this.given, workflow));
		if (template.name === PLAN_PAGE && workflow.active) this.#planPath = planPathIn(workflow) ?? '';
		if (template.name === DESK) this.#nobodyTold = messageStepOf(workflow) === 'none';
	}

	/** The published form of a template; '' where there is none. */
	form(template: TemplateName): string {
		const page = this.#found.get(template) ?? '';
		return page.includes('/form/') ? page : '';
	}

	pages(): FleetPages {
		const invite = Object.entries(INVITE).flatMap(([name, system]) => {
			const url = this.#found.get(name);
			return url === undefined ? [] : [[system, url]];
		});
		return {
			invite: Object.fromEntries(invite),
			upgrade: this.#found.get('upgrade-customers') ?? '',
			bundle: this.#found.get('support-bundle') ?? '',
			inbox: this.#found.get(INBOX_PAGE) ?? '',
			planPath: this.#planPath,
			nobodyTold: this.#nobodyTold,
		};
	}
}

/** The form of a page with a field filled in; n8n takes it from the address by the field's name. */
export function withField(page: string, field: string, value: string): string {
	if (!page.includes('/form/')) return page;
	return `${page}?${new URLSearchParams({ [field]: value }).toString().replaceAll('+', '%20')}`;
}

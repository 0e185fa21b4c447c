import { readSetting } from '../../connect/templates/settings';
import type { SettingName } from '../../connect/templates/settings';
import type { TemplateFile } from '../../connect/templates/upgrade/recognise';
import type { Workflow } from '../../connect/templates/workflow';
import type { FleetFact } from '../fleet/facts';
import { colourOf, COLOURS } from '../fleet/reason';
import { reasonsOf } from '../fleet/rule';
import type { FleetLimits } from '../fleet/runReasons';
import { codesIn, describe, timeIn } from './describe';
import { differenceOf } from './difference';
import { supportRun } from './runs';
import type { SupportRow } from './runs';

/**
 * What support mails about one customer: versions, settings, codes, counts, timings, and how the workflow
 * differs from its template. Every value in it is on an allow-list (describe.ts); the customer's name and the
 * ids of its workflow, executions and credentials are the only names in it.
 */

export interface BundleInput {
	fact: FleetFact;
	workflow: Workflow;
	/** The template that it came from, as far as this package knows it. */
	template: TemplateFile | null;
	/** Rows of the run log, the newest first. */
	rows: readonly SupportRow[];
	limits: FleetLimits;
	/** Of this package. */
	version: string;
	/** The present instant, ISO 8601 UTC. */
	now: string;
}

const SETTINGS: readonly SettingName[] = [
	'language',
	'selective_sync',
	'approval',
	'offer_enable',
	'alleo_company_id',
];

/** Digits of the Alleo company are its number; anything else in a setting is described. */
const settingText = (value: string | null): string | null =>
	value !== null && /^\d{1,12}$/.test(value) ? value : describe(value ?? undefined);

const NODE = /^n8n-nodes-(?:base|alleo)\.[A-Za-z0-9]{1,60}$/;

/** How many nodes of each type and version, which of them switched off. */
const nodesOf = ({ nodes }: Workflow): object[] =>
	nodes.flatMap((node) =>
		NODE.test(node.type)
			? [
					{
						type: node.type,
						version: typeof node['typeVersion'] === 'number' ? node['typeVersion'] : null,
						disabled: node.disabled === true,
						on_error: describe(node['onError']),
					},
				]
			: [],
	);

const ID = /^[A-Za-z0-9_-]{1,64}$/;
const idText = (id: string): string | null => (ID.test(id) ? id : null);

/** Without their names: those are free text. */
const credentialsOf = ({ integration }: FleetFact): object[] =>
	(integration?.credentials ?? []).map(({ type, id, exists, ...days }) => ({
		type: /^(?:nmbrs|afas|alleo)[A-Za-z0-9]{1,40}$/.test(type) ? type : 'of another package',
		id: idText(id),
		exists,
		created_at: timeIn(days.created_at),
		changed_at: timeIn(days.changed_at),
		given_at: timeIn(days.given_at),
	}));

function stateOf({ fact, limits, now }: BundleInput): object {
	const reasons = reasonsOf(fact, limits, Date.parse(now));
	const colour = COLOURS.find((one) => reasons.some(({ code }) => colourOf(code) === one));
	return {
		colour: colour ?? 'green',
		reasons: reasons.map(({ code, at, count, detail }) => ({
			code,
			at: at === null ? null : new Date(at).toISOString(),
			count,
			codes: codesIn(detail),
		})),
	};
}

const word = (value: unknown): string => describe(value);

export function supportBundle(input: BundleInput): object {
	const { fact, workflow, template, rows, version, now } = input;
	const { integration } = fact;
	const { settings } = workflow;
	return {
		format: 'n8n-nodes-alleo support bundle',
		made_at: now,
		package: version,
		// n8n tells a node neither its version nor how it runs.
		n8n: 'not known: add it by hand (Settings, bottom left)',
		customer: fact.customer,
		workflow: {
			id: idText(fact.workflow),
			system: integration?.system ?? null,
			published: integration?.published ?? null,
			enabled: integration?.enabled ?? null,
			saved_at: timeIn(integration?.saved_at),
			template: template === null ? null : { name: template.name, version: template.version },
			newest_version: integration?.newest_version ?? null,
			execution_order: word(settings['executionOrder']),
			has_error_workflow: typeof settings['errorWorkflow'] === 'string',
			nodes: nodesOf(workflow),
		},
		settings: Object.fromEntries(
			SETTINGS.map((name) => [name, settingText(readSetting(workflow, name))]),
		),
		credentials: credentialsOf(fact),
		/** How many, and nothing of what is asked. */
		questions: integration?.questions ?? null,
		state: stateOf(input),
		runs: rows.map(supportRun),
		difference: template === null ? null : differenceOf(template.workflow, workflow),
		left_out:
			'Who approved and what they wrote, external ids, names, addresses, amounts, names of credentials, and every value that is no word of this package.',
	};
}

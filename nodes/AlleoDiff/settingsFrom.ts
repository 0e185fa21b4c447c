import type { INodeProperties } from 'n8n-workflow';
import { done } from '../../core/model/result';
import type { Result } from '../../core/model/result';
import { routing } from '../shared/routing';
import { choice, isRecord, parameter, refused } from '../shared/parameters';
import type { Parameter } from '../shared/parameters';
import { guards } from './guardFields';

/**
 * Where routes and guards stand: in this node, or in Sync Settings, the one place for all steps. n8n drops an
 * expression that is given for the whole of a table or a collection, so the item of Sync Settings has a field
 * of its own here (getNodeParameters, n8n-workflow 2.41).
 */

export const settingsFrom = choice({
	displayName: 'Routes and Guards',
	name: 'settingsFrom',
	noDataExpression: true,
	options: [
		{ name: 'From Sync Settings', value: 'syncSettings', description: 'As that step has them' },
		{ name: 'Of This Node', value: 'here', description: 'As they stand below' },
	],
	default: 'here',
	empty: 'here',
	description: 'Where routes and the limits of guards are set',
});

const shownFor = (from: 'here' | 'syncSettings', field: INodeProperties): INodeProperties => ({
	...field,
	displayOptions: { show: { settingsFrom: [from] } },
});

const ofThisNode = <T>({ field, parse }: Parameter<T>): Parameter<T> =>
	parameter(shownFor('here', field), (given) => parse(given));

const LABEL = 'Sync Settings';

type Item = Record<'routing' | 'guards', unknown>;

/** Never empty: an expression that reads nothing would hold everybody with a filter, under the usual limits. */
const item = parameter<Item | null>(
	shownFor('syncSettings', {
		displayName: LABEL,
		name: 'settings',
		type: 'json',
		default: "={{ $('Sync Settings').first().json }}",
		description: 'The item that Sync Settings gives, read with an expression',
	}),
	(given) => {
		const value = isRecord(given) ? given : null;
		const { routing: routes, guards: limits } = value ?? {};
		return done(
			Array.isArray(routes) && isRecord(limits) ? { routing: routes, guards: limits } : null,
		);
	},
);

/** n8n evaluates the default of a hidden field too, and a workflow of before has no such step. */
const settings: Parameter<Item | null> = {
	...item,
	read: (context, index = 0) => {
		const from = settingsFrom.read(context, index);
		if (!from.ok) return from;
		return from.value === 'here' ? done(null) : item.read(context, index);
	},
};

export const routesAndGuards = {
	settingsFrom,
	settings,
	routing: ofThisNode(routing),
	guards: ofThisNode(guards),
};

interface Given<R, G> {
	settingsFrom: 'here' | 'syncSettings';
	settings: Item | null;
	routing: R;
	guards: G;
}

type ValueOf<P> = P extends Parameter<infer T> ? T : never;
type Routes = ValueOf<typeof routing>;
type Guards = ValueOf<typeof guards>;

/** The routes and guards that count. */
export function chosen(given: Given<Routes, Guards>): Result<{ routing: Routes; guards: Guards }> {
	if (given.settingsFrom === 'here') {
		return done({ routing: given.routing, guards: given.guards });
	}
	if (given.settings === null) {
		return refused(
			LABEL,
			'it must read the item of the step Sync Settings, with routing and guards',
		);
	}
	const routes = routing.parse(given.settings.routing);
	if (!routes.ok) return routes;
	const limits = guards.parse(given.settings.guards);
	return limits.ok ? done({ routing: routes.value, guards: limits.value }) : limits;
}

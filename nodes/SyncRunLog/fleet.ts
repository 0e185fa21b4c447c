import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { digest } from '../../core/runLog/digest';
import { readFleet } from '../../core/runLog/fleet/facts';
import { renderFleet, renderFleetProblem } from '../../core/runLog/fleet/page';
import { COLOURS } from '../../core/runLog/fleet/reason';
import { behindCount, fleetLines } from '../../core/runLog/fleet/rule';
import type { FleetLimits } from '../../core/runLog/fleet/runReasons';
import { watch } from '../../core/runLog/watch';
import type { Language } from '../../core/issues';
import { readAll, textOf, valueOf } from '../shared/parameters';
import { language, noSuccessHours, undecidedHours } from './properties';
import { rowsOf } from './rows';

/** The three stages that look at all customers: page, watchdog and digest, by one rule. */

interface Look {
	history: IDataObject[];
	limits: FleetLimits;
	language: Language;
	/** The present instant, ISO 8601 UTC. */
	now: string;
	zone: string;
}

/** The page, and how many customers have which colour. What could not be read is a page that says so. */
function page({ history, limits, language: spoken, now, zone }: Look): IDataObject {
	const failed = history.find(({ error }) => error !== undefined);
	if (failed !== undefined) {
		const problem = {
			message: textOf(failed['error']) ?? '',
			details: textOf(failed['details']) ?? '',
			code: textOf(failed['code']) || null,
		};
		return { html: renderFleetProblem(problem, spoken) };
	}
	const instant = Date.parse(now);
	const lines = fleetLines(readFleet(history), limits, instant);
	const counts = COLOURS.map((colour) => [
		colour,
		lines.filter((one) => one.colour === colour).length,
	]);
	return {
		...Object.fromEntries(counts),
		behind: behindCount(lines),
		html: renderFleet({ lines, language: spoken, now: instant, zone }),
	};
}

export function fleetItems(
	context: IExecuteFunctions,
	moment: 'watch' | 'digest' | 'fleet',
	history: IDataObject[],
	now: string,
): IDataObject[] {
	const limits = valueOf(context, readAll(context, { noSuccessHours, undecidedHours }));
	const spoken = valueOf(context, language.read(context));
	const look: Look = { history, limits, language: spoken, now, zone: context.getTimezone() };
	if (moment === 'fleet') return [page(look)];
	if (moment === 'digest') return [{ ...digest(look) }];
	const states = rowsOf(context.getNodeParameter('states', 0, ''));
	return watch({ ...look, states }).map((change) => ({ ...change }));
}

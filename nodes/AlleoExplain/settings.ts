import type { IExecuteFunctions } from 'n8n-workflow';
import { settingsProblem } from '../../core/explain';
import type { ExplainInput } from '../../core/explain';
import type { Language } from '../../core/issues';
import { carriedFailure, done } from '../../core/model/result';
import type { Result } from '../../core/model/result';
import { companyNames } from '../AlleoDiff/companyNames';
import { readDeciding } from '../AlleoDiff/deciding';
import { past } from '../AlleoDiff/past';
import { historyOf } from '../shared/runLog';
import { readAll } from '../shared/parameters';
import { applyUrl, language, person, title } from './properties';

export type ExplainSettings = Pick<
	ExplainInput,
	| 'question'
	| 'title'
	| 'language'
	| 'options'
	| 'referenceDate'
	| 'applyUrl'
	| 'log'
	| 'companyNames'
>;

/** What heads the page, whatever else cannot be read. */
export function readHeading(context: IExecuteFunctions): { title: string; language: Language } {
	const read = readAll(context, { title, language });
	return read.ok ? read.value : { title: '', language: 'en' };
}

/** What Sync Settings gave; an expression that fails gives nothing, and the settings then say it. */
function settingsOf(context: IExecuteFunctions): unknown {
	try {
		return context.getNodeParameter('settings', 0, null);
	} catch {
		return null;
	}
}

/** The question, and the settings that it shares with Alleo Diff. */
export function readSettings(context: IExecuteFunctions): Result<ExplainSettings> {
	const own = readAll(context, { question: person, title, language, applyUrl });
	if (!own.ok) return own;
	const broken = settingsProblem(settingsOf(context), own.value.language);
	if (broken !== null) return carriedFailure(broken);
	const deciding = readDeciding(context, {});
	if (!deciding.ok) return deciding;
	const { referenceDate } = deciding.value;
	const options = { ...deciding.value.options, past: past(context, referenceDate) };
	const log = { rows: historyOf(context), workflow: context.getWorkflow().id ?? '' };
	return done({ ...own.value, options, referenceDate, log, companyNames: companyNames(context) });
}

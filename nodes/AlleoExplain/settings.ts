import type { IExecuteFunctions } from 'n8n-workflow';
import type { ExplainInput } from '../../core/explain';
import { done } from '../../core/model/result';
import type { Result } from '../../core/model/result';
import { readDeciding } from '../AlleoDiff/deciding';
import { readAll } from '../shared/parameters';
import { applyUrl, language, person, title } from './properties';

export type ExplainSettings = Pick<
	ExplainInput,
	'question' | 'title' | 'language' | 'options' | 'referenceDate' | 'applyUrl'
>;

/** The question, and the settings that it shares with Alleo Diff. */
export function readSettings(context: IExecuteFunctions): Result<ExplainSettings> {
	const own = readAll(context, { question: person, title, language, applyUrl });
	if (!own.ok) return own;
	const deciding = readDeciding(context, {});
	if (!deciding.ok) return deciding;
	const { options, referenceDate } = deciding.value;
	return done({ ...own.value, options, referenceDate });
}

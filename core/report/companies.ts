import type { Language } from '../issues';
import type { SummaryFacts } from '../model/summary';
import { say } from './page/text';

/** The Alleo company as people know it; where the workflow does not say how it is called, by its id. */
export const companyName = (
	{ companies }: Pick<SummaryFacts, 'companies'>,
	id: number,
	language: Language,
): string =>
	companies.find((company) => company.id === id)?.name ?? `${say(language)('alleoCompany')} ${id}`;

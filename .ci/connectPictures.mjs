/**
 * Pictures of the guides for setting up and connecting a customer: what the end-to-end scenarios of that path
 * saw in a real n8n, copied from their artefacts. Part of `npm run docs:pictures`, after those scenarios.
 */
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { ROOT, say, StepFailed } from './lib.mjs';

export const CONNECT_SCENARIOS = [
	'connect: a customer connects',
	'connectCustomer: NMBRS',
	'fleetJourney',
];

const NMBRS = 'connect_a_customer_connects_NMBRS_with_an_API_token-nmbrs';
const AFAS = 'connect_a_customer_connects_AFAS_and_something_is_missing-afas';
const WHOLE_PATH = 'connectCustomer_NMBRS_the_same_then_consent_lost_connected_again_disconnected';
const JOURNEY =
	'fleetJourney_from_a_new_n8n_to_four_customers_that_run_by_themselves_without_opening_a_node';

const PICTURES = {
	'connect-landing': `${NMBRS}-1-landing-nl-1000`,
	'connect-choose': `${NMBRS}-3-choose-nl-1000`,
	'connect-token': `${NMBRS}-4-token-nl-1000`,
	'connect-done': `${NMBRS}-7-done-nl-1000`,
	'connect-afas': `${AFAS}-3-found-nl-1000`,
	'connect-invited': `${WHOLE_PATH}-invited-nmbrs`,
	'connect-enable': `${WHOLE_PATH}-decision`,
	'start-here': `${JOURNEY}-start-here`,
	fleet: `${JOURNEY}-fleet`,
};

export function copyConnectPictures() {
	const to = path.join(ROOT, 'docs/pictures');
	mkdirSync(to, { recursive: true });
	for (const [name, artefact] of Object.entries(PICTURES)) {
		const from = path.join(ROOT, 'test/e2e/artifacts', `${artefact}.png`);
		if (!existsSync(from)) {
			throw new StepFailed(
				`The end-to-end tests left no picture ${artefact}`,
				'run `npm run test:e2e -- connect fleetJourney` and read what failed',
			);
		}
		copyFileSync(from, path.join(to, `${name}.png`));
		say(`   ${name}.png`);
	}
}

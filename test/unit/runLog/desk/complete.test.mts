import { completeMessage } from '../../../../core/runLog/desk/complete';

/** A message that waited for what a step of the desk's workflow gave. */

const REQUEST = {
	subject: 'Bakkerij: de dagelijkse synchronisatie staat nog uit',
	text: '',
	link: 'https://n8n.example/plan',
	customer: 'Bakkerij',
	language: 'nl',
	kind: 'notEnabled',
	recipients: ['hr@bakkerij.nl'],
	workflow: 'w1',
	invite: 'Stuur deze link',
};
const plain = {
	subject: REQUEST.subject,
	text: '',
	link: REQUEST.link,
	customer: 'Bakkerij',
	language: 'nl',
	kind: 'notEnabled',
	recipients: ['hr@bakkerij.nl'],
};

test('it was switched on: what the step says, to whom the desk says', () => {
	const came = {
		subject: 'Staat aan',
		text: 'Vanaf nu',
		link: 'u',
		kind: 'enabled',
		recipients: [],
	};
	expect(completeMessage(REQUEST, came)).toEqual({
		...plain,
		...{ subject: 'Staat aan', text: 'Vanaf nu', link: 'u', kind: 'enabled' },
	});
});

test('it was not: the reason that the desk knew, else what n8n says', () => {
	const came = { error: 'n8n refused.', details: 'Scope. (N8N_SCOPE_MISSING)' };
	expect(completeMessage(REQUEST, came).text).toBe('n8n refused. Scope. (N8N_SCOPE_MISSING)');
	const known = { ...REQUEST, text: 'Mislukte wijzigingen: 2.' };
	expect(completeMessage(known, came)).toEqual({ ...plain, text: 'Mislukte wijzigingen: 2.' });
});

test('an invitation stands in the text and is the link; without one the message goes all the same', () => {
	const lost = { ...REQUEST, text: 'Weg.', kind: 'lostConsent' };
	const made = completeMessage(lost, { invitation_url: 'https://n8n.example/i' });
	expect(made).toMatchObject({
		text: 'Weg.\n\nStuur deze link: https://n8n.example/i',
		link: 'https://n8n.example/i',
	});
	expect(completeMessage(lost, { error: 'x', details: '' })).toMatchObject({ text: 'Weg.' });
});

test.each([[null], [undefined], ['x'], [{}], [{ recipients: 'x', language: 'de' }]])(
	'%j as a request makes no step fail',
	(request) => {
		expect(completeMessage(typeof request === 'string' ? {} : request, {})).toMatchObject({
			recipients: [],
			language: 'nl',
		});
	},
);

/** Fixed, made-up credentials of the stand-ins; the demo types them into n8n. */
export const CREDENTIALS = {
	alleo: { accessKey: 'AK-DEMO-VOORBEELD', secretKey: 'SK-DEMO-VOORBEELD' },
	afas: {
		environmentNumber: '12345',
		/** The 64 characters between the data tags of the classic token. */
		tokenData: 'A1B2C3D4E5F60718293A4B5C6D7E8F90A1B2C3D4E5F60718293A4B5C6D7E8F90',
		token:
			'<token><version>1</version><data>A1B2C3D4E5F60718293A4B5C6D7E8F90A1B2C3D4E5F60718293A4B5C6D7E8F90</data></token>',
		clientId: 'afas-demo-client',
		clientSecret: 'afas-demo-secret',
	},
	nmbrs: {
		clientId: 'nmbrs-demo-client',
		clientSecret: 'nmbrs-demo-secret',
		subscriptionKey: 'nmbrs-demo-subscription-key',
		soapUsername: 'koppeling@example.nl',
		soapToken: 'nmbrs-demo-soap-token',
		soapDomain: 'voorbeeld',
	},
} as const;
